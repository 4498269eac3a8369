/** Views: what they show of the world on screens of any shape, and what an address may ask for. */

import assert from "node:assert/strict";
import { bookmarked, fit, indoPacific, realLon, withView, world } from "../../maps/assets/framing.js";
import { flatMap, pixel } from "./tools.js";

/** @import { View } from "../../maps/assets/types.d.ts" */

const SCREENS = [[1112, 701], [728, 701], [380, 701], [1900, 500], [300, 300]];
/* Leaflet's own, as far as framing asks for them. */
/** @param {unknown} low @param {unknown} high */
const latLngBounds = (low, high) => Object.assign([low, high], { getSouthWest: () => low, getNorthEast: () => high });
Object.assign(globalThis, { L: { point: pixel, latLngBounds } });

/** Where a spot stands in a view, in px from its upper left corner.
 * @param {View} view @param {number[]} size @param {[number, number]} spot */
function seen({ center, zoom }, [width, height], spot) {
  const map = flatMap({ width, height }), c = map.project(center, zoom), p = map.project(spot, zoom);
  return { x: p.x - c.x + width / 2, y: p.y - c.y + height / 2 };
}

for (const [width, height] of SCREENS) {
  Deno.test(`${width}×${height}: the Indo-Pacific shows, from the Gulf to Fiji, from Hokkaido to Melbourne`, () => {
    const view = indoPacific(flatMap({ width, height })), west = width < 560 ? 65 : 56;
    /** @type {[number, number][]} */
    const spots = [[25, west], [-18, 178], [45, 142], [-37.8, 145]];
    spots.forEach((spot) => {
      const { x, y } = seen(view, [width, height], spot);
      assert.ok(x >= 0 && x <= width && y >= 0 && y <= height, `${spot}: ${x}, ${y}`);
    });
    assert.ok(Math.abs(seen(view, [width, height], [46.6, 126]).y) < 0.01, "its north edge is at the top");
  });

  Deno.test(`${width}×${height}: the whole world is no wider than one world`, () => {
    const { zoom } = world(flatMap({ width, height }));
    assert.ok(256 * 2 ** zoom >= width - 0.01);
  });

  Deno.test(`${width}×${height}: what is to fit fits, with room, and no nearer than allowed`, () => {
    const map = flatMap({ width, height }), view = fit(map, [172, -22, 184, -14], 8.5);
    const low = seen(view, [width, height], [-22, 172]), high = seen(view, [width, height], [-14, 184]);
    assert.ok(low.x >= 11.9 && high.y >= 11.9 && high.x <= width - 11.9 && low.y <= height - 11.9);
    assert.equal(fit(map, [178, -18.001, 178.001, -18], 8.5).zoom, 8.5);
  });
}

Deno.test("a view comes back from the address that it was written to, longitude as drawn", () => {
  const map = flatMap({ width: 800, height: 600, zoom: 4.25, center: [-17.5, 185.25] });
  const href = withView("https://atlas.example/?focus=1,2", map, false);
  assert.equal(href, "https://atlas.example/?focus=1,2&view=-17.50,-174.75,4.25");
  assert.deepEqual(bookmarked(href), { center: [-17.5, 185.25], zoom: 4.25 });
  assert.equal(withView(href, map, true), "https://atlas.example/?focus=1,2");
});

Deno.test("what an address asks for in vain", () => {
  const vain = ["", "1,2", "1,2,3,4", "a,b,c", "90,0,3", "0,361,3", "0,0,13", "0,0,-1", "NaN,0,0", "0,0,Infinity"];
  for (const view of vain) {
    assert.equal(bookmarked(`https://atlas.example/?view=${view}`), null, view);
  }
  assert.equal(bookmarked("no address"), null);
});

Deno.test("longitudes come down to −180..180", () => {
  assert.deepEqual([185, -185, 540, 0, 329].map(realLon), [-175, 175, -180, 0, -31]);
});
