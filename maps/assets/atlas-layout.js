/* Layout: moves marks off each other, in px, anew for each zoom; nothing moves on pan. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const GAP = 3, ANGLES = 24, PASSES = 3, RINGS = [20, 26, 32, 40, 48, 58, 70, 84, 100, 120, 145];
  const ORDERS = [(a, b) => a.rank - b.rank || a.y - b.y, (a, b) => a.rank - b.rank || b.y - a.y, (a, b) => a.rank - b.rank || a.x - b.x, (a, b) => a.rank - b.rank || b.x - a.x];
  const RANKS = { option: -1, box: 0, cell: 1, donut: 1, symbol: 2, route: 3, plate: 4, change: 4 };
  const CROSSING = 70, UNDER = 60, DOT = 14, OUT = 500;

  const rect = (x, y, w, h) => ({ x0: x - w / 2, y0: y - h / 2, x1: x + w / 2, y1: y + h / 2 });
  const hits = (a, b) => a.x0 < b.x1 + GAP && b.x0 < a.x1 + GAP && a.y0 < b.y1 + GAP && b.y0 < a.y1 + GAP;

  function crosses(a, b) {
    const side = (p, q, r) => (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    return side(a.p, a.q, b.p) * side(a.p, a.q, b.q) < 0 && side(b.p, b.q, a.p) * side(b.p, b.q, a.q) < 0;
  }

  function runsThrough(line, box) {
    if (Math.max(line.p.x, line.q.x) <= box.x0 || Math.min(line.p.x, line.q.x) >= box.x1) return false;
    if (Math.max(line.p.y, line.q.y) <= box.y0 || Math.min(line.p.y, line.q.y) >= box.y1) return false;
    for (let t = 0.1; t <= 0.9; t += 0.1) {
      const x = line.p.x + (line.q.x - line.p.x) * t, y = line.p.y + (line.q.y - line.p.y) * t;
      if (x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1) return true;
    }
    return false;
  }

  function candidates(mark) {
    const found = mark.onPlace ? [{ dx: 0, dy: 0, cost: 0, lead: false }] : [];
    RINGS.forEach((ring) => {
      if (mark.w < 30 && ring > 70) return;
      for (let i = 0; i < ANGLES; i += 1) {
        const angle = (i / ANGLES) * 2 * Math.PI, c = Math.cos(angle), s = Math.sin(angle);
        const reach = Math.min(mark.w / 2 / Math.max(Math.abs(c), 0.01), mark.h / 2 / Math.max(Math.abs(s), 0.01));
        const away = ring - 10 + reach;
        found.push({ dx: c * away, dy: s * away, cost: ring + (ring * ring) / 60, lead: true });
      }
    });
    return found;
  }

  const boxOf = (mark, option) => rect(mark.x + option.dx, mark.y + option.dy, mark.w, mark.h);
  const leadOf = (mark, option) => ({ p: { x: mark.x, y: mark.y }, q: { x: mark.x + option.dx, y: mark.y + option.dy } });

  /* How far from its place anything of a mark can reach; marks farther apart than both can never meet. */
  const reachOf = (mark) => (mark.w < 30 ? 60 : 135) + Math.hypot(mark.w, mark.h);

  /* A fixed mark stands where it was put, perhaps far from its place. */
  const spotOf = (mark) => (mark.fixed ? [mark.x + mark.dx, mark.y + mark.dy] : [mark.x, mark.y]);
  const apart = ([ax, ay], [bx, by]) => Math.hypot(ax - bx, ay - by);

  function meet(marks, frame) {
    marks.forEach((mark) => {
      const own = reachOf(mark), spot = spotOf(mark);
      mark.near = marks.filter((other) => other !== mark && apart(spot, spotOf(other)) <= own + reachOf(other));
      /* Out of the frame wherever it goes: the same price for every option, so none need be asked. */
      mark.away = mark.x + own < frame.x0 || mark.x - own > frame.x1 || mark.y + own < frame.y0 || mark.y - own > frame.y1;
    });
  }

  /* What an option costs by itself, the same in every order and pass; Infinity under a panel. */
  function own(mark, option, frame, blocked) {
    const box = (option.box = boxOf(mark, option));
    option.line = option.lead ? leadOf(mark, option) : null;
    if (blocked.some((other) => hits(box, other))) return Infinity;
    let cost = !mark.away && (box.x0 < frame.x0 || box.x1 > frame.x1 || box.y0 < frame.y0 || box.y1 > frame.y1) ? OUT : 0;
    for (const other of mark.near) if (hits(box, other.dot)) cost += DOT;
    return cost;
  }

  /* The whole cost; whatever is not under `least` is as good as Infinity, so it is not worked out to the end. */
  function price(mark, option, least, frame, blocked) {
    if (option.own === undefined) option.own = own(mark, option, frame, blocked);
    const { box, line } = option;
    let cost = option.cost + option.own;
    if (cost >= least) return Infinity;
    if (option.foe && option.foe.box && hits(box, option.foe.box)) return Infinity;  // most often it is the same again
    for (const other of mark.near) if (other.box && hits(box, other.box)) { option.foe = other; return Infinity; }
    for (const other of mark.near) {
      if (other.line && runsThrough(other.line, box)) cost += UNDER;
      if (line && other.box && runsThrough(line, other.box)) cost += UNDER;
      if (line && other.line && crosses(line, other.line)) cost += CROSSING;
      if (cost >= least) return Infinity;
    }
    return cost;
  }

  function settle(mark, option) {
    mark.dx = option.dx; mark.dy = option.dy; mark.lead = option.lead;
    mark.box = option.box || boxOf(mark, option);
    mark.line = option.lead ? option.line || leadOf(mark, option) : null;
  }

  /* Boxes stand where they stand, but not cut by the frame's edge; on a region's own map they come into view. */
  function inside(mark, frame, blocked) {
    if (mark.kind === "cell" || mark.kind === "symbol") return { dx: 0, dy: 0, lead: false };
    if (frame.framed) return intoView(mark, frame, blocked);
    const dx = Math.max(0, frame.x0 - mark.x + mark.w / 2) - Math.max(0, mark.x + mark.w / 2 - frame.x1);
    return { dx: Math.abs(dx) < mark.w ? dx : 0, dy: 0, lead: false };
  }

  function intoView(mark, frame, blocked) {
    const w = mark.w / 2, h = mark.h / 2, clamp = (v, low, high) => Math.min(Math.max(v, low), high);
    const x = clamp(mark.x, frame.x0 + w, frame.x1 - w), y = clamp(mark.y, frame.y0 + h, frame.y1 - h);
    const spots = [[x, y]];
    for (let step = 1; step < 12; step += 1) spots.push([x, clamp(y + step * 24, frame.y0 + h, frame.y1 - h)], [x, clamp(y - step * 24, frame.y0 + h, frame.y1 - h)]);
    const [fx, fy] = spots.find(([cx, cy]) => !blocked.some((other) => hits(rect(cx, cy, mark.w, mark.h), other))) || spots[0];
    return { dx: fx - mark.x, dy: fy - mark.y, lead: false };
  }

  /* The cheapest option of a mark among all the others as they stand; none when nothing is free. */
  function choose(mark, frame, blocked) {
    let best = null, least = Infinity;
    for (const option of mark.options) {
      if (option.cost >= least) break;  // they stand in order of cost
      const cost = price(mark, option, least, frame, blocked);
      if (cost < least) { least = cost; best = option; }
    }
    return [best || mark.options[0], best ? least : 2000];
  }

  /* Greedy in one order, then each mark once more among all the others, until nothing moves or PASSES. */
  function attempt(marks, movable, frame, blocked) {
    movable.forEach((mark) => { mark.box = mark.line = mark.option = null; });
    let total = 0, moved = true;
    for (let pass = 0; pass < PASSES && moved; pass += 1) {
      total = 0; moved = false;
      for (const mark of movable) {
        const [option, cost] = choose(mark, frame, blocked);
        moved = moved || option !== mark.option;
        mark.option = option;
        settle(mark, option);
        total += cost;
      }
    }
    return { cost: total, plan: movable.map((mark) => [mark, mark.option]) };
  }

  const covered = (mark) => mark.near.some((other) => hits(mark.box, other.box));

  /* marks: [{x, y, w, h, fixed, onPlace}] in order of right; adds dx, dy, lead to each. Returns what is taken. */
  atlas.declutter = function (marks, frame, blocked) {
    marks.forEach((mark) => { mark.rank = RANKS[mark.kind]; mark.box = mark.line = null; mark.dot = rect(mark.x, mark.y, 6, 6); });
    marks.filter((mark) => mark.fixed).forEach((mark) => settle(mark, inside(mark, frame, blocked)));
    const movable = marks.filter((mark) => !mark.fixed);
    meet(marks, frame);
    movable.forEach((mark) => { mark.options = candidates(mark); });
    const tries = ORDERS.map((order) => attempt(marks, [...movable].sort(order), frame, blocked));
    const best = tries.reduce((a, b) => (b.cost < a.cost ? b : a));
    best.plan.forEach(([mark, option]) => settle(mark, option));
    const taken = [...blocked, ...marks.map((mark) => mark.box)], leaders = marks.filter((mark) => mark.line).map((mark) => mark.line);
    return { taken, leaders, frame, crowded: movable.some(covered) };
  };

  /* Whether a mark at its own place would lie under a box. */
  atlas.covers = (box, mark) => hits(box, rect(mark.x, mark.y, mark.w, mark.h));

  const free = (box, room) => !room.taken.some((other) => hits(box, other)) && !room.leaders.some((line) => runsThrough(line, box));

  /* Whether the frame's sides would cut what stands beside a mark that they don't cut. */
  const cut = (box, mark, frame) => mark.x > frame.x0 && mark.x < frame.x1 && (box.x0 < frame.x0 || box.x1 > frame.x1);

  /* A label beside a mark, or none when there is no room: [dx, dy] of its centre. */
  atlas.label = function (mark, w, h, room) {
    const x = mark.x + mark.dx, y = mark.y + mark.dy, reach = mark.w / 2 + (mark.chosen ? 11 : 4);
    const spots = [[reach + w / 2, 0], [-reach - w / 2, 0], [0, mark.h / 2 + h / 2 + 4], [0, -mark.h / 2 - h / 2 - 4]];
    for (const [dx, dy] of spots) {
      const box = rect(x + dx, y + dy, w, h);
      if (!free(box, room) || cut(box, mark, room.frame)) continue;
      room.taken.push(box);
      return [mark.dx + dx, mark.dy + dy];
    }
    return null;
  };

  /* Whether a box centred at x, y is free; takes it when it is. */
  atlas.claim = function (x, y, w, h, room) {
    const box = rect(x, y, w, h);
    if (!free(box, room)) return false;
    room.taken.push(box);
    return true;
  };
})();
