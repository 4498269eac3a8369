/* Layout: where each mark and its name stand. Of the options that keep the rules the cheapest that go together:
   nearer to
   its place than to any other mark, no leaders that cross or run through marks. What finds no place for its name is a
   mark without; what finds none for its mark is told to the caller. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const { disc, grown, hits, apart, crosses, runsThrough, rect, round } = atlas.geometry;
  const { nth, NONE, SURE } = atlas.options;
  const EDGE = 3, PASSES = 2, TRIES = 120, FOES = 3, AGAIN = 3, ATTEMPTS = 8, ROOM = 60, CROWD = 90;
  let turns = 0;

  /* What keeps clear of the view's edge and of what lies over it; asked once a layout. */
  function allowed(one, { view, blocked, turn }) {
    if (one.turn === turn) return one.allowed;
    const whole = ({ x0, y0, x1, y1 }) => x0 >= view.x0 + EDGE && y0 >= view.y0 + EDGE && x1 <= view.x1 - EDGE &&
      y1 <= view.y1 - EDGE;
    one.turn = turn;
    one.foe = null;
    one.allowed = one.rects.every((r) => whole(r) && !blocked.some((box) => hits(r, box))) &&
      !(one.line && blocked.some((box) => runsThrough(one.line, box)));
    return one.allowed;
  }

  /* Whether two marks as placed get in each other's way. */
  function clash(a, b, kin) {
    if (!hits(a.far, b.far)) return false;
    if (a.loose && b.loose) return hits(a.mark, b.mark);
    if (a.rects.some((r) => b.rects.some((s) => hits(r, s)))) return true;
    if (a.line && (b.rects.some((r) => runsThrough(a.line, grown(r, 1))) ||
      (b.line && crosses(a.line, b.line)))) return true;
    if (b.line && a.rects.some((r) => runsThrough(b.line, grown(r, 1)))) return true;
    return !kin && ((a.name && apart(a.name, b.stands) < a.own + SURE) ||
      (b.name && apart(b.name, a.stands) < b.own + SURE));
  }

  /* What must stand stands over others if need be. */
  function last(item, at) {
    let found = null;
    for (let n = 0, one; (one = nth(item, at.land, n)); n += 1) {
      if (!found || allowed(one, at) || !allowed(found, at)) found = one;
    }
    return found;
  }

  /* The cheapest option of an item among all the others as they stand, if it costs less than some most. */
  function choose(item, at, most = Infinity) {
    for (let n = 0, one; (one = nth(item, at.land, n)) && one.cost < most; n += 1) {
      if (!allowed(one, at)) continue;
      // most often it is the same again
      if (one.foe && one.foe.taken && clash(one, one.foe.taken, item.kin(one.foe))) continue;
      const foe = item.near.find((other) => other.taken && clash(one, other.taken, item.kin(other)));
      if (!foe) return one;
      one.foe = foe;
    }
    return item.must ? last(item, at) : null;
  }

  function* attempt(items, order, at) {
    const sorted = [...items].sort(order);
    items.forEach((item) => { item.taken = null; });
    let moved = true, cost = 0;
    for (let pass = 0; pass < PASSES && moved; pass += 1) {
      moved = false; cost = 0;
      for (const item of sorted) {
        const before = item.taken;
        item.taken = null;
        item.taken = choose(item, at);
        moved = moved || item.taken !== before;
        cost += priceOf(item);
        yield;
      }
    }
    return { cost, plan: items.map((item) => item.taken) };
  }

  const priceOf = (item) => (item.taken ? item.taken.cost : item.none || NONE);

  /* A mark without its name, or without a place, may send up to three others elsewhere when that is better for all. */
  function pushed(item, at) {
    const before = item.taken;
    for (let n = 0, tries = 0, one; tries < TRIES && (one = nth(item, at.land, n)); n += 1) {
      if (!allowed(one, at)) continue;
      if (before && one.cost >= before.cost) return;
      tries += 1;
      const foes = item.near.filter((other) => other.taken && clash(one, other.taken, item.kin(other))),
        stood = foes.map((other) => other.taken);
      if (foes.length > FOES) continue;
      let spare = foes.reduce((sum, other) => sum + priceOf(other), priceOf(item) - one.cost);
      foes.forEach((other) => { other.taken = null; });
      item.taken = one;
      const moved = foes.every((other) => {
        other.taken = choose(other, at, spare);
        spare -= priceOf(other);
        return spare > 0;
      });
      if (moved) return;
      item.taken = before;
      foes.forEach((other, i) => { other.taken = stood[i]; });
    }
  }

  /* How far an item's options may reach. */
  function range(item, land) {
    const points = item.anchors().map(({ dx, dy }) => rect(item.x + dx, item.y + dy, 0, 0)),
      spots = (item.track || []).map(([dx, dy]) => rect(item.x + dx, item.y + dy, 0, 0));
    return grown([...points, ...spots].reduce(round, rect(item.x, item.y, 0, 0)), (item.plate ? item.plate.w :
      Math.max(0, ...item.texts.map((text) => text.w))) + ROOM);
  }

  const lacking = (item) => !item.taken || (item.texts.length && !item.taken.name);
  const order = (a, b) => b.turn - a.turn || a.rank - b.rank || b.crowd - a.crowd;

  function wider(item, items, { land }) {
    if (item.exact || !item.own.length) return;
    const still = items.filter((other) => other !== item && (other.exact || other.bold) && !other.track);
    atlas.options.comb(item, land, still.map((other) => disc(other.x, other.y, other.round.w)));
  }

  /* The crowded first; then again and again, what lacked its place or its name before the others. The best is kept. */
  function* searched(items, at) {
    let best = null;
    items.forEach((item) => { item.turn = 0; });
    for (let n = 0; n < ATTEMPTS; n += 1) {
      const found = yield* attempt(items, order, at);
      if (!best || found.cost < best.cost) best = found;
      const behind = items.filter(lacking);
      if (!behind.length) break;
      for (const item of behind) { item.turn += 1; wider(item, items, at); yield; }
    }
    items.forEach((item, i) => { item.taken = best.plan[i]; });
  }

  /* items: {id, x, y, own, form, plate, round, wide, named, …}; each gets `taken`, an option or null. In steps, so
     that the browser may draw in between; `view` and `blocked` are rectangles. Returns those without a place. */
  atlas.layout = function* (items, land, view, blocked) {
    const at = { land, view, blocked, turn: (turns += 1) };
    items.forEach((item) => {
      item.known = atlas.options.of(item, land);
      item.kin = (other) => Boolean(item.country) && other.country === item.country;
      item.range = range(item, land);
      item.crowd = items.filter((other) => Math.hypot(other.x - item.x, other.y - item.y) < CROWD).length;
    });
    items.forEach((item) => { item.near = items.filter((other) => other !== item && hits(other.range, item.range)); });
    yield* searched(items, at);
    for (let turn = 0; turn < AGAIN; turn += 1) {
      for (const item of items) if (lacking(item)) { pushed(item, at); yield; }
    }
    return items.filter((item) => !item.taken);
  };
})();
