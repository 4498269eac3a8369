/* Terrain: whose land lies under each pixel of the world at one zoom, as runs along scan lines over the whole coast,
   in bands that are made when they are first asked about. Rectangles and points are in px of the world at that zoom. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const NOBODY = 1, DOT = 1, BAND = 256, WIDE = 2 ** 20, IDS = 512, KEPT = 4, ROUTE = 8;

  /* Where the sides of a country's rings cross the middle of each row of pixels of a band. */
  function crossings(rings, boxes, k, top, rows) {
    rings.forEach((ring, n) => {
      if (boxes[n].max.y * k < top || boxes[n].min.y * k > top + BAND) return;
      let x0 = ring[0] * k, y0 = ring[1] * k - top;
      for (let i = 2; i < ring.length; i += 2) {
        const x1 = ring[i] * k, y1 = ring[i + 1] * k - top;
        const from = Math.max(0, Math.ceil(Math.min(y0, y1) - 0.5)),
          to = Math.min(BAND, Math.ceil(Math.max(y0, y1) - 0.5));
        for (let y = from; y < to; y += 1) rows[y].push(x0 + ((y + 0.5 - y0) / (y1 - y0)) * (x1 - x0));
        x0 = x1; y0 = y1;
      }
    });
  }

  /* One number a run, so that a row sorts fast: where it begins, where it ends, whose it is. */
  function runs(rows, found, id) {
    rows.forEach((xs, y) => {
      if (!xs.length) return;
      xs.sort((a, b) => a - b);
      for (let i = 0; i + 1 < xs.length; i += 2) {
        const from = Math.max(0, Math.ceil(xs[i] - 0.5)), to = Math.ceil(xs[i + 1] - 0.5);
        if (from < to) found[y].push((from * WIDE + to) * IDS + id);
      }
      xs.length = 0;
    });
  }

  function sorted(found) {
    const row = new Int32Array(found.length * 3);
    Float64Array.from(found).sort().forEach((run, i) => {
      const ends = Math.floor(run / IDS);
      row[i * 3] = Math.floor(ends / WIDE); row[i * 3 + 1] = ends % WIDE; row[i * 3 + 2] = run % IDS;
    });
    return row;
  }

  /* The first run of a row that ends beyond x. */
  function beyond(row, x) {
    let low = 0, high = row.length / 3;
    while (low < high) { const mid = (low + high) >> 1; if (row[mid * 3 + 1] > x) high = mid; else low = mid + 1; }
    return low * 3;
  }

  /* The farthest points of a country's main land from its label point, one a direction: where a leader may start. */
  const main = new WeakMap();
  function coast(feature, x, y, points) {
    const known = main.get(feature) || {};
    if (known[points]) return known[points];
    const inside = (ring) => {
      let odd = false;
      for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
        if (ring[i + 1] > y !== ring[j + 1] > y &&
          x < ring[i] + ((y - ring[i + 1]) / (ring[j + 1] - ring[i + 1])) * (ring[j] - ring[i])) odd = !odd;
      }
      return odd;
    };
    const { rings } = atlas.drawnLand(feature), ring = rings.find(inside) ||
      rings.reduce((a, b) => (b.length > a.length ? b : a)), best = [];
    for (let i = 0; i < ring.length; i += 2) {
      const dx = ring[i] - x, dy = ring[i + 1] - y, far = Math.hypot(dx, dy),
        slot = (Math.round(((Math.atan2(dy, dx) / Math.PI) * points) / 2) + points) % points;
      if (!best[slot] || far > best[slot].far) best[slot] = { far, dx, dy };
    }
    main.set(feature, { ...known, [points]: best.filter(Boolean) });
    return main.get(feature)[points];
  }

  function terrain(map, land, countries, sites) {
    const zoom = map.getZoom(), { crs } = map.options, k = crs.scale(zoom) / atlas.UNIT, bands = new Map();
    const ids = new Map(Object.keys(countries).map((code, i) => [code, i + 2])),
      features = new Map(land.features.map((one) => [one.properties.id, one]));
    const point = (lat, lon) => crs.latLngToPoint(L.latLng(lat, lon), zoom).round();
    const dots = zoom > 7 ? [] : Object.entries(countries).filter(([, one]) => one.tiny).map(([code, one]) =>
      ({ ...point(one.y, one.x), id: ids.get(code) }));

    /* The smallest states are drawn as dots, which land of their own covers. */
    function dotted(row, y) {
      dots.filter((one) => Math.abs(one.y - y) <= DOT).forEach(({ x, id }) => {
        const at = beyond(row, x - DOT - 1);
        if (at < row.length && row[at] <= x + DOT) return;
        row = Int32Array.of(...row.subarray(0, at), x - DOT, x + DOT + 1, id, ...row.subarray(at));
      });
      return row;
    }

    function band(n) {
      const top = n * BAND, rows = Array.from({ length: BAND }, () => []), found = rows.map(() => []);
      land.features.forEach((feature) => {
        const { rings, boxes, box } = atlas.drawnLand(feature, zoom);
        if (box.max.y * k < top || box.min.y * k > top + BAND) return;
        crossings(rings, boxes, k, top, rows);
        runs(rows, found, ids.get(feature.properties.id) || NOBODY);
      });
      return found.map((row, y) => dotted(sorted(row), top + y));
    }

    function row(y) {
      const n = Math.floor(y / BAND);
      if (!bands.has(n)) bands.set(n, band(n));
      return bands.get(n)[y - n * BAND];
    }

    const mine = (own) => (id) => own.some((code) => ids.get(code) === id);

    /* How many pixels of a rectangle are land of others; no more are counted than asked for. */
    function foreign(r, own, most = Infinity) {
      const x0 = Math.floor(r.x0), x1 = Math.ceil(r.x1), y1 = Math.ceil(r.y1), one = ids.get(own[0]),
        is = own.length > 1 ? mine(own) : null;
      let found = 0;
      for (let y = Math.floor(r.y0); y < y1; y += 1) {
        const line = row(y);
        for (let i = beyond(line, x0); i < line.length && line[i] < x1; i += 3) {
          if (is ? is(line[i + 2]) : line[i + 2] === one) continue;
          found += Math.min(line[i + 1], x1) - Math.max(line[i], x0);
          if (found >= most) return found;
        }
      }
      return found;
    }

    /* Where rectangles of some height meet no land of others inside an area: stretches of x for every few y. */
    function lanes({ x0, y0, x1, y1 }, high, step, own) {
      const left = Math.floor(x0), wide = Math.ceil(x1) - left, is = mine(own), found = [],
        over = new Uint16Array(wide + 1);
      const count = (y, n) => {
        const line = row(y);
        for (let i = beyond(line, left); i < line.length && line[i] < left + wide; i += 3) {
          const to = is(line[i + 2]) ? 0 : Math.min(line[i + 1] - left, wide);
          for (let x = Math.max(line[i] - left, 0); x < to; x += 1) over[x] += n;
        }
      };
      over[wide] = 1;
      let top = Math.floor(y0);
      for (let y = top; y < top + high; y += 1) count(y, 1);
      for (;;) {
        for (let x = 0, from = 0; x <= wide; x += 1) {
          if (over[x]) { if (x > from) found.push({ y: top, from: left + from, to: left + x }); from = x + 1; }
        }
        if (top + step > y1) return found;
        for (const end = top + step; top < end; top += 1) { count(top, -1); count(top + high, 1); }
      }
    }

    function at(x, y) {
      const line = row(Math.floor(y)), i = beyond(line, Math.floor(x));
      return i < line.length && line[i] <= x ? line[i + 2] : 0;
    }

    const owns = (x, y, own) => mine(own)(at(x, y));
    const abroad = (x, y, own) => { const id = at(x, y); return id > 0 && !mine(own)(id); };

    /* Where a leader may start, as offsets from the label point, a little inside the coast. */
    function anchors(code, place, points = 16) {
      const feature = features.get(code), one = countries[code];
      if (!feature || !one || one.tiny) return [];
      const p = crs.latLngToPoint(L.latLng(one.y, one.x), zoom);
      return coast(feature, p.x / k, p.y / k, points).map(({ dx, dy, far }) => {
        const inset = Math.max(0, 1 - 1.5 / (far * k));
        return { dx: dx * k * inset, dy: dy * k * inset };
      }).filter(({ dx, dy }) => owns(place.x + dx, place.y + dy, [code]));
    }

    /* The sides of every route, whatever the filter shows. */
    const ways = sites.flatMap((site) => site.lines || []).flatMap((line) => line.slice(1).map((end, i) =>
      ({ p: point(...line[i]), q: point(...end) })));
    const routed = (r) => (ways.some(({ p, q }) => !(Math.max(p.x, q.x) < r.x0 || Math.min(p.x, q.x) > r.x1 ||
      Math.max(p.y, q.y) < r.y0 || Math.min(p.y, q.y) > r.y1) && atlas.geometry.runsThrough({ p, q }, r)) ? ROUTE : 0);

    return { zoom, foreign, lanes, owns, abroad, anchors, routed, options: new Map(), point };
  }

  /* The terrain of the present zoom; those of the last few zooms are kept, with what was worked out on them. */
  let kept = [];
  atlas.terrain = function (map, land, data) {
    const mine = { zoom: map.getZoom(), data, land, fine: atlas.coast.known(map.getZoom()) };
    const found = kept.find((one) => Object.keys(mine).every((key) => one[key] === mine[key])) ||
      { ...terrain(map, land, data.countries, data.sites), ...mine };
    kept = [found, ...kept.filter((one) => one !== found)].slice(0, KEPT);
    return found;
  };
})();
