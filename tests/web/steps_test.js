/** Work in slices: the newest has the last word, and the browser gets its turn in between. */

import assert from "node:assert/strict";
import { createSteps } from "../../maps/assets/layout/steps.js";

/** @param {number} n @param {() => void} [each] @returns {Generator<void, number>} */
function* counting(n, each = () => {}) {
  for (let i = 0; i < n; i += 1) { each(); yield; }
  return n;
}

const busy = () => { const end = performance.now() + 3; while (performance.now() < end); };

Deno.test("work at once is done at once", () => {
  assert.equal(createSteps().now(counting(5)), 5);
});

Deno.test("long work lets others have a turn, and is done in the end", async () => {
  const steps = createSteps(), order = /** @type {string[]} */ ([]);
  await new Promise((done) => {
    steps.later(counting(30, busy), () => { order.push("work"); done(null); });
    setTimeout(() => order.push("other"), 1);
    assert.ok(steps.under());
  });
  assert.deepEqual([order, steps.under()], [["other", "work"], false]);
});

Deno.test("newer work takes the place of older; what was stopped never speaks", async () => {
  const steps = createSteps(), said = /** @type {number[]} */ ([]);
  steps.later(counting(9, busy), (n) => said.push(n));
  steps.later(counting(8, busy), (n) => said.push(n));
  await new Promise((done) => setTimeout(done, 120));
  steps.later(counting(7, busy), (n) => said.push(n));
  steps.stop();
  assert.equal(steps.now(counting(2)), 2);
  await new Promise((done) => setTimeout(done, 60));
  assert.deepEqual(said, [8]);
});
