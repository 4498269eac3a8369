/** Crowd: more sites than a map can show one by one are counted on a grid; cells open as the user zooms in. */

/** @import { Bounds, Cell, Country, Features, Group, Placed, Ring, Route, Shown, Site, State } from "../types.d.ts" */
import { groupsOf, merged } from "../layout/groups.js";
import { isPlaced, isRoute } from "../sites.js";
import { counts, make, ringOfCell } from "./marks.js";

const LEVEL = 12, WIDEST = 104, OPEN = 60, FEW = 1500, LINES = 40;

/** The grid at the present zoom: the size of a cell in px, where its first one begins, how far numbers are halved.
 * @param {L.Map} map @param {number} [known] The level of cells that are counted already. */
function grid(map, known) {
  const world = 256 * 2 ** map.getZoom(), level = known ?? Math.min(LEVEL, Math.ceil(Math.log2(world / WIDEST)));
  const origin = map.getPixelOrigin();
  return { size: world / 2 ** level, x: (world * 150) / 360 - origin.x, y: -origin.y, halved: LEVEL - level };
}

/** @param {L.Map} map @param {Site[]} sites */
function seen(map, sites) {
  const view = map.getBounds().pad(0.1);
  const w = view.getWest(), e = view.getEast(), s = view.getSouth(), n = view.getNorth();
  return sites.filter(isPlaced).filter((site) => site.x >= w && site.x <= e && site.y >= s && site.y <= n);
}

/** @param {string[]} names */
const most = (names) => {
  /** @type {Map<string, number>} */
  const found = new Map();
  names.forEach((name) => found.set(name, (found.get(name) || 0) + 1));
  return [...found].sort((a, b) => b[1] - a[1]).map(([name]) => name);
};

/** The country that most are in, or the place once there is only one country; and how many others there are.
 * @param {Placed[]} sites @param {Record<string, Country>} known @param {boolean} near */
function named(sites, known, near) {
  const countries = most(sites.filter((site) => site.countries.length).map((site) => site.countries[0]));
  const names = near && countries.length < 2 ? most(sites.map((site) => site.name)) :
    countries.map((code) => known[code]?.name || code);
  return `${names[0] || sites[0].name}${names.length > 1 ? ` +${names.length - 1}` : ""}`;
}

/** The sites of each cell, with the numbers of its column and row.
 * @param {Placed[]} sites @param {number} halved How often the finest cells are halved. */
export function cellsOf(sites, halved) {
  /** @type {Map<string, {key: string, column: number, row: number, sites: Placed[]}>} */
  const found = new Map();
  sites.forEach((site) => {
    const [column, row] = (site.cell || [0, 0]).map((n) => n >> halved), key = `cell:${halved}:${column}:${row}`;
    const one = found.get(key) || { key, column, row, sites: [] };
    one.sites.push(site);
    found.set(key, one);
  });
  return [...found.values()];
}

/** What is told of a cell: its middle, its counts, its name. @param {ReturnType<typeof cellsOf>[number]} cell
 * @param {Record<string, Country>} countries @param {boolean} near @returns {Cell} */
function told(cell, countries, near) {
  const { sites } = cell, [first] = sites, parts = counts(sites);
  const mean = (/** @type {"x" | "y"} */ axis) => sites.reduce((sum, site) => sum + site[axis], 0) / sites.length;
  const alone = sites.every((site) => site.key === first.key);
  return { ...cell, key: alone ? first.key : cell.key, x: mean("x"), y: mean("y"), parts, alone,
    total: parts.reduce((sum, part) => sum + part.n, 0), name: alone ? first.name : named(sites, countries, near),
    precision: first.precision, country: first.countries[0] };
}

/** @param {L.Map} map @param {Placed[]} sites @param {Features} data @returns {Ring[]} */
function rings(map, sites, { look, countries, counted, cells = [], level }) {
  const { size, x, y, halved } = grid(map, counted ? level : undefined), near = map.getZoom() > 5;
  return (counted ? cells : cellsOf(sites, halved).map((cell) => told(cell, countries, near))).map((group) => {
    const kind = group.total === 1 && !counted ? "symbol" : "cell";
    const drawn = kind === "symbol" ? make.round(look, group, 9) : ringOfCell(look, group, size);
    const point = map.latLngToLayerPoint([group.y, group.x]), half = drawn.w / 2;
    /** So that no two meet. @param {number} value @param {number} from */
    const within = (value, from) => Math.min(Math.max(value, from + half), from + size - half);
    point.x = within(point.x, group.column * size + x); point.y = within(point.y, group.row * size + y);
    return { ...drawn, kind, group, x: point.x, y: point.y, at: map.layerPointToLatLng(point) };
  });
}

/** What to draw of a crowd: the few in view one by one, as ever, or cells; `routes` are those to draw.
 * @param {L.Map} map @param {State} state @returns {{groups: Group<any>[], routes: Route[], marks: Ring[]}} */
export function crowded(map, state) {
  if (state.data.counted) return { groups: state.data.boxed || [], routes: [], marks: rings(map, [], state.data) };
  const inView = seen(map, state.sites), routes = inView.filter(isRoute);
  if (inView.length <= FEW && routes.length <= LINES) {
    const groups = merged(groupsOf(inView), map);
    if (groups.length + routes.length <= OPEN) return { groups, routes, marks: [] };
  }
  const boxed = inView.filter((site) => site.precision === "region" && !site.lines);
  const marks = rings(map, inView.filter((site) => site.precision !== "region" || site.lines), state.data);
  return { groups: groupsOf(boxed), routes: [], marks };
}

/** The bounds of a cell's sites with a little room; null when they are all at one place.
 * @param {Shown} group @returns {Bounds | null} */
export function opening(group) {
  if (group.alone || group.bounds) return group.bounds || null;
  const xs = group.sites.map((site) => site.x), ys = group.sites.map((site) => site.y), room = 0.05;
  return [Math.min(...xs) - room, Math.min(...ys) - room, Math.max(...xs) + room, Math.max(...ys) + room];
}

/** Whether there are more than a map shows one by one: in an edition of many, also what a filter leaves of them.
 * @param {Features} data @param {Site[]} sites */
export const isCrowd = (data, sites) => data.sites.length > data.crowd && sites.length > OPEN;

/** Counts by country for those who hear the map, the most first.
 * @param {Site[]} sites @param {Record<string, Country>} countries @param {number} most */
export function byCountry(sites, countries, most) {
  /** @type {Map<string, Set<string>>} */
  const found = new Map();
  sites.forEach((site) => site.countries.forEach((code) => {
    found.set(code, (found.get(code) || new Set()).add(site.initiative));
  }));
  const all = [...found].map(([code, those]) => ({ name: countries[code]?.name || code, total: those.size }));
  return all.sort((a, b) => b.total - a.total).slice(0, most);
}
