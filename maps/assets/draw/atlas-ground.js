/* Ground: land in two tones, dots for the smallest states, and the names of countries that nothing stands on. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const { html, width } = atlas.draw;
  const LEAST = 4;

  atlas.ground = function (map, context) {
    let land = null;
    const borders = { coarse: null, fine: null };
    const dots = L.layerGroup(), renderer = atlas.canvas({ pane: "land", padding: map.options.still ? 0 : 0.5 });

    function paint(state) {
      const shown = new Set();
      for (const site of state.sites) for (const id of site.countries) shown.add(id);
      const ids = state.data.countries;
      const fill = ({ properties }) => (shown.has(properties.id) ? "#CBD4CF" : "#DFE4E0"); 
      // land of nobody's has no id
      const style = (feature) => ({ color: "#AAB6B0", weight: 0.6, fillColor: fill(feature), fillOpacity: 1 });
      if (land) {
        /* Only what changed is painted anew. */
        land.eachLayer((layer) => {
          const fillColor = fill(layer.feature);
          if (layer.options.fillColor !== fillColor) layer.setStyle({ fillColor });
        });
      } else {
        const options = { pane: "land", renderer, interactive: false, smoothFactor: 0.8 };
        land = atlas.land(map, state.base.land, options, style).addTo(map);
        /* Lines in dispute: the solid edge is painted over, then dashed. */
        const dashed = (lines) => L.layerGroup([L.polyline(lines, { ...options, color: "#DFE4E0", weight: 2 }),
          L.polyline(lines, { ...options, color: "#8A958F", weight: 1, dashArray: "3 3" })]);
        borders.coarse = dashed(state.base.borders.features.flatMap(({ geometry }) =>
          geometry.coordinates.map((line) => line.map(([x, y]) => [y, x]))));
        if (state.coast) atlas.coast(map, land.getLayers(), state.coast, (lines) =>
          { borders.fine = dashed(lines); zoomed(); });
        zoomed();
      }
      Object.keys(ids).filter((id) => ids[id].tiny).forEach((id) =>
        dot(id, ids[id], shown.has(id) ? "#8FA098" : "#AEBAB4"));
    }

    /* The smallest states are too small to be seen as land; on the canvas of the land they cost nothing more. */
    const islands = new Map();
    function dot(id, { x, y }, fillColor) {
      const found = islands.get(id);
      if (found && found.options.fillColor !== fillColor) found.setStyle({ fillColor });
      if (!found) islands.set(id, L.circleMarker([y, x],
        { renderer, pane: "land", radius: 1.7, stroke: false, fillOpacity: 1, fillColor,
          interactive: false }).addTo(dots));
    }

    /* What depends on the scale: dots, and which coast the lines in dispute lie on. */
    function zoomed() {
      const near = borders.fine && map.getZoom() >= atlas.coast.FROM;
      if (map.getZoom() > 7) dots.remove(); else dots.addTo(map);
      if (near) { borders.coarse.remove(); borders.fine.addTo(map); return; }
      borders.coarse.addTo(map);
      if (borders.fine) borders.fine.remove();
    }

    /* Neighbours that nothing stands on, where their names lie on their own land or the sea and meet nothing. */
    function names(state, { land, items, blocked, view }) {
      const zoom = map.getZoom(), busy = new Set(items.flatMap((one) => one.own)),
        { rect, hits, runsThrough } = atlas.geometry;
      if (zoom < LEAST) return;
      const taken = [...blocked, ...items.flatMap((one) => [...one.taken.rects, one.taken.name]).filter(Boolean)],
        lines = items.map((one) => one.taken.line).filter(Boolean);
      Object.entries(state.data.countries).forEach(([id, country]) => {
        if (busy.has(id) || country.rank > zoom) return;
        const at = [country.y, country.x], { x, y } = land.point(...at),
          box = rect(x, y + (country.tiny ? 10 : 0), width(country.name, false, 11.5) + 6, 15);
        if (box.x1 < view.x0 || box.y1 < view.y0 || box.x0 > view.x1 || box.y0 > view.y1 ||
          taken.some((r) => hits(r, box)) || lines.some((line) => runsThrough(line, box)) ||
            land.foreign(box, [id], 1)) return;
        taken.push(box);
        const node = html("span", "country-name", country.name);
        node.style.top = country.tiny ? "10px" : "0";
        const root = html("div", "anchor");
        root.appendChild(node);
        atlas.marker(at, { icon: L.divIcon({ html: root, iconSize: [0, 0], className: "atlas-name" }),
          pane: "context", interactive: false, keyboard: false }).addTo(context);
      });
    }

    return { paint, zoomed, names };
  };
})();
