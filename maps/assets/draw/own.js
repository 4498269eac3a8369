/** Own: a visitor's list beside the atlas, whose marks then stand back, and the lettered candidates of one row. */

/** @import { Candidate, Own, Scene } from "../types.d.ts" */
import { html, width } from "./dom.js";

/** @param {Scene["own"]} given @returns {Promise<Own | null>} */
export async function readOwn(given) {
  if (!given) return null;
  const packed = new Blob([Uint8Array.from(atob(given.sites), (char) => char.charCodeAt(0))]);
  const sites = await new Response(packed.stream().pipeThrough(new DecompressionStream("deflate"))).json();
  return { sites, options: given.options };
}

/** @param {Own} own @returns {Candidate[]} */
export function candidates(own) {
  return own.options.map((one, index) => {
    const node = html("div", "mark option");
    html("b", "", one.letter, node);
    html("span", "", one.text, node);
    const site = { id: `option:${index}`, initiative: `option:${index}`, title: `${one.letter} ${one.text}` };
    const group = { key: site.id, name: one.text, x: one.x, y: one.y, total: 1, sites: [site] };
    return { node, w: width(one.text, true) + 42, h: 26, kind: "option", group, index, at: [one.y, one.x] };
  });
}
