/** Sea: names off the coast of their country, with a leader from there; and, where nothing else fits, wherever the sea
 * is wide enough. */

/** @import { Coast, Option, Pair, Point, Rect, Spot, Terrain, Text, Wish } from "../types.d.ts" */
import { apart, disc, nearest, point, reach, rect, round, ways } from "./geometry.js";
import { abroad, named, option } from "./option.js";

const SOME = ways(16), GAPS = [2, 7, 13, 19, 25, 31], FAR_COAST = 500, DENSE = 48, DOWN = 4, ALONG = 8;

/** Points of the coast, near enough to be of use, and which ways lead out to sea from there.
 * @param {Wish} item @param {number} [points] @returns {Coast[]} */
export const coasts = (item, points) => item.anchors(points).map(({ dx, dy }) => {
  const far = Math.hypot(dx, dy) || 1;
  const out = (/** @type {number} */ least) => (/** @type {Pair} */ [c, s]) => (c * dx + s * dy) / far > least;
  return { dot: { x: item.x + dx, y: item.y + dy }, far, out };
}).filter(({ far }) => far < FAR_COAST);

/** The sign on its country, the name out at sea with a leader from the coast.
 * @param {Wish} item @param {Terrain} land @param {Rect} name @param {{dot: Point, far: number}} coast
 * @param {Text} text @param {Point} at */
function flag(item, land, name, { dot, far }, { text, cost }, at) {
  const own = apart(name, point(dot)), mark = disc(at.x, at.y, item.round.w);
  if (own > item.reach || own < 4 || apart(name, mark) < 2) return null;
  const line = { p: dot, q: nearest(name, dot.x, dot.y) };
  const price = item.slim + 12 + own + far / 8 + cost + abroad(dot, name, item, land) + land.routed(name);
  return option("slim", price, mark, { name, text, line, own, dot });
}

/** @param {Wish} item @param {Terrain} land @returns {Option[]} */
export function flags(item, land) {
  /** @param {Text} text @param {Coast} at @param {Pair} way @param {number} gap */
  const one = (text, at, way, gap) => {
    const off = gap + 5 + reach(text.w, text.h, way);
    const name = rect(at.dot.x + way[0] * off, at.dot.y + way[1] * off, text.w, text.h);
    return land.foreign(name, item.own, 1) ? null : flag(item, land, name, at, text, item);
  };
  return item.texts.flatMap((text) => coasts(item).flatMap((at) => SOME.filter(at.out(0.4)).flatMap((way) =>
    GAPS.map((gap) => one(text, at, way, gap))))).filter((found) => found !== null);
}

/** Every rectangle of a text's size in an area, some px apart, that meets no land of others.
 * @param {Rect} area @param {Text} text @param {string[]} own @param {Terrain} land */
function open(area, text, own, land) {
  const half = text.w / 2, lanes = land.lanes({ ...area, y1: area.y1 - text.h }, text.h, DOWN, own);
  return lanes.filter(({ from, to }) => to - from >= text.w).flatMap(({ y, from, to }) => {
    const found = [];
    for (let x = from + half; x < to - half; x += ALONG) found.push(rect(x, y + text.h / 2, text.w, text.h));
    return [...found, rect(to - half, y + text.h / 2, text.w, text.h)];
  });
}

/** The point of the coast that is next to a name, and how far it is. @param {Rect} name @param {Coast[]} dots */
function closest(name, dots) {
  let own = Infinity, best = null;
  for (const one of dots) {
    const far = apart(name, point(one.dot));
    if (far < own) { own = far; best = one; }
  }
  return { own, best };
}

/** `spots` is where the mark may stand, as offsets from its place.
 * @param {Wish} item @param {Terrain} land @param {Spot[]} spots @returns {Option[]} */
export function combed(item, land, spots) {
  const dots = coasts(item, DENSE), places = [item, ...dots.map(({ dot }) => dot)].map(point).reduce(round);
  return item.texts.flatMap((text) => {
    const w = text.w + item.reach, h = text.h + item.reach, { x0, y0, x1, y1 } = places;
    const names = open({ x0: x0 - w, y0: y0 - h, x1: x1 + w, y1: y1 + h }, text, item.own, land);
    return names.flatMap((name) => {
      const { own, best } = closest(name, dots), off = own <= item.reach ? best : null;
      return spots.flatMap(([dx, dy, shift]) => {
        const at = { x: item.x + dx, y: item.y + dy }, words = { ...text, cost: text.cost + shift * 2 };
        return [named(item, land, at, name, words), off ? flag(item, land, name, off, words, at) : null];
      });
    });
  }).filter((found) => found !== null);
}
