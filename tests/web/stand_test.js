/** What is to be shown, and how: in the view as a mark, out of it as a chip. */

import assert from "node:assert/strict";
import { toShow } from "../../maps/assets/layout/stand.js";
import { flatMap } from "./tools.js";

const MAP = flatMap({ width: 1000, height: 600, zoom: 5, center: [5, 100] });

/** A state with one route, which no country's mark lists. @param {[number, number][]} line Latitudes, longitudes. */
function stateOf(line) {
  const [[y, x]] = line;
  const route = { id: "a/1", initiative: "a", focus: "1", precision: "route", key: "a/1", name: "A", countries: [],
    x, y, lines: [line], landings: line };
  return /** @type {any} */ ({ sites: [route], groups: [], crowd: false, own: null, data: {} });
}

Deno.test("a route that the view shows has no chip, one that it does not has", () => {
  const { lat, lng } = /** @type {any} */ (MAP).getCenter();
  assert.equal(toShow(MAP, stateOf([[lat, lng - 1], [lat + 1, lng + 1]])).outside.length, 0);
  assert.equal(toShow(MAP, stateOf([[lat, lng - 90], [lat + 1, lng - 91]])).outside.length, 1);
});
