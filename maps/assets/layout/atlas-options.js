/* Options: where a mark and its name may stand, in px of the world: a name on the sea or on its own land, near its
   place. They are worked out in stages, each dearer than the last, when the search comes to them. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const FAR = 40, OWN = 0.45, MOST = 300, ENOUGH = 40, BARE = 150, NONE = 1000, ABROAD = 4,
    SURE = 1.2, COASTAL = 21, SHIFTED = 8, STANDS = 4;
  const ON = [[0, 0], [12, 0], [-12, 0], [0, 8], [0, -8]];
  /* Too small for their names, whose sea others' land is nearer to: Bhutan's lies on the land beside it, Thailand's may
     touch its neighbours by some px². */
  const ENCLOSED = ["BTN"], TOUCHING = { THA: 36 };
  const PLATE_GAPS = [9, 14, 20, 26, 32, 38], TEXT_GAPS = [2, 7, 13, 19, 25, 31], FEW_GAPS = [2, 13, 25],
    SHIFTS = [4, 8, 13, 18], LOOSE = [26, 40, 60, 84, 110, 140, 170, 200, 230, 260, 300];
  const { GAP, around, rect, grown, disc, hits, apart, reach, round, nearest, point, middle } = atlas.geometry;
  const MANY = around(24), SOME = around(16), FEW = around(8);

  /* `mark` and `name` are rectangles (one may be missing), `stands` is what others' names must keep away from. */
  function option(form, cost, mark, { name = null, text = null, line = null, own = 0, dot = null } = {}) {
    const stands = form === "plate" && dot ? rect(dot.x, dot.y, 5, 5) : mark;
    const rects = [mark, form === "slim" ? name : null, dot ? rect(dot.x, dot.y, 5, 5) : null].filter(Boolean);
    return { form, cost, mark, name, text, line, own, dot, stands, rects,
      far: grown(rects.reduce(round), own + GAP + SURE), turn: 0, allowed: false, foe: null, loose: false };
  }

  /* A leader over another's land reads ill. */
  function abroad(dot, name, { own }, land) {
    const end = nearest(name, dot.x, dot.y), n = Math.ceil(Math.hypot(end.x - dot.x, end.y - dot.y) / 2);
    let found = 0;
    for (let i = 1; i < n; i += 1) {
      if (land.abroad(dot.x + ((end.x - dot.x) * i) / n, dot.y + ((end.y - dot.y) * i) / n, own)) found += 1;
    }
    return found * ABROAD;
  }

  const clean = (item, land, r) => !item.own.length || !land.foreign(grown(r, 1), item.own, 1);

  /* A plate beside a point of its country, with a leader from there. */
  function beside(item, land, dot, way, extra) {
    const { w, h } = item.plate, side = reach(w, h, way), found = [];
    PLATE_GAPS.forEach((gap) => {
      const far = gap + side, r = rect(dot.x + way[0] * far, dot.y + way[1] * far, w, h), own = apart(r, point(dot));
      if (own > FAR - 0.2 || !clean(item, land, r)) return;
      found.push(option("plate", 8 + gap + extra + abroad(dot, r, item, land) + land.routed(r), r,
        { name: r, dot, own, line: { p: dot, q: middle(r) } }));
    });
    return found;
  }

  /* A plate on its own land, or beside its place. */
  function plates(item, land) {
    const { x, y, own } = item, { w, h } = item.plate, found = [];
    if (!item.tiny && land.owns(x, y, own)) ON.forEach(([dx, dy]) => {
      const r = rect(x + dx, y + dy, w, h);
      if (clean(item, land, r) && land.foreign(r, []) > OWN * w * h) found.push(option("plate",
        Math.hypot(dx, dy) / 3 + land.routed(r), r, { name: r }));
    });
    return found.concat(MANY.flatMap((way) => beside(item, land, { x, y }, way, 0)));
  }

  function coastal(item, land, list) {
    const from = list.length >= ENOUGH ? [] : atlas.sea.coasts(item);
    return from.flatMap(({ dot, far, out }) => SOME.filter(out(0.5)).flatMap((way) =>
      beside(item, land, dot, way, 4 + Math.min(far / 12, 12))));
  }

  /* The name beside a mark that stands at a point. */
  function named(item, land, at, name, { text, cost }) {
    const mark = disc(at.x, at.y, item.round.w), away = apart(name, mark);
    if (apart(name, point(at)) > item.reach || away < 1) return null;
    const line = away > 6 ? { p: at, q: nearest(name, at.x, at.y) } : null,
      along = line ? abroad(at, name, item, land) : 0;
    return option("slim", item.slim + away + cost + along + land.routed(name), mark, { name, text, line, own: away });
  }

  /* A sign or ring on a spot of its country, with its name or without. */
  function slim(item, land, [dx, dy, shift]) {
    const at = { x: item.x + dx, y: item.y + dy }, found = [];
    const enclosed = ENCLOSED.includes(item.country), spare = TOUCHING[item.country] || 0;
    const sound = (r, gap) => (enclosed && gap < 3) || !item.own.length ||
      land.foreign(r, item.own, spare + 1) <= spare;
    found.push(option("round", BARE + shift * 2 + (item.bold ? BARE : 0), disc(at.x, at.y, item.round.w)));
    item.texts.forEach((text) => SOME.forEach((way, turn) => (shift ? FEW_GAPS : TEXT_GAPS).forEach((gap) => {
      const far = gap + reach(text.w, text.h, way) + item.round.w / 2,
        name = rect(at.x + way[0] * far, at.y + way[1] * far, text.w, text.h);
      const cost = text.cost + shift * 2 + (turn % 8 ? 1 : 0);
      if (sound(name, gap)) found.push(named(item, land, at, name, { ...text, cost }));
    })));
    return found.filter(Boolean);
  }

  /* What stands for a country may stand anywhere near on its land; a donut stands on its place. */
  function spots({ x, y, own, exact, tiny, bold }, land) {
    if (exact || bold) return [];
    return SHIFTS.filter((shift) => !tiny || shift < 9).flatMap((shift) => FEW.map(([c, s]) =>
      [c * shift, s * shift, shift])).filter(([dx, dy]) => tiny || land.owns(x + dx, y + dy, own));
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
    return found.map((one) => ({ ...one, loose: true }));
  }

  /* Of options that look alike the cheapest. */
  function thinned(options, { x, y }, seen) {
    const cell = (r, wide, high) => (r ? (Math.round(((r.x0 + r.x1) / 2 - x) / wide) + 600) * 1200 +
      Math.round(((r.y0 + r.y1) / 2 - y) / high) + 600 : 0);
    return options.sort((a, b) => a.cost - b.cost).filter((one) => {
      const key = (cell(one.name, 8, 6) * 1440000 + (one.form === "plate" ? 0 : cell(one.mark, 4, 4))) * 2 +
        Number(one.form === "plate");
      return !seen.has(key) && seen.add(key);
    });
  }

  /* Each stage with the least that its options cost. */
  function stagesOf(item) {
    if (item.form === "loose") return [[0, loose]];
    const first = item.track || [[0, 0, 0]];
    const on = [item.slim, (one, land) => first.flatMap((at) => slim(one, land, at))];
    return [...(item.form === "plate" ? [[0, plates], [COASTAL, coastal]] : []), on,
      ...(item.texts.length && !item.exact ? [[item.slim + 12, atlas.sea.flags]] : []),
      [item.slim + SHIFTED, (one, land) => spots(one, land).flatMap((at) => slim(one, land, at))]];
  }

  const keyOf = ({ id, form, x, y, plate, round: sign, texts, reach: most }) =>
    [id, form, x, y, plate && plate.w, sign && sign.w, ...texts.map(({ text }) => text), most].join();

  /* The options of an item: they depend on the zoom alone, so they are kept with the terrain. */
  function optionsOf(item, land) {
    const key = keyOf(item), fresh = () => ({ list: [], stages: stagesOf(item), seen: new Set(), combed: null });
    if (!land.options.has(key)) land.options.set(key, fresh());
    return land.options.get(key);
  }

  const add = (known, item, found) => known.list.push(...thinned(found, item, known.seen)) &&
    known.list.sort((a, b) => a.cost - b.cost);

  /* The n-th cheapest, worked out when it is asked for. */
  function nth(item, land, n) {
    const { known } = item;
    if (n >= MOST && n < Infinity) return undefined;
    while (known.stages.length && (n >= known.list.length || known.list[n].cost >= known.stages[0][0])) {
      const [, stage] = known.stages.shift();
      add(known, item, stage(item, land, known.list));
    }
    return known.list[n];
  }

  /* Looks for room off the coast as well, which takes a while; the mark clears those that cannot move. */
  function comb(item, land, fixed) {
    const clear = ([dx, dy]) => !fixed.some((other) => hits(other, disc(item.x + dx, item.y + dy, item.round.w)));
    const from = [[0, 0, 0], ...spots(item, land)].filter(clear).slice(0, STANDS), key = from.join();
    if (item.known.combed === key) return;
    item.known.combed = key;
    nth(item, land, Infinity);
    add(item.known, item, atlas.sea.combed(item, land, from));
  }

  atlas.options = { of: optionsOf, nth, comb, option, abroad, named, NONE, SURE };
})();
