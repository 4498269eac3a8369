/** Terrain: whose land lies under each pixel of the world at one zoom, over the whole coast, in bands that are made
 * when
 * they are first asked about. Rectangles and points are in px of the world at that zoom. */

/** @import { Feature, Features, Land, Lane, Offset, Point, Rect, Terrain } from "../types.d.ts" */
import { coastKnown } from "../draw/coast.js";
import { drawnLand, UNIT } from "../draw/land.js";
import { runsThrough } from "./geometry.js";
import { bandOf, runBeyond } from "./scanlines.js";

const NOBODY = 1, DOT = 1, BAND = 256, KEPT = 4, ROUTE = 8;

/** The farthest points of a country's main land from its label point, one a direction: where a leader may start.
 * @type {WeakMap<Feature, Record<number, (Offset & {far: number})[]>>} */
const main = new WeakMap();

/** Whether a point lies in a ring. @param {Float64Array} ring @param {number} x @param {number} y */
function encloses(ring, x, y) {
  let odd = false;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    if (ring[i + 1] > y !== ring[j + 1] > y &&
      x < ring[i] + ((y - ring[i + 1]) / (ring[j + 1] - ring[i + 1])) * (ring[j] - ring[i])) odd = !odd;
  }
  return odd;
}

/** @param {Feature} feature @param {number} x @param {number} y @param {number} points */
function coast(feature, x, y, points) {
  const known = main.get(feature) || {};
  if (known[points]) return known[points];
  const { rings } = drawnLand(feature), ring = rings.find((one) => encloses(one, x, y)) ||
    rings.reduce((a, b) => (b.length > a.length ? b : a));
  /** @type {(Offset & {far: number})[]} */
  const best = [];
  for (let i = 0; i < ring.length; i += 2) {
    const dx = ring[i] - x, dy = ring[i + 1] - y, far = Math.hypot(dx, dy);
    const slot = (Math.round(((Math.atan2(dy, dx) / Math.PI) * points) / 2) + points) % points;
    if (!best[slot] || far > best[slot].far) best[slot] = { far, dx, dy };
  }
  const found = best.filter(Boolean);
  main.set(feature, { ...known, [points]: found });
  return found;
}

/** @param {L.Map} map @param {Land} land @param {Features} data @returns {Terrain} */
function terrain(map, land, { countries, sites }) {
  const zoom = map.getZoom(), { crs } = map.options, k = crs.scale(zoom) / UNIT;
  /** @type {Map<number, Int32Array[]>} */
  const bands = new Map();
  /** @type {Map<string | null, number>} */
  const ids = new Map(Object.keys(countries).map((code, i) => [code, i + 2]));
  const features = new Map(land.features.map((one) => [one.properties.id, one]));
  /** @param {number} lat @param {number} lon */
  const point = (lat, lon) => crs.latLngToPoint(L.latLng(lat, lon), zoom).round();
  const dots = zoom > 7 ? [] : Object.entries(countries).filter(([, one]) => one.tiny).map(([code, one]) =>
    ({ ...point(one.y, one.x), id: ids.get(code) || 0 }));

  /** The smallest states are drawn as dots, which land of their own covers. @param {Int32Array} row
   * @param {number} y */
  function dotted(row, y) {
    return dots.filter((one) => Math.abs(one.y - y) <= DOT).reduce((now, { x, id }) => {
      const at = runBeyond(now, x - DOT - 1);
      if (at < now.length && now[at] <= x + DOT) return now;
      return Int32Array.of(...now.subarray(0, at), x - DOT, x + DOT + 1, id, ...now.subarray(at));
    }, row);
  }

  /** @param {number} n */
  function band(n) {
    const lands = land.features.map((one) =>
      ({ outline: drawnLand(one, zoom), id: ids.get(one.properties.id) || NOBODY }));
    return bandOf(lands, k, n * BAND, BAND).map((row, y) => dotted(row, n * BAND + y));
  }

  /** @param {number} y */
  function row(y) {
    const n = Math.floor(y / BAND), found = bands.get(n) || band(n);
    bands.set(n, found);
    return found[y - n * BAND];
  }

  /** @param {string[]} own */
  const mine = (own) => (/** @type {number} */ id) => own.some((code) => ids.get(code) === id);

  /** How many pixels of a rectangle are land of others; no more are counted than asked for.
   * @param {Rect} r @param {string[]} own */
  function foreign(r, own, most = Infinity) {
    const x0 = Math.floor(r.x0), x1 = Math.ceil(r.x1), y1 = Math.ceil(r.y1), one = ids.get(own[0]);
    const is = own.length > 1 ? mine(own) : null;
    let found = 0;
    for (let y = Math.floor(r.y0); y < y1; y += 1) {
      const line = row(y);
      for (let i = runBeyond(line, x0); i < line.length && line[i] < x1; i += 3) {
        if (is ? is(line[i + 2]) : line[i + 2] === one) continue;
        found += Math.min(line[i + 1], x1) - Math.max(line[i], x0);
        if (found >= most) return found;
      }
    }
    return found;
  }

  /** Where rectangles of some height meet no land of others inside an area: stretches of x for every few y.
   * @param {Rect} area @param {number} high @param {number} step @param {string[]} own */
  function lanes({ x0, y0, x1, y1 }, high, step, own) {
    const left = Math.floor(x0), wide = Math.ceil(x1) - left, is = mine(own), over = new Uint16Array(wide + 1);
    /** @type {Lane[]} */
    const found = [];
    /** @param {number} y @param {number} n */
    const count = (y, n) => {
      const line = row(y);
      for (let i = runBeyond(line, left); i < line.length && line[i] < left + wide; i += 3) {
        const to = is(line[i + 2]) ? 0 : Math.min(line[i + 1] - left, wide);
        for (let x = Math.max(line[i] - left, 0); x < to; x += 1) over[x] += n;
      }
    };
    over[wide] = 1;
    let top = Math.floor(y0);
    for (let y = top; y < top + high; y += 1) count(y, 1);
    for (;;) {
      for (let x = 0, from = 0; x <= wide; x += 1) {
        if (over[x]) { if (x > from) found.push({ y: top, from: left + from, to: left + x }); from = x + 1; }
      }
      if (top + step > y1) return found;
      for (const end = top + step; top < end; top += 1) { count(top, -1); count(top + high, 1); }
    }
  }

  /** @param {number} x @param {number} y */
  function at(x, y) {
    const line = row(Math.floor(y)), i = runBeyond(line, Math.floor(x));
    return i < line.length && line[i] <= x ? line[i + 2] : 0;
  }

  /** @type {Terrain["owns"]} */
  const owns = (x, y, own) => mine(own)(at(x, y));
  /** @type {Terrain["abroad"]} */
  const abroad = (x, y, own) => { const id = at(x, y); return id > 0 && !mine(own)(id); };

  /** Where a leader may start, as offsets from the label point, a little inside the coast.
   * @param {string} code @param {Point} place */
  function anchors(code, place, points = 16) {
    const feature = features.get(code), one = countries[code];
    if (!feature || !one || one.tiny) return [];
    const p = crs.latLngToPoint(L.latLng(one.y, one.x), zoom);
    return coast(feature, p.x / k, p.y / k, points).map(({ dx, dy, far }) => {
      const inset = Math.max(0, 1 - 1.5 / (far * k));
      return { dx: dx * k * inset, dy: dy * k * inset };
    }).filter(({ dx, dy }) => owns(place.x + dx, place.y + dy, [code]));
  }

  /* The sides of every route, whatever the filter shows. */
  const sides = sites.flatMap((site) => site.lines || []).flatMap((line) => line.slice(1).map((end, i) =>
    ({ p: point(...line[i]), q: point(...end) })));
  /** @param {Rect} r */
  const routed = (r) => (sides.some(({ p, q }) => !(Math.max(p.x, q.x) < r.x0 || Math.min(p.x, q.x) > r.x1 ||
    Math.max(p.y, q.y) < r.y0 || Math.min(p.y, q.y) > r.y1) && runsThrough({ p, q }, r)) ? ROUTE : 0);

  return { zoom, foreign, lanes, owns, abroad, anchors, routed, options: new Map(), point };
}

/** @typedef {{zoom: number, data: Features, land: Land, fine: number}} Asked */
/** @type {{asked: Asked, found: Terrain}[]} */
let kept = [];

/** The terrain of the present zoom; those of the last few zooms are kept, with what was worked out on them.
 * @param {L.Map} map @param {Land} land @param {Features} data */
export function terrainOf(map, land, data) {
  const zoom = map.getZoom(), fine = coastKnown(zoom);
  const old = kept.find(({ asked }) =>
    asked.zoom === zoom && asked.data === data && asked.land === land && asked.fine === fine);
  const one = old || { asked: { zoom, data, land, fine }, found: terrain(map, land, data) };
  kept = [one, ...kept.filter((other) => other !== one)].slice(0, KEPT);
  return one.found;
}
