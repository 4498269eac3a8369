/** The static site: pages beside each other; map and list filter by themselves, records have a still map. */

import { bits, createIndex, withCodes } from "./core/filter.js";
import { el } from "./parts/dom.js";
import { standalone } from "./standalone.js";
import { useHost } from "../../maps/assets/host.js";
import { show, start } from "../../maps/assets/map.js";
import { fill } from "./core/text.js";

const { lang, dataset: { root = "" } } = document.documentElement;
const given =
  /** @type {import("./standalone.js").Given} */ ({ ...(/** @type {any} */ (globalThis)).atlasSite, lang });
const part = (/** @type {string} */ id) => document.getElementById(id);
const own = (/** @type {string} */ id) => `${root}${lang}/initiatives/${id}.html`;
const symbol = (/** @type {string} */ name) => `${root}assets/sym/${name}.svg`;
const country = (/** @type {string} */ code) => location.assign(`${root}${lang}/countries/${code}.html`);

/** The same page in the other language, with what the address asks for. @param {HTMLAnchorElement} link */
function there(link) {
  const url = new URL(link.href), here = new URL(location.href).searchParams;
  here.delete("lang");
  url.search = String(here);
  return url.href.replace(/%2C/g, ",");
}

/** A small map that shows one initiative, region or country. @param {HTMLElement} box */
function still(box) {
  const { shared, spoken, land } = given,
    data = spoken[lang],
    { initiative, facet, code, bounds } = box.dataset;
  const index = createIndex(shared.index);
  const mask = facet
    ? index.select(withCodes({ q: "", codes: {} }, facet, [String(code)]))
    : Uint8Array.from(data.features.sites, (one) => Number(one.initiative === initiative));
  const loaded = (/** @type {string} */ name) => Promise.resolve(name === "land" ? land : data.features);
  useHost({
    load: loaded,
    once: loaded,
    symbol,
    address: () => location.href,
    keep() {},
    tell(click) {
      const { id, country: asked } = /** @type {{id?: string, country?: string}} */ (click);
      if (asked) country(asked);
      else if (id && id.split("/")[0] !== initiative) location.assign(own(id.split("/")[0]));
    },
    unplaced() {},
  });
  start(L.map(box, { ...shared.map, scrollWheelZoom: false }));
  show(JSON.stringify({
    features: lang,
    land: "land",
    selected: null,
    failed: data.catalogue.text.map_failed,
    bounds: JSON.parse(String(bounds)),
    bits: bits(mask),
  }));
}

/** The list: a filter hides rows. @param {HTMLElement} table */
function list(table) {
  const rows = /** @type {HTMLElement[]} */ ([...table.querySelectorAll("tr[data-id]")]);
  standalone(given, { symbol, country }, ({ all, counts, data: { catalogue: { text, forms } } }) => {
    const ids = new Set(all.map((one) => one.row.id));
    rows.forEach((row) => {
      row.hidden = !ids.has(String(row.dataset.id));
    });
    const empty = part("empty"), told = part("counts");
    if (empty) empty.textContent = ids.size ? "" : text.empty;
    if (told) told.textContent = fill(counts.i < counts.all ? forms.page_counts : forms.page_counts_all, counts);
  });
}

const others = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll("[data-other]")]);
const asked = new URL(location.href).searchParams.get("lang");
const wanted = others.find((link) => link.dataset.other === asked && asked !== lang);
if (wanted) location.replace(there(wanted)); // a link of the live atlas names its language
else {
  others.forEach((link) =>
    link.addEventListener("click", () => {
      link.href = there(link);
    })
  );
  const table = part("table"), map = part("map");
  if (table) list(table);
  else if (part("filters")) {
    const extras = (/** @type {unknown} */ _, /** @type {{id: string}} */ { id }) =>
      el("p", {}, el("a", { href: own(id), text: given.spoken[lang].catalogue.text.own_page }));
    standalone(given, { symbol, country, extras });
  } else if (map) still(map);
}
