/* Terrain: whose land lies under each pixel of the view, by scan lines over the whole coast; made once a view. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const NOBODY = 1, DOT = 1;

  /* Where the sides of a country's rings cross the middle of each row of pixels. */
  function crossings(rings, k, left, top, height, rows) {
    rings.forEach((ring) => {
      let x0 = ring[0] * k - left, y0 = ring[1] * k - top;
      for (let i = 2; i < ring.length; i += 2) {
        const x1 = ring[i] * k - left, y1 = ring[i + 1] * k - top;
        const from = Math.max(0, Math.ceil(Math.min(y0, y1) - 0.5)),
          to = Math.min(height, Math.ceil(Math.max(y0, y1) - 0.5));
        for (let y = from; y < to; y += 1) rows[y].push(x0 + ((y + 0.5 - y0) / (y1 - y0)) * (x1 - x0));
        x0 = x1; y0 = y1;
      }
    });
  }

  function fill(rows, grid, width, id) {
    rows.forEach((xs, y) => {
      if (!xs.length) return;
      xs.sort((a, b) => a - b);
      for (let i = 0; i + 1 < xs.length; i += 2) {
        const from = Math.max(0, Math.ceil(xs[i] - 0.5)), to = Math.min(width, Math.ceil(xs[i + 1] - 0.5));
        if (from < to) grid.fill(id, y * width + from, y * width + to);
      }
      xs.length = 0;
    });
  }

  function raster(map, features, ids, width, height) {
    const grid = new Uint16Array(width * height), k = map.options.crs.scale(map.getZoom()) / atlas.UNIT;
    const { x: left, y: top } = map.getPixelBounds().min, rows = Array.from({ length: height }, () => []);
    features.forEach((feature) => {
      const { rings, box } = atlas.drawnLand(feature);
      if (box.max.x * k < left || box.min.x * k > left + width || box.max.y * k < top ||
        box.min.y * k > top + height) return;
      crossings(rings, k, left, top, height, rows);
      fill(rows, grid, width, ids.get(feature.properties.id) || NOBODY);
    });
    return grid;
  }

  /* How much land lies above and left of each pixel, so that open sea is known without looking at its pixels. */
  function sums(grid, width, height) {
    const total = new Uint32Array((width + 1) * (height + 1)), row = width + 1;
    for (let y = 0; y < height; y += 1) {
      for (let x = 0, run = 0; x < width; x += 1) {
        if (grid[y * width + x]) run += 1;
        total[(y + 1) * row + x + 1] = total[y * row + x + 1] + run;
      }
    }
    return (x0, y0, x1, y1) => total[y1 * row + x1] - total[y0 * row + x1] - total[y1 * row + x0] + total[y0 * row + x0];
  }

  /* The farthest points of a country's main land from its label point, one a direction: where a leader may start. */
  const main = new WeakMap();
  function coast(feature, x, y) {
    if (main.has(feature)) return main.get(feature);
    const inside = (ring) => { let odd = false; for (let i = 0, j = ring.length - 2; i < ring.length; j = i,
      i += 2) if (ring[i + 1] > y !== ring[j + 1] > y &&
        x < ring[i] + ((y - ring[i + 1]) / (ring[j + 1] - ring[i + 1])) * (ring[j] - ring[i])) odd = !odd; return odd;
        };
    const { rings } = atlas.drawnLand(feature), ring = rings.find(inside) ||
      rings.reduce((a, b) => (b.length > a.length ? b : a)), best = [];
    for (let i = 0; i < ring.length; i += 2) {
      const dx = ring[i] - x, dy = ring[i + 1] - y, far = Math.hypot(dx, dy),
        slot = Math.round((Math.atan2(dy, dx) / Math.PI) * 8) & 15;
      if (!best[slot] || far > best[slot].far) best[slot] = { far, dx, dy };
    }
    main.set(feature, best.filter(Boolean));
    return main.get(feature);
  }

  /* What lies under the view; `countries` has label points. Rectangles are in px of the container. */
  atlas.terrain = function (map, land, countries) {
    const { x: width, y: height } = map.getSize(), zoom = map.getZoom(), options = new Map();
    const ids = new Map(Object.keys(countries).map((code, i) => [code, i + 2])),
      features = new Map(land.features.map((one) => [one.properties.id, one]));
    const grid = raster(map, land.features, ids, width, height);
    const at = (x, y) => (x < 0 || y < 0 || x >= width || y >= height ?
      0 : grid[Math.floor(y) * width + Math.floor(x)]);

    /* The smallest states are drawn as dots. */
    Object.entries(countries).filter(([, one]) => one.tiny && zoom <= 7).forEach(([code, one]) => {
      const p = map.latLngToContainerPoint([one.y, one.x]);
      for (let y = p.y - DOT; y <= p.y + DOT; y += 1) for (let x = p.x - DOT; x <= p.x + DOT; x += 1) if (x >= 0 &&
        y >= 0 && x < width && y < height && !at(x, y)) grid[y * width + x] = ids.get(code);
    });

    const landIn = sums(grid, width, height), clamp = (value, most) => Math.max(0, Math.min(most, value));

    /* How many pixels of a rectangle are land of others; no more are counted than asked for. */
    function foreign(r, own, most = Infinity) {
      const x0 = clamp(Math.floor(r.x0), width), x1 = clamp(Math.ceil(r.x1), width);
      const y0 = clamp(Math.floor(r.y0), height), y1 = clamp(Math.ceil(r.y1), height), all = landIn(x0, y0, x1, y1);
      if (!all || !own.length) return all;
      const mine = ids.get(own[0]), others = own.length > 1 ? own.map((code) => ids.get(code)) : null;
      let found = 0;
      for (let y = y0; y < y1; y += 1) {
        for (let i = y * width + x0, end = y * width + x1; i < end; i += 1) {
          if (grid[i] && grid[i] !== mine && !(others && others.includes(grid[i])) &&
            (found += 1) >= most) return found;
        }
      }
      return found;
    }

    const owns = (x, y, own) => own.some((code) => ids.get(code) === at(x, y));

    /* Where a leader may start, as offsets from the label point, a little inside the coast. */
    function anchors(code, place) {
      const feature = features.get(code), one = countries[code];
      if (!feature || !one || one.tiny) return [];
      const scale = map.options.crs.scale(zoom), p = map.options.crs.latLngToPoint(L.latLng(one.y, one.x), zoom),
        k = atlas.UNIT / scale;
      return coast(feature, p.x * k, p.y * k).map(({ dx, dy, far }) => {
        const inset = Math.max(0, 1 - 1.5 / (far / k));
        return { dx: (dx / k) * inset, dy: (dy / k) * inset };
      }).filter(({ dx, dy }) => owns(place.x + dx, place.y + dy, [code]));
    }

    return { foreign, owns, anchors, width, height, options };
  };
})();
