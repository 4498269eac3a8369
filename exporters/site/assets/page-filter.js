/* Filter: what the address asks for, which sites that shows, and how much each option would give. As atlas/index.py. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const LONGEST = 200;
  let data = null, members = {}, haystack = [];

  atlas.fold = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").normalize("NFC")
    .toLowerCase().replace(/ß/g, "ss")
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));

  function masks(facets) {
    const found = {};
    Object.entries(facets).forEach(([facet, codes]) => {
      found[facet] = {};
      Object.entries(codes).forEach(([code, sites]) => {
        found[facet][code] = new Uint8Array(data.initiative.length);
        sites.forEach((site) => { found[facet][code][site] = 1; });
      });
    });
    return found;
  }

  function use(shared) {
    data = shared;
    members = masks(shared.facets);
    haystack = shared.haystack.map((lines) => lines.map((line) => shared.lines[line]).join("\n"));
  }

  /* What an address asks for, and what of it nobody knows. */
  function read(address) {
    const params = new URL(address).searchParams, filter = { q: "" }, unknown = [];
    Object.keys(data.facets).forEach((facet) => {
      const asked = [...new Set(params.getAll(facet).join(",").split(",").filter(Boolean))];
      filter[facet] = asked.filter((code) => Object.hasOwn(data.facets[facet], code));
      const strange = asked.filter((code) => !filter[facet].includes(code));
      unknown.push(...strange.map((code) => `${facet}=${code.slice(0, 40)}`));
    });
    const text = params.getAll("q").join(" ").replace(/[\p{C}\s]+/gu, " ").trim();
    if (text.length <= LONGEST) filter.q = text; else unknown.push(`q=${text.slice(0, 40)}…`);
    return { filter, unknown };
  }

  /* The same address under another filter. */
  function write(address, filter) {
    const url = new URL(address), set = Object.keys(data.facets).filter((facet) => filter[facet].length);
    const rest = [...url.searchParams].filter(([name]) => name !== "q" && !(name in data.facets));
    const own = set.map((facet) => [facet, filter[facet].join(",")]);
    url.search = new URLSearchParams([...rest, ...own, ...(filter.q ? [["q", filter.q]] : [])]);
    return url.href.replace(/%2C/g, ",");
  }

  function select(filter) {
    const words = atlas.fold(filter.q).split(/\s+/).filter(Boolean);
    const set = Object.keys(data.facets).filter((facet) => filter[facet].length);
    const chosen = set.map((facet) => filter[facet].map((code) => members[facet][code]));
    return data.initiative.map((_, site) => words.every((word) => haystack[site].includes(word))
      && chosen.every((codes) => codes.some((mask) => mask[site])));
  }

  const count = (mask) => new Set(data.initiative.filter((_, site) => mask[site])).size;

  function counts(filter, facet) {
    const others = select({ ...filter, [facet]: [] }), found = {};
    Object.entries(members[facet]).forEach(([code, mask]) => {
      found[code] = count(others.map((on, site) => on && mask[site]));
    });
    return found;
  }

  function toggled(filter, facet, code) {
    const old = filter[facet];
    return { ...filter, [facet]: old.includes(code) ? old.filter((one) => one !== code) : [...old, code] };
  }

  const empty = () => ({ q: "", ...Object.fromEntries(Object.keys(data.facets).map((facet) => [facet, []])) });
  const isEmpty = (filter) => !filter.q && Object.keys(data.facets).every((facet) => !filter[facet].length);

  atlas.filter = { use, read, write, select, count, counts, toggled, empty, isEmpty };
})();
