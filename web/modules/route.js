/** An address of the live atlas (/, /regions, /table, /initiative, /about, /briefing) leads to a static page. */

const { root = "", route = "map", known = "", langs = "" } = document.documentElement.dataset, codes = known.split(" ");
const params = new URLSearchParams(location.search), asked = params.get("lang") || "";
const spoken = langs.split(" "), browser = (navigator.language || "").toLowerCase();
const lang = spoken.find((one) => one === asked) || spoken.find((one) => browser.startsWith(one)) || "en";

/** @param {string} name */
const first = (name) => (params.get(name) || "").split(/[,/]/).find((code) => codes.includes(code));

/** @type {Record<string, () => string>} */
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
location.replace(`${root}${lang}/${pages[route]()}${location.search}`);
