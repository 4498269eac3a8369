/* Options: where a mark and its name may stand, in px of the view: a name on the sea or on its own land, near its
   place. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const GAP = 2, FAR = 40, TEXT = 12, OWN = 0.45, MOST = 300, ENOUGH = 40, BARE = 150, NONE = 1000, ABROAD = 4, SURE = 1.2;
  const ON = [[0, 0], [12, 0], [-12, 0], [0, 8], [0, -8]];
  /* Too small for their names, whose sea others' land is nearer to: Bhutan's lies on the land beside it, Thailand's may
     touch its neighbours by some px². */
  const ENCLOSED = ["BTN"], TOUCHING = { THA: 36 };
  const PLATE_GAPS = [9, 14, 20, 26, 32, 38], TEXT_GAPS = [2, 7, 13, 19, 25, 31], SHIFTS = [4, 8, 13],
    LOOSE = [26, 40, 60, 84, 110, 140, 170, 200, 230, 260, 300];
  const around = (n, from = 0) => Array.from({ length: n }, (_, i) =>
    { const a = from + (i / n) * 2 * Math.PI; return [Math.cos(a), Math.sin(a)]; });
  const MANY = around(24), SOME = around(16), FEW = around(8);

  const rect = (x, y, w, h) => ({ x0: x - w / 2, y0: y - h / 2, x1: x + w / 2, y1: y + h / 2 });
  const grown = (r, by) => ({ x0: r.x0 - by, y0: r.y0 - by, x1: r.x1 + by, y1: r.y1 + by });
  const disc = (x, y, w) => ({ ...rect(x, y, w, w), r: w / 2 });
  const offset = (a, b) => Math.hypot((a.x0 + a.x1 - b.x0 - b.x1) / 2, (a.y0 + a.y1 - b.y0 - b.y1) / 2);
  /* Whether two come nearer than GAP; signs and rings are discs. */
  function hits(a, b) {
    if (a.x0 >= b.x1 + GAP || b.x0 >= a.x1 + GAP || a.y0 >= b.y1 + GAP || b.y0 >= a.y1 + GAP) return false;
    return !a.r || !b.r || offset(a, b) < a.r + b.r + GAP;
  }
  const apart = (a, b) => Math.hypot(Math.max(a.x0 - b.x1, b.x0 - a.x1, 0), Math.max(a.y0 - b.y1, b.y0 - a.y1, 0));
  const reach = (w, h, [c, s]) => Math.min(w / 2 / Math.max(Math.abs(c), 0.01), h / 2 / Math.max(Math.abs(s), 0.01));
  const round = (a, b) => ({ x0: Math.min(a.x0, b.x0), y0: Math.min(a.y0, b.y0), x1: Math.max(a.x1, b.x1),
    y1: Math.max(a.y1, b.y1) });
  const nearest = (r, x, y) => ({ x: Math.min(Math.max(x, r.x0), r.x1), y: Math.min(Math.max(y, r.y0), r.y1) });

  function crosses(a, b) {
    const side = (p, q, r) => (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    return side(a.p, a.q, b.p) * side(a.p, a.q, b.q) < 0 && side(b.p, b.q, a.p) * side(b.p, b.q, a.q) < 0;
  }

  /* Whether a line has a point in a rectangle: the line is cut by one side after the other. */
  function runsThrough({ p, q }, r) {
    let from = 0, to = 1;
    const dx = q.x - p.x, dy = q.y - p.y;
    for (const [d, gap] of [[-dx, p.x - r.x0], [dx, r.x1 - p.x], [-dy, p.y - r.y0], [dy, r.y1 - p.y]]) {
      if (d === 0) { if (gap < 0) return false; continue; }
      const t = gap / d;
      if (d < 0) from = Math.max(from, t); else to = Math.min(to, t);
      if (from > to) return false;
    }
    return true;
  }

  /* An option: `mark` and `name` are rectangles (one may be missing), `stands` what others' names must keep away from. */
  function option(form, cost, mark, { name = null, line = null, own = 0, dot = null } = {}) {
    const stands = form === "plate" && dot ? rect(dot.x, dot.y, 5, 5) : mark;
    const rects = [mark, form === "slim" ? name : null, dot ? rect(dot.x, dot.y, 5, 5) : null].filter(Boolean);
    return { form, cost, mark, name, line, own, dot, stands, rects, far: grown(rects.reduce(round), own + GAP + SURE) };
  }

  const point = ({ x, y }) => rect(x, y, 0, 0);

  /* A leader over another's land reads ill. */
  function abroad(dot, name, { own }, land) {
    const end = nearest(name, dot.x, dot.y), n = Math.ceil(Math.hypot(end.x - dot.x, end.y - dot.y) / 2);
    let found = 0;
    for (let i = 1; i < n; i += 1) found += land.foreign(rect(dot.x + ((end.x - dot.x) * i) / n,
      dot.y + ((end.y - dot.y) * i) / n, 1, 1), own, 1);
    return found * ABROAD;
  }

  /* A plate on its own land, or beside a point of its country with a leader from there. */
  function plates(item, land) {
    const { x, y, own } = item, { w, h } = item.plate, found = [];
    const clean = (r) => !own.length || !land.foreign(grown(r, 1), own, 1);
    const on = (dx, dy) => {
      const r = rect(x + dx, y + dy, w, h);
      if (clean(r) && land.foreign(r, []) > OWN * w * h) found.push(option("plate", Math.hypot(dx, dy) / 3, r,
        { name: r }));
    };
    if (!item.tiny && land.owns(x, y, own)) ON.forEach(([dx, dy]) => on(dx, dy));
    const beside = (ax, ay, way, extra) => PLATE_GAPS.forEach((gap) => {
      const far = gap + reach(w, h, way), r = rect(ax + way[0] * far, ay + way[1] * far, w, h), dot = { x: ax, y: ay };
      const own = apart(r, point(dot));
      if (own <= FAR - 0.2 && clean(r)) found.push(option("plate", 8 + gap + extra + abroad(dot, r, item, land), r,
        { name: r, dot, own, line: { p: dot, q: { x: (r.x0 + r.x1) / 2, y: (r.y0 + r.y1) / 2 } } }));
    });
    MANY.forEach((way) => beside(x, y, way, 0));
    if (found.length < ENOUGH) item.anchors(land).forEach(({ dx, dy }) => {
      const far = Math.hypot(dx, dy) || 1;
      SOME.filter(([c, s]) => (c * dx + s * dy) / far > 0.5).forEach((way) =>
        beside(x + dx, y + dy, way, 4 + Math.min(far / 12, 12)));
    });
    return found;
  }

  /* A sign or ring on its place (what stands for a country: anywhere near on its land) with the name beside it. */
  function slims(item, land) {
    const { x, y, own, reach: most } = item, { w } = item.round, wide = item.wide, found = [];
    const enclosed = ENCLOSED.includes(item.country), spare = TOUCHING[item.country] || 0;
    const clean = (r) => !own.length || land.foreign(r, own, spare + 1) <= spare;
    spots(item, land).forEach(([dx, dy, shift]) => {
      const mark = disc(x + dx, y + dy, w), at = { x: x + dx, y: y + dy };
      found.push(option("round", BARE + shift * 2 + (item.bold ? BARE : 0), mark));
      if (!item.named) return;
      SOME.forEach((way, turn) => TEXT_GAPS.forEach((gap) => {
        const far = gap + reach(wide, TEXT, way) + w / 2,
          name = rect(at.x + way[0] * far, at.y + way[1] * far, wide, TEXT), away = apart(name, mark);
        if (apart(name, point(at)) > most || away < 1 || !(clean(name) || (enclosed && gap < 3))) return;
        const line = away > 6 ? { p: at, q: nearest(name, at.x, at.y) } : null;
        found.push(option("slim", item.slim + away + shift * 2 + (turn % 8 ? 1 : 0) + (line ?
          abroad(at, name, item, land) : 0), mark, { name, line, own: away }));
      }));
      if (!shift) found.push(...flags(item, land, mark, clean));
    });
    return found;
  }

  /* The sign on its country, the name out at sea with a leader from the coast. */
  function flags(item, land, mark, clean) {
    const { reach: most, wide } = item;
    return coasts(item, land).flatMap(({ dot, far, out }) => SOME.filter(out).flatMap((way) => TEXT_GAPS.map((gap) => {
      const off = gap + 5 + reach(wide, TEXT, way), name = rect(dot.x + way[0] * off, dot.y + way[1] * off, wide, TEXT);
      return clean(name) ? flag(item, land, mark, name, dot, gap + far / 8, most) : null;
    }))).filter(Boolean);
  }

  const coasts = (item, land) => item.anchors(land).map(({ dx, dy }) => {
    const far = Math.hypot(dx, dy) || 1;
    return { dot: { x: item.x + dx, y: item.y + dy }, far, out: ([c, s]) => (c * dx + s * dy) / far > 0.4 };
  });

  function flag(item, land, mark, name, dot, cost, most) {
    const own = apart(name, point(dot));
    if (own > most || own < 4 || apart(name, mark) < 2) return null;
    const line = { p: dot, q: nearest(name, dot.x, dot.y) };
    return option("slim", item.slim + 12 + cost + abroad(dot, name, item, land), mark, { name, line, own, dot });
  }

  /* Where nothing else fits, every few px off the coast. */
  function combed(item, land) {
    const { x, y, wide, reach: most, own } = item, mark = disc(x, y, item.round.w), found = [];
    coasts(item, land).forEach(({ dot, far }) => {
      for (let dy = -45; dy <= 45; dy += 3) for (let dx = -wide / 2 - 36; dx <= wide / 2 + 36; dx += 4) {
        const name = rect(dot.x + dx, dot.y + dy, wide, TEXT);
        if (apart(name, point(dot)) > most || land.foreign(name, own, 1)) continue;
        const one = flag(item, land, mark, name, dot, apart(name, point(dot)) + far / 8, most);
        if (one) found.push(one);
      }
    });
    return found;
  }

  function spots({ x, y, own, exact, tiny, track }, land) {
    const found = [[0, 0, 0]];
    if (exact) return track || found;
    SHIFTS.forEach((shift) => FEW.forEach(([c, s]) => {
      if (tiny ? shift < 9 : land.owns(x + c * shift, y + s * shift, own)) found.push([c * shift, s * shift, shift]);
    }));
    return found;
  }

  /* What has no country of its own (a change, a candidate): a plate round its place, as near as may be. */
  function loose(item) {
    const { x, y } = item, { w, h } = item.plate, found = [option("plate", NONE - 1, rect(x, y, w, h),
      { name: rect(x, y, w, h) })];
    LOOSE.forEach((ring) => MANY.forEach((way) => {
      const far = ring - 12 + reach(w, h, way), r = rect(x + way[0] * far, y + way[1] * far, w, h), dot = { x, y };
      found.push(option("plate", ring, r, { name: r, dot, own: 0,
        line: { p: dot, q: { x: x + way[0] * far, y: y + way[1] * far } } }));
    }));
    found.forEach((one) => { one.loose = true; });
    return found;
  }

  /* Of options that look alike the cheapest. */
  function thinned(options) {
    const seen = new Set(), cell = (r, wide, high) =>
      (r ? `${Math.round((r.x0 + r.x1) / 2 / wide)},${Math.round((r.y0 + r.y1) / 2 / high)}` : "");
    const sorted = options.sort((a, b) => a.cost - b.cost).filter((one) => {
      const key = `${one.form} ${cell(one.name, 8, 6)} ${one.form === "plate" ? "" : cell(one.mark, 4, 4)}`;
      return !seen.has(key) && seen.add(key);
    });
    return sorted.slice(0, MOST);
  }

  const keyOf = ({ id, form, x, y, plate, round: sign, wide, named }) =>
    [id, form, x, y, plate && plate.w, sign && sign.w, wide, named].join();

  /* Options depend on the view alone, so they are worked out once a view. */
  function optionsOf(item, land) {
    const key = keyOf(item);
    if (!land.options.has(key)) {
      const found = item.form === "loose" ? loose(item) : [...(item.form === "plate" ? plates(item, land) : []),
        ...slims(item, land)];
      land.options.set(key, thinned(found));
    }
    return land.options.get(key);
  }

  function more(item, land) {
    const key = `combed ${keyOf(item)}`;
    if (!land.options.has(key)) land.options.set(key, thinned(combed(item, land)));
    return land.options.get(key);
  }

  atlas.geometry = { rect, grown, hits, apart, crosses, runsThrough, reach, nearest, round };
  atlas.options = { of: optionsOf, more, NONE, SURE };
})();
