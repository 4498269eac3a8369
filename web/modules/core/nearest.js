/** What was meant by a search that finds nothing: the nearest words of the names (as atlas/search/nearest.py). */

import { fold } from "./text.js";

/** @typedef {import("./filter.js").Index} Index */

const MOST = 5, PIECES = [/[\p{L}\p{N}]+/gu, /[ァ-ヺー]{3,}/gu];
const known = /** @type {WeakMap<Index, [letters: string[], text: string][]>} */ (new WeakMap());

/**
 * The words of a filter, those that nothing has replaced by near ones; null when that shows nothing either.
 * @param {Index} index
 * @param {import("./filter.js").Filter} filter
 */
export function didYouMean(index, filter) {
  let queries = [""];
  for (const word of filter.q.split(" ")) {
    const tries = index.finds(word) ? [word] : nearest(index, word);
    queries = queries.flatMap((start) => tries.map((one) => `${start} ${one}`.trim()))
      .filter((one) => index.finds(one)).slice(0, MOST);
  }
  return queries.find((q) => q !== filter.q && index.select({ ...filter, q }).includes(1)) ?? null;
}

/** @param {Index} index @param {string} word */
function nearest(index, word) {
  const asked = [...fold(word)], short = /^[\x00-\x7f]*$/.test(asked.join("")) ? 3 : 2;
  const reach = asked.length > 7 ? 2 : Number(asked.length > short);
  return piecesOf(index).filter(([piece]) => Math.abs(piece.length - asked.length) <= reach)
    .map(([piece, text]) => ({ text, steps: distance(asked, piece) })).filter(({ steps }) => steps <= reach)
    .sort((a, b) => a.steps - b.steps).slice(0, MOST).map(({ text }) => text);
}

/** The words of all names, folded, and as they were written first. @param {Index} index */
function piecesOf(index) {
  const pieces = known.get(index) || [], found = new Map();
  if (pieces.length) return pieces;
  const texts = index.names.flatMap(([, , some]) => some);
  texts.flatMap((text) => PIECES.flatMap((find) => text.match(find) || [])).forEach((word) => {
    const piece = fold(word);
    if (!found.has(piece)) found.set(piece, word);
  });
  found.forEach((text, piece) => pieces.push([[...piece], text]));
  known.set(index, pieces);
  return pieces;
}

/**
 * How many letters were left out, put in, changed or swapped with the next (Damerau and Levenshtein).
 * @param {string[]} one
 * @param {string[]} other
 */
export function distance(one, other) {
  let last = /** @type {number[]} */ ([]), row = Array.from({ length: other.length + 1 }, (_, at) => at);
  one.forEach((letter, i) => {
    const before = last;
    last = row;
    row = [i + 1];
    other.forEach((its, j) => {
      const steps = Math.min(last[j + 1] + 1, row[j] + 1, last[j] + Number(letter !== its));
      const swapped = i && j && letter === other[j - 1] && one[i - 1] === its;
      row.push(swapped ? Math.min(steps, before[j - 1] + 1) : steps);
    });
  });
  return row[other.length];
}
