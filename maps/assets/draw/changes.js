/** Changes: what came, went and moved between two editions, in ink; each kind has its own shape and sign. */

/** @import { Change, Changes, Group, Kit, Pair, Shown } from "../types.d.ts" */
import { counted } from "../layout/groups.js";
import { html, htmlButton, svg, width } from "./dom.js";

const INK = "#1B2733", KINDS = ["added", "removed", "moved", "changed"];
const SIGNS = /** @type {Record<string, string>} */ ({ added: "M-4 0H4M0 -4V4", removed: "M-3 -3L3 3M3 -3L-3 3",
  moved: "M-4 0H4M1 -3L4 0L1 3", changed: "M-3.5 -1.8H3.5M-3.5 1.8H3.5M2 -4L-2 4" });

/** Filled disc and plus: added. Open disc and cross: taken out. Open square and arrow: moved. Open hexagon and ≠:
 * changed. @param {string} kind @param {Element} parent */
function sign(kind, parent) {
  const root = svg("svg", { width: 18, height: 18, viewBox: "-9 -9 18 18", class: "sign" }, parent);
  const filled = kind === "added", rim = { fill: filled ? INK : "#fff", stroke: INK, "stroke-width": 1.4 };
  if (kind === "moved") svg("rect", { x: -7.3, y: -7.3, width: 14.6, height: 14.6, rx: 1, ...rim }, root);
  else if (kind === "changed") svg("path", { d: "M7.6 0L3.8 6.6H-3.8L-7.6 0L-3.8 -6.6H3.8Z", ...rim }, root);
  else svg("circle", { r: 7.6, ...rim }, root);
  svg("path", { d: SIGNS[kind], fill: "none", stroke: filled ? "#fff" : INK, "stroke-width": 1.8 }, root);
}

/** @param {Change[]} sites */
const byKind = (sites) => KINDS.map((kind) => ({ kind, found: sites.filter((site) => site.kind === kind) }))
  .filter(({ found }) => found.length);

/** Signs with their counts; what they take in px is given back. @param {Change[]} sites @param {Element} parent */
export function changeSigns(sites, parent) {
  return byKind(sites).reduce((wide, { kind, found: { length } }) => {
    sign(kind, parent);
    if (length > 1) html("b", "", length, parent);
    return wide + 26 + (length > 1 ? width(String(length), true) + 4 : 0);
  }, 0);
}

/** @type {Kit} */
export const changeKit = {
  plate(look, group) {
    const node = html("div", "mark plate change"), wide = changeSigns(group.sites, node);
    html("span", "", group.name, node);
    return { node, w: width(group.name) + wide + 18, h: 24 };
  },
  /* The sign of one change, a ring with a number for several. */
  round(look, group, radius) {
    const node = html("div", "mark ring change"), size = radius * 2 + 1;
    if (group.sites.length === 1) { sign(group.sites[0].kind, node); return { node, w: 19, h: 19 }; }
    const root = svg("svg", { width: size, height: size, viewBox: `${-size / 2} ${-size / 2} ${size} ${size}` }, node);
    svg("circle", { r: radius - 0.7, fill: "#fff", stroke: INK, "stroke-width": 1.4 }, root);
    svg("text", { y: 3.8, "font-size": 10.5, "font-weight": 700, "text-anchor": "middle", fill: INK },
      root).textContent = group.sites.length;
    return { node, w: size, h: size };
  },
  box(look, group) {
    const node = html("div", "mark box change");
    html("div", "head", group.name, node);
    const wide = changeSigns(group.sites, html("div", "row", null, node));
    const w = Math.max(width(group.name, true) + 20, wide + 16);
    node.style.width = `${w}px`;
    return { node, w, h: 50 };
  },
};

/** What changed at the same point is one mark. @param {Changes} changes @returns {Group<Change>[]} */
export function changeGroups(changes) {
  /** @type {Map<string, Shown>} */
  const found = new Map();
  changes.marks.forEach((site) => {
    const { name, x, y, precision, country } = site, key = `${x},${y}`;
    if (x === null) return;
    const group = found.get(key) || { key, name, x, y, precision, country, sites: [], change: true, total: 0 };
    group.sites.push(site);
    found.set(key, group);
  });
  return [...found.values()].map(counted);
}

/** From a ring where it was to a dot where it is; a route in full, dashed where it was.
 * @param {Change} site @param {L.LayerGroup} layer */
function ways(site, layer) {
  const { x, y, fx, fy, kind } = site, pane = "lines", gone = { dashArray: "3 5" };
  /** @param {Pair[]} line @param {L.PathOptions} options */
  const draw = (line, options) => {
    L.polyline(line, { pane, color: "#fff", weight: 5, opacity: 0.9, interactive: false }).addTo(layer);
    L.polyline(line, { pane, color: INK, weight: 1.8, interactive: false, ...options }).addTo(layer);
  };
  (site.was || []).forEach((line) => draw(line, gone));
  (site.lines || []).forEach((line) => draw(line, kind === "removed" ? gone : {}));
  if (kind !== "moved" || x === null || fx === null || site.lines || site.was) return;
  if (Math.abs(fx - x) <= 180) draw([[fy, fx], [y, x]], {});
  const spot = { pane, fillOpacity: 1, interactive: false };
  L.circleMarker([fy, fx], { ...spot, radius: 4.5, color: INK, weight: 1.8, fillColor: "#fff" }).addTo(layer);
  L.circleMarker([y, x], { ...spot, radius: 3.5, stroke: false, fillColor: INK }).addTo(layer);
}

/** @param {Changes} changes @param {L.LayerGroup} layer */
export const drawChanges = (changes, layer) =>
  changes.marks.forEach((site) => { if (site.x !== null) ways(site, layer); });

/** @param {Changes} changes */
export function changeLegend(changes) {
  const root = html("details", "panel legend");
  root.open = true;
  html("summary", "", changes.words.legend, root);
  KINDS.forEach((kind) => {
    const row = html("div", "row", null, root);
    sign(kind, html("span", "cell", null, row));
    html("span", "", changes.words[kind], row);
  });
  return root;
}

/** @param {Changes} changes @param {Shown} group @param {(site: Change) => void} choose */
export function changePopup(changes, group, choose) {
  const root = html("div", "pop list");
  html("h2", "", group.name, root);
  byKind(group.sites).forEach(({ kind, found }) => {
    const head = html("div", "pop-head", null, root);
    sign(kind, head);
    html("span", "focus", `${changes.words[kind]} ${found.length}`, head);
    const list = html("ul", "", null, root);
    found.forEach((site) => {
      const item = html("li", "", null, list);
      if (site.open) htmlButton("entry", site.title, item, () => choose(site)); else html("b", "", site.title, item);
      html("p", "how", site.text, item);
    });
  });
  return root;
}
