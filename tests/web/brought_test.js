/** What a visitor brought, when the server still has it and when it has it no more. */

import assert from "node:assert/strict";
import { keep, keepFile, kept, keptFile, step } from "../../web/modules/brought/state.js";

const list = (choices = {}) => ({ name: "一覧.csv", digest: "a1", choices });
const told = (/** @type {Partial<import("../../web/modules/brought/state.js").Told>} */ more) =>
  ({ session: "new", list: null, draft: null, columns: {}, ...more });
const before = told({ session: "old", list: list({ 2: 1 }) });

function tab(room = 5_000_000) {
  const held = /** @type {Record<string, string>} */ ({});
  return /** @type {Storage} */ (/** @type {unknown} */ ({
    getItem: (/** @type {string} */ key) => held[key] ?? null,
    removeItem: (/** @type {string} */ key) => { delete held[key]; },
    setItem(/** @type {string} */ key, /** @type {string} */ text) {
      if (text.length > room) throw new DOMException("full", "QuotaExceededError");
      held[key] = text;
    },
  }));
}

Deno.test("what the session still has, or has dropped itself, is kept as it is told", () => {
  assert.equal(step(null, told({ list: list() })), "keep");
  assert.equal(step(before, told({ session: "old" })), "keep");
  const store = tab();
  keep(before, store);
  assert.deepEqual(kept(store), before);
  keep(told({ session: "old" }), store);
  assert.equal(kept(store), null);
});

Deno.test("another session asks for the list, then for its choices, once", () => {
  assert.equal(step(before, told({})), "list");
  assert.equal(step(before, told({ list: list() })), "choices");
  assert.equal(step(before, told({ list: list({ 2: 0 }) })), "keep");
  assert.equal(step(before, told({ list: { ...list(), digest: "b2" } })), "keep");
  assert.equal(step(told({ session: "old", draft: "文書" }), told({})), "draft");
  assert.equal(step(told({ session: "old", draft: "文書" }), told({ draft: "文書" })), "keep");
});

Deno.test("a file outlives a reload where the tab has room, and goes with its list", async () => {
  const bytes = Uint8Array.from({ length: 70_000 }, (_, at) => at % 256), store = tab();
  await keepFile(new File([bytes], "甲.xlsx"), store);
  const found = /** @type {File} */ (keptFile(store));
  assert.equal(found.name, "甲.xlsx");
  assert.deepEqual(new Uint8Array(await found.arrayBuffer()), bytes);
  keep(before, store);
  assert.equal(keptFile(store), null);
  const small = tab(1000);
  await keepFile(new File([bytes], "甲.xlsx"), small);
  assert.equal(keptFile(small), null);
});

Deno.test("what lies in the tab and is none of it counts for nothing", () => {
  for (const text of ["", "{", "null", "[]", '{"session": 1}', '{"session": "old"}']) {
    assert.equal(kept(/** @type {any} */ ({ getItem: () => text })), null);
    assert.equal(keptFile(/** @type {any} */ ({ getItem: () => text })), null);
  }
});
