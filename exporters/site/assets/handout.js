/* Handout: everything it needs stands in the page itself. */
(function () {
  "use strict";
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const { shared, languages, lang, words } = read("data");
  const land = read("land");
  const spoken = (code) => languages[code];
  window.atlas.page({ shared, land, lang, words, languages: Object.keys(languages), spoken });
})();
