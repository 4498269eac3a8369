/** More sites than a page holds: when the server is asked, and what its answer makes of the page. */

import assert from "node:assert/strict";
import { createApp } from "../../web/modules/app.js";
import { isAnswered, namedIn, questionOf } from "../../web/modules/core/many.js";

/** @typedef {import("../../web/modules/app.js").Model} Model */

const HERE = "http://atlas.example/", LOOK = { box: [176, -20, 182, -15], zoom: 6 };
Object.assign(globalThis, {
  requestAnimationFrame: (/** @type {() => void} */ draw) => (draw(), 0),
  cancelAnimationFrame() {},
});
const NONE = { focus: { 1: [], 3: [] }, region: { pacific: [] }, country: {}, status: {}, year: {}, ids: {} };
const FILES = /** @type {Record<string, any>} */ ({
  index: { size: 0, initiative: [], facets: NONE, statuses: {}, lines: [], haystack: [], synonyms: [], names: [],
    undated: "undated", regions: [], extents: { region: {}, country: {} } },
  catalogue: { lang: "en", text: {}, forms: {}, rows: [], labels: {}, order: {}, names: {} },
  features: { lang: "en", look: {}, countries: {}, regions: {}, sites: [] },
});

/** @param {string} question */
function answered(question) {
  const row = { id: "port", focus: "3", title: "Port", partners: [], themes: [], area: "", steps: [] };
  return { rows: [row], single: [], areas: { 1: 7, 3: 9000 }, whole: { 1: 7, 3: 12000 },
    counts: { i: 9000, all: 12007, s: 20000, on: 20000, wide: 0, off: 0 },
    features: { counted: true, level: 5, cells: [], boxed: [], sites: [{ id: "port/a", initiative: "port", x: 1, y: 2,
      precision: "site", name: "A", countries: [] }], asked: question },
    index: { size: 1, initiative: [0], facets: { ...NONE, focus: { 1: [], 3: [0] }, ids: { port: [0] } }, statuses: {},
      lines: [" port "], haystack: [[0]], regions: ["pacific"] } };
}

async function page() {
  const seen = { href: `${HERE}?lang=en&focus=3`, asked: /** @type {string[]} */ ([]),
    model: /** @type {Model} */ (/** @type {unknown} */ (null)), scene: /** @type {any} */ (null), lost: false };
  const app = createApp({
    load: (name) => Promise.resolve(FILES[name]),
    address: () => seen.href,
    push: (href) => { seen.href = href; },
    replace: (href) => { seen.href = href; },
    draw: (scene) => { seen.scene = scene; },
    changed: () => {},
    symbol: (name) => name,
    record: () => Promise.resolve(null),
    view: (_, question) => {
      seen.asked.push(question);
      if (seen.lost) return Promise.reject(new Error("away"));
      return Promise.resolve(question.includes("facet=") ? { pacific: 42 } : answered(question));
    },
  });
  app.mount(/** @type {any} */ ({}), (model) => { seen.model = model; });
  const rest = () => new Promise((done) => setTimeout(done));
  await app.use({ lang: "en", index: "index", catalogue: "catalogue", features: "features", many: true });
  await rest();
  return { app, seen, rest };
}

Deno.test("what is counted comes from the answer, whatever few sites came with it", async () => {
  const { seen } = await page();
  assert.equal(seen.asked.length, 1);
  assert.deepEqual([seen.model.counts.i, seen.model.counts.all, seen.model.shown.length], [9000, 12007, 1]);
  assert.deepEqual([seen.model.counted("focus")[3], seen.model.total("3")], [9000, 12000]);
  assert.ok(seen.scene.told && seen.scene.features.startsWith("view?en&") && !atob(seen.scene.bits).includes("\x80"));
});

Deno.test("a view is asked for once, options when they are looked at", async () => {
  const { app, seen, rest } = await page();
  app.look(LOOK.box, LOOK.zoom);
  app.look(LOOK.box, LOOK.zoom);
  await rest();
  assert.match(seen.asked.at(-1) || "", /box=176.000%2C-20.000%2C182.000%2C-15.000.*zoom=6.00/);
  const before = seen.asked.length;
  app.look(LOOK.box, LOOK.zoom);
  assert.deepEqual(seen.model.counted("region"), {});
  await rest();
  assert.deepEqual(seen.model.counted("region"), { pacific: 42 });
  assert.equal(seen.asked.length, before + 1);
});

Deno.test("a record of the list opens without a question, another's is asked for once", async () => {
  const { app, seen, rest } = await page();
  app.open("port");
  await rest();
  assert.deepEqual([seen.asked.length, seen.model.state.id], [1, "port"]);
  seen.href = `${HERE}?lang=en&focus=3&id=elsewhere`;
  app.follow();
  await rest();
  app.follow();
  await rest();
  assert.deepEqual([seen.asked.length, seen.model.state.id], [2, null]);
  assert.match(seen.asked[1], /id=elsewhere/);
});

Deno.test("an answer that does not come is told", async () => {
  const { app, seen, rest } = await page();
  seen.lost = true;
  app.toggle("focus", "1");
  await rest();
  assert.equal(seen.model.failed, true);
});

Deno.test("language and the address's view decide no answer", () => {
  const href = `${HERE}?lang=ja&focus=3&view=1,2,3&id=port`;
  assert.equal(questionOf(href, null), "focus=3");
  assert.equal(namedIn(href), "id=port");
  assert.equal(isAnswered(null, href, null), false);
});
