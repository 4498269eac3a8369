/** The filter over an edition's index: which sites it shows and what each option would give (as atlas/index.py). */

import { createSearch } from "./search.js";

/**
 * @typedef {{q: string, codes: Record<string, string[]>}} Filter Free text, codes by facet (OR in one, AND between).
 * @typedef {Uint8Array} Mask One byte a site.
 * @typedef {{size: number, initiative: number[], facets: Record<string, Record<string, string | number[]>>,
 *   statuses: Record<string, Record<string, string | number[]>>, lines: string[], haystack: number[][],
 *   synonyms: string[][], names: [kind: string, code: string, texts: string[]][], undated: string}} IndexFile
 *   Members are rows, or a bit a site (Base64) where that is shorter.
 */

/** @param {string | number[]} packed @param {number} size @returns {number[]} */
function rowsOf(packed, size) {
  if (typeof packed !== "string") return packed;
  const bits = atob(packed), rows = [];
  for (let row = 0; row < size; row += 1) if (bits.charCodeAt(row >> 3) & (128 >> (row & 7))) rows.push(row);
  return rows;
}

/** @param {Record<string, Record<string, string | number[]>>} packed @param {number} size */
const unpacked = (packed, size) =>
  Object.fromEntries(
    Object.entries(packed).map((
      [name, codes],
    ) => [
      name,
      Object.fromEntries(Object.entries(codes).map(([code, member]) => [code, rowsOf(member, size)])),
    ]),
  );

/** @param {Filter} filter The year at whose end things are shown, if any. */
export const until = (filter) =>
  (filter.codes.year || []).filter((code) => /^\d+$/.test(code)).sort().at(-1) || null;

/** @param {Filter} filter */
export const isEmpty = (filter) => !filter.q && Object.values(filter.codes).every((codes) => !codes.length);

/** @param {Filter} filter @param {string} facet @param {string[]} codes @returns {Filter} */
export const withCodes = (filter, facet, codes) => ({
  ...filter,
  codes: { ...filter.codes, [facet]: [...new Set(codes)] },
});

/** Several facets at once. @param {Filter} filter @param {Record<string, string[]>} codes */
export const withAll = (filter, codes) =>
  Object.entries(codes).reduce((now, [facet, some]) => withCodes(now, facet, some), filter);

/** @param {Filter} filter @param {string} facet @param {string} code */
export function toggled(filter, facet, code) {
  const now = filter.codes[facet] || [];
  return withCodes(filter, facet, now.includes(code) ? now.filter((one) => one !== code) : [...now, code]);
}

/** Whether a spaced text has what a search asks for. @param {string} text @param {string[][]} asked */
export const has = (text, asked) => asked.every((terms) => terms.some((term) => text.includes(term)));

/** @param {IndexFile} file */
export function createIndex(file) {
  const { size, initiative, undated } = file;
  const members = unpacked(file.facets, size), statuses = unpacked(file.statuses, size);
  const texts = file.haystack.map((lines) => lines.map((line) => file.lines[line]).join("\n"));
  const wanted = createSearch(file.synonyms);
  const facets = Object.keys(members), met = new Int32Array(Math.max(0, ...initiative) + 1);
  let stamp = 0;

  /** @param {Filter} filter @param {string} facet */
  function of(filter, facet) {
    const year = facet === "status" && until(filter);
    return year ? statuses[year] || {} : members[facet];
  }

  /** @param {Filter} filter @returns {Mask} */
  function select(filter) {
    const asked = wanted(filter.q), mask = new Uint8Array(size).fill(1);
    if (asked.length) {
      texts.forEach((text, row) => {
        if (!has(text, asked)) mask[row] = 0;
      });
    }
    facets.forEach((facet) => {
      const codes = filter.codes[facet] || [], found = of(filter, facet);
      if (!codes.length) return;
      const any = new Uint8Array(size);
      codes.forEach((code) =>
        (found[code] || []).forEach((row) => {
          any[row] = 1;
        })
      );
      for (let row = 0; row < size; row += 1) mask[row] &= any[row];
    });
    return mask;
  }

  /** How many initiatives some rows of a mask belong to. @param {Iterable<number>} rows @param {Mask} mask */
  function count(rows, mask) {
    let found = 0;
    stamp += 1;
    for (const row of rows) {
      const one = initiative[row];
      if (mask[row] && met[one] !== stamp) {
        met[one] = stamp;
        found += 1;
      }
    }
    return found;
  }

  /** How many initiatives each code would give under the other filters. @param {Filter} filter @param {string} facet */
  function counts(filter, facet) {
    const others = withCodes(filter, facet, []), codes = of(others, facet);
    // the status that is asked for is the one of each year
    if (facet === "year" && (others.codes.status || []).length) {
      return Object.fromEntries(
        Object.keys(codes).map((code) => [code, count(codes[code], select(withCodes(others, facet, [code])))]),
      );
    }
    const mask = select(others);
    return Object.fromEntries(Object.entries(codes).map(([code, rows]) => [code, count(rows, mask)]));
  }

  /** Whether a search finds anything. @param {string} q */
  function finds(q) {
    const asked = wanted(q);
    return texts.some((text) => has(text, asked));
  }

  return { size, initiative, facets, members, undated, names: file.names, wanted, finds, select, count, counts };
}

/** @typedef {ReturnType<typeof createIndex>} Index */

/** @param {Mask} mask As Base64, a bit a site. */
export function bits(mask) {
  const bytes = new Uint8Array(Math.ceil(mask.length / 8));
  mask.forEach((on, row) => {
    if (on) bytes[row >> 3] |= 128 >> (row & 7);
  });
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
