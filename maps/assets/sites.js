/** Sites: which have a place, which are routes, what holds them all. */

/** @import { Bounds, Placed, Site } from "./types.d.ts" */

/** @param {Site} site @returns {site is Placed} */
export const isPlaced = (site) => site.x !== null;

/** @param {Site} site @returns {site is import("./types.d.ts").Route} */
export const isRoute = (site) => Boolean(site.lines);

/** The sites of initiatives that have no place on the map at all. @param {Site[]} sites */
export function placeless(sites) {
  const placed = new Set(sites.filter(isPlaced).map((site) => site.initiative));
  return sites.filter((site) => !placed.has(site.initiative));
}

/**
 * The smallest frame round what is shown; boxes in open sea only count when there is nothing else.
 * @param {Site[]} sites
 * @returns {Bounds | null}
 */
export function boundsOf(sites) {
  const placed = sites.filter(isPlaced), exact = placed.filter((site) => site.precision !== "region");
  const points = (exact.length ? exact : placed).flatMap((site) =>
    (site.lines ? site.lines.flat() : [[site.y, site.x]]));
  if (!points.length) return null;
  const xs = points.map(([, x]) => x), ys = points.map(([y]) => y), room = 4;
  return [Math.min(...xs) - room * 1.5, Math.min(...ys) - room, Math.max(...xs) + room * 1.5, Math.max(...ys) + room];
}
