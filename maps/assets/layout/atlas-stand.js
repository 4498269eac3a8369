/* Stand: from what is to be shown in the view to marks with a place each. What has no room joins its neighbour. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const { make, width } = atlas.draw;
  const NAMED = 4.2, CLOSE = 5, ROUNDS = 4, NEAR = 70, KIN = 150, TRACK = 14, SIDE = 8, LINE = 12, LONG = 64,
    FIRST = 5000;

  /* How much a map of some width can say. */
  atlas.scope = function (map) {
    const wide = map.getSize().x, zoom = map.getZoom();
    if (wide >= 900) return { plates: true, reach: 39.8, donut: zoom < CLOSE ? 18 : 26, ring: 10.5 };
    return wide >= 560 ? { reach: 26, donut: 16, ring: 10 } : { reach: 16, donut: 14, ring: 9.5, join: 18 };
  };

  /* One name a country, that of its chief mark; close up every place has its own. */
  function names(groups, data, zoom) {
    const chief = new Map();
    groups.forEach((one) => {
      const best = chief.get(one.country);
      if (!best || (one.precision === "country" && best.precision !== "country")) chief.set(one.country, one);
    });
    return (one) => {
      if (zoom >= NAMED || one.own || one.change || one.countries || !one.country) return one.name;
      return chief.get(one.country) === one ? data.countries[one.country]?.name || one.name : "";
    };
  }

  /* A name on one line or, a long one of several words, on two. */
  function texts(name, bold) {
    const wide = (text) => width(text, bold) + 2, whole = { text: name, w: wide(name), h: LINE, cost: 0 };
    const cuts = whole.w < LONG ? [] : name.split(" ").slice(1).map((_, i) => {
      const words = name.split(" ");
      return [words.slice(0, i + 1).join(" "), words.slice(i + 1).join(" ")];
    });
    if (!cuts.length) return [whole];
    const widest = (lines) => Math.max(...lines.map(wide)),
      best = cuts.reduce((a, b) => (widest(b) < widest(a) ? b : a));
    return [whole, { text: best.join("\n"), w: widest(best), h: LINE * 2, cost: 5 }];
  }

  function item(one, name, { data, land, scope }) {
    const place = land.point(one.y, one.x), donut = one.kind === "donut",
      whole = one.precision === "country";
    const own = (one.countries || [one.country]).filter((code) => data.countries[code]);
    const group = name && name !== one.name ? { ...one, name } : one,
      tiny = own.some((code) => data.countries[code].tiny);
    const kit = one.change ? atlas.changes : make,
      round = kit.round(data.look, group, donut ? scope.donut : scope.ring);
    const plates = scope.plates && (whole || one.change) && !donut && name;
    return {
      id: one.key, kind: one.change ? "change" : one.kind, group, country: own.length === 1 ? own[0] : "", own, tiny,
      exact: !whole, bold: donut, none: donut || one.own ? FIRST : 0, x: place.x, y: place.y, at: [one.y, one.x],
      form: plates ? "plate" : "slim", reach: Math.min(39.8, scope.reach + round.w / 2), slim: plates ? 45 : 6,
      rank: donut || one.own ? 0 : whole ? 2 : 1, round, plate: plates ? kit.plate(data.look, group) : null,
      texts: name ? texts(name, donut) : [],
      anchors: (points) => (own.length === 1 ? land.anchors(own[0], place, points) : []),
    };
  }

  /* The routes of an initiative have one sign; it stands on a line of theirs, near the middle of the first. */
  function route(sites, { data, land, view }) {
    const [first] = sites, place = land.point(first.y, first.x), spots = [];
    sites.flatMap((site) => site.lines).forEach((line) => line.slice(1).forEach((end, i) => {
      const a = land.point(...line[i]), b = land.point(...end),
        n = Math.min(200, Math.ceil(a.distanceTo(b) / TRACK) || 1);
      for (let t = 0; t <= n; t += 1) spots.push([a.x + ((b.x - a.x) * t) / n - place.x,
        a.y + ((b.y - a.y) * t) / n - place.y]);
    }));
    const inView = ([dx, dy]) => place.x + dx > view.x0 && place.y + dy > view.y0 && place.x + dx < view.x1 &&
      place.y + dy < view.y1, seen = spots.filter(inView);
    const track = [[0, 0], ...seen].map(([dx, dy]) => [dx, dy, Math.hypot(dx, dy) / 10]).sort((a, b) =>
      a[2] - b[2]).slice(0, 60);
    const group = { key: first.id, name: first.name, x: first.x, y: first.y, precision: "route", sites, total: 1,
      kind: "route" };
    return {
      id: first.id, kind: "route", group, country: "", own: [], exact: true, x: place.x, y: place.y,
        at: [first.y, first.x],
      form: "slim", slim: 6, rank: 1, none: 90, round: make.round(data.look, group, 9), track, texts: [],
      anchors: nowhere, seen: seen.length > 0,
    };
  }

  function byInitiative(sites) {
    const found = new Map();
    sites.forEach((site) => found.set(site.initiative, [...(found.get(site.initiative) || []), site]));
    return [...found.values()];
  }

  const nowhere = () => [];  // what stands for no country has no coast to lead from

  /* A ring of a crowd keeps its place whatever lies over it. */
  function cell(one, { scope, map }) {
    const { group } = one, origin = map.getPixelOrigin();
    return { id: group.key, kind: one.kind, group, country: "", own: [], exact: true, x: one.x + origin.x,
      y: one.y + origin.y, at: one.at, form: "slim", slim: 6, reach: scope.reach + one.w / 2, rank: -1, round: one,
      texts: texts(group.name, false), must: true, anchors: nowhere };
  }

  function loose({ node, w, h, group, at, kind, index }, { land }) {
    const { x, y } = land.point(...at);
    return { id: group.key, kind, group, index, country: "", own: [], x, y, at, form: "loose", rank: 2,
      plate: { node, w, h }, texts: [], must: true, anchors: nowhere };
  }

  /* Each of some joins the nearest of the rest, of its own country when one is near; the others are given back. What
     stands for many stays what it is, on its place. */
  function joined(groups, some, map, words, near) {
    const point = (one) => map.latLngToContainerPoint([one.y, one.x]), alone = [];
    let rest = [...groups];
    some.forEach((one) => {
      if (!rest.includes(one)) return;
      const here = point(one);
      let host = null, least = near;
      rest = rest.filter((other) => other !== one);
      rest.filter((other) => other.kind !== "donut" && !other.own === !one.own).forEach((other) => {
        const far = here.distanceTo(point(other)) - (other.country && other.country === one.country ? KIN : 0);
        if (far < least) { host = other; least = far; }
      });
      if (!host) { alone.push(one); return; }
      const { x, y } = host;  // where there is room
      rest = [...rest.filter((other) => other !== host), { ...atlas.join(host, one, words), x, y }];
    });
    return { rest, alone };
  }

  /* On a phone marks that would touch are one from the start. */
  function touching(groups, map, words, near) {
    let list = groups;
    for (let again = true; again;) {
      again = false;
      for (const one of list) {
        const point = map.latLngToContainerPoint([one.y, one.x]);
        const host = one.kind !== "donut" && list.find((other) => other !== one && other.kind !== "donut" &&
          map.latLngToContainerPoint([other.y, other.x]).distanceTo(point) < near);
        if (!host) continue;
        list = [...list.filter((other) => other !== one && other !== host), atlas.join(host, one, words)];
        again = true;
        break;
      }
    }
    return list;
  }

  /* given: {map, data, land, scope, view, blocked}, all in px of the world; returns, in steps, the items that stand and
     the groups that have no room. */
  atlas.stand = function* (groups, routes, given) {
    const { map, data, land, scope, view, blocked } = given, words = data.text.countries, left = [];
    let list = scope.join ? touching(groups, map, words, scope.join) : groups,
      ways = byInitiative(routes).map((sites) => route(sites, given)).filter((one) => one.seen);
    for (let round = 1; ; round += 1) {
      const name = names(list, data, map.getZoom()),
        items = [...ways, ...list.map((one) => item(one, name(one), given))];
      const out = yield* atlas.layout(items, land, view, blocked);
      if (!out.length || round === ROUNDS) return { items: items.filter((one) => one.taken),
        left: [...left, ...out.filter((one) => one.kind !== "route").map((one) => one.group)] };
      ways = ways.filter((one) => !out.includes(one));  // their countries' marks list them too
      const keys = new Set(out.map((one) => one.id)),
        { rest, alone } = joined(list, list.filter((one) => keys.has(one.key)), map, words, NEAR);
      list = rest;
      left.push(...alone);
    }
  };

  const all = (make) => function* (marks, given) {
    const items = marks.map((one) => make(one, given));
    yield* atlas.layout(items, given.land, given.view, given.blocked);
    return items;
  };
  atlas.stand.cells = all(cell);
  atlas.stand.loose = all(loose);

  /* What is to be shown, by how it is shown. */
  atlas.shown = function (map, state) {
    const size = map.getSize(), ways = state.sites.filter((site) => site.lines), seen = ({ x, y }) =>
      { const p = map.latLngToContainerPoint([y, x]); return p.x > SIDE && p.y > SIDE && p.x < size.x - SIDE &&
        p.y < size.y - SIDE; };
    const { groups, routes, marks } = state.crowd ?
      atlas.crowd(map, state) : { groups: atlas.merge(state.groups, map), routes: ways, marks: [] };
    const boxed = groups.filter((one) => one.precision === "region"),
      placed = groups.filter((one) => one.precision !== "region");
    const beyond = state.crowd ? atlas.group(state.sites.filter((site) => site.x !== null &&
      site.precision !== "region" && !seen(site))) : placed.filter((one) => !seen(one));
    return { inside: marks.length ? [] : placed.filter(seen), outside: state.own ? [] : beyond, boxed, routes,
      cells: marks };
  };
})();
