/* What a screen reader says of the map before anyone walks into it. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});

  const MOST = 40;

  /* A text of words_*.py with its names filled in; `(place|places)` follows the number before it. */
  atlas.words = (text, values) => text
    .replace(/(\{(\w+)\}[^{}]*?)\(([^()|]+)\|([^()|]+)\)/g, (_, before, name, one, many) => before + (values[name] === 1 ? one : many))
    .replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));

  atlas.describe = function (map, { data, sites, groups, crowd }) {
    const routes = crowd ? [] : sites.filter((site) => site.lines).map((site) => `${site.name} 1`);
    const named = crowd ? atlas.byCountry(sites, MOST) : groups;
    const places = [...named.map((one) => `${one.name} ${one.total}`), ...routes].join(data.text.comma);
    const numbers = { i: new Set(sites.map((site) => site.initiative)).size, s: sites.length, off: sites.filter((site) => site.x === null).length };
    const words = atlas.words(data.text.alt, { ...numbers, places });
    const box = map.getContainer();
    box.setAttribute("role", "region");
    [box, window.frameElement].filter(Boolean).forEach((node) => node.setAttribute("aria-label", words));
  };
})();
