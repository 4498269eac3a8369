/** Panels: the controls on the map, in words; the legend, one line that opens upward. */

/** @import { Changes, Features, Rect, Site } from "./types.d.ts" */
/** @import { MapView } from "./view.js" */
import { gatheredRow } from "./draw/basket.js";
import { changeLegend } from "./draw/changes.js";
import { html, htmlButton } from "./draw/dom.js";
import { counts, ORDER, sign } from "./draw/marks.js";
import { host } from "./host.js";

/** @param {Features} data */
function line(data) {
  const root = html("summary", "");
  html("b", "", data.text.legend, root);
  const signs = html("span", "signs", null, root);
  ORDER.forEach((focus) => {
    sign(data.look, focus, false, 14, signs);
    html("span", "", data.look[focus].brief, signs);
  });
  html("span", "more", data.text.details, root);
  return root;
}

/** @param {Features} data */
function legend(data) {
  const root = html("details", "panel legend");
  root.appendChild(line(data));
  const columns = html("div", "columns", null, root);
  const left = html("div", "left", null, columns), right = html("div", "", null, columns);
  html("b", "", data.text.focus, left);
  html("b", "", data.text.precision, right);
  ORDER.forEach((focus) => {
    const row = html("div", "row", null, left);
    sign(data.look, focus, false, 14, html("span", "cell", null, row));
    html("span", "", data.look[focus].short, row);
  });
  const shown = html("div", "row", null, left);
  html("span", "swatch", null, html("span", "cell", null, shown));
  html("span", "", data.text.shown, shown);
  gatheredRow(left);
  data.legend.forEach((entry) => {
    const row = html("div", "row", null, right);
    const image = html("img", "", null, html("span", "cell wide", null, row));
    image.src = host().symbol(entry.symbol);
    image.alt = "";
    html("span", "", entry.text, row);
  });
  return root;
}

/** @param {string} kind @param {string} text @param {string} hint @param {Element} parent @param {() => void} act */
function tool(kind, text, hint, parent, act) {
  const node = htmlButton(kind, null, parent, act);
  node.title = hint;
  node.setAttribute("aria-label", hint);
  if (text) html("span", "", text, node);
  return node;
}

/** @param {L.Map} map @param {Features} data @param {MapView} view @param {() => void} near */
function bar(map, data, view, near) {
  const root = html("div", "panel tools"), { text } = data;
  tool("in", "", text.zoomIn, root, () => map.zoomIn());
  tool("out", "", text.zoomOut, root, () => map.zoomOut());
  const whole = tool("world", text.world, text.world, root, () => view.world());
  tool("near", text.near, text.near, root, near);
  const refresh = () => {
    const words = view.atWorld() ? text.home : text.world;
    if (whole.lastChild) whole.lastChild.textContent = words;
    whole.title = words;
    whole.setAttribute("aria-label", words);
  };
  map.on("moveend resize", refresh);
  refresh();
  return root;
}

/** @param {Features} data @param {Site[]} sites */
function notPlaced(data, sites) {
  const button = htmlButton("panel unplaced", null, null, () => host().unplaced());
  button.title = data.text.unplaced;
  html("span", "", data.text.unplaced, button);
  counts(sites).forEach((part) => {
    sign(data.look, part.focus, false, 14, button);
    html("b", "", part.n, button);
  });
  return button;
}

/** Returns what brings the panels up to date. @param {L.Map} map @param {MapView} view @param {() => void} near */
export function createPanels(map, view, near) {
  /** @param {string} position @param {() => HTMLElement} build */
  const add = (position, build) => {
    const control = L.control({ position });
    control.onAdd = () => {
      const node = build();
      L.DomEvent.disableClickPropagation(node);
      L.DomEvent.disableScrollPropagation(node);
      return node;
    };
    return control.addTo(map);
  };
  /** @type {L.Control | null} */ let button = null;
  /** @type {L.Control[]} */ const controls = [];
  /** @param {Features} data @param {Site[]} unplaced @param {boolean} anew @param {Changes | null} changes */
  return function refresh(data, unplaced, anew, changes) {
    if (button) button.remove();
    button = unplaced.length ? add("bottomright", () => notPlaced(data, unplaced)) : null;
    if (!anew) return;
    controls.splice(0).forEach((control) => control.remove());
    controls.push(add("topright", () => bar(map, data, view, near)));
    controls.push(add("bottomleft", () => (changes ? changeLegend(changes) : legend(data))));
    controls.push(L.control.scale({ position: "bottomright", imperial: false }).addTo(map));
  };
}

/** What the panels take of the map: nothing stands under them. @param {L.Map} map @returns {Rect[]} */
export function panelRects(map) {
  const frame = map.getContainer(), { left, top } = frame.getBoundingClientRect();
  const x = left + frame.clientLeft, y = top + frame.clientTop;
  return [...document.querySelectorAll(".panel, .leaflet-control-scale")].map((panel) => {
    const r = panel.getBoundingClientRect(), summary = panel.matches("[open]") && panel.querySelector("summary");
    const high = summary ? summary.getBoundingClientRect().top - 6 : r.top;
    return { x0: r.left - x, y0: Math.max(high, r.top) - y, x1: r.right - x, y1: r.bottom - y };
  }).filter((r) => r.x1 > r.x0);
}
