/* Sea: names off the coast of their country, with a leader from there; and, where nothing else fits, wherever the sea
   is wide enough. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const { around, rect, grown, disc, apart, reach, round, nearest, point, clamp } = atlas.geometry;
  const { option, abroad, named } = atlas.options;
  const SOME = around(16), GAPS = [2, 7, 13, 19, 25, 31], FAR_COAST = 500, DENSE = 48, DOWN = 4, ALONG = 8;

  /* Points of the coast, near enough to be of use, and which ways lead out to sea from there. */
  const coasts = (item, points) => item.anchors(points).map(({ dx, dy }) => {
    const far = Math.hypot(dx, dy) || 1, out = (least) => ([c, s]) => (c * dx + s * dy) / far > least;
    return { dot: { x: item.x + dx, y: item.y + dy }, far, out };
  }).filter(({ far }) => far < FAR_COAST);

  /* The sign on its country, the name out at sea with a leader from the coast. */
  function flag(item, land, name, { dot, far }, { text, cost }, at = item) {
    const own = apart(name, point(dot)), mark = disc(at.x, at.y, item.round.w);
    if (own > item.reach || own < 4 || apart(name, mark) < 2) return null;
    const line = { p: dot, q: nearest(name, dot.x, dot.y) },
      price = item.slim + 12 + own + far / 8 + cost + abroad(dot, name, item, land) + land.routed(name);
    return option("slim", price, mark, { name, text, line, own, dot });
  }

  function flags(item, land) {
    const one = (text, at, way, gap) => {
      const off = gap + 5 + reach(text.w, text.h, way),
        name = rect(at.dot.x + way[0] * off, at.dot.y + way[1] * off, text.w, text.h);
      return land.foreign(name, item.own, 1) ? null : flag(item, land, name, at, text);
    };
    return item.texts.flatMap((text) => coasts(item).flatMap((at) => SOME.filter(at.out(0.4)).flatMap((way) =>
      GAPS.map((gap) => one(text, at, way, gap))))).filter(Boolean);
  }

  /* Every rectangle of a text's size in an area, some px apart, that meets no land of others. */
  function open(area, text, own, land) {
    const half = text.w / 2;
    return land.lanes({ ...area, y1: area.y1 - text.h }, text.h, DOWN, own).filter(({ from, to }) =>
      to - from >= text.w).flatMap(({ y, from, to }) => {
      const found = [];
      for (let x = from + half; x < to - half; x += ALONG) found.push(rect(x, y + text.h / 2, text.w, text.h));
      return [...found, rect(to - half, y + text.h / 2, text.w, text.h)];
    });
  }

  const closest = (name, dots) => dots.reduce((best, one) => {
    const far = apart(name, point(one.dot));
    return far < best.own ? { ...one, own: far } : best;
  }, { own: Infinity });

  /* `spots` is where the mark may stand, as offsets from its place. */
  function combed(item, land, spots) {
    const dots = coasts(item, DENSE), places = [item, ...dots.map(({ dot }) => dot)].map(point).reduce(round);
    return item.texts.flatMap((text) => {
      const w = text.w + item.reach, h = text.h + item.reach, { x0, y0, x1, y1 } = places;
      const names = open({ x0: x0 - w, y0: y0 - h, x1: x1 + w, y1: y1 + h }, text, item.own, land);
      return names.flatMap((name) => {
        const from = closest(name, dots), off = from.own <= item.reach;
        return spots.flatMap(([dx, dy, shift]) => {
          const at = { x: item.x + dx, y: item.y + dy }, words = { ...text, cost: text.cost + shift * 2 };
          return [named(item, land, at, name, words), off ? flag(item, land, name, from, words, at) : null];
        });
      });
    }).filter(Boolean);
  }

  atlas.sea = { coasts, flags, combed };
})();
