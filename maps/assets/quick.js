/** Quick: a filter's button on the page shows on the map at once, by the members that the browser holds; the page's own
 * answer follows and has the last word. What members cannot tell (a search, a year) waits for it. */

import { host } from "./host.js";

/** @typedef {{size: number, facets: Record<string, Record<string, string | number[]>>}} Codes */

/** @type {Codes | null} */
let codes = null;
/** @type {string | null} */
let loading = null;

/** @param {string | number[]} packed @param {number} size */
function unpacked(packed, size) {
  const found = new Uint8Array(Math.ceil(size / 8));
  if (typeof packed === "string") return Uint8Array.from(atob(packed), (char) => char.charCodeAt(0));
  packed.forEach((row) => { found[row >> 3] |= 128 >> (row & 7); });
  return found;
}

/** One of the codes in each facet, as the index has it. @param {Codes} known
 * @param {Record<string, string[]>} filter */
function select({ size, facets }, filter) {
  const bits = new Uint8Array(Math.ceil(size / 8)).fill(255);
  Object.entries(filter).forEach(([facet, asked]) => {
    if (!asked.length) return;
    const members = asked.map((code) => unpacked(facets[facet][code], size));
    for (let i = 0; i < bits.length; i += 1) bits[i] &= members.reduce((any, one) => any | one[i], 0);
  });
  if (size % 8) bits[bits.length - 1] &= 256 - (1 << (8 - (size % 8)));
  return bits;
}

/** @param {Uint8Array} bits Base64, as a scene has them. */
const text = (bits) => btoa(bits.reduce((all, byte) => all + String.fromCharCode(byte), ""));

/** @param {Codes} known */
function read({ facets }) {
  const params = new URL(host().address()).searchParams;
  if (params.get("q") || params.get("year")) return null;
  return Object.fromEntries(Object.keys(facets).map((facet) => {
    const asked = params.getAll(facet).join(",").split(",");
    return [facet, [...new Set(asked)].filter((code) => Object.hasOwn(facets[facet], code))];
  }));
}

/** The page has put the filter into its address by now: see filter.js.
 * @param {MouseEvent} event @param {(bits: string) => void} preview */
function clicked(event, preview) {
  const node = /** @type {Element} */ (event.target);
  if (!codes || !node.closest || !node.closest("button[data-facet], button[data-drop]")) return;
  setTimeout(() => {
    const filter = codes && read(codes);
    if (codes && filter) preview(text(select(codes, filter)));
  });
}

/** Called with each scene that the page asks for.
 * @param {string | null | undefined} file @param {(bits: string) => void} preview */
export function quick(file, preview) {
  if (!file) { codes = loading = null; return; }
  if (file === loading) return;
  if (!loading) host().clicks((event) => clicked(event, preview));
  loading = file;
  host().load(file).then((found) => { if (loading === file) codes = found; }, () => { loading = null; });
}

export const quickReady = () => codes !== null;
