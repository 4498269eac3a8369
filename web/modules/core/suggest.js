/** What is suggested while someone types: names, best first. */

import { didYouMean } from "./nearest.js";
import { spaced } from "./search.js";

/**
 * @typedef {import("./filter.js").Index} Index
 * @typedef {{kind: string, code: string, text: string}} Suggestion `kind` is a facet, place or initiative.
 */

const MOST = 8;
const known = /** @type {WeakMap<Index, string[][]>} */ (new WeakMap());

/**
 * At most eight: what is called so, then what begins so, then what has all words; if nothing does, what was meant.
 * @param {Index} index
 * @param {string} typed
 * @param {string} lang
 * @param {string[]} kinds
 * @returns {Suggestion[]}
 */
export function suggest(index, typed, lang, kinds) {
  const terms = index.wanted(typed), first = terms.length === 1 ? terms[0] : [spaced(typed).trimEnd()];
  const ranks = /** @type {number[][]} */ ([[], [], []]);
  if (!terms.length) return [];
  keysOf(index).forEach((keys, at) => {
    if (kinds.includes(index.names[at][0])) ranks[rank(keys, first, terms)]?.push(at);
  });
  const found = ranks.flat().slice(0, MOST), meant = found.length ? null : didYouMean(index, { q: typed, codes: {} });
  return meant ? suggest(index, meant, lang, kinds) : found.map((at) => {
    const [kind, code, texts] = index.names[at];
    return { kind, code, text: texts[lang === "ja" ? 0 : 1] };
  });
}

/** @param {string[]} keys @param {string[]} first @param {string[][]} terms */
function rank(keys, first, terms) {
  if (keys.some((key) => first.some((term) => key.trim() === term.trim()))) return 0;
  if (keys.some((key) => first.some((term) => key.startsWith(term)))) return 1;
  return terms.every((some) => some.some((term) => keys.some((key) => key.includes(term)))) ? 2 : 3;
}

/** All names, spaced. @param {Index} index */
function keysOf(index) {
  const keys = known.get(index) || index.names.map(([, , texts]) => texts.map(spaced));
  known.set(index, keys);
  return keys;
}
