/* Layout: moves marks off each other, in px, anew for each zoom; nothing moves on pan. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const GAP = 3, ANGLES = 20, RINGS = [26, 36, 48, 62, 78, 96, 118, 144, 176];

  const rect = (x, y, w, h) => ({ x0: x - w / 2, y0: y - h / 2, x1: x + w / 2, y1: y + h / 2 });
  const hits = (a, b) => a.x0 < b.x1 + GAP && b.x0 < a.x1 + GAP && a.y0 < b.y1 + GAP && b.y0 < a.y1 + GAP;

  function crosses(a, b) {
    const side = (p, q, r) => (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    return side(a.p, a.q, b.p) * side(a.p, a.q, b.q) < 0 && side(b.p, b.q, a.p) * side(b.p, b.q, a.q) < 0;
  }

  function leaderHits(line, box) {
    for (let t = 0.1; t <= 0.9; t += 0.1) {
      const x = line.p.x + (line.q.x - line.p.x) * t, y = line.p.y + (line.q.y - line.p.y) * t;
      if (x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1) return true;
    }
    return false;
  }

  function candidates(mark) {
    const found = mark.onPlace ? [{ dx: 0, dy: 0, cost: 0 }] : [];
    RINGS.forEach((ring) => {
      for (let i = 0; i < ANGLES; i += 1) {
        const angle = (i / ANGLES) * 2 * Math.PI;
        const dx = Math.cos(angle) * (ring + mark.w * 0.36), dy = Math.sin(angle) * (ring + mark.h * 0.2);
        if (mark.w < 30 && ring > 60) continue;
        found.push({ dx, dy, cost: ring });
      }
    });
    return found;
  }

  /* marks: [{x, y, w, h, fixed, onPlace}] in order of right; adds dx, dy, lead to each. */
  atlas.declutter = function (marks, frame) {
    const taken = [], leaders = [];
    const dots = marks.map((mark) => rect(mark.x, mark.y, 6, 6));
    const price = (mark, option, own) => {
      const box = rect(mark.x + option.dx, mark.y + option.dy, mark.w, mark.h);
      if (taken.some((other) => hits(box, other))) return Infinity;
      let cost = option.cost;
      if (box.x0 < frame.x0 || box.x1 > frame.x1) cost += 400;
      if (box.y0 < frame.y0 || box.y1 > frame.y1) cost += 200;
      dots.forEach((dot, i) => { if (i !== own && hits(box, dot)) cost += 30; });
      if (option.cost > 0) {
        const line = { p: { x: mark.x, y: mark.y }, q: { x: mark.x + option.dx, y: mark.y + option.dy } };
        leaders.forEach((other) => { if (crosses(line, other)) cost += 90; if (leaderHits(other, box)) cost += 70; });
        taken.forEach((other) => { if (leaderHits(line, other)) cost += 70; });
      } else leaders.forEach((other) => { if (leaderHits(other, box)) cost += 70; });
      return cost;
    };
    marks.forEach((mark, own) => {
      let best = { dx: 0, dy: 0, cost: 0 };
      if (!mark.fixed) {
        let least = Infinity;
        candidates(mark).forEach((option) => {
          const cost = price(mark, option, own);
          if (cost < least) { least = cost; best = option; }
        });
      }
      Object.assign(mark, { dx: best.dx, dy: best.dy, lead: best.cost > 0 });
      taken.push(rect(mark.x + mark.dx, mark.y + mark.dy, mark.w, mark.h));
      if (mark.lead) leaders.push({ p: { x: mark.x, y: mark.y }, q: { x: mark.x + mark.dx, y: mark.y + mark.dy } });
    });
    return { taken, leaders };
  };

  /* A label beside a mark, or none when there is no room: [dx, dy] of its centre. */
  atlas.label = function (mark, w, h, room) {
    const sx = mark.x + mark.dx, sy = mark.y + mark.dy, reach = mark.w / 2 + 2;
    const spots = [[reach + w / 2, 0], [-reach - w / 2, 0], [0, mark.h / 2 + h / 2], [0, -mark.h / 2 - h / 2]];
    for (const [dx, dy] of spots) {
      const box = rect(sx + dx, sy + dy, w, h);
      if (room.taken.some((other) => hits(box, other)) || room.leaders.some((line) => leaderHits(line, box))) continue;
      room.taken.push(box);
      return [mark.dx + dx, mark.dy + dy];
    }
    return null;
  };

  /* Whether a box centred at x, y is free; takes it when it is. */
  atlas.claim = function (x, y, w, h, room) {
    const box = rect(x, y, w, h);
    if (room.taken.some((other) => hits(box, other)) || room.leaders.some((line) => leaderHits(line, box))) return false;
    room.taken.push(box);
    return true;
  };
})();
