/** Elements: what stands is drawn: routes, leaders, marks and their names, with words for those who hear the map. */

/** @import { Drawn, Mark, Placed, Rect, Route, Shown, Standing, State } from "../types.d.ts" */
import { marker } from "../../../adapters/leaflet.js";
import { fill } from "../../../web/modules/core/text.js";
import { html, svg } from "./dom.js";

const GREY = "#5A6572";

/** @typedef {{lines: L.LayerGroup, leaders: L.LayerGroup, marks: L.LayerGroup}} Layers */

/** @param {HTMLElement} element @param {{group: Shown, kind: string}} one @param {string} label */
function describe(element, { group, kind }, label) {
  element.setAttribute("role", "button");
  element.setAttribute("aria-label", label);
  Object.assign(element.dataset, { key: group.key, kind, count: group.total });
}

/** @param {State} state @param {Shown} group @param {string} word */
const many = (state, group, word) => `${group.name}: ${fill(state.data.forms[word], { n: group.total })}`;

/** @param {State} state @param {Standing} one */
function label(state, { kind, group }) {
  if (kind === "cell" && !group.alone) return fill(state.data.forms.cell, { name: group.name, n: group.total });
  return group.total === 1 ? `${group.sites[0].title} (${group.name})` : many(state, group, "many");
}

/** What a pin says of itself. @param {State} state @param {Mark} one */
export function describePin(state, one) {
  describe(one.element, one, many(state, one.group, one.kind === "chip" ? "outside" : "many"));
  if (isFaint(state, one.group.sites, one.group.key)) one.element.classList.add("faint");
}

/** @param {State} state @param {{initiative: string}[]} sites */
const isChosen = ({ selected }, sites) => Boolean(selected) && sites.some((site) => site.initiative === selected);

/** The mark of the country that is asked for. @param {State} state @param {Shown} group */
const isSubject = ({ country }, { country: own, precision }) => Boolean(country) && own === country &&
  precision === "country";

/** What is only shown beside the one country that is asked for; not the box of its region.
 * @param {State} state @param {{id: string}[]} sites @param {string} [box] */
function isFaint({ asked, country, data }, sites, box) {
  if (!country || (box && data.countries[country]?.region === box)) return false;
  return !sites.some((site) => asked.some(({ id }) => id === site.id));
}

/** A route: its line (dashed when schematic), white dots at its landings.
 * @param {State} state @param {Route} site @param {Layers} layers
 * @param {(site: Placed, at: L.LatLng) => void} choose */
function drawRoute(state, site, { lines }, choose) {
  const { color } = state.data.look[site.focus], pane = "lines", chosen = isChosen(state, [site]);
  const opacity = isFaint(state, [site]) ? 0.65 : 1;
  site.lines.forEach((line) => {
    L.polyline(line, { pane, color: "#fff", weight: chosen ? 7 : 5, opacity: 0.9, interactive: false }).addTo(lines);
    const dashArray = site.solid ? null : "6 4", weight = chosen ? 3.5 : 2;
    L.polyline(line, { pane, color, weight, opacity, dashArray }).on("click",
      (event) => choose(site, event.latlng)).addTo(lines);
  });
  site.landings.forEach((at) => L.circleMarker(at, { pane, radius: 4, color, weight: 2, fillColor: "#fff",
    opacity, fillOpacity: opacity, interactive: false }).addTo(lines));
}

/** @param {Standing} one @param {Layers} layers @param {boolean} faint */
function lead(one, { leaders }, faint) {
  const { line, dot } = one.taken, below = html("div", "anchor");
  if (!line) return;
  const root = svg("svg", { class: "leader", width: 1, height: 1 }, below);
  const [x1, y1, x2, y2] = [line.p.x - one.x, line.p.y - one.y, line.q.x - one.x, line.q.y - one.y];
  root.dataset.key = one.group.key;
  if (dot) svg("circle", { cx: x1, cy: y1, r: 2, fill: GREY }, root);
  svg("line", { x1, y1, x2, y2, stroke: GREY }, root);
  marker(one.at, { icon: L.divIcon({ html: below, iconSize: [0, 0],
    className: faint ? "atlas-leader faint" : "atlas-leader" }), pane: "leaders", interactive: false,
    keyboard: false }).addTo(leaders);
}

/** @param {State} state @param {Standing} one @param {Layers} layers @param {(one: Standing) => void} activate */
function drawMark(state, one, layers, activate) {
  const root = html("div", "anchor"), { taken } = one;
  const { node } = /** @type {Drawn} */ (taken.form === "plate" ? one.plate : one.round);
  lead(one, layers, isFaint(state, one.group.sites));
  if (isChosen(state, one.group.sites) || isSubject(state, one.group)) node.classList.add("chosen");
  if (state.own && !one.group.sites[0].own && one.kind !== "option") node.classList.add("behind");
  /** @param {HTMLElement} child @param {Rect} r */
  const set = (child, r) => {
    child.style.left = `${(r.x0 + r.x1) / 2 - one.x}px`;
    child.style.top = `${(r.y0 + r.y1) / 2 - one.y}px`;
    root.appendChild(child);
  };
  const caption = taken.form === "slim" ? taken.name : null;
  if (caption) set(html("span", one.bold ? "caption bold" : "caption", taken.text), caption);
  set(node, taken.mark);
  one.dx = (taken.mark.x0 + taken.mark.x1) / 2 - one.x; one.dy = (taken.mark.y0 + taken.mark.y1) / 2 - one.y;
  one.h = taken.mark.y1 - taken.mark.y0;
  const made = marker(one.at, { icon: L.divIcon({ html: root, iconSize: [0, 0], className: "atlas-mark" }),
    keyboard: true, alt: "", riseOnHover: true });
  made.on("click", () => activate(one));
  made.addTo(layers.marks);
  one.element = made.getElement();
  describe(one.element, one, label(state, one));
  if (isFaint(state, one.group.sites)) one.element.classList.add("faint");
  one.element.dataset.country = one.own.join();
  if (taken.form === "round" && one.kind !== "route") one.element.title = one.group.name;
}

/** @param {State} state @param {Standing[]} items @param {Route[]} routes @param {Layers} layers
 * @param {(site: Placed, at: L.LatLng) => void} choose @param {(one: Standing) => void} activate */
export function drawElements(state, items, routes, layers, choose, activate) {
  [...new Set(routes)].forEach((site) => drawRoute(state, site, layers, choose));
  items.forEach((one) => drawMark(state, one, layers, activate));
}
