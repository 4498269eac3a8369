/** Tools: numbers by chance that are the same in every run, a map that only projects, a land of rectangles. */

/** @import { Offset, Point, Rect, Terrain } from "../../maps/assets/types.d.ts" */

/** Numbers from 0 to 1. @param {number} seed */
export function chance(seed) {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** @param {number} lat */
const northing = (lat) => 0.5 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI);

/** As much of a map of Leaflet's as looks at its size and projection; x and y of its points are px.
 * @param {{width: number, height: number, zoom?: number, center?: [number, number]}} given */
export function flatMap({ width, height, zoom = 0, center = [0, 0] }) {
  const project = (/** @type {[number, number]} */ [lat, lng], /** @type {number} */ at) =>
    pixel((lng / 360 + 0.5) * 256 * 2 ** at, northing(lat) * 256 * 2 ** at);
  const unproject = (/** @type {[number, number] | Point} */ given, /** @type {number} */ at) => {
    const { x, y } = Array.isArray(given) ? { x: given[0], y: given[1] } : given, side = 256 * 2 ** at;
    return { lat: (Math.atan(Math.sinh((0.5 - y / side) * 2 * Math.PI)) * 180) / Math.PI, lng: (x / side - 0.5) * 360 };
  };
  const found = {
    getSize: () => ({ x: width, y: height }), getZoom: () => zoom, project, unproject,
    getCenter: () => ({ lat: center[0], lng: center[1] }),
    latLngToLayerPoint: (/** @type {[number, number]} */ spot) => project(spot, zoom),
    latLngToContainerPoint(/** @type {[number, number]} */ spot) {
      const { x, y } = project(spot, zoom), middle = project(center, zoom);
      return pixel(x - middle.x + width / 2, y - middle.y + height / 2);
    },
    containerPointToLatLng([x, y] = /** @type {[number, number]} */ ([0, 0])) {
      const middle = project(center, zoom);
      return unproject([x + middle.x - width / 2, y + middle.y - height / 2], zoom);
    },
    getBoundsZoom(/** @type {[number, number][]} */ box, /** @type {boolean} */ _, /** @type {Point} */ padding) {
      const [low, high] = box.map((spot) => project(spot, 0));
      return Math.log2(Math.min((width - padding.x) / (high.x - low.x), (height - padding.y) / (low.y - high.y)));
    },
  };
  return /** @type {L.Map} */ (/** @type {unknown} */ (found));
}

/** @param {number} x @param {number} y */
export const pixel = (x, y) => ({ x, y,
  distanceTo: (/** @type {Point} */ to) => Math.hypot(to.x - x, to.y - y),
  add: (/** @type {Point} */ by) => pixel(x + by.x, y + by.y),
  divideBy: (/** @type {number} */ by) => pixel(x / by, y / by),
});

/** A world in which each country is a rectangle, in sea; leaders start at the middles of its sides.
 * @param {Record<string, Rect>} countries @returns {Terrain} */
export function blocks(countries) {
  const all = Object.entries(countries);
  /** @param {Rect} a @param {Rect} b */
  const shared = (a, b) => Math.max(0, Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0)) *
    Math.max(0, Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0));
  /** @param {number} x @param {number} y */
  const at = (x, y) => all.find(([, r]) => x >= r.x0 && x < r.x1 && y >= r.y0 && y < r.y1)?.[0];
  /** @type {Terrain["foreign"]} */
  const foreign = (r, own) => all.reduce((sum, [code, land]) => sum + (own.includes(code) ? 0 : shared(r, land)), 0);
  return {
    zoom: 3, options: new Map(), foreign, routed: () => 0, point: () => { throw new Error("not asked for"); },
    owns: (x, y, own) => own.includes(at(x, y) || ""),
    abroad: (x, y, own) => { const code = at(x, y); return code !== undefined && !own.includes(code); },
    lanes: (area, high, step, own) => {
      const found = [];
      for (let y = area.y0; y <= area.y1; y += step) {
        for (let x = area.x0; x + 200 <= area.x1; x += 20) {
          if (!foreign({ x0: x, y0: y, x1: x + 200, y1: y + high }, own)) found.push({ y, from: x, to: x + 200 });
        }
      }
      return found;
    },
    anchors: (code, place) => {
      const r = countries[code];
      return !r ? [] : [[r.x0 + 1, place.y], [r.x1 - 1, place.y], [place.x, r.y0 + 1], [place.x, r.y1 - 1]].map(
        ([x, y]) => /** @type {Offset} */ ({ dx: x - place.x, dy: y - place.y }));
    },
  };
}
