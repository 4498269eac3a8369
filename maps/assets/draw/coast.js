/** Coast: from zoom 6 on the finer coast, fetched a country at a time as it comes into view; the maps of a page share
 * it. Without it, or until it is there, the coarser one stays. */

/** @import { Feature, Pair } from "../types.d.ts" */
import { host } from "../host.js";
import { across, down, drawnLand, FINE_FROM, outline } from "./land.js";

const GRID = 10000;  // steps of a ten-thousandth of a degree
let found = 0;

/** Another number when more of it is there. @param {number} zoom */
export const coastKnown = (zoom) => (zoom < FINE_FROM ? 0 : found);

/** A row is its first point, then each step.
 * @param {number[]} row @param {(lon: number, lat: number, at: number) => void} each */
function points(row, each) {
  for (let i = 0, x = 0, y = 0; i < row.length; i += 2) {
    x += row[i]; y += row[i + 1];
    each(x / GRID, y / GRID, i);
  }
}

/** @param {number[]} row */
function ring(row) {
  const flat = new Float64Array(row.length);
  points(row, (x, y, i) => { flat[i] = across(x); flat[i + 1] = down(y); });
  return flat;
}

/** @param {number[]} row */
function line(row) {
  /** @type {Pair[]} */
  const all = [];
  points(row, (x, y) => all.push([y, x]));
  return all;
}

/** @param {L.Map} map @param {Map<Feature, L.Path>} layers The land's.
 * @param {string} hash Tells this coast from others.
 * @param {(lines: Pair[][]) => void} dashed Is given the disputed lines that lie on it. */
export function fineCoast(map, layers, hash, dashed) {
  const features = [...layers.keys()], neutral = features.filter(({ properties }) => !properties.id);
  const fresh = new Set(features);
  /** @param {string} name */
  const file = (name) => host().once(`coast-${name}-${hash}.json`);
  /** @type {Promise<number[][][]> | null} */ let nobody = null;
  /** @type {Promise<void> | null} */ let lines = null;

  /** @param {Feature} feature @returns {Promise<number[][]>} */
  function rows(feature) {
    if (feature.properties.id) return file(feature.properties.id);
    nobody = nobody || file("nobody");
    return nobody.then((all) => all[neutral.indexOf(feature)]);
  }

  /** @param {Feature} feature */
  function ask(feature) {
    fresh.delete(feature);
    if (!feature.asked) feature.asked = rows(feature).then((parts) => { feature.fine = outline(parts.map(ring)); });
    return feature.asked.then(() => {
      found += 1;
      if (map.getZoom() >= FINE_FROM) layers.get(feature)?.redraw();
    }, () => { feature.asked = nobody = null; fresh.add(feature); });
  }

  function look() {
    if (map.getZoom() < FINE_FROM) return;
    const view = map.getBounds(), [west, east] = [view.getWest(), view.getEast()].map(across);
    const [north, south] = [view.getNorth(), view.getSouth()].map(down);
    const due = features.filter((one) => fresh.has(one) && drawnLand(one).boxes.some(({ min, max }) =>
      min.x < east && max.x > west && min.y < south && max.y > north));
    if (!due.length) return;
    lines = lines || file("lines").then((all) => dashed(Object.values(all).flat().map(line)), () => { lines = null; });
    Promise.all(due.map(ask)).then(() => map.fire("coast"));
  }

  map.on("moveend", look);
  look();
}
