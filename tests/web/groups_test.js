/** Which sites share a mark, and what it is called. */

/** @import { Site } from "../../maps/assets/types.d.ts" */
import assert from "node:assert/strict";
import { groupsOf, joinedGroup, merged } from "../../maps/assets/layout/groups.js";
import { boundsOf, placeless } from "../../maps/assets/sites.js";
import { fill } from "../../web/modules/core/text.js";
import { flatMap } from "./tools.js";

/** @param {string} id @param {object} more @returns {Site} */
const site = (id, more) => /** @type {any} */ ({ id, initiative: id, focus: "1", precision: "city", key: id, name: id,
  countries: ["FJI"], x: 178, y: -18, ...more });
/** @type {import("../../web/modules/core/text.js").Template} */
const COUNTRIES = [["n", null, null], " countries"];
const MAP = flatMap({ width: 1000, height: 600, zoom: 5 });  // 8192 px round the world

Deno.test("sites of one place share a mark; a route counts in its countries' marks; what has no place has none", () => {
  const found = groupsOf([
    site("a", { key: "FJI", precision: "country" }), site("b", { key: "FJI", precision: "country" }), site("c", {}),
    site("r", { countries: ["FJI", "TON"], lines: [[[0, 0], [1, 1]]] }), site("n", { x: null, y: null }),
    ...Array.from({ length: 24 }, (_, i) => site(`m${i}`, { key: "many" })), site("box", { precision: "region" }),
  ]);
  assert.deepEqual(found.map(({ key, kind, total }) => [key, kind, total]),
    [["FJI", "plate", 3], ["c", "symbol", 1], ["many", "donut", 24], ["box", "box", 1]]);
});

Deno.test("places of one country nearer than 30 px are one mark, named after the first and how many others", () => {
  const near = [site("Suva", {}), site("Nausori", { x: 178.5 }), site("Nadi", { x: 176, y: -17.8 })];
  const names = (/** @type {Site[]} */ sites) => merged(groupsOf(sites), MAP).map(({ name, total }) => [name, total]);
  assert.deepEqual(names(near), [["Suva +1", 2], ["Nadi", 1]]);
  assert.deepEqual(names([near[0], site("Nukuʻalofa", { x: 178.5, countries: ["TON"] })]).length, 2);
  assert.deepEqual(names([...near, site("FJI", { name: "Fiji", precision: "country" })]), [["Fiji", 3], ["Nadi", 1]]);
  const groups = groupsOf(near);
  merged(groups, MAP);
  assert.deepEqual(groups.map(({ sites }) => sites.length), [1, 1, 1], "the groups themselves stay as they were");
});

Deno.test("marks of two countries that are one say how many countries they stand for", () => {
  const [a, b, c] = groupsOf([site("a", {}), site("b", { countries: ["TON"] }), site("c", { countries: ["WSM"] })]);
  const two = joinedGroup(a, b, COUNTRIES), three = joinedGroup(two, c, COUNTRIES);
  assert.deepEqual([two.name, two.total, three.name, three.total], ["2 countries", 2, "3 countries", 3]);
  assert.deepEqual(three.countries, ["FJI", "TON", "WSM"]);
  assert.equal(joinedGroup(two, b, COUNTRIES).sites.length, 2, "no site is there twice");
});

Deno.test("what is framed is what lies exactly; boxes count when there is nothing else", () => {
  const box = site("box", { precision: "region", x: 183, y: 33 });
  assert.deepEqual(boundsOf([site("a", {}), box]), [172, -22, 184, -14]);
  assert.deepEqual(boundsOf([box]), [177, 29, 189, 37]);
  assert.equal(boundsOf([site("n", { x: null, y: null })]), null);
});

Deno.test("an initiative is without a place when all its sites are", () => {
  const none = { x: null, y: null }, sites = [site("a", none), site("b", { ...none, initiative: "c" }), site("c", {})];
  assert.deepEqual(placeless(sites).map(({ id }) => id), ["a"]);
});

Deno.test("a word follows the number before it", () => {
  /** @type {import("../../web/modules/core/text.js").Template} */
  const words = [["n", "en", { one: [["n", null, null], " place"], 0: ["no places"], other: [["n", "en", null]] }]];
  assert.deepEqual([1, 0, 2000].map((n) => fill(words, { n })), ["1 place", "no places", "2,000"]);
});
