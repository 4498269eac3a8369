/** Option: one way in which a mark and its name may stand, with what it costs. */

/** @import { Line, Option, Point, Rect, Terrain, Text, Wish } from "../types.d.ts" */
import { apart, disc, GAP, grown, nearest, point, rect, round } from "./geometry.js";

export const NONE = 1000;  // what it costs to have no place
export const SURE = 3;
const ABROAD = 4;

/**
 * `mark` and `name` are rectangles (one may be missing), `stands` is what others' names must keep away from.
 * @param {Option["form"]} form @param {number} cost @param {Rect} mark
 * @param {{name?: Rect | null, text?: string | null, line?: Line | null, own?: number, dot?: Point | null}} more
 * @returns {Option}
 */
export function option(form, cost, mark, { name = null, text = null, line = null, own = 0, dot = null } = {}) {
  const start = dot ? rect(dot.x, dot.y, 5, 5) : null, stands = form === "plate" && start ? start : mark;
  const rects = [mark, form === "slim" ? name : null, start].filter((one) => one !== null);
  return { form, cost, mark, name, text, line, own, dot, stands, rects,
    far: grown(rects.reduce(round), own + GAP + SURE), turn: 0, allowed: false, foe: null, loose: false };
}

/** A leader over another's land reads ill.
 * @param {Point} dot @param {Rect} name @param {Wish} item @param {Terrain} land */
export function abroad(dot, name, { own }, land) {
  const end = nearest(name, dot.x, dot.y), n = Math.ceil(Math.hypot(end.x - dot.x, end.y - dot.y) / 2);
  let found = 0;
  for (let i = 1; i < n; i += 1) {
    if (land.abroad(dot.x + ((end.x - dot.x) * i) / n, dot.y + ((end.y - dot.y) * i) / n, own)) found += 1;
  }
  return found * ABROAD;
}

/** The name beside a mark that stands at a point.
 * @param {Wish} item @param {Terrain} land @param {Point} at @param {Rect} name @param {Text} text */
export function named(item, land, at, name, { text, cost }) {
  const mark = disc(at.x, at.y, item.round.w), away = apart(name, mark);
  if (apart(name, point(at)) > item.reach || away < 1) return null;
  const line = away > 6 ? { p: at, q: nearest(name, at.x, at.y) } : null;
  const along = line ? abroad(at, name, item, land) : 0;
  return option("slim", item.slim + away + cost + along + land.routed(name), mark, { name, text, line, own: away });
}
