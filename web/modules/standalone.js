/** The front end in pages that work without a server: the handout, the static site's map and list. */

import { createApp } from "./app.js";
import { cards } from "./parts/cards.js";
import { replace } from "./parts/dom.js";
import { filters } from "./parts/filters.js";
import { footOf } from "./parts/foot.js";
import { panel } from "./parts/panel.js";
import { onPaper } from "./parts/paper.js";
import { fill } from "./core/text.js";
import { useHost } from "../../maps/assets/host.js";
import { see, show, start } from "../../maps/assets/map.js";

/**
 * @typedef {{features: any, catalogue: any, records: any[], foot: import("./parts/foot.js").Foot}} Spoken
 * @typedef {{shared: {index: any, symbols: Record<string, string>, map: any, bounds: number[] | null,
 *   narrow: Record<string, string[]>}, spoken: Record<string, Spoken>, land: any, lang: string,
 *   words: Record<string, Record<string, string>>}} Given
 * @typedef {{symbol?: (name: string) => string, country?: (code: string) => void,
 *   extras?: import("./app.js").Host["extras"]}} Own What a page does its own way.
 */

/** @param {string} id */
const part = (id) => document.getElementById(id);

/** Browsers may refuse to change the address of a local file; the page works on without.
 * @param {"pushState" | "replaceState"} way @param {string} href */
function put(way, href) {
  try {
    history[way](null, "", href);
  } catch (error) {
    console.info(String(error));
  }
}

/** A picture as part of the page. @param {Given} given */
export const inlined = ({ shared }) => (/** @type {string} */ name) =>
  `data:image/svg+xml,${encodeURIComponent(shared.symbols[name])}`;

/** @param {Spoken} spoken @param {number} at A record whose sources are numbers in the foot's lists. */
function recordAt({ records, foot }, at) {
  const cited = [...foot.documents, ...foot.records], { places, milestones, ...rest } = records[at];
  const full = (/** @type {any} */ one) => ({ ...one, source: one.source === null ? null : cited[one.source] });
  return { ...rest, places: places.map(full), milestones: milestones.map(full) };
}

/**
 * Draws what the page has places for, and follows its address. `shown` hears what a filter shows.
 * @param {Given} given
 * @param {Own} own
 * @param {(model: import("./app.js").Model) => void} [shown]
 */
export function standalone(given, own, shown) {
  const { shared, spoken, land, words } = given, symbol = own.symbol || inlined(given);
  const asked = new URL(location.href).searchParams.get("lang") || "";
  let lang = asked in spoken ? asked : given.lang, scene = /** @type {any} */ (null);
  let here = location.href; // where the browser refuses to change it
  const go = (/** @type {"pushState" | "replaceState"} */ way) => (/** @type {string} */ href) => {
    here = href;
    put(way, href);
  };
  const app = createApp({
    load: (name) =>
      Promise.resolve(name === "index" ? shared.index : spoken[lang][/** @type {"features"} */ (name)]),
    address: () => here,
    push: go("pushState"),
    replace: go("replaceState"),
    draw(next) {
      scene = { ...next, features: lang };
      see();
    },
    changed() {},
    symbol,
    record: (model, at) => Promise.resolve(recordAt(spoken[model.state.lang], at)),
    country: own.country,
    extras: own.extras,
  });
  const loaded = (/** @type {string} */ name) =>
    Promise.resolve(name === "land" ? land : spoken[name].features);
  useHost({
    load: loaded,
    once: loaded,
    symbol,
    address: () => here,
    keep: go("replaceState"),
    tell: (click) => app.open(click.id ? String(click.id).split("/")[0] : null),
    unplaced: () => app.list({ kind: "off" }),
    front: () => ({ scene, list: app.mark }),
  });
  const mount = (/** @type {string} */ id, /** @type {(root: HTMLElement) => any} */ make) => {
    const root = part(id);
    if (root) app.mount(root, make(root));
  };
  mount("cards", cards);
  mount("filters", (root) => filters(root));
  let whole = /** @type {(on: boolean) => void} */ (() => {});
  mount("panel", (root) => panel(root, { paper: (set) => whole = set }));
  const notice = part("notice");
  app.mount(document.createElement("i"), (model) => {
    const unknown = model.state.unknown.join(" ");
    if (notice) {
      notice.textContent = unknown ? fill(model.data.catalogue.forms.unknown, { values: unknown }) : "";
    }
    if (shown) shown(model);
  });
  const box = part("map"), foot = part("foot");
  if (box) start(L.map(box, shared.map));
  onPaper(box, (on) => whole(on));

  function speak() {
    document.documentElement.lang = lang;
    const each = (/** @type {string} */ what, /** @type {(node: HTMLElement) => void} */ act) =>
      /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(what)).forEach(act);
    each("[data-words]", (node) => {
      node.textContent = words[lang][String(node.dataset.words)];
    });
    each("[data-label]", (node) => node.setAttribute("aria-label", words[lang][String(node.dataset.label)]));
    each(
      "button[data-speak]",
      (node) => node.setAttribute("aria-pressed", String(node.dataset.speak === lang)),
    );
    if (words[lang].title) document.title = words[lang].title;
    if (foot) replace(foot, ...footOf(spoken[lang].foot, symbol));
    const failed = spoken[lang].catalogue.text.map_failed;
    app.use({ lang, index: "index", catalogue: "catalogue", features: "features", narrow: shared.narrow }).then(
      () => {
        const { bounds } = shared, given = { features: lang, land: "land", failed, bounds, bits: scene.bits };
        if (box) show(JSON.stringify(given));
      },
    );
  }
  document.querySelectorAll("button[data-speak]").forEach((node) => {
    node.addEventListener("click", () => {
      lang = String(/** @type {HTMLElement} */ (node).dataset.speak);
      const url = new URL(here);
      url.searchParams.set("lang", lang);
      go("pushState")(url.href.replace(/%2C/g, ","));
      speak();
    });
  });
  globalThis.addEventListener("popstate", () => {
    here = location.href;
    const next = new URL(here).searchParams.get("lang") || given.lang;
    if (next !== lang && next in spoken) {
      lang = next;
      speak();
    } else app.follow();
  });
  speak();
  return app;
}
