/** The basket: the initiatives that are gathered for a briefing, in the order of choice; as a file too. */

const LONGEST = 6000; // characters of an address that every browser, proxy and mail keeps whole
const FORMAT = "foip-atlas-basket", VERSION = 1;

/** @typedef {{ids: string[], edition: string}} Basket */

/** @param {string[]} basket @param {string} id What is in it goes, what is not comes last. */
export const turned = (basket, id) => basket.includes(id) ? basket.filter((one) => one !== id) : [...basket, id];

/** Whether an address holds them. @param {string[]} ids */
export const fits = (ids) => ids.join().length <= LONGEST;

/** @param {string[]} basket @param {string} id @param {-1 | 1} by One place up or down, as far as there is one. */
export function nudged(basket, id, by) {
  const from = basket.indexOf(id), to = from + by, found = [...basket];
  if (from < 0 || to < 0 || to >= basket.length) return basket;
  [found[from], found[to]] = [found[to], found[from]];
  return found;
}

/** The text of a file. @param {Basket} basket */
export const written = ({ ids, edition }) =>
  `${JSON.stringify({ format: FORMAT, version: VERSION, edition, ids }, null, 1)}\n`;

/** The basket in a file's text, each initiative once; none in a text that is no such file.
 * @param {string} text @returns {Basket | null} */
export function basketIn(text) {
  const { format, version, edition, ids } = parsed(text) || {};
  if (format !== FORMAT || version !== VERSION || !Array.isArray(ids)) return null;
  if (typeof edition !== "string" || ids.some((id) => typeof id !== "string")) return null;
  return { edition, ids: [...new Set(ids)] };
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return null;
  }
}
