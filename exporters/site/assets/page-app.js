/* The page: the address is the state; every change draws map, counts, lists and record anew. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const { html } = atlas.draw;
  const part = (id) => document.getElementById(id);
  let page = null, data = null, state = null, refresh = null, map = null;

  const address = () => window.location.href;

  function read() {
    const params = new URL(address()).searchParams, { filter, unknown } = atlas.filter.read(address());
    const lang = page.languages.includes(params.get("lang")) ? params.get("lang") : page.lang;
    const id = (params.get("id") || "").split("/")[0];
    const known = page.spoken(lang).records.some((record) => record.id === id);
    if (id && !known) unknown.push(`id=${id.slice(0, 40)}`);
    return { lang, filter, id: known ? id : null, unknown };
  }

  /* Browsers may refuse to change the address of a local file; the page works on without. */
  function keep(href, again) {
    const way = again ? "replaceState" : "pushState";
    try { window.history[way](null, "", href); } catch (error) { console.info(error.message); }
  }

  function go(next, again) {
    let href = atlas.filter.write(address(), next.filter);
    const url = new URL(href);
    url.searchParams.set("lang", next.lang);
    if (next.id) url.searchParams.set("id", next.id); else url.searchParams.delete("id");
    href = url.href.replace(/%2C/g, ",");
    if (href !== address()) keep(href, again);
    show({ ...next, unknown: [] });
  }

  const change = (act, again) => go({ ...state, filter: act(state.filter) }, again);
  const open = (id) => go({ ...state, id });

  /* Chosen in a list or the record itself: the keyboard goes along. */
  function choose(id) {
    const last = state.id;
    open(id);
    const entry = () => document.querySelector(`.entry[data-id="${CSS.escape(last)}"]`);
    const target = id ? part("record").querySelector("h2") : entry();
    if (target) target.focus();
  }

  atlas.host = {
    load: (name) => Promise.resolve(name === "land" ? page.land : page.spoken(name).map),
    symbol: (name) => `data:image/svg+xml,${encodeURIComponent(page.shared.symbols[name])}`,
    address,
    keep: (href) => keep(href, true),
    tell({ id, country }) {
      if (country) change((filter) => ({ ...filter, country: [country] }));
      else open(id ? id.split("/")[0] : null);
    },
    unplaced: () => part("off-map").scrollIntoView({ block: "start" }),
  };

  atlas.bits = function (mask) {
    const bytes = new Uint8Array(Math.ceil(mask.length / 8));
    mask.forEach((on, site) => { if (on) bytes[site >> 3] |= 128 >> (site & 7); });
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  };

  function speak(lang) {
    data = page.spoken(lang);
    document.documentElement.lang = lang;
    const each = (what, change) => document.querySelectorAll(what).forEach(change), words = page.words[lang];
    each("[data-words]", (node) => { node.textContent = words[node.dataset.words]; });
    each("[data-label]", (node) => node.setAttribute("aria-label", words[node.dataset.label]));
    each("button[data-speak]", (node) => node.setAttribute("aria-pressed", node.dataset.speak === lang));
    document.title = page.words[lang].title;
    refresh = atlas.panel(data, part("filters"), part("cards"), change);
    atlas.foot(data, part("foot"));
  }

  /* What a filter by region or country frames, whatever else is asked for. */
  function around({ region, country }) {
    if (!region.length && !country.length) return null;
    const mask = atlas.filter.select({ ...atlas.filter.empty(), region, country });
    return atlas.around(data.map.sites.filter((_, site) => mask[site]));
  }

  function show(next) {
    const before = state;
    state = next;
    if (!before || before.lang !== state.lang) speak(state.lang);
    const mask = atlas.filter.select(state.filter), sites = data.map.sites.filter((_, site) => mask[site]);
    refresh(state.filter);
    atlas.chips(data, part("chips"), state.filter, change);
    count(mask, sites);
    const own = (record) => sites.filter((site) => site.initiative === record.id);
    const shown = data.records.map((record) => [record, own(record)]).filter(([, places]) => places.length);
    atlas.lists(data, {
      list: part("list"), listHead: part("list-head"), empty: part("empty"),
      offMap: part("off-map"), off: part("off"), offHead: part("off-head"), offWhy: part("off-why"),
    }, shown, choose);
    record(shown.map(([one]) => one.id));
    const unknown = state.unknown.join(" ");
    part("notice").textContent = unknown ? atlas.words(data.text.unknown, { values: unknown }) : "";
    atlas.show(JSON.stringify({
      features: state.lang, land: "land", selected: state.id, failed: data.text.map_failed,
      bounds: page.shared.bounds, around: around(state.filter), bits: atlas.bits(mask),
    }));
  }

  function count(mask, sites) {
    const off = sites.filter((site) => site.x === null).length;
    const wide = sites.filter((site) => site.precision === "region" && site.x !== null).length;
    const all = data.records.length, i = atlas.filter.count(mask), s = sites.length;
    const numbers = { all, i, s, on: s - wide - off, wide, off };
    part("counts").textContent = atlas.words(i < all ? data.text.page_counts : data.text.page_counts_all, numbers);
    part("split").textContent = atlas.words(data.text.counts_split, numbers);
  }

  function step(text, id, parent) {
    const button = html("button", "step-to", text, parent);
    button.type = "button";
    button.addEventListener("click", () => choose(id));
  }

  function record(order) {
    const root = part("record"), found = data.records.find((one) => one.id === state.id);
    root.hidden = !found;
    document.querySelectorAll(".entry[data-id]").forEach((node) => {
      if (node.dataset.id === state.id) node.setAttribute("aria-current", "true");
    });
    root.replaceChildren();
    if (!found) return;
    const bar = html("div", "bar", null, root), at = order.indexOf(found.id);
    if (at >= 0) {
      step(`‹ ${data.text.previous}`, order.at(at - 1), bar);
      html("span", "position", atlas.words(data.text.position, { i: at + 1, n: order.length }), bar);
      step(`${data.text.next} ›`, order[(at + 1) % order.length], bar);
    } else html("span", "position", data.text.hidden, bar);
    const close = html("button", "close", `${data.text.close} ×`, bar);
    close.type = "button";
    close.addEventListener("click", () => choose(null));
    atlas.record(data, found, root);
    if (page.own) page.own(found, state.lang, root, data);
    root.scrollTop = 0;
  }

  /* given: {shared, spoken(lang), land, lang, languages, words} */
  atlas.page = function (given) {
    page = given;
    atlas.filter.use(page.shared);
    map = L.map("map", page.shared.map);
    atlas.start(map);
    document.querySelectorAll("button[data-speak]").forEach((node) => {
      node.addEventListener("click", () => go({ ...state, lang: node.dataset.speak }));
    });
    window.addEventListener("popstate", () => show(read()));
    show(read());
  };
})();
