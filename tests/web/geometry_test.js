/** What the layout takes for near, crossing and inside, recounted from many points. */

import assert from "node:assert/strict";
import { apart, crosses, disc, GAP, hits, reach, rect, runsThrough, ways } from "../../maps/assets/layout/geometry.js";
import { chance } from "./tools.js";

const next = chance(7), N = 400;
const any = () => next() * 100, size = () => 1 + next() * 40;
const anyRect = () => rect(any(), any(), size(), size());
const anyLine = () => ({ p: { x: any(), y: any() }, q: { x: any(), y: any() } });

/** @param {{p: {x: number, y: number}, q: {x: number, y: number}}} line @param {number} t */
const along = ({ p, q }, t) => ({ x: p.x + (q.x - p.x) * t, y: p.y + (q.y - p.y) * t });

/** Where a line meets another's whole straight line: 0 at its start, 1 at its end.
 * @param {ReturnType<typeof anyLine>} one @param {ReturnType<typeof anyLine>} other */
function meeting({ p, q }, { p: r, q: s }) {
  const normal = { x: r.y - s.y, y: s.x - r.x };
  return ((r.x - p.x) * normal.x + (r.y - p.y) * normal.y) / ((q.x - p.x) * normal.x + (q.y - p.y) * normal.y);
}

Deno.test("a line runs through a rectangle when a point of it lies inside", () => {
  const found = { yes: 0, no: 0 };
  for (let i = 0; i < N; i += 1) {
    const r = anyRect(), line = anyLine();
    const inside = Array.from({ length: 2001 }, (_, n) => along(line, n / 2000)).some(({ x, y }) =>
      x > r.x0 && x < r.x1 && y > r.y0 && y < r.y1);
    if (inside) assert.ok(runsThrough(line, r)); else assert.ok(!runsThrough(line, rect((r.x0 + r.x1) / 2,
      (r.y0 + r.y1) / 2, r.x1 - r.x0 - 0.2, r.y1 - r.y0 - 0.2)));
    found[inside ? "yes" : "no"] += 1;
  }
  assert.ok(found.yes > 50 && found.no > 50);
});

Deno.test("lines that cross have a point in common, those that only touch do not cross", () => {
  const a = { p: { x: 0, y: 0 }, q: { x: 10, y: 10 } };
  assert.ok(crosses(a, { p: { x: 0, y: 10 }, q: { x: 10, y: 0 } }));
  assert.ok(!crosses(a, { p: { x: 0, y: 0 }, q: { x: 10, y: 0 } }));
  assert.ok(!crosses(a, { p: { x: 6, y: 5 }, q: { x: 20, y: 0 } }));
  for (let i = 0; i < N; i += 1) {
    const [one, other] = [anyLine(), anyLine()];
    assert.equal(crosses(one, other), crosses(other, one));
    const [t, u] = [meeting(one, other), meeting(other, one)];
    assert.equal(crosses(one, other), t > 0 && t < 1 && u > 0 && u < 1);
  }
});

Deno.test("rectangles hit from GAP on; discs whose corners alone are near do not", () => {
  for (let i = 0; i < N; i += 1) {
    const [a, b] = [anyRect(), anyRect()];
    assert.equal(hits(a, b), Math.max(a.x0 - b.x1, b.x0 - a.x1, a.y0 - b.y1, b.y0 - a.y1) < GAP);
    const [c, d] = [disc(any(), any(), size()), disc(any(), any(), size())];
    const far = Math.hypot((c.x0 + c.x1 - d.x0 - d.x1) / 2, (c.y0 + c.y1 - d.y0 - d.y1) / 2);
    assert.equal(hits(c, d), far < Number(c.r) + Number(d.r) + GAP);
  }
});

Deno.test("a rectangle that is moved its reach away from a point touches it, whichever way", () => {
  ways(24).forEach((way) => [0, 10].forEach((gap) => {
    const far = gap + reach(60, 12, way), away = apart(rect(way[0] * far, way[1] * far, 60, 12), rect(0, 0, 0, 0));
    assert.ok(gap ? away > 1 && away <= gap + 1e-9 : away < 1e-9, `${way}: ${away}`);
  }));
});
