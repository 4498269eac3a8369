/** What a filter by region or country frames on a map (as web/extents.py). */

/** @typedef {[number, number, number, number]} Bounds West, south, east, north in degrees of the drawing frame. */

const HOME = [55, -38.5, 197, 46.6];

/**
 * What a filter frames unless someone has moved the map; null where the home view shows its countries already.
 * @param {import("./filter.js").Filter} filter
 * @param {Record<string, Record<string, Bounds>>} known
 * @returns {Bounds | null}
 */
export function around({ codes }, known) {
  const facet = (codes.country || []).length ? "country" : "region";
  const boxes = (codes[facet] || []).map((code) => known[facet][code]).filter(Boolean);
  if (!boxes.length) return null;
  const least = (/** @type {0 | 1} */ side) => Math.min(...boxes.map((box) => box[side]));
  const most = (/** @type {2 | 3} */ side) => Math.max(...boxes.map((box) => box[side]));
  const box = /** @type {Bounds} */ ([least(0), least(1), most(2), most(3)]);
  const home = box[0] >= HOME[0] && box[1] >= HOME[1] && box[2] <= HOME[2] && box[3] <= HOME[3];
  return facet === "country" && home ? null : box;
}
