/** The basket: gathered, moved, and the same again from its file; what is no such file is none. */

import assert from "node:assert/strict";
import { basketIn, fits, nudged, turned, written } from "../../web/modules/core/basket.js";

const abc = ["a", "b", "c"];

Deno.test("what is gathered comes last, and goes from where it stands", () => {
  assert.deepEqual(turned(abc, "d"), ["a", "b", "c", "d"]);
  assert.deepEqual(turned(abc, "b"), ["a", "c"]);
  assert.deepEqual(abc, ["a", "b", "c"]);
});

Deno.test("one moves by a place, and stays at either end", () => {
  assert.deepEqual(nudged(abc, "c", -1), ["a", "c", "b"]);
  assert.deepEqual(nudged(abc, "a", 1), ["b", "a", "c"]);
  assert.deepEqual([nudged(abc, "a", -1), nudged(abc, "c", 1), nudged(abc, "z", 1)], [abc, abc, abc]);
});

Deno.test("an address holds 6,000 characters of ids", () => {
  assert.ok(fits(["x".repeat(2999), "y".repeat(3000)]));
  assert.ok(!fits(["x".repeat(3000), "y".repeat(3000)]));
});

Deno.test("a file says its version and edition, and gives the basket again", () => {
  const basket = { ids: abc, edition: "2026-11-26 0c3c3e6c" }, text = written(basket);
  assert.deepEqual(JSON.parse(text), { format: "foip-atlas-basket", version: 1, ...basket });
  assert.deepEqual(basketIn(text), basket);
  assert.deepEqual(basketIn(`\ufeff${text}`), basket);
  assert.deepEqual(basketIn(written({ ...basket, ids: ["b", "a", "b"] })), { ...basket, ids: ["b", "a"] });
});

Deno.test("what is no such file is none", () => {
  const whole = { format: "foip-atlas-basket", version: 1, edition: "", ids: abc };
  const spoilt = [{ format: "other" }, { version: 2 }, { edition: null }, { ids: "a,b" }, { ids: [1] }, { ids: null }];
  spoilt.forEach((one) => assert.equal(basketIn(JSON.stringify({ ...whole, ...one })), null));
  ["", "{", "null", "[]", "7", '"a"', JSON.stringify(whole).slice(0, -2)].forEach((text) =>
    assert.equal(basketIn(text), null)
  );
});
