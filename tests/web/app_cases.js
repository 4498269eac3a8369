/** The front end without a page: the address is the state, whatever changes it. Run with the catalogue's files by
 * `test_app.py`. */

import assert from "node:assert/strict";
import { createApp } from "../../web/modules/app.js";

/** @typedef {import("../../web/modules/app.js").Model} Model */

const HERE = "http://atlas.example/", FOCUS = ["1", "2", "3", "0"];
const files = JSON.parse(Deno.readTextFileSync(Deno.args[0]));
Object.assign(globalThis, {
  requestAnimationFrame: (/** @type {() => void} */ draw) => (draw(), 0),
  cancelAnimationFrame() {},
});

/** A page at an address. @param {string} search @param {Record<string, string[]>} [narrow] */
async function page(search, narrow) {
  const seen = {
    href: HERE + search,
    steps: 0,
    told: 0,
    drawn: 0,
    model: /** @type {Model} */ (/** @type {unknown} */ (null)),
    scene: /** @type {any} */ (null),
  };
  const app = createApp({
    load: (name) => Promise.resolve(files[name]),
    address: () => seen.href,
    push: (href) => {
      seen.href = href;
      seen.steps += 1;
    },
    replace: (href) => {
      seen.href = href;
    },
    draw: (scene) => {
      seen.scene = scene;
      seen.drawn += 1;
    },
    changed: () => {
      seen.told += 1;
    },
    symbol: (name) => name,
    record: () => Promise.resolve(null),
  });
  app.mount(/** @type {any} */ ({}), (model) => {
    seen.model = model;
  });
  await app.use({ lang: "en", index: "index", catalogue: "catalogue", features: "features", narrow });
  return { app, seen, search: () => new URL(seen.href).search };
}

Deno.test("a click is one step of the history, one drawing and one word to the server", async () => {
  const { app, seen, search } = await page("?lang=en&view=1,2,3");
  app.toggle("region", "pacific");
  assert.equal(search(), "?lang=en&region=pacific&view=1,2,3");
  assert.deepEqual([seen.steps, seen.told, seen.drawn], [1, 1, 2]);
  app.toggle("precision", "country");
  app.toggle("region", "asean");
  app.toggle("region", "pacific");
  assert.equal(search(), "?lang=en&region=asean&precision=country&view=1,2,3");
  app.clear();
  assert.equal(search(), "?lang=en&view=1,2,3");
  assert.ok(app.isEmpty());
  app.clear();
  assert.equal(seen.steps, 5, "what changes nothing is no step");
});

Deno.test("the cross-cutting switch takes away and gives back", async () => {
  const { app, search } = await page("?lang=en");
  app.toggle("focus", "0", FOCUS);
  assert.equal(search(), "?lang=en&focus=1,2,3");
  app.toggle("focus", "0", FOCUS);
  assert.equal(search(), "?lang=en");
  app.toggle("focus", "3");
  app.toggle("focus", "1");
  assert.equal(search(), "?lang=en&focus=3,1");
});

Deno.test("typing replaces the address and is one line", async () => {
  const { app, seen, search } = await page("?lang=ja");
  app.search("  ｱﾝﾓﾆｱ \u3000 cable ");
  assert.equal(new URL(seen.href).searchParams.get("q"), "ｱﾝﾓﾆｱ cable");
  assert.equal(seen.steps, 0);
  app.search("R&D=100%#+");
  assert.equal(seen.model.state.filter.q, "R&D=100%#+");
  app.search("zzzzzz");
  assert.deepEqual([seen.model.counts.i, seen.model.shown.length], [0, 0]);
  app.search("");
  assert.equal(search(), "?lang=en");
});

Deno.test("a record opens, stays while one filters, and closes; one that is not known is named", async () => {
  const { app, seen, search } = await page("?lang=en&focus=3");
  app.open("palau-airport");
  assert.equal(search(), "?lang=en&focus=3&id=palau-airport");
  assert.equal(seen.scene.selected, "palau-airport");
  app.choose("focus", ["1"]);
  assert.equal(seen.model.state.id, "palau-airport");
  app.open(null);
  assert.equal(search(), "?lang=en&focus=1");
  seen.href = `${HERE}?lang=en&id=${"x".repeat(90)}&region=mars`;
  app.follow();
  assert.deepEqual(seen.model.state.unknown, ["region=mars", `id=${"x".repeat(39)}…`]);
  assert.equal(seen.model.state.id, null);
});

Deno.test("Back is followed, and drawn once", async () => {
  const { app, seen } = await page("?lang=en");
  app.toggle("focus", "3");
  seen.href = `${HERE}?lang=en`;
  app.follow();
  app.follow();
  assert.ok(app.isEmpty());
  assert.equal(seen.drawn, 3);
});

Deno.test("a mark lists what stands there, a country's filters by it, a filter lists all again", async () => {
  const { app, seen, search } = await page("?lang=en");
  const two = ["palau-airport", "tuvalu-cable"].map((initiative) => ({ initiative }));
  app.mark({ name: "Here", precision: "city", sites: [...two, two[0]] });
  assert.deepEqual(seen.model.shown.map((one) => one.row.id).sort(), ["palau-airport", "tuvalu-cable"]);
  assert.equal(search(), "?lang=en");
  app.mark({ name: "Fiji", country: "FJI", precision: "country", sites: [] });
  assert.equal(search(), "?lang=en&country=FJI");
  assert.deepEqual([seen.model.panel.kind, seen.model.shown.length], ["all", seen.model.all.length]);
  app.choose("country", []);
  app.open("palau-airport");
  app.list({ kind: "off" });
  assert.equal(seen.model.state.id, null);
  const off = seen.model.shown.map((one) => one.row.id);
  const placed = new Set(files.features.sites.filter((/** @type {any} */ one) => one.x !== null)
    .map((/** @type {any} */ one) => one.initiative));
  assert.ok(off.length > 3 && off.every((id) => !placed.has(id)));
});

Deno.test("what a page decides is no choice of the reader's", async () => {
  const { app, seen, search } = await page("?lang=en", { region: ["pacific"], country: [] });
  assert.ok(app.isEmpty(), "there is nothing to clear");
  const every = seen.model.counts.i;
  assert.ok(every > 0 && every < seen.model.counts.all);
  app.toggle("focus", "3");
  assert.equal(search(), "?lang=en&focus=3");
  assert.ok(!app.isEmpty() && seen.model.counts.i < every);
  app.clear();
  assert.equal(search(), "?lang=en");
  const other = await page("?lang=en&region=pacific&q=port", { region: ["pacific"], country: [] });
  other.app.clear();
  assert.equal(other.search(), "?lang=en&region=pacific");
});

Deno.test("what is gathered stays when one goes back", async () => {
  const { app, seen, search } = await page("?lang=en");
  const before = seen.href;
  app.open("palau-airport");
  app.basket()?.turn("palau-airport");
  seen.href = before;
  app.follow();
  assert.equal(search(), "?lang=en&basket=palau-airport");
  assert.deepEqual([seen.model.state.id, seen.model.state.basket], [null, ["palau-airport"]]);
});

Deno.test("what an address does not hold is not gathered but kept for a file; less always goes", async () => {
  const { app, seen, search } = await page("?lang=en");
  const many = Array.from({ length: 700 }, (_, i) => `initiative-${i}`);
  app.basket()?.turn("palau-airport");
  assert.equal(search(), "?lang=en&basket=palau-airport");
  app.gather(many);
  assert.deepEqual([search(), seen.model.over], ["?lang=en&basket=palau-airport", many]);
  app.gather(["palau-airport", "tuvalu-cable"]);
  assert.deepEqual([search(), seen.model.over], ["?lang=en&basket=palau-airport,tuvalu-cable", []]);
  const every = files.catalogue.rows.map((/** @type {{id: string}} */ row) => row.id);
  const long = await page(`?lang=en&basket=${every.join()}`);
  long.app.gather([...every.slice(1, -1), "x".repeat(6001)]);
  assert.deepEqual(long.seen.model.over, [], "a long address gets shorter");
  assert.deepEqual(long.seen.model.state.basket, every.slice(1, -1));
});
