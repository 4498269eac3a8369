/* Crowd: more sites than a map can show one by one are counted on a grid; cells open as the user zooms in. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const { counts, make } = atlas.draw;
  const LEVEL = 12, WIDEST = 104, OPEN = 60, FEW = 1500, LINES = 40;

  /* The grid at the present zoom: the size of a cell in px, where its first one begins, how far numbers are halved. */
  function grid(map) {
    const world = 256 * 2 ** map.getZoom(), level = Math.min(LEVEL, Math.ceil(Math.log2(world / WIDEST)));
    const origin = map.getPixelOrigin();
    return { size: world / 2 ** level, x: (world * 150) / 360 - origin.x, y: -origin.y, halved: LEVEL - level };
  }

  function seen(map, sites) {
    const view = map.getBounds().pad(0.1), w = view.getWest(), e = view.getEast(), s = view.getSouth(), n = view.getNorth();
    return sites.filter((site) => site.x >= w && site.x <= e && site.y >= s && site.y <= n);
  }

  const most = (names) => {
    const found = new Map();
    names.forEach((name) => found.set(name, (found.get(name) || 0) + 1));
    return [...found].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  };

  /* The country that most are in, or the place once there is only one country; and how many others there are. */
  function named(cell, near) {
    const countries = most(cell.sites.filter((site) => site.countries.length).map((site) => site.countries[0]));
    const names = near && countries.length < 2 ? most(cell.sites.map((site) => site.name)) : countries.map((code) => atlas.nameOf(code) || code);
    return `${names[0] || cell.sites[0].name}${names.length > 1 ? ` +${names.length - 1}` : ""}`;
  }

  function cells(map, sites, look) {
    const { size, x, y, halved } = grid(map), found = new Map();
    sites.forEach((site) => {
      const column = site.cell[0] >> halved, row = site.cell[1] >> halved, key = `cell:${halved}:${column}:${row}`;
      if (!found.has(key)) found.set(key, { key, column, row, sites: [], x: 0, y: 0 });
      const one = found.get(key);
      one.sites.push(site); one.x += site.x; one.y += site.y;
    });
    return [...found.values()].map((one) => {
      one.x /= one.sites.length; one.y /= one.sites.length;
      one.parts = counts(one.sites);
      one.total = one.parts.reduce((sum, part) => sum + part.n, 0);
      one.alone = one.sites.every((site) => site.key === one.sites[0].key);
      one.name = one.alone ? one.sites[0].name : named(one, map.getZoom() > 5);
      one.precision = one.sites[0].precision;
      one.country = one.sites[0].countries[0];
      if (one.alone) one.key = one.sites[0].key;
      const kind = one.total === 1 ? "symbol" : "cell";
      const drawn = kind === "symbol" ? make.round(look, one, 9) : make.cell(look, one, size);
      const point = map.latLngToLayerPoint([one.y, one.x]), half = drawn.w / 2, left = one.column * size + x, top = one.row * size + y;
      const within = (value, from) => Math.min(Math.max(value, from + half), from + size - half);  // so that no two meet
      point.x = within(point.x, left); point.y = within(point.y, top);
      return { ...drawn, kind, group: one, x: point.x, y: point.y, at: map.layerPointToLatLng(point) };
    });
  }

  /* What to draw of a crowd: the few in view one by one, as ever, or cells; `lines` are the routes to draw. */
  atlas.crowd = function (map, state) {
    const inView = seen(map, state.sites), routes = inView.filter((site) => site.lines);
    if (inView.length <= FEW && routes.length <= LINES) {
      const groups = atlas.merge(atlas.group(inView), map);
      if (groups.length + routes.length <= OPEN) return { groups, routes, marks: [] };
    }
    const boxed = inView.filter((site) => site.precision === "region" && !site.lines);
    const marks = cells(map, inView.filter((site) => site.precision !== "region" || site.lines), state.data.look);
    return { groups: atlas.group(boxed), routes: [], marks };
  };

  /* West, south, east, north of a cell's sites with a little room; null when they are all at one place. */
  atlas.opening = function (group) {
    if (group.alone) return null;
    const xs = group.sites.map((site) => site.x), ys = group.sites.map((site) => site.y), room = 0.05;
    return [Math.min(...xs) - room, Math.min(...ys) - room, Math.max(...xs) + room, Math.max(...ys) + room];
  };

  /* Whether there are more than a map shows one by one: in an edition of many, also what a filter leaves of them. */
  atlas.isCrowd = (data, sites) => data.sites.length > data.crowd && sites.length > OPEN;

  /* Counts by country for those who hear the map, the most first. */
  atlas.byCountry = function (sites, most) {
    const found = new Map();
    sites.forEach((site) => site.countries.forEach((code) => {
      if (!found.has(code)) found.set(code, new Set());
      found.get(code).add(site.initiative);
    }));
    const all = [...found].map(([code, those]) => ({ name: atlas.nameOf(code) || code, total: those.size }));
    return all.sort((a, b) => b.total - a.total).slice(0, most);
  };

})();
