/** Own: a visitor's list beside the atlas, whose marks then stand back, and the lettered candidates of one row. */

/** @import { Candidate, Own } from "../types.d.ts" */
import { html, width } from "./dom.js";

/** @param {string | null | undefined} text Base64 of JSON. @returns {Own | null} */
export function readOwn(text) {
  if (!text) return null;
  return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(text), (char) => char.charCodeAt(0))));
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
