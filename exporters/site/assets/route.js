/* Route: an address of the live atlas (/, /regions, /table, /initiative, /about, /briefing) leads to a static page. */
(function () {
  "use strict";
  const { root, route, known } = document.documentElement.dataset, codes = known.split(" ");
  const params = new URLSearchParams(window.location.search);
  const browser = (navigator.language || "").toLowerCase().startsWith("ja") ? "ja" : "en";
  const lang = ["ja", "en"].includes(params.get("lang")) ? params.get("lang") : browser;
  const first = (name) => (params.get(name) || "").split(/[,/]/).find((code) => codes.includes(code));
  const pages = {
    map: () => "index.html",
    briefing: () => "index.html",
    table: () => "list.html",
    about: () => "about.html",
    initiative: () => (first("id") ? `initiatives/${first("id")}.html` : "index.html"),
    regions: () => {
      if (first("country")) return `countries/${first("country")}.html`;
      return first("region") ? `regions/${first("region")}.html` : "regions.html";
    },
  };
  window.location.replace(`${root}${lang}/${pages[route]()}${window.location.search}`);
})();
