/* Report: what the map says of its own layout, for tests: every name, what is wrong with any, where each site went. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const NEAR = 40, MOST = 600;

  /* The first of the ways in which the view shows a site. */
  function ways(state, items, pins) {
    const seen = new Set(), told = { mark: [], box: [], chip: [], unplaced: [] };
    const add = (kind, sites) => sites.forEach(({ id }) =>
      { if (!seen.has(id)) { seen.add(id); told[kind].push(id); } });
    items.forEach((one) => add("mark", one.group.sites));
    pins.forEach((one) => add(one.kind, one.group.sites));
    add("unplaced", state.sites.filter((site) => site.x === null));
    const lost = state.sites.filter(({ id }) => !seen.has(id)).map(({ id }) => id);
    if (state.sites.length <= MOST) return { ...told, lost };
    return Object.fromEntries(Object.entries({ ...told, lost }).map(([kind, ids]) => [kind, ids.length]));
  }

  atlas.report = function (state, items, pins, land, view) {
    const { apart, crosses, runsThrough, rect } = atlas.geometry;
    const whole = (r) => [r.x0, r.y0, r.x1, r.y1].map((v) => Math.round(v * 10) / 10),
      inView = (r) => whole(atlas.geometry.moved(r, { x: -view.x0, y: -view.y0 }));
    const named = items.filter((one) => one.taken.name), led = items.filter((one) => one.taken.line),
      others = (one) => items.filter((other) => other !== one && !(one.country && other.country === one.country));
    const anchor = (one) => one.taken.dot || { x: one.x + one.dx, y: one.y + one.dy };
    const foreign = named.filter((one) => one.own.length && land.foreign(one.taken.name, one.own));
    const beyond = named.filter((one) => apart(one.taken.name, rect(anchor(one).x, anchor(one).y, 0, 0)) > NEAR);
    const nearer = named.filter((one) => others(one).some((other) =>
      apart(one.taken.name, other.taken.stands) < one.taken.own));
    const through = led.flatMap((one) => items.filter((other) => other !== one &&
      other.taken.rects.some((r) => runsThrough(one.taken.line, r))));
    const crossings = led.flatMap((one, i) => led.slice(i + 1).filter((other) =>
      crosses(one.taken.line, other.taken.line)));
    return {
      labels: named.map((one) => ({ key: one.group.key, country: one.own.join(), name: one.group.name,
        form: one.taken.form, rect: inView(one.taken.name),
        anchor: [anchor(one).x - view.x0, anchor(one).y - view.y0].map(Math.round) })),
      bare: items.filter((one) => !one.taken.name && one.texts.length).map((one) => one.group.key),
      foreign: foreign.map((one) => one.group.key), beyond: beyond.map((one) => one.group.key),
        nearer: nearer.map((one) => one.group.key),
      crossings: crossings.length, through: through.length,
      view: [view.x1 - view.x0, view.y1 - view.y0],
      pins: pins.map((one) => ({ key: one.group.key, kind: one.kind, name: one.group.name,
        at: [one.group.y, one.group.x], rect: whole(one.rect) })),
      sites: ways(state, items, pins),
    };
  };
})();
