/* Layout: where each mark and its name stand. Of the options that keep the rules the cheapest that go together:
   nearer to
   its place than to any other mark, no leaders that cross or run through marks. What finds no place for its name is a
   mark without; what finds none for its mark is told to the caller. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const { grown, hits, apart, crosses, runsThrough, rect, round } = atlas.geometry, { NONE, SURE } = atlas.options;
  const EDGE = 3, PASSES = 2, TRIES = 120, FOES = 3, AGAIN = 2;

  /* What keeps clear of the view's edge and of what lies over it. */
  function allowed(one, { width, height }, blocked) {
    const whole = ({ x0, y0, x1, y1 }) => x0 >= EDGE && y0 >= EDGE && x1 <= width - EDGE && y1 <= height - EDGE;
    return one.rects.every((r) => whole(r) && !blocked.some((box) => hits(r, box))) &&
      !(one.line && blocked.some((box) => runsThrough(one.line, box)));
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

  /* The cheapest option of an item among all the others as they stand; what must stand stands over others if need be. */
  function choose(item) {
    for (const one of item.free) {
      if (one.foe && one.foe.taken && clash(one, one.foe.taken, item.kin(one.foe))) continue; 
      // most often it is the same again
      const foe = item.near.find((other) => other.taken && clash(one, other.taken, item.kin(other)));
      if (!foe) return one;
      one.foe = foe;
    }
    return item.must ? item.free[item.free.length - 1] : null;
  }

  function attempt(items, order) {
    const sorted = [...items].sort(order);
    items.forEach((item) => { item.taken = null; });
    let moved = true, cost = 0;
    for (let pass = 0; pass < PASSES && moved; pass += 1) {
      moved = false; cost = 0;
      for (const item of sorted) {
        const before = item.taken;
        item.taken = null;
        const found = choose(item);
        item.taken = found;
        moved = moved || found !== before;
        cost += found ? found.cost : item.none || NONE;
      }
    }
    return { cost, plan: items.map((item) => item.taken) };
  }

  const priceOf = (items) => items.reduce((sum, item) => sum + (item.taken ? item.taken.cost : item.none || NONE), 0);

  /* A mark without its name, or without a place, may send up to three others elsewhere when that is better for all. */
  function pushed(item, land, blocked, turn) {
    const before = item.taken;
    if (!turn && !item.exact && item.named && item.own.length) {
      item.free = [...item.free, ...atlas.options.more(item, land).filter((one) =>
        { one.foe = null; return allowed(one, land, blocked); })].sort((a, b) => a.cost - b.cost);
      item.range = item.free.map((one) => one.far).reduce(round, item.range);
      item.near = item.all.filter((other) => other !== item && hits(other.range, item.range));
      item.near.forEach((other) => { if (!other.near.includes(item)) other.near.push(item); });
    }
    for (const one of item.free.slice(0, TRIES)) {
      if (before && one.cost >= before.cost) return;
      const foes = item.near.filter((other) => other.taken && clash(one, other.taken, item.kin(other))),
        stood = foes.map((other) => other.taken);
      if (foes.length > FOES) continue;
      const all = [item, ...foes], price = priceOf(all);
      foes.forEach((other) => { other.taken = null; });
      item.taken = one;
      foes.forEach((other) => { other.taken = choose(other); });
      if (priceOf(all) < price) return;
      item.taken = before;
      foes.forEach((other, i) => { other.taken = stood[i]; });
    }
  }

  const ORDERS = [(a, b) => a.rank - b.rank || a.free.length - b.free.length, (a, b) => a.rank - b.rank || a.y - b.y,
    (a, b) => a.rank - b.rank || a.x - b.x, (a, b) => a.rank - b.rank || b.x - a.x];

  /* items: {id, x, y, own, form, plate, round, wide, named, …}; each gets `taken`, an option or null. */
  atlas.layout = function (items, land, blocked) {
    items.forEach((item) => {
      item.free = atlas.options.of(item, land).filter((one) => { one.foe = null; return allowed(one, land, blocked); });
      if (!item.free.length && item.must) item.free = atlas.options.of(item, land).slice(-1);
      item.kin = (other) => Boolean(item.country) && other.country === item.country;
      item.range = item.free.map((one) => one.far).reduce(round, rect(item.x, item.y, 0, 0));
    });
    items.forEach((item) => { item.all = items; item.near = items.filter((other) => other !== item &&
      hits(other.range, item.range)); });
    const tries = ORDERS.map((order) => attempt(items, order)),
      best = tries.reduce((a, b) => (b.cost < a.cost ? b : a));
    items.forEach((item, i) => { item.taken = best.plan[i]; });
    for (let turn = 0; turn < AGAIN; turn += 1) items.filter((item) => !item.taken ||
      (item.named && !item.taken.name)).forEach((item) => pushed(item, land, blocked, turn));
    return items.filter((item) => !item.taken);
  };
})();
