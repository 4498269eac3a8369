/** Land: one path a country. Leaflet's own polygons make two objects of each of 80,000 vertices; these are projected
 * once, thinned by zoom, and moved by the canvas. */

/** @import { Feature, Land, Outline } from "../types.d.ts" */
import { outlined } from "../../../adapters/leaflet.js";

export const UNIT = 65536;  // px of the world at zoom 8
export const FINE_FROM = 6;  // the zoom from which on the finer coast shows
const LIMIT = 85.0511, FINEST = 7, FINE = 0.5;  // degrees; zoom; px

/** @param {number} lon */
export const across = (lon) => UNIT * (lon / 360 + 0.5);

/** @param {number} lat */
export function down(lat) {
  const sine = Math.sin((Math.max(Math.min(lat, LIMIT), -LIMIT) * Math.PI) / 180);
  return UNIT * (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI));
}

/** @param {Feature["geometry"]} geometry */
function rings({ type, coordinates }) {
  const all = type === "Polygon" ? coordinates : coordinates.flat();
  return all.map((ring) => {
    const flat = new Float64Array(ring.length * 2);
    ring.forEach(([lon, lat], i) => { flat[2 * i] = across(lon); flat[2 * i + 1] = down(lat); });
    return flat;
  });
}

/** @param {Float64Array} ring */
function ends(ring) {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < ring.length; i += 2) {
    x0 = Math.min(x0, ring[i]); x1 = Math.max(x1, ring[i]);
    y0 = Math.min(y0, ring[i + 1]); y1 = Math.max(y1, ring[i + 1]);
  }
  return [L.point(x0, y0), L.point(x1, y1)];
}

/** @param {Float64Array[]} parts @returns {Outline} */
export function outline(parts) {
  const boxes = parts.map((ring) => L.bounds(ends(ring)));
  return { rings: parts, boxes, box: L.bounds(boxes.flatMap(({ min, max }) => [min, max])), paths: {} };
}

/** What the maps of a page draw of a country: kept with it, as the page keeps the file. The finer coast, once it is
 * there, from the zoom on at which it shows. @param {Feature} feature @param {number} [zoom] @returns {Outline} */
export function drawnLand(feature, zoom = 0) {
  if (zoom >= FINE_FROM && feature.fine) return feature.fine;
  if (feature.drawn) return feature.drawn;
  const found = outline(rings(feature.geometry));
  Object.defineProperty(feature, "drawn", { value: found });
  return found;
}

/** Every ring stays, however small: no island goes missing.
 * @param {Path2D} path @param {Float64Array} ring @param {number} least */
function trace(path, ring, least) {
  const last = ring.length - 4;  // the ring's end repeats its start
  let x = ring[0], y = ring[1];
  path.moveTo(x, y);
  for (let i = 2; i <= last; i += 2) {
    const dx = ring[i] - x, dy = ring[i + 1] - y;
    if (i < last && dx * dx + dy * dy < least) continue;
    x = ring[i]; y = ring[i + 1];
    path.lineTo(x, y);
  }
  path.closePath();
}

/** @param {number} zoom */
const levelOf = (zoom) => Math.min(Math.ceil(zoom), FINEST + 1);

/** @param {Feature} feature @param {number} zoom */
function traced(feature, zoom) {
  const known = drawnLand(feature, zoom), { paths } = known, level = levelOf(zoom);
  if (!paths[level]) {
    const path = (paths[level] = new Path2D()), least = level > FINEST ? 0 : (FINE * UNIT) / (256 * 2 ** level);
    known.rings.forEach((ring) => trace(path, ring, least * least));
  }
  return paths[level];
}

/** Paths of the levels next to the present one are traced while the browser has nothing to do.
 * @param {L.Map} map @param {Feature[]} features */
function ahead(map, features) {
  /** @type {(() => void)[]} */
  let due = [];
  /** @param {IdleDeadline} left */
  const work = (left) => {
    while (due.length && left.timeRemaining() > 4) due.pop()?.();
    if (due.length) requestIdleCallback(work);
  };
  map.on("moveend", () => {
    if (!due.length) requestIdleCallback(work);
    due = [1, -1].flatMap((step) => features.map((one) => () => traced(one, map.getZoom() + step)));
  });
}

/** A layer a feature; `style` gives the options of each.
 * @param {L.Map} map @param {Land} land @param {L.PathOptions} options @param {(one: Feature) => L.PathOptions} style
 * @returns {Map<Feature, L.Path>} */
export function landLayers(map, { features }, options, style) {
  ahead(map, features);
  return new Map(features.map((one) => {
    const shape = { unit: UNIT, box: (/** @type {number} */ zoom) => drawnLand(one, zoom).box,
      path: (/** @type {number} */ zoom) => traced(one, zoom) };
    return [one, outlined(shape, { ...options, ...style(one) })];
  }));
}
