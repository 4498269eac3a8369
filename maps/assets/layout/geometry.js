/** Geometry of the layout: rectangles, discs (rectangles with a radius) and lines, in px. */

/** @import { Line, Pair, Point, Rect } from "../types.d.ts" */

export const GAP = 2;

/** Unit vectors all round, the first one eastward. @param {number} n @returns {Pair[]} */
export const ways = (n) => Array.from({ length: n }, (_, i) => {
  const a = (i / n) * 2 * Math.PI;
  return [Math.cos(a), Math.sin(a)];
});

/** @param {number} x @param {number} y @param {number} w @param {number} h @returns {Rect} */
export const rect = (x, y, w, h) => ({ x0: x - w / 2, y0: y - h / 2, x1: x + w / 2, y1: y + h / 2 });
/** @param {Rect} r @param {number} by @returns {Rect} */
export const grown = (r, by) => ({ x0: r.x0 - by, y0: r.y0 - by, x1: r.x1 + by, y1: r.y1 + by });
/** @param {Rect} r @param {Point} by @returns {Rect} */
export const moved = (r, { x, y }) => ({ x0: r.x0 + x, y0: r.y0 + y, x1: r.x1 + x, y1: r.y1 + y });
/** @param {number} x @param {number} y @param {number} w @returns {Rect} */
export const disc = (x, y, w) => ({ ...rect(x, y, w, w), r: w / 2 });
/** @param {Point} at */
export const point = ({ x, y }) => rect(x, y, 0, 0);
/** @param {Rect} r @returns {Point} */
export const middle = (r) => ({ x: (r.x0 + r.x1) / 2, y: (r.y0 + r.y1) / 2 });

/** @param {Rect} a @param {Rect} b */
const offset = (a, b) => Math.hypot((a.x0 + a.x1 - b.x0 - b.x1) / 2, (a.y0 + a.y1 - b.y0 - b.y1) / 2);

/** Whether two come nearer than GAP; signs and rings are discs. @param {Rect} a @param {Rect} b */
export function hits(a, b) {
  if (a.x0 >= b.x1 + GAP || b.x0 >= a.x1 + GAP || a.y0 >= b.y1 + GAP || b.y0 >= a.y1 + GAP) return false;
  return !a.r || !b.r || offset(a, b) < a.r + b.r + GAP;
}

/** How far two rectangles are from each other. @param {Rect} a @param {Rect} b */
export const apart = (a, b) =>
  Math.hypot(Math.max(a.x0 - b.x1, b.x0 - a.x1, 0), Math.max(a.y0 - b.y1, b.y0 - a.y1, 0));
/** How far a rectangle reaches from its middle one way. @param {number} w @param {number} h @param {Pair} way */
export const reach = (w, h, [c, s]) =>
  Math.min(w / 2 / Math.max(Math.abs(c), 0.01), h / 2 / Math.max(Math.abs(s), 0.01));
/** The rectangle round two. @param {Rect} a @param {Rect} b @returns {Rect} */
export const round = (a, b) => ({ x0: Math.min(a.x0, b.x0), y0: Math.min(a.y0, b.y0), x1: Math.max(a.x1, b.x1),
  y1: Math.max(a.y1, b.y1) });
/** @param {number} value @param {number} low @param {number} high */
export const clamp = (value, low, high) => Math.max(low, Math.min(value, high));
/** The point of a rectangle next to another. @param {Rect} r @param {number} x @param {number} y @returns {Point} */
export const nearest = (r, x, y) => ({ x: Math.min(Math.max(x, r.x0), r.x1), y: Math.min(Math.max(y, r.y0), r.y1) });

/** @param {Line} a @param {Line} b */
export function crosses(a, b) {
  /** @param {Point} p @param {Point} q @param {Point} r */
  const side = (p, q, r) => (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  return side(a.p, a.q, b.p) * side(a.p, a.q, b.q) < 0 && side(b.p, b.q, a.p) * side(b.p, b.q, a.q) < 0;
}

/** Whether a line has a point in a rectangle: the line is cut by one side after the other.
 * @param {Line} line @param {Rect} r */
export function runsThrough({ p, q }, r) {
  let from = 0, to = 1;
  const dx = q.x - p.x, dy = q.y - p.y;
  for (const [d, gap] of [[-dx, p.x - r.x0], [dx, r.x1 - p.x], [-dy, p.y - r.y0], [dy, r.y1 - p.y]]) {
    if (d === 0) { if (gap < 0) return false; continue; }
    const t = gap / d;
    if (d < 0) from = Math.max(from, t); else to = Math.min(to, t);
    if (from > to) return false;
  }
  return true;
}
