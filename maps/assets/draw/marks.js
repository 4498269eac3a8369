/** Marks: what is drawn at a place. */

/** @import { Drawn, Kit, Look, Part, Shown, Cell } from "../types.d.ts" */
import { html, svg, width } from "./dom.js";

export const ORDER = ["1", "2", "3", "0"];

/** The sign of a focus area: its shape, filled (site) or open (city), with a white halo.
 * @param {Look} look @param {string} focus @param {boolean} open @param {number} size @param {Element} parent */
export function sign(look, focus, open, size, parent) {
  const box = size * 1.42;
  const root = svg("svg", { width: box, height: box, viewBox: "-11.4 -11.4 22.8 22.8", class: "sign" }, parent);
  const glyph = look[focus];
  svg("path", { d: glyph.path, "stroke-linejoin": "round", stroke: "#fff", "stroke-width": 4.6 }, root);
  const body = svg("path", { d: open ? glyph.inner : glyph.path, "stroke-linejoin": "round",
    fill: open ? "#fff" : glyph.color }, root);
  if (open) { body.setAttribute("stroke", glyph.color); body.setAttribute("stroke-width", "2"); }
  const letter = svg("text", { y: 3.9, "font-size": 11, "font-weight": 700, "text-anchor": "middle",
    fill: open ? glyph.color : "#fff" }, root);
  letter.textContent = glyph.sign;
  return root;
}

/** @param {{focus: string, initiative: string}[]} sites @returns {Part[]} */
export function counts(sites) {
  /** @type {Record<string, Set<string>>} */
  const found = {};
  sites.forEach((site) => { (found[site.focus] = found[site.focus] || new Set()).add(site.initiative); });
  return ORDER.filter((focus) => found[focus]).map((focus) => ({ focus, n: found[focus].size }));
}

/** @param {number} radius @param {number} band @param {number} from @param {number} to */
function arc(radius, band, from, to) {
  /** @param {number} r @param {number} t */
  const point = (r, t) => `${(r * Math.sin(t)).toFixed(2)} ${(-r * Math.cos(t)).toFixed(2)}`;
  const large = to - from > Math.PI ? 1 : 0, inner = radius - band;
  return `M${point(radius, from)}A${radius} ${radius} 0 ${large} 1 ${point(radius, to)}` +
    `L${point(inner, to)}A${inner} ${inner} 0 ${large} 0 ${point(inner, from)}Z`;
}

/** A ring split by focus area with the count in the middle, 10 px high at least; signs on the ring when it is large.
 * @param {Look} look @param {Part[]} parts @param {number} radius @param {Element} parent */
export function ring(look, parts, radius, parent) {
  const total = parts.reduce((sum, part) => sum + part.n, 0), band = radius < 13 ? radius * 0.29 : radius * 0.37;
  const side = radius * 2 + 4, gap = parts.length > 1 ? 1 / radius : 0;
  const root = svg("svg", { width: side, height: side, viewBox: `${-side / 2} ${-side / 2} ${side} ${side}`,
    class: "donut" }, parent);
  svg("circle", { r: radius + 2, fill: "#fff" }, root);
  let from = 0;
  parts.forEach((part) => {
    const to = from + (part.n / total) * Math.PI * 2;
    svg("path", { d: arc(radius, band, from + gap, Math.max(from + gap + 0.02, Math.min(to - gap, from + 6.27))),
      fill: look[part.focus].color }, root);
    if (radius >= 22 && to - from > 0.35) {
      const middle = (from + to) / 2, r = radius - band / 2;
      const letter = svg("text", { x: r * Math.sin(middle), y: -r * Math.cos(middle) + 3.6, fill: "#fff",
        "font-size": 10, "font-weight": 700, "text-anchor": "middle" }, root);
      letter.textContent = look[part.focus].sign;
    }
    from = to;
  });
  const words = short(total), share = words.length > 3 ? 0.54 : total >= 100 ? 0.66 : 0.84;
  const high = Math.max(radius * share, total >= 10 ? 10 : 10.5);
  const number = svg("text", { y: high * 0.36, fill: "#1B2733", "font-size": high, "font-weight": 700,
    "text-anchor": "middle" }, root);
  number.textContent = words;
  return root;
}

/** Large numbers in little room: 1.2k. @param {number} n */
const short = (n) => (n < 1000 ? String(n) : `${(n / 1000).toFixed(n < 9950 ? 1 : 0)}k`);

/** The sign of one initiative, a ring for several. @param {Look} look @param {Shown} group @param {number} radius */
function round(look, group, radius) {
  const node = html("div", group.total > 1 ? "mark ring" : "mark symbol");
  if (group.total > 1) ring(look, counts(group.sites), radius, node);
  else sign(look, group.sites[0].focus, !["site", "country"].includes(group.precision || ""), 16, node);
  return node;
}

/** @param {Look} look @param {Shown} group */
function plate(look, group) {
  const node = html("div", "mark plate"), parts = counts(group.sites);
  if (group.total === 1) sign(look, parts[0].focus, false, 15, node); else ring(look, parts, 9.5, node);
  html("span", "", group.name, node);
  return node;
}

/** A cell of a crowd, in room for a square. @param {Look} look @param {Cell} group @param {number} room
 * @returns {Drawn} */
export function ringOfCell(look, group, room) {
  const node = html("div", "mark cell"), radius = Math.min(13 + 2.9 * Math.log2(group.total) / 1.6, room / 2 - 4, 27);
  ring(look, group.parts, radius, node);
  return { node, w: radius * 2 + 4, h: radius * 2 + 4 };
}

/** Each maker returns a DOM node centred on 0,0, drawn when it is asked for, and its size in px. @type {Kit} */
export const make = {
  round(look, group, radius) {
    const size = group.total > 1 ? radius * 2 + 1 : 19;
    return { get node() { return round(look, group, radius); }, w: size, h: size };
  },
  plate: (look, group) => ({ get node() { return plate(look, group); }, w: width(group.name) + 38, h: 24 }),
  /* `flat` puts name and counts on one line: for narrow maps. */
  box(look, group, flat) {
    const node = html("div", flat ? "mark box flat" : "mark box");
    const parts = /** @type {Part[]} */ (group.parts || counts(group.sites));
    html("div", "head", group.name, node);
    const row = html("div", "row", null, node);
    parts.forEach((part) => {
      const cell = html("span", "cell", null, row);
      sign(look, part.focus, false, 15, cell);
      html("b", "", part.n, cell);
    });
    const each = flat ? 28 : 33, head = width(group.name, true) + 20;
    const wide = parts.reduce((sum, part) => sum + each + Math.max(8, width(String(part.n), true, 13)), 12);
    const w = flat ? wide + head - 6 : Math.max(head, wide);
    node.style.width = `${w}px`;
    return { node, w, h: flat ? 25 : 50 };
  },
};
