/** Crowds are counted on a grid of which each coarser level is the halves of the next. */

/** @import { Placed, Site } from "../../maps/assets/types.d.ts" */
import assert from "node:assert/strict";
import { byCountry, cellsOf, isCrowd, opening } from "../../maps/assets/draw/crowd.js";
import { chance } from "./tools.js";

const next = chance(11);
const SITES = Array.from({ length: 900 }, (_, i) => /** @type {Placed} */ (/** @type {unknown} */ ({ id: `s${i}`,
  initiative: `i${i % 300}`, key: `k${i}`, name: `n${i}`, countries: i % 3 ? ["JPN"] : ["JPN", "FJI"], x: i, y: -i,
  cell: [Math.floor(next() * 4096), Math.floor(next() * 4096)] })));

Deno.test("every site is in one cell at every level, and a coarser cell holds whole finer ones", () => {
  for (let halved = 0; halved < 12; halved += 1) {
    const fine = cellsOf(SITES, halved), coarse = cellsOf(SITES, halved + 1);
    assert.equal(fine.reduce((sum, one) => sum + one.sites.length, 0), SITES.length);
    fine.forEach((one) => {
      const [home, ...others] = coarse.filter((other) => one.sites.some((site) => other.sites.includes(site)));
      assert.deepEqual([home.column, home.row, others.length], [one.column >> 1, one.row >> 1, 0]);
    });
  }
  assert.equal(cellsOf(SITES, 12).length, 1);
});

Deno.test("a cell opens to the bounds of its sites, unless they are all at one place", () => {
  const group = { key: "", name: "", x: 0, y: 0, total: 3, sites: SITES.slice(0, 3) };
  assert.deepEqual(opening(group), [-0.05, -2.05, 2.05, 0.05]);
  assert.equal(opening({ ...group, alone: true }), null);
});

Deno.test("counts by country are of initiatives, the most first", () => {
  const countries = /** @type {any} */ ({ JPN: { name: "Japan" } });
  assert.deepEqual(byCountry(SITES, countries, 9), [{ name: "Japan", total: 300 }, { name: "FJI", total: 100 }]);
  assert.equal(byCountry(SITES, countries, 1).length, 1);
});

Deno.test("an edition of many is a crowd as long as a filter leaves many", () => {
  const data = /** @type {any} */ ({ sites: SITES, crowd: 300 }), few = /** @type {Site[]} */ (SITES.slice(0, 60));
  assert.deepEqual([isCrowd(data, SITES), isCrowd(data, few), isCrowd({ ...data, crowd: 900 }, SITES)],
    [true, false, false]);
});
