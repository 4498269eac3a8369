/* Site: pages beside each other; the map page filters by itself, a list hides rows, records have a still map. */
(function () {
  "use strict";
  const atlas = window.atlas, page = document.documentElement, lang = page.lang, root = page.dataset.root;
  const part = (id) => document.getElementById(id);
  const site = window.atlasSite;
  const own = (id) => `${root}${lang}/initiatives/${id}.html`;
  const asked = new URL(window.location.href).searchParams.get("lang");
  const other = [...document.querySelectorAll("[data-other]")];

  function there(link) {
    const url = new URL(link.href), here = new URL(window.location.href).searchParams;
    here.delete("lang");
    url.search = here;
    return url.href.replace(/%2C/g, ",");
  }

  /* A link of the live atlas names its language. */
  const wanted = other.find((link) => link.dataset.other === asked && asked !== lang);
  if (wanted) { window.location.replace(there(wanted)); return; }
  other.forEach((link) => link.addEventListener("click", () => { link.href = there(link); }));

  function record(found, _, parent, data) {
    const line = atlas.draw.html("p", "own-link", null, parent);
    const link = atlas.draw.html("a", "", data.text.own_page, line);
    link.href = own(found.id);
  }

  function still(box) {
    const { shared, spoken, land } = site, { initiative, facet, code, bounds } = box.dataset, data = spoken[lang];
    data.map.text.country = data.text.map_country;
    atlas.filter.use(shared);
    const chosen = facet ? atlas.filter.select({ ...atlas.filter.empty(), [facet]: [code] }) : null;
    const sites = data.map.sites.map((one, at) => (chosen ? chosen[at] : one.initiative === initiative));
    atlas.host = {
      load: (name) => Promise.resolve(name === "land" ? land : data.map),
      symbol: (name) => `${root}assets/sym/${name}.svg`,
      address: () => window.location.href,
      keep() {},
      tell({ id, country }) {
        if (country) window.location.assign(`${root}${lang}/countries/${country}.html`);
        else if (id && id.split("/")[0] !== initiative) window.location.assign(own(id.split("/")[0]));
      },
      unplaced() {},
    };
    atlas.start(L.map(box, { ...shared.map, scrollWheelZoom: false }));
    atlas.show(JSON.stringify({
      features: lang, land: "land", selected: null, failed: data.text.map_failed,
      bounds: JSON.parse(bounds), bits: atlas.bits(sites),
    }));
  }

  function table(rows) {
    const { shared, spoken } = site, data = spoken[lang];
    atlas.filter.use(shared);
    atlas.host = { symbol: (name) => `${root}assets/sym/${name}.svg` };
    const first = atlas.filter.read(window.location.href);
    let filter = first.filter;
    const change = (act, again) => {
      filter = act(filter);
      const href = atlas.filter.write(window.location.href, filter);
      const way = again ? "replaceState" : "pushState";
      try { window.history[way](null, "", href); } catch (error) { console.info(error.message); }
      show();
    };
    const refresh = atlas.panel(data, part("filters"), part("cards"), change);
    function show() {
      const mask = atlas.filter.select(filter), sites = data.map.sites.filter((_, at) => mask[at]);
      const ids = new Set(sites.map((one) => one.initiative));
      rows.forEach((row) => { row.hidden = !ids.has(row.dataset.id); });
      refresh(filter);
      atlas.chips(data, part("chips"), filter, change);
      const text = ids.size < rows.length ? data.text.page_counts : data.text.page_counts_all;
      part("counts").textContent = atlas.words(text, { all: rows.length, i: ids.size, s: sites.length });
      part("empty").textContent = ids.size ? "" : data.text.empty;
    }
    const unknown = first.unknown.join(" ");
    part("notice").textContent = unknown ? atlas.words(data.text.unknown, { values: unknown }) : "";
    window.addEventListener("popstate", () => { filter = atlas.filter.read(window.location.href).filter; show(); });
    show();
  }

  if (part("table")) table([...part("table").querySelectorAll("tr[data-id]")]);
  else if (part("filters")) {
    const { shared, land, words } = site;
    atlas.page({ shared, land, lang, languages: [lang], words, spoken: () => site.spoken[lang], own: record });
  } else if (part("map")) still(part("map"));
})();
