/* Quick: a filter's button on the page shows on the map at once, by the members that the browser holds; the page's own
   answer follows and has the last word. What members cannot tell (a search, a year) waits for it. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  let codes = null, loading = null;

  function unpacked(packed, size) {
    const found = new Uint8Array(Math.ceil(size / 8));
    if (typeof packed === "string") return Uint8Array.from(atob(packed), (char) => char.charCodeAt(0));
    packed.forEach((row) => { found[row >> 3] |= 128 >> (row & 7); });
    return found;
  }

  /* One of the codes in each facet, as the index has it. */
  function select(filter) {
    const bits = new Uint8Array(Math.ceil(codes.size / 8)).fill(255);
    Object.entries(filter).forEach(([facet, asked]) => {
      if (!asked.length) return;
      const members = asked.map((code) => unpacked(codes.facets[facet][code], codes.size));
      for (let i = 0; i < bits.length; i += 1) bits[i] &= members.reduce((any, one) => any | one[i], 0);
    });
    if (codes.size % 8) bits[bits.length - 1] &= 256 - (1 << (8 - (codes.size % 8)));
    return bits;
  }

  function read() {
    const params = new URL(atlas.host.address()).searchParams, filter = {};
    if (params.get("q") || params.get("year")) return null;
    Object.keys(codes.facets).forEach((facet) => {
      const asked = params.getAll(facet).join(",").split(",");
      filter[facet] = [...new Set(asked)].filter((code) => Object.hasOwn(codes.facets[facet], code));
    });
    return filter;
  }

  /* The page has put the filter into its address by now: see filter.js. */
  function clicked(event) {
    if (!codes || !event.target.closest || !event.target.closest("button[data-facet], button[data-drop]")) return;
    setTimeout(() => {
      const filter = read();
      if (filter) atlas.preview(btoa(select(filter).reduce((text, byte) => text + String.fromCharCode(byte), "")));
    });
  }

  /* Called with each scene that the page asks for. */
  atlas.quick = function (file) {
    if (!file || file === loading) { if (!file) { codes = loading = null; } return; }
    if (!loading) atlas.host.clicks(clicked);
    loading = file;
    atlas.host.load(file).then((found) => { if (loading === file) codes = found; }, () => { loading = null; });
  };

  atlas.quick.ready = () => codes !== null;
})();
