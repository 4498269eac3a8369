/* Coast: from zoom 6 on the finer coast, fetched a country at a time as it comes into view; the maps of a page share
   it. Without it, or until it is there, the coarser one stays. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const FROM = 6, GRID = 10000;  // steps of a ten-thousandth of a degree
  let found = 0;

  /* A row is its first point, then each step. */
  function points(row, each) {
    for (let i = 0, x = 0, y = 0; i < row.length; i += 2) {
      x += row[i]; y += row[i + 1];
      each(x / GRID, y / GRID, i);
    }
  }

  function ring(row) {
    const flat = new Float64Array(row.length);
    points(row, (x, y, i) => { flat[i] = atlas.across(x); flat[i + 1] = atlas.down(y); });
    return flat;
  }

  const line = (row) => { const all = []; points(row, (x, y) => all.push([y, x])); return all; };

  /* layers: the land's; `hash` tells this coast from others; `dashed` is given the disputed lines that lie on it. */
  atlas.coast = function (map, layers, hash, dashed) {
    const file = (name) => atlas.host.once(`coast-${name}-${hash}.json`);
    const neutral = layers.filter(({ feature }) => !feature.properties.id), fresh = new Set(layers);
    let nobody = null, lines = null;

    function rows({ feature }, index) {
      if (feature.properties.id) return file(feature.properties.id);
      nobody = nobody || file("nobody");
      return nobody.then((all) => all[index]);
    }

    function ask(layer) {
      const { feature } = layer;
      fresh.delete(layer);
      if (!feature.asked) feature.asked = rows(layer, neutral.indexOf(layer)).then((parts) =>
        { feature.fine = atlas.outline(parts.map(ring)); });
      return feature.asked.then(() => {
        found += 1;
        if (map.getZoom() >= FROM) { layer._project(); layer.redraw(); }
      }, () => { feature.asked = nobody = null; fresh.add(layer); });
    }

    function look() {
      if (map.getZoom() < FROM) return;
      const view = map.getBounds(), [west, east] = [view.getWest(), view.getEast()].map(atlas.across),
        [north, south] = [view.getNorth(), view.getSouth()].map(atlas.down);
      const due = layers.filter((one) => fresh.has(one) && atlas.drawnLand(one.feature).boxes.some(({ min, max }) =>
        min.x < east && max.x > west && min.y < south && max.y > north));
      if (!due.length) return;
      lines = lines || file("lines").then((all) => dashed(Object.values(all).flat().map(line)),
        () => { lines = null; });
      Promise.all(due.map(ask)).then(() => map.fire("coast"));
    }

    map.on("moveend", look);
    look();
  };

  /* Another number when more of it is there. */
  Object.assign(atlas.coast, { FROM, known: (zoom) => (zoom < FROM ? 0 : found) });
})();
