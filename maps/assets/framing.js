/** Framing: views as centre and zoom: the whole world, the Indo-Pacific, what fits some bounds, what an address asks.
 * */

/** @import { Bounds, View } from "./types.d.ts" */

export const WEST = -30;
export const EAST = 330;
const NORTH = 72, SOUTH = -54;
/* The Indo-Pacific: from the Gulf to the Line Islands, from Hokkaido to Melbourne; narrower on a phone. */
const TOP = 46.6, BOTTOM = -38.5, WIDE = [55, 197], NARROW = [64, 190], PHONE = 560;

/** @param {number} lon */
export const realLon = (lon) => ((lon + 180) % 360 + 360) % 360 - 180;
/** @param {number} lon */
const drawnLon = (lon) => (lon < WEST ? lon + 360 : lon);

/** @param {L.Map} map @param {Bounds} bounds @param {number} nearest @returns {View} */
export function fit(map, [west, south, east, north], nearest) {
  const box = L.latLngBounds([south, west], [north, east]);
  const zoom = Math.min(map.getBoundsZoom(box, false, L.point(24, 24)), nearest);
  const middle = map.unproject(map.project(box.getSouthWest(),
    zoom).add(map.project(box.getNorthEast(), zoom)).divideBy(2), zoom);
  return { center: [middle.lat, middle.lng], zoom };
}

/** @param {L.Map} map @returns {View} */
export function world(map) {
  const size = map.getSize(), y = (/** @type {number} */ lat) => map.project([lat, 0], 0).y;
  const wide = Math.log2(size.x / 256), high = Math.log2(size.y / (y(SOUTH) - y(NORTH)));
  const zoom = size.x > size.y * 1.25 ? Math.max(wide, Math.log2(size.y / 200)) : Math.max(wide, high);
  const middle = map.unproject([0, (y(SOUTH) + y(NORTH)) / 2], 0).lat;
  return { center: [middle, size.x < size.y ? 138 : 150], zoom };
}

/** The whole of it shows whatever the map's shape, with its north edge at the top. @param {L.Map} map
 * @returns {View} */
export function indoPacific(map) {
  const size = map.getSize(), [west, east] = size.x < PHONE ? NARROW : WIDE;
  const y = (/** @type {number} */ lat) => map.project([lat, 0], 0).y;
  const zoom = Math.min(Math.log2((size.x * 360) / 256 / (east - west)), Math.log2(size.y / (y(BOTTOM) - y(TOP))));
  const middle = map.unproject([0, y(TOP) + size.y / 2 / 2 ** zoom], 0).lat;
  return { center: [middle, (west + east) / 2], zoom };
}

/** The view that an address asks for. @param {string} href @returns {View | null} */
export function bookmarked(href) {
  try {
    const text = new URL(href).searchParams.get("view") || "";
    const [lat, lon, zoom] = text.split(",").map(Number);
    if (text.split(",").length !== 3 || ![lat, lon, zoom].every(Number.isFinite)) return null;
    if (Math.abs(lat) > 85 || Math.abs(lon) > 360 || zoom < 0 || zoom > 12) return null;
    return { center: [lat, drawnLon(realLon(lon))], zoom };
  } catch { return null; }
}

/** The same address for another view; home has none. @param {string} href @param {L.Map} map @param {boolean} isHome */
export function withView(href, map, isHome) {
  const here = new URL(href), c = map.getCenter();
  const text = `${c.lat.toFixed(2)},${realLon(c.lng).toFixed(2)},${map.getZoom().toFixed(2)}`;
  if (isHome) here.searchParams.delete("view"); else here.searchParams.set("view", text);
  return here.href.replace(/%2C/g, ",");
}
