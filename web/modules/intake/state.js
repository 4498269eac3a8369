/** The review: a draft, where one stands in it, and every step back. A pure function of what is done. */

import { blank, sequence } from "./draft.js";
import { halves } from "./entry.js";

/** @typedef {import("./draft.js").Draft} Draft */
/** @typedef {import("./draft.js").Entry} Entry */
/** @typedef {import("./draft.js").Item} Item */
/** @typedef {import("./draft.js").Words2} Words2 */
/** @typedef {"doubt" | "document"} Order */
/** @typedef {{draft: Draft, at: number, part: number}} Moment */
/**
 * @typedef {Moment & {order: Order, past: Moment[], future: Moment[]}} State
 *   `at` is the item looked at, `part` the entry of it.
 * @typedef {{kind: "go", at: number} | {kind: "step", by: 1 | -1} | {kind: "part", part: number}
 *   | {kind: "order", order: Order} | {kind: "entry", change: (entry: Entry) => Entry}
 *   | {kind: "label" | "heading", words: Partial<Words2>}
 *   | {kind: "source", change: (source: Draft["source"]) => Draft["source"]}
 *   | {kind: "take"} | {kind: "refuse", reason: string} | {kind: "split", cut: number} | {kind: "join"}
 *   | {kind: "add"} | {kind: "drop"} | {kind: "organisation", name: string} | {kind: "undo"} | {kind: "redo"}} Action
 */

const KEPT = 500; // steps back

/** @param {Draft} draft @param {Order} [order] @returns {State} Where one begins: the first item that is left. */
export function begun(draft, order = "doubt") {
  const all = sequence(draft, order), at = all.find((one) => draft.items[one].state === "open") ?? all[0] ?? 0;
  return { draft, at, part: 0, order, past: [], future: [] };
}

/** @param {State} state @returns {Item} */
export const itemOf = ({ draft, at }) => draft.items[at];

/** @param {State} state @returns {Entry | undefined} */
export const entryOf = (state) => itemOf(state).entries[state.part];

/** @param {State} state @param {Action} action @returns {State} */
export function reduce(state, action) {
  const item = itemOf(state), entry = entryOf(state);
  switch (action.kind) {
    case "go":
      return state.draft.items[action.at] ? { ...state, at: action.at, part: 0 } : state;
    case "step":
      return stepped(state, action.by);
    case "part":
      return item.entries[action.part] ? { ...state, part: action.part } : state;
    case "order":
      return { ...state, order: action.order };
    case "entry":
      return entry ? withItem(state, { entries: put(item.entries, state.part, action.change(entry)) }) : state;
    case "label":
      return withItem(state, { label: { ...item.label, ...action.words } });
    case "heading":
      return done(state, { draft: { ...state.draft, items: headed(state, { ...item.heading, ...action.words }) } });
    case "source":
      return done(state, { draft: { ...state.draft, source: action.change(state.draft.source) } });
    case "take":
      return item.entries.length ? onward(withItem(state, { state: "taken", reason: "" })) : state;
    case "refuse":
      return onward(withItem(state, { state: "refused", reason: action.reason }));
    case "split":
      return entry && action.cut > entry.start && action.cut < entry.end
        ? withItem(state, { entries: put(item.entries, state.part, ...halves(item, entry, action.cut)) })
        : state;
    case "join":
      return joined(state);
    case "add":
      return withItem(state, { entries: [...item.entries, blank(item.start, item.end)] }, item.entries.length);
    case "drop":
      return entry ? withItem(state, { entries: put(item.entries, state.part) }, Math.max(0, state.part - 1)) : state;
    case "organisation":
      return named(state, action.name);
    case "undo":
      return back(state);
    case "redo":
      return forth(state);
  }
}

/** @template T @param {T[]} list @param {number} at @param {...T} instead */
const put = (list, at, ...instead) => [...list.slice(0, at), ...instead, ...list.slice(at + 1)];

/** @param {State} state @param {Partial<Moment>} change @returns {State} */
const done = (state, change) => ({
  ...state, ...change, past: [...state.past, moment(state)].slice(-KEPT), future: [],
});

/** @param {State} state @returns {Moment} */
const moment = ({ draft, at, part }) => ({ draft, at, part });

/** @param {State} state @param {Partial<Item>} change @param {number} [part] @returns {State} */
function withItem(state, change, part = state.part) {
  const items = put(state.draft.items, state.at, { ...itemOf(state), ...change });
  return done(state, { draft: { ...state.draft, items }, part });
}

/** All items of a part have its heading. @param {State} state @param {Words2} heading */
function headed(state, heading) {
  const { ja, en } = itemOf(state).heading;
  return state.draft.items.map((one) => one.heading.ja === ja && one.heading.en === en ? { ...one, heading } : one);
}

/** @param {State} state @param {1 | -1} by @returns {State} */
function stepped(state, by) {
  const all = sequence(state.draft, state.order), at = all[all.indexOf(state.at) + by];
  return at === undefined ? state : { ...state, at, part: 0 };
}

/** To the next that is left, from the beginning again where none is below.
 * @param {State} state @returns {State} */
function onward(state) {
  const all = sequence(state.draft, state.order), here = all.indexOf(state.at);
  const next = [...all.slice(here + 1), ...all.slice(0, here)].find((at) => state.draft.items[at].state === "open");
  return next === undefined ? state : { ...state, at: next, part: 0 };
}

/** The same initiative as the item before tells of, or its own again. @param {State} state @returns {State} */
function joined(state) {
  const item = itemOf(state), entry = entryOf(state);
  if (!entry) return state;
  const before = state.draft.items.slice(0, state.at).reverse().find((one) =>
    one.state !== "refused" && one.entries.length);
  const target = entry.with_item ? null : before?.entries[0].with_item || before?.code || null;
  if (!target && !entry.with_item) return state;
  return withItem(state, { entries: put(item.entries, state.part, { ...entry, with_item: target }) });
}

/** An organisation that no table has, as a partner. @param {State} state @param {string} name @returns {State} */
function named(state, name) {
  const { draft } = state, item = itemOf(state), entry = entryOf(state);
  if (!entry) return state;
  const slug = name.normalize("NFKD").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 50);
  const taken = new Set(draft.organisations.map((one) => one.key)), base = slug || "organisation";
  let key = slug || "organisation-1";
  for (let n = 2; taken.has(key); n += 1) key = `${base}-${n}`;
  const lang = /[\u3040-\u30ff\u3400-\u9fff]/.test(name) ? "ja" : "en";
  const organisations = [...draft.organisations, { key, name: { ja: "", en: "", [lang]: name } }];
  const items = put(draft.items, state.at, {
    ...item, entries: put(item.entries, state.part, { ...entry, partners: [...entry.partners, key] }),
  });
  return done(state, { draft: { ...draft, items, organisations } });
}

/** @param {State} state @returns {State} */
function back(state) {
  const before = state.past.at(-1);
  if (!before) return state;
  return { ...state, ...before, past: state.past.slice(0, -1), future: [moment(state), ...state.future] };
}

/** @param {State} state @returns {State} */
function forth(state) {
  const [next, ...future] = state.future;
  return next ? { ...state, ...next, past: [...state.past, moment(state)], future } : state;
}
