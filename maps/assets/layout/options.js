/** Options: where a mark and its name may stand, in px of the world: a name on the sea or on its own land, near its
 * place. They are worked out in stages, each dearer than the last, when the search comes to them. */

/** @import { Drawn, Item, Known, Option, Pair, Point, Rect, Spot, Stage, Terrain, Text, Wish } from "../types.d.ts" */
import { apart, disc, grown, hits, middle, point, reach, rect, ways } from "./geometry.js";
import { abroad, named, NONE, option } from "./option.js";
import { coasts, combed, flags } from "./sea.js";

const OWN = 0.45, MOST = 300, ENOUGH = 40, BARE = 150, COASTAL = 21, SHIFTED = 8, STANDS = 4;
const ON = [[0, 0], [12, 0], [-12, 0], [0, 8], [0, -8]];
/* Too small for their names, whose sea others' land is nearer to: Bhutan's lies on the land beside it, Thailand's may
   touch its neighbours by some px². */
const ENCLOSED = ["BTN"], TOUCHING = /** @type {Record<string, number>} */ ({ THA: 36 });
const PLATE_GAPS = [9, 14, 20, 26, 32, 38], TEXT_GAPS = [2, 7, 13, 19, 25, 31], FEW_GAPS = [2, 13, 25];
const SHIFTS = [4, 8, 13, 18], LOOSE = [26, 40, 60, 84, 110, 140, 170, 200, 230, 260, 300];
const MANY = ways(24), SOME = ways(16), FEW = ways(8);

/** @param {Wish} item */
const plateOf = (item) => /** @type {Drawn} */ (item.plate);

/** @param {Wish} item @param {Terrain} land @param {Rect} r */
const clean = (item, land, r) => !item.own.length || !land.foreign(grown(r, 1), item.own, 1);

/** A plate beside a point of its country, with a leader from there.
 * @param {Wish} item @param {Terrain} land @param {Point} dot @param {Pair} way @param {number} extra */
function beside(item, land, dot, way, extra) {
  const { w, h } = plateOf(item), side = reach(w, h, way);
  return PLATE_GAPS.flatMap((gap) => {
    const far = gap + side, r = rect(dot.x + way[0] * far, dot.y + way[1] * far, w, h), own = apart(r, point(dot));
    if (!clean(item, land, r)) return [];
    return option("plate", 8 + gap + extra + abroad(dot, r, item, land) + land.routed(r), r,
      { name: r, dot, own, line: { p: dot, q: middle(r) } });
  });
}

/** A plate on its own land, or beside its place. @param {Wish} item @param {Terrain} land */
function plates(item, land) {
  const { x, y, own } = item, { w, h } = plateOf(item), on = !item.tiny && land.owns(x, y, own) ? ON : [];
  const found = on.flatMap(([dx, dy]) => {
    const r = rect(x + dx, y + dy, w, h), whole = clean(item, land, r) && land.foreign(r, []) > OWN * w * h;
    return whole ? option("plate", Math.hypot(dx, dy) / 3 + land.routed(r), r, { name: r }) : [];
  });
  return found.concat(MANY.flatMap((way) => beside(item, land, { x, y }, way, 0)));
}

/** @param {Wish} item @param {Terrain} land @param {Option[]} list */
function coastal(item, land, list) {
  const from = list.length >= ENOUGH ? [] : coasts(item);
  return from.flatMap(({ dot, far, out }) => SOME.filter(out(0.5)).flatMap((way) =>
    beside(item, land, dot, way, 4 + Math.min(far / 12, 12))));
}

/** A sign or ring on a spot of its country, with its name or without.
 * @param {Wish} item @param {Terrain} land @param {Spot} spot @returns {Option[]} */
function slim(item, land, [dx, dy, shift]) {
  const at = { x: item.x + dx, y: item.y + dy };
  const enclosed = ENCLOSED.includes(item.country), spare = TOUCHING[item.country] || 0;
  /** @param {Rect} r @param {number} gap */
  const sound = (r, gap) => (enclosed && gap < 3) || !item.own.length || land.foreign(r, item.own, spare + 1) <= spare;
  /** @param {Text} text @param {Pair} way @param {number} turn @param {number} gap */
  const beside = (text, way, turn, gap) => {
    const far = gap + reach(text.w, text.h, way) + item.round.w / 2;
    const name = rect(at.x + way[0] * far, at.y + way[1] * far, text.w, text.h);
    const cost = text.cost + shift * 2 + (turn % 8 ? 1 : 0);
    return sound(name, gap) ? named(item, land, at, name, { ...text, cost }) : null;
  };
  const bare = option("round", BARE + shift * 2 + (item.bold ? BARE : 0), disc(at.x, at.y, item.round.w));
  return [bare, ...item.texts.flatMap((text) => SOME.flatMap((way, turn) => (shift ? FEW_GAPS : TEXT_GAPS).map((gap) =>
    beside(text, way, turn, gap))))].filter((one) => one !== null);
}

/** What stands for a country may stand anywhere near on its land; a donut stands on its place.
 * @param {Wish} item @param {Terrain} land @returns {Spot[]} */
function spots({ x, y, own, exact, tiny, bold }, land) {
  if (exact || bold) return [];
  return SHIFTS.filter((shift) => !tiny || shift < 9).flatMap((shift) => FEW.map(([c, s]) =>
    /** @type {Spot} */ ([c * shift, s * shift, shift]))).filter(([dx, dy]) => tiny || land.owns(x + dx, y + dy, own));
}

/** What has no country of its own (a change, a candidate): a plate round its place, as near as may be.
 * @param {Wish} item */
function loose(item) {
  const { x, y } = item, { w, h } = plateOf(item), dot = { x, y }, on = rect(x, y, w, h);
  const found = LOOSE.flatMap((ring) => MANY.map((way) => {
    const far = ring - 12 + reach(w, h, way), q = { x: x + way[0] * far, y: y + way[1] * far };
    const r = rect(q.x, q.y, w, h);
    return option("plate", ring, r, { name: r, dot, own: 0, line: { p: dot, q } });
  }));
  return [option("plate", NONE - 1, on, { name: on }), ...found].map((one) => ({ ...one, loose: true }));
}

/** Of options that look alike the cheapest. @param {Option[]} options @param {Point} item @param {Set<number>} seen */
function thinned(options, { x, y }, seen) {
  /** @param {Rect | null} r @param {number} wide @param {number} high */
  const cell = (r, wide, high) => (r ? (Math.round(((r.x0 + r.x1) / 2 - x) / wide) + 600) * 1200 +
    Math.round(((r.y0 + r.y1) / 2 - y) / high) + 600 : 0);
  return options.sort((a, b) => a.cost - b.cost).filter((one) => {
    const key = (cell(one.name, 8, 6) * 1440000 + (one.form === "plate" ? 0 : cell(one.mark, 4, 4))) * 2 +
      Number(one.form === "plate");
    return !seen.has(key) && seen.add(key);
  });
}

/** Each stage with the least that its options cost. @param {Wish} item @returns {Stage[]} */
function stagesOf(item) {
  if (item.form === "loose") return [[0, loose]];
  const first = item.track || [/** @type {Spot} */ ([0, 0, 0])];
  /** @type {Stage} */ const on = [item.slim, (one, land) => first.flatMap((at) => slim(one, land, at))];
  /** @type {Stage[]} */ const plated = item.form === "plate" ? [[0, plates], [COASTAL, coastal]] : [];
  /** @type {Stage[]} */ const flagged = item.texts.length && !item.exact ? [[item.slim + 12, flags]] : [];
  return [...plated, on, ...flagged,
    [item.slim + SHIFTED, (one, land) => spots(one, land).flatMap((at) => slim(one, land, at))]];
}

/** @param {Wish} item */
const keyOf = ({ id, form, x, y, plate, round: sign, texts, reach: most }) =>
  [id, form, x, y, plate && plate.w, sign.w, ...texts.map(({ text }) => text), most].join();

/** The options of an item: they depend on the zoom alone, so they are kept with the terrain.
 * @param {Wish} item @param {Terrain} land @returns {Known} */
export function optionsOf(item, land) {
  const key = keyOf(item), known = land.options.get(key);
  if (known) return known;
  const fresh = { list: [], stages: stagesOf(item), seen: new Set(), combed: null };
  land.options.set(key, fresh);
  return fresh;
}

/** @param {Known} known @param {Wish} item @param {Option[]} found */
function add(known, item, found) {
  known.list.push(...thinned(found, item, known.seen));
  known.list.sort((a, b) => a.cost - b.cost);
}

/** The n-th cheapest, worked out when it is asked for.
 * @param {Item} item @param {Terrain} land @param {number} n @returns {Option | undefined} */
export function nth(item, land, n) {
  const { known } = item;
  if (n >= MOST && n < Infinity) return undefined;
  while (known.stages.length && (n >= known.list.length || known.list[n].cost >= known.stages[0][0])) {
    const [[, stage]] = known.stages.splice(0, 1);
    add(known, item, stage(item, land, known.list));
  }
  return known.list[n];
}

/** Looks for room off the coast as well, which takes a while; the mark clears those that cannot move.
 * @param {Item} item @param {Terrain} land @param {Rect[]} fixed */
export function comb(item, land, fixed) {
  /** @param {Spot} spot */
  const clear = ([dx, dy]) => !fixed.some((other) => hits(other, disc(item.x + dx, item.y + dy, item.round.w)));
  /** @type {Spot[]} */
  const all = [[0, 0, 0], ...spots(item, land)], from = all.filter(clear).slice(0, STANDS), key = from.join();
  if (item.known.combed === key) return;
  item.known.combed = key;
  nth(item, land, Infinity);
  add(item.known, item, combed(item, land, from));
}
