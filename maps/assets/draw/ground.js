/** Ground: land in two tones, dots for the smallest states, and the names of countries that nothing stands on. */

/** @import { Country, Feature, Laid, Pair, Rect, State } from "../types.d.ts" */
import { boxedCanvas, marker } from "../../../adapters/leaflet.js";
import { hits, rect, runsThrough } from "../layout/geometry.js";
import { fineCoast } from "./coast.js";
import { html, width } from "./dom.js";
import { FINE_FROM, landLayers } from "./land.js";

const LEAST = 4;

/** @param {L.Map} map @param {L.LayerGroup} context */
export function createGround(map, context) {
  /** @type {Map<Feature, L.Path> | null} */ let land = null;
  /** @type {Record<"coarse" | "fine", L.LayerGroup | null>} */ const borders = { coarse: null, fine: null };
  /** @type {L.LayerGroup} */ const dots = L.layerGroup();
  const renderer = boxedCanvas({ pane: "land", padding: map.options.still ? 0 : 0.5 });

  /** @param {State} state */
  function paint(state) {
    const shown = new Set(state.sites.flatMap((site) => site.countries)), ids = state.data.countries;
    /** @param {Feature} feature Land of nobody's has no id. */
    const fill = ({ properties: { id } }) => (id && shown.has(id) ? "#CBD4CF" : "#DFE4E0");
    if (land) {
      /* Only what changed is painted anew. */
      land.forEach((layer, feature) => {
        const fillColor = fill(feature);
        if (layer.options.fillColor !== fillColor) layer.setStyle({ fillColor });
      });
    } else land = begun(state, fill);
    Object.keys(ids).filter((id) => ids[id].tiny).forEach((id) =>
      dot(id, ids[id], shown.has(id) ? "#8FA098" : "#AEBAB4"));
  }

  /** @param {State} state @param {(feature: Feature) => string} fill */
  function begun(state, fill) {
    const options = { pane: "land", renderer, interactive: false, smoothFactor: 0.8 };
    const made = landLayers(map, state.base.land, options, (feature) =>
      ({ color: "#AAB6B0", weight: 0.6, fillColor: fill(feature), fillOpacity: 1 }));
    L.layerGroup([...made.values()]).addTo(map);
    /** Lines in dispute: the solid edge is painted over, then dashed. @param {Pair[][]} lines */
    const dashed = (lines) => L.layerGroup([L.polyline(lines, { ...options, color: "#DFE4E0", weight: 2 }),
      L.polyline(lines, { ...options, color: "#8A958F", weight: 1, dashArray: "3 3" })]);
    borders.coarse = dashed(state.base.borders.features.flatMap(({ geometry }) =>
      geometry.coordinates.map((line) => line.map(([x, y]) => /** @type {Pair} */ ([y, x])))));
    if (state.coast) fineCoast(map, made, state.coast, (lines) => { borders.fine = dashed(lines); zoomed(); });
    zoomed();
    return made;
  }

  /** @type {Map<string, L.Path>} */
  const islands = new Map();
  /** The smallest states are too small to be seen as land; on the canvas of the land they cost nothing more.
   * @param {string} id @param {Country} country @param {string} fillColor */
  function dot(id, { x, y }, fillColor) {
    const found = islands.get(id);
    if (found && found.options.fillColor !== fillColor) found.setStyle({ fillColor });
    if (!found) islands.set(id, L.circleMarker([y, x], { renderer, pane: "land", radius: 1.7, stroke: false,
      fillOpacity: 1, fillColor, interactive: false }).addTo(dots));
  }

  /** What depends on the scale: dots, and which coast the lines in dispute lie on. */
  function zoomed() {
    const { coarse, fine } = borders;
    if (map.getZoom() > 7) dots.remove(); else dots.addTo(map);
    if (fine && map.getZoom() >= FINE_FROM) { coarse?.remove(); fine.addTo(map); return; }
    coarse?.addTo(map);
    fine?.remove();
  }

  /** Neighbours that nothing stands on, where their names lie on their own land or the sea and meet nothing.
   * @param {State} state @param {Pick<Laid, "land" | "items" | "blocked" | "view">} laid */
  function names(state, { land, items, blocked, view }) {
    const zoom = map.getZoom(), busy = new Set(items.flatMap((one) => one.own));
    if (zoom < LEAST) return;
    /** @type {Rect[]} */
    const taken = [...blocked, ...items.flatMap((one) => one.taken.rects.concat(one.taken.name || []))];
    const lines = items.flatMap((one) => one.taken.line || []);
    /** @param {Rect} r */
    const away = (r) => r.x1 < view.x0 || r.y1 < view.y0 || r.x0 > view.x1 || r.y0 > view.y1;
    Object.entries(state.data.countries).forEach(([id, country]) => {
      if (busy.has(id) || country.rank > zoom) return;
      const { x, y } = land.point(country.y, country.x);
      const box = rect(x, y + (country.tiny ? 10 : 0), width(country.name, false, 11.5) + 6, 15);
      if (away(box) || taken.some((r) => hits(r, box)) || lines.some((line) => runsThrough(line, box)) ||
        land.foreign(box, [id], 1)) return;
      taken.push(box);
      name(country);
    });
  }

  /** @param {Country} country */
  function name(country) {
    const root = html("div", "anchor");
    html("span", "country-name", country.name, root).style.top = country.tiny ? "10px" : "0";
    marker([country.y, country.x], { icon: L.divIcon({ html: root, iconSize: [0, 0], className: "atlas-name" }),
      pane: "context", interactive: false, keyboard: false }).addTo(context);
  }

  return { paint, zoomed, names };
}
