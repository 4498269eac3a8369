/** The search of the layout keeps its rules whatever it is given: recounted from what it gives back. */

/** @import { Item, Rect, Terrain, Wish } from "../../maps/assets/types.d.ts" */
import assert from "node:assert/strict";
import { apart, crosses, hits, middle, point, rect, runsThrough } from "../../maps/assets/layout/geometry.js";
import { search } from "../../maps/assets/layout/search.js";
import { blocks, chance } from "./tools.js";

const VIEW = { x0: 0, y0: 0, x1: 1100, y1: 700 }, REACH = 39.8, HIGH = 24;
const NODE = /** @type {HTMLElement} */ ({});

/** @param {string} code @param {{x: number, y: number}} at @param {Terrain} land @param {Partial<Wish>} more
 * @returns {Wish} */
function wish(code, at, land, more = {}) {
  const wide = 20 + code.length * 14, sign = { node: NODE, w: 21, h: 21 };
  return { id: code, kind: "plate", group: { key: code, name: code, ...at, total: 2, sites: [] }, country: code,
    own: [code], ...at, at: [at.y, at.x], form: "slim", reach: REACH, slim: 6, rank: 1, round: sign, plate: null,
    texts: [{ text: code, w: wide, h: 12, cost: 0 }], anchors: (points) => land.anchors(code, at, points), ...more };
}

/** @template T @param {Generator<void, T>} work @returns {T} */
function done(work) {
  for (;;) { const { done: over, value } = work.next(); if (over) return value; }
}

/** Some countries of chance, half of them with plates, and a wish for each.
 * @param {number} seed @param {number} n @param {Rect} view @param {number} reach */
function world(seed, n, view, reach) {
  const next = chance(seed);
  /** @type {Record<string, Rect>} */
  const countries = {};
  for (let i = 0; Object.keys(countries).length < n && i < 900; i += 1) {
    const r = rect(30 + next() * (view.x1 - 60), 30 + next() * (view.y1 - 60), 12 + next() * 60, 12 + next() * 40);
    if (Object.values(countries).every((other) => !hits(other, r))) countries[`C${"x".repeat(i % 4)}${i}`] = r;
  }
  const land = blocks(countries);
  const wishes = Object.entries(countries).map(([code, r], i) => {
    const plate = { node: NODE, w: 58 + code.length * 7, h: HIGH };
    return wish(code, middle(r), land, i % 2 ? { form: "plate", slim: 45, rank: 2, plate } : { reach });
  });
  return { land, wishes };
}

/** @param {Item[]} items */
const placed = (items) => items.flatMap((item) => (item.taken ? [{ item, ...item.taken }] : []));

/** Where a name is led from. @param {ReturnType<typeof placed>[number]} one */
const from = ({ dot, mark }) => dot || middle(mark);

for (const [seed, n, wide, high, reach] of [[1, 8, 1100, 700, 39.8], [2, 30, 1100, 700, 39.8], [3, 40, 900, 600, 39.8],
  [4, 50, 800, 500, 26], [5, 60, 700, 450, 26], [6, 60, 700, 450, 26], [7, 60, 700, 450, 12]]) {
  const view = { x0: 0, y0: 0, x1: wide, y1: high };
  const bars = Array.from({ length: 6 }, (_, i) => rect(((i + 0.5) * wide) / 6, high / 2, 2, high * 0.6));

  Deno.test(`${n} countries on ${wide}×${high}: nothing over anything, names near their own, on no other land`, () => {
    const { land, wishes } = world(seed, n, view, reach), items = done(search(wishes, land, view, bars));
    const all = placed(items);
    assert.equal(items.length, wishes.length);
    assert.ok(all.length > n * 0.4 && all.filter((one) => one.name).length > n * 0.3, "most have a place and a name");
    all.forEach((one, i) => {
      const { line, name } = one;
      one.rects.forEach((r) => {
        assert.ok(r.x0 >= view.x0 && r.y0 >= view.y0 && r.x1 <= view.x1 && r.y1 <= view.y1);
        assert.ok(!bars.some((bar) => hits(bar, r)));
      });
      if (line) assert.ok(!bars.some((bar) => runsThrough(line, bar)));
      if (name) {
        assert.equal(land.foreign(name, one.item.own), 0);
        assert.ok(apart(name, point(from(one))) <= (one.form === "plate" ? 40 : one.item.reach));
      }
      all.forEach((other, j) => {
        if (i === j) return;
        one.rects.forEach((r) => other.rects.forEach((s) => assert.ok(!hits(r, s))));
        if (line) assert.ok(!other.rects.some((r) => runsThrough(line, r)));
        if (line && other.line) assert.ok(!crosses(line, other.line));
        if (name) assert.ok(apart(name, other.stands) > one.own, "nearer to another's mark");
      });
    });
  });
}

Deno.test("what lies over the map is kept clear of", () => {
  const { land, wishes } = world(2, 20, VIEW, REACH), panel = rect(550, 350, 500, 300);
  const all = placed(done(search(wishes, land, VIEW, [panel])));
  assert.ok(all.length && all.length < wishes.length);
  all.forEach((one) => {
    one.rects.forEach((r) => assert.ok(!hits(r, panel)));
    if (one.line) assert.ok(!runsThrough(one.line, panel));
  });
});

Deno.test("what finds no place is told, what must stand stands all the same", () => {
  const land = blocks({}), at = { x: 100, y: 100 }, over = [rect(100, 100, 400, 400)];
  const [one, other] = done(search([wish("A", at, land), wish("B", at, land, { must: true })], land, VIEW, over));
  assert.equal(one.taken, null);
  assert.ok(other.taken);
});

Deno.test("a mark gives way so that another has its name", () => {
  const land = blocks({ A: rect(100, 100, 60, 60), B: rect(170, 100, 60, 60) });
  const wishes = [wish("A", { x: 100, y: 100 }, land), wish("B", { x: 170, y: 100 }, land)];
  const items = done(search(wishes, land, VIEW, []));
  assert.ok(items.every((item) => item.taken && item.taken.name));
});

Deno.test("the same wishes find the same places", () => {
  const [a, b] = [0, 1].map(() => {
    const { land, wishes } = world(3, 30, VIEW, REACH);
    return placed(done(search(wishes, land, VIEW, []))).map(({ mark, name, cost }) => [mark, name, cost]);
  });
  assert.deepEqual(a, b);
});
