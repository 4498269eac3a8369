/** The front end: the address is the state; each change draws the map at once, then cards, filters, list and record. */

import { fits, turned } from "./core/basket.js";
import { readAddress, shown, withBasket, writeAddress } from "./core/address.js";
import { createIndex, isEmpty, toggled, withAll, withCodes } from "./core/filter.js";
import { answered, isAnswered } from "./core/many.js";
import { modelOf } from "./core/model.js";
import { sceneOf } from "./core/scene.js";

/**
 * @typedef {import("./core/filter.js").Filter} Filter
 * @typedef {import("./core/filter.js").Index} Index
 * @typedef {import("./core/progress.js").Step} Step
 * @typedef {{id: string, focus: string, title: string, partners: string[], themes: string[], area: string,
 *   steps: Step[]}} Row One initiative; rows stand in the order of the index's numbers.
 * @typedef {import("./core/text.js").Words & {lang: string, comma: string, names: Record<string, string>,
 *   labels: Record<string, Record<string, string>>, brief: Record<string, string>, hints: Record<string, string>,
 *   order: Record<string, string[]>, statuses: string[], areas: [string, string][], parties: string[],
 *   rows: Row[]}} Catalogue
 * @typedef {{id: string, initiative: string, focus: string, precision: string, name: string, countries: string[],
 *   x: number | null, y: number}} Site
 * @typedef {{file: string, sites: Site[], countries: Record<string, {name: string}>,
 *   regions: Record<string, string>}} Features
 * @typedef {{index: Index, regions: string[], extents: any, catalogue: Catalogue, features: Features,
 *   edition: string, told?: import("./core/many.js").Told}} Data `told` where the server answers for many sites.
 * @typedef {{row: Row, at: number, rows: number[]}} Shown An initiative and its sites that are shown.
 * @typedef {{kind: "all"} | {kind: "off"} | {kind: "place", name: string, ids: string[]}} Panel
 * @typedef {{lang: string, filter: Filter, id: string | null, unknown: string[], basket: string[]}} State
 * @typedef {{data: Data, state: State, year: string | null, shown: Shown[], all: Shown[], off: Set<number>,
 *   counts: Record<string, number>, panel: Panel, counted: (facet: string) => Record<string, number>,
 *   total: (code: string) => number, over: string[], failed?: boolean, host: Host}} Model `over` are initiatives
 *   that were to be gathered: more than an address holds; `total` is how many a focus area has, whatever is asked for.
 * @typedef {{load: (name: string) => Promise<any>, address: () => string, push: (href: string) => void,
 *   replace: (href: string) => void, draw: (scene: Record<string, unknown>) => void, changed: () => void,
 *   symbol: (name: string) => string, record: (model: Model, at: number) => Promise<any>,
 *   view?: (lang: string, question: string) => Promise<any>,
 *   hold?: (name: string, file: unknown) => void, country?: (code: string) => void,
 *   compare?: (code: string) => void, brief?: () => void,
 *   extras?: (model: Model, record: any) => Node | null}} Host
 * @typedef {{lang: string, index: string, catalogue: string, features: string, edition?: string,
 *   many?: boolean, narrow?: Record<string, string[]>}} Given What a page brings, `many` where the server answers for
 *   its sites; `narrow` has codes in place of the address's.
 */

/** @param {Host} host */
export function createApp(host) {
  /** @type {Data | null} */ let data = null;
  /** @type {State | null} */ let state = null;
  /** @type {Given | null} */ let given = null;
  /** @type {Panel} */ let panel = { kind: "all" };
  /** @type {Model | null} */ let model = null;
  /** @type {import("./core/many.js").Base | null} */ let base = null;
  /** @type {import("./core/many.js").Look | null} */ let look = null;
  /** @type {Map<HTMLElement, (model: Model, app: App) => void>} */ const views = new Map();
  let turn = 0, due = 0, seen = "", over = /** @type {string[]} */ ([]);

  /** @returns {State} */
  function read() {
    const { index, catalogue } = /** @type {Data} */ (data), { narrow = {} } = /** @type {Given} */ (given);
    const asked = readAddress(host.address(), index.members);
    const known = !asked.id || catalogue.rows.some((row) => row.id === asked.id);
    if (!known) asked.unknown.push(`id=${shown(String(asked.id))}`);
    return { ...asked, lang: catalogue.lang, filter: withAll(asked.filter, narrow), id: known ? asked.id : null };
  }

  /** Asks the server what the address and the map's view show. */
  function renew() {
    const mine = (turn += 1), from = /** @type {import("./core/many.js").Base} */ (base);
    answered(from, host, look, redraw).then((found) => {
      if (mine !== turn) return;
      data = found;
      show();
    }, () => {
      if (mine !== turn || !model) return;
      model = { ...model, failed: true };
      redraw();
    });
  }

  function redraw() {
    cancelAnimationFrame(due);
    due = requestAnimationFrame(() => views.forEach((draw) => draw(/** @type {Model} */ (model), app)));
  }

  function show() {
    if (base && !isAnswered(data, host.address(), look)) renew();
    else if (data) draw(data);
  }

  /** @param {Data} data */
  function draw(data) {
    const before = state;
    state = read();
    if (before && JSON.stringify(before.filter) !== JSON.stringify(state.filter)) panel = { kind: "all" };
    seen = host.address();
    model = modelOf(state, data, { panel, over, host });
    host.draw(sceneOf(model));
    redraw();
  }

  /** @param {Filter} filter @param {string | null} id @param {boolean} [again] In place of the last address. */
  function go(filter, id, again) {
    const { narrow = {} } = /** @type {Given} */ (given), now = /** @type {State} */ (state);
    const { codes } = readAddress(host.address(), /** @type {Data} */ (data).index.members).filter;
    const own = withAll(filter, Object.fromEntries(Object.keys(narrow).map((facet) => [facet, codes[facet]])));
    const href = writeAddress(host.address(), { lang: now.lang, filter: own, id });
    if (href === host.address()) return;
    if (again) host.replace(href);
    else host.push(href);
    show();
    host.changed();
  }

  /** @param {(filter: Filter) => Filter} act @param {boolean} [again] */
  const change = (act, again) => {
    const now = /** @type {State} */ (state);
    go(act(now.filter), now.id, again);
  };

  const app = {
    /** Take what a page brings; files that it knows are not read again. @param {Given} next */
    async use(next) {
      const mine = (turn += 1),
        [index, catalogue, features] = await Promise.all([
          host.load(next.index),
          host.load(next.catalogue),
          host.load(next.features),
        ]);
      if (mine !== turn) return;
      base = next.many ? { index, catalogue, features, edition: next.edition || "" } : null;
      if (base) {
        given = next;
        if (data?.catalogue.lang !== catalogue.lang || data?.edition !== base.edition) data = null;
        show();
        return;
      }
      const same = data && given && given.index === next.index;
      data = {
        index: same ? /** @type {Data} */ (data).index : createIndex(index),
        regions: index.regions,
        extents: index.extents,
        catalogue,
        features: { ...features, file: next.features },
        edition: next.edition || "",
      };
      given = next;
      show();
    },
    /** The map shows another view. @param {number[]} box @param {number} zoom */
    look(box, zoom) {
      look = { box, zoom };
      if (base) show();
    },
    /** Draw a part of the page into an element, now and with each change. @param {HTMLElement} root
     * @param {(model: Model, app: App) => void} draw */
    mount(root, draw) {
      views.set(root, draw);
      if (model) draw(model, app);
    },
    /** @param {HTMLElement} root */
    unmount: (root) => {
      views.delete(root);
    },
    /** Back, or the like, has changed the address; what is gathered stays. */
    follow() {
      if (!data || !state || host.address() === seen) return;
      host.replace(withBasket(host.address(), state.basket));
      show();
    },
    /** `whole` are codes that all stand while none is chosen.
     * @param {string} facet @param {string} code @param {string[]} [whole] */
    toggle: (facet, code, whole) =>
      change((filter) => {
        const now = filter.codes[facet] || [];
        if (!whole) return toggled(filter, facet, code);
        const from = now.length ? now : whole,
          next = from.includes(code) ? from.filter((one) => one !== code) : [...from, code];
        return withCodes(filter, facet, whole.every((one) => next.includes(one)) ? [] : next);
      }),
    /** @param {string} facet @param {string[]} codes */
    choose: (facet, codes) => app.set({ [facet]: codes }),
    /** Several facets in one step. @param {Record<string, string[]>} codes */
    set: (codes) =>
      change((filter) => withAll(filter, codes)),
    /** @param {string} q */
    search: (q) => change((filter) => ({ ...filter, q: q.replace(/\s+/g, " ").trim() }), true),
    /** A suggestion: a record, or one more code of a facet; what was typed to find it goes.
     * @param {string} kind @param {string} code */
    take(kind, code) {
      const now = /** @type {State} */ (state), rest = { ...now.filter, q: "" };
      if (kind === "initiative") go(rest, code);
      else go(withCodes(rest, kind, [...(rest.codes[kind] || []), code]), now.id);
    },
    clear: () =>
      change((filter) => ({
        q: "",
        codes: Object.fromEntries(Object.keys(filter.codes).map((facet) => [facet, []])),
      })),
    /** Nothing but some initiatives. @param {string[]} ids */
    only: (ids) =>
      change(({ codes }) => ({
        q: "",
        codes: { ...Object.fromEntries(Object.keys(codes).map((facet) => [facet, []])), ids },
      })),
    /** Gather initiatives for a briefing, in this order, as far as the address holds them all. @param {string[]} ids */
    gather(ids) {
      over = fits(ids) || ids.length <= /** @type {State} */ (state).basket.length ? [] : ids;
      if (!over.length) host.replace(withBasket(host.address(), ids));
      show();
      host.changed();
    },
    /** What the map marks and its popups say, and how they gather an initiative or give it up. */
    basket: () => {
      if (!data || !state) return null;
      const { text } = data.catalogue, words = { add: text.basket_add, take: text.basket_take, in: text.basket_in };
      return { ids: state.basket, words, turn: app.turn };
    },
    /** @param {string} id */
    turn: (id) => app.gather(turned(/** @type {State} */ (state).basket, id)),
    /** @param {string | null} id */
    open: (id) => {
      const now = /** @type {State} */ (state);
      go(now.filter, id);
    },
    /** List what a mark stands for, or what has no place on the map. @param {Panel} next */
    list(next) {
      panel = next;
      if (state && state.id) app.open(null);
      else show();
    },
    /** A mark of the map: its country's list where it stands for one, else what stands there.
     * @param {{key?: string, name: string, country?: string | null, precision: string,
     *   sites: {initiative: string}[]}} group */
    mark({ key, name, country, precision, sites }) {
      if (!sites.length && precision === "region") app.set({ region: [String(key)], precision: [precision] });
      else if (country && precision === "country") app.choose("country", [country]);
      else app.list({ kind: "place", name, ids: [...new Set(sites.map((site) => site.initiative))] });
    },
    /** Whether nothing is asked for but what the page itself decides. */
    isEmpty: () =>
      !state ||
      isEmpty(
        Object.keys(given?.narrow || {}).reduce((now, facet) => withCodes(now, facet, []), state.filter),
      ),
  };
  return app;
}

/** @typedef {ReturnType<typeof createApp>} App */
