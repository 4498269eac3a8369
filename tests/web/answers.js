/** What the front end answers to questions that a test has written down, without a browser: `answers.js FILE.json`. */

import { createApp } from "../../web/modules/app.js";
import { readAddress, writeAddress } from "../../web/modules/core/address.js";
import { around } from "../../web/modules/core/extents.js";
import { createIndex } from "../../web/modules/core/filter.js";
import { didYouMean } from "../../web/modules/core/nearest.js";
import { progressOf, progressText, standingOf } from "../../web/modules/core/progress.js";
import { suggest } from "../../web/modules/core/suggest.js";
import { fill, fold } from "../../web/modules/core/text.js";
import { yearNote } from "../../web/modules/core/year.js";
import { placeOf } from "../../web/modules/parts/rows.js";

/** @typedef {import("../../web/modules/app.js").Model} Model */
/**
 * @typedef {{files: Record<string, any>, lang: string}} Edition
 * @typedef {{screens?: Edition & {searches: string[]}, places?: Edition & {some: [number, number[], string | null][]},
 *   frames?: {known: any, codes: Record<string, string[]>[]}, folded?: string[],
 *   filled?: [import("../../web/modules/core/text.js").Template, Record<string, string | number>][],
 *   searched?: {index: any, queries: string[], lang: string},
 *   addresses?: {members: any, searches: string[]}}} Questions
 */

const HERE = "http://atlas.example/";
Object.assign(globalThis, {
  requestAnimationFrame: (/** @type {() => void} */ draw) => (draw(), 0),
  cancelAnimationFrame() {},
});

/** The front end on a page of its own. @param {Edition} edition */
async function started({ files, lang }) {
  const seen = /** @type {{href: string, model: Model, scene: any}} */ ({ href: HERE });
  const app = createApp({
    load: (name) => Promise.resolve(files[name]),
    address: () => seen.href,
    push() {},
    replace() {},
    draw: (scene) => {
      seen.scene = scene;
    },
    changed() {},
    symbol: (name) => name,
    record: () => Promise.resolve(null),
  });
  app.mount(/** @type {any} */ ({}), (model) => {
    seen.model = model;
  });
  await app.use({ lang, index: "index", catalogue: "catalogue", features: "features" });
  return { app, seen };
}

/** @param {Edition & {searches: string[]}} asked */
async function screens({ searches, ...edition }) {
  const { app, seen } = await started(edition);
  return searches.map((search) => {
    seen.href = HERE + search;
    app.follow();
    const { model, scene } = seen, { index, catalogue } = model.data, place = placeOf(model);
    const said = model.all.map(({ row, rows }) => [
      row.id,
      progressText(progressOf(row.steps, rows, place, model.year, catalogue), catalogue),
    ]);
    return {
      members: model.all.flatMap((one) => one.rows),
      bits: scene.bits,
      counts: { ...model.counts, unplaced: model.off.size },
      options: Object.fromEntries(index.facets.map((facet) => [facet, model.counted(facet)])),
      around: scene.around,
      progress: Object.fromEntries(said),
      note: yearNote(model),
      unknown: model.state.unknown,
    };
  });
}

/** @param {Edition & {some: [number, number[], string | null][]}} asked */
async function places({ some, ...edition }) {
  const { model } = (await started(edition)).seen, { catalogue } = model.data, place = placeOf(model);
  return some.map(([at, rows, year]) => {
    const { steps } = catalogue.rows[at], line = standingOf(steps, rows, place, year, catalogue);
    const said = progressText(progressOf(steps, rows, place, year, catalogue), catalogue);
    return [said, line.where + line.status + line.date, line.money];
  });
}

/** What an address says, what is written for it, and what that says.
 * @param {{members: any, searches: string[]}} asked */
function addresses({ members, searches }) {
  return searches.map((search) => {
    const read = readAddress(HERE + search, members);
    const written = writeAddress(HERE + search, { lang: read.lang || "en", filter: read.filter, id: read.id });
    return { read, written, again: readAddress(written, members) };
  });
}

/** What a search finds, what was meant, what is suggested, and how many milliseconds that takes.
 * @param {{index: any, queries: string[], lang: string}} asked */
function searched({ index: file, queries, lang }) {
  const index = createIndex(file), kinds = [...index.facets, "place", "initiative"];
  return queries.map((q) => {
    const mask = index.select({ q, codes: {} }), start = performance.now();
    const suggested = suggest(index, q, lang, kinds), took = performance.now() - start;
    const rows = [...mask.keys()].filter((row) => mask[row]);
    return { rows, meant: didYouMean(index, { q, codes: {} }), suggested, took };
  });
}

const asked = /** @type {Questions} */ (JSON.parse(Deno.readTextFileSync(Deno.args[0])));
console.log(JSON.stringify({
  screens: asked.screens && await screens(asked.screens),
  places: asked.places && await places(asked.places),
  frames: asked.frames?.codes.map((codes) => around({ q: "", codes }, asked.frames?.known)),
  folded: asked.folded?.map(fold),
  searched: asked.searched && searched(asked.searched),
  filled: asked.filled?.map(([template, values]) => fill(template, values)),
  addresses: asked.addresses && addresses(asked.addresses),
}));
