/** Runs of land along scan lines, recounted point by point. */

/** @import { Outline } from "../../maps/assets/types.d.ts" */
import assert from "node:assert/strict";
import { bandOf, runBeyond } from "../../maps/assets/layout/scanlines.js";
import { chance } from "./tools.js";

const next = chance(5), HIGH = 64, TOP = 128;

/** A star of chance round a point, and whether a point lies in it. @param {number} x @param {number} y */
function star(x, y) {
  const n = 9, ring = new Float64Array((n + 1) * 2);
  for (let i = 0; i < n; i += 1) {
    const a = (i / n) * 2 * Math.PI, r = 8 + next() * 30;
    ring[2 * i] = x + r * Math.cos(a); ring[2 * i + 1] = y + r * Math.sin(a);
  }
  ring.set(ring.subarray(0, 2), n * 2);
  return ring;
}

/** @param {Float64Array} ring */
function boxOf(ring) {
  const xs = ring.filter((_, i) => i % 2 === 0), ys = ring.filter((_, i) => i % 2);
  const min = { x: Math.min(...xs), y: Math.min(...ys) }, max = { x: Math.max(...xs), y: Math.max(...ys) };
  return /** @type {any} */ ({ min, max });
}

/** @param {Float64Array} ring @param {number} x @param {number} y */
function inside(ring, x, y) {
  let odd = false;
  for (let i = 0; i + 3 < ring.length; i += 2) {
    const [x0, y0, x1, y1] = ring.subarray(i, i + 4);
    if (y0 > y !== y1 > y && x < x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)) odd = !odd;
  }
  return odd;
}

Deno.test("a pixel is land when its middle lies in a ring, at any scale", () => {
  for (const k of [1, 0.5, 2]) {
    const rings = [star(60 / k, 150 / k), star(160 / k, 170 / k)].map((ring) => ring.map((v) => v));
    const lands = rings.map((ring, i) => ({ id: i + 2, outline: /** @type {Outline} */ ({ rings: [ring],
      boxes: [boxOf(ring)], box: boxOf(ring), paths: {} }) }));
    bandOf(lands, k, TOP, HIGH).forEach((row, y) => {
      for (let x = 0; x < 260; x += 1) {
        const at = runBeyond(row, x), found = at < row.length && row[at] <= x ? row[at + 2] : 0;
        const is = rings.findIndex((ring) => inside(ring, (x + 0.5) / k, (TOP + y + 0.5) / k));
        assert.equal(found, is < 0 ? 0 : is + 2, `${x}, ${y}`);
      }
    });
  }
});

Deno.test("a band meets nothing of what lies above or below it", () => {
  const ring = star(60, 40), box = boxOf(ring);
  const rows = bandOf([{ id: 2, outline: { rings: [ring], boxes: [box], box, paths: {} } }], 1, TOP, HIGH);
  assert.deepEqual([rows.length, rows.every((row) => row.length === 0)], [HIGH, true]);
});
