/* Recounts from the page what the map says of its own layout: names, leaders, marks and the land under them. Asks
   nothing of the map's own layout; evaluated in the map's frame with the land and the features. */
([{ land }, { countries }]) => {
  const frame = map.getContainer(), { left, top } = frame.getBoundingClientRect();
  const box = { left: left + frame.clientLeft, top: top + frame.clientTop, width: frame.clientWidth,
    height: frame.clientHeight };
  const all = (selector) => [...document.querySelectorAll(selector)];
  const rectOf = (node) => { const r = node.getBoundingClientRect();
  return { x0: r.left - box.left, y0: r.top - box.top, x1: r.right - box.left, y1: r.bottom - box.top }; };
  /* What is drawn of a mark: the shape or ring without its white rim. */
  const drawn = (node) => {
    const parts = [...node.querySelectorAll(node.classList.contains("plate") ? "none" : "path")].map(rectOf);
    return parts.length ? parts.reduce((a, b) => ({ x0: Math.min(a.x0, b.x0), y0: Math.min(a.y0, b.y0),
      x1: Math.max(a.x1, b.x1), y1: Math.max(a.y1, b.y1) })) : rectOf(node);
  };
  const seen = (r) => r.x1 > 0 && r.y1 > 0 && r.x0 < box.width && r.y0 < box.height && r.x1 > r.x0;
  const distance = (r, p) => Math.hypot(Math.max(r.x0 - p.x, 0, p.x - r.x1), Math.max(r.y0 - p.y, 0, p.y - r.y1));
  const apart = (a, b) => Math.hypot(Math.max(a.x0 - b.x1, b.x0 - a.x1, 0), Math.max(a.y0 - b.y1, b.y0 - a.y1, 0));
  const point = (p) => ({ x0: p.x, y0: p.y, x1: p.x, y1: p.y });

  /* Leaders: from a dot in the country to a name or plate. */
  const leaders = all("svg.leader").map((node) => {
    const line = node.querySelector("line"), m = line.getScreenCTM(), at = (x, y) =>
      { const p = new DOMPoint(x, y).matrixTransform(m); return { x: p.x - box.left, y: p.y - box.top }; };
    const number = (name) => Number(line.getAttribute(name) || 0), root = node.parentElement.getBoundingClientRect();
    return { p: at(number("x1"), number("y1")), q: at(number("x2"), number("y2")), key: node.dataset.key,
      root: `${Math.round(root.left)},${Math.round(root.top)}`, dotted: Boolean(node.querySelector("circle")) };
  });

  const marks = all(".atlas-mark").filter((node) => node.dataset.kind !== "box" &&
    node.dataset.kind !== "chip").map((node) => {
    const root = node.querySelector(".anchor").getBoundingClientRect(), key = node.dataset.key;
    const lead = leaders.find((one) => (one.key ? one.key === key : one.root === `${Math.round(root.left)},${Math.round(root.top)}`));
    const place = { x: root.left - box.left, y: root.top - box.top }, own = node.dataset.country ||
      (countries[key] ? key : "");
    const plate = node.querySelector(".plate:not(.bare)"), text = node.querySelector(".caption, .pile .name");
    const named = plate || text, away = plate && lead, mark = drawn(node.querySelector(".mark"));
    const anchor = lead ? lead.p : place;
    return { key, own, lead, text: named && named.textContent, name: named && rectOf(named), anchor, mark,
      stands: away ? point(anchor) : mark, merged: node.dataset.merged };
  });
  const labels = marks.filter((one) => one.name && seen(one.name));

  /* The land under a name that is another country's, in px²: the centres of pixels with an odd number of its edges on
     one side. Only what is near is projected. */
  const corner = map.getPixelBounds().min, degrees = (x, y) => map.unproject(L.point(x, y).add(corner));
  const lands = land.features.filter((one) => one.properties.id).map(({ properties: { id }, geometry }) => {
    const rings = (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates).flat();
    const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
    rings.forEach((ring) => ring.forEach(([lon, lat]) => {
      box.west = Math.min(box.west, lon); box.east = Math.max(box.east, lon);
      box.south = Math.min(box.south, lat); box.north = Math.max(box.north, lat);
    }));
    return { id, rings, ...box };
  });
  const inside = ({ rings }, r, south, north) => {
    const at = ([lon, lat]) => map.project([lat, lon]).subtract(corner);
    const edges = rings.flatMap((ring) => ring.flatMap((p, i) => { const q = ring[(i + 1) % ring.length];
      return Math.max(p[1], q[1]) < south || Math.min(p[1], q[1]) > north ? [] : [[at(p), at(q)]]; }));
    let found = 0;
    for (let y = Math.ceil(r.y0) + 0.5; y < r.y1; y += 1) {
      const cuts = edges.filter(([p, q]) => (p.y > y) !== (q.y > y))
        .map(([p, q]) => p.x + ((y - p.y) * (q.x - p.x)) / (q.y - p.y));
      for (let x = Math.ceil(r.x0) + 0.5; x < r.x1; x += 1) found += cuts.filter((cut) => cut > x).length % 2;
    }
    return found;
  };
  const under = (r, own) => {
    const { lat: north, lng: west } = degrees(r.x0, r.y0), { lat: south, lng: east } = degrees(r.x1, r.y1);
    return Object.fromEntries(lands.filter((one) => !own.includes(one.id) && one.west < east && one.east > west &&
      one.south < north && one.north > south).map((one) => [one.id, inside(one, r, south, north)])
      .filter(([, pixels]) => pixels));
  };

  const side = (p, q, r) => (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  const crosses = (a, b) => side(a.p, a.q, b.p) * side(a.p, a.q, b.q) < 0 &&
    side(b.p, b.q, a.p) * side(b.p, b.q, a.q) < 0;
  const through = (line, r) => Array.from({ length: 41 }, (_, i) => i / 40).some((t) => {
    const x = line.p.x + (line.q.x - line.p.x) * t, y = line.p.y + (line.q.y - line.p.y) * t;
    return x > r.x0 + 0.5 && x < r.x1 - 0.5 && y > r.y0 + 0.5 && y < r.y1 - 0.5;
  });
  const others = (one) => marks.filter((other) => other !== one && (!one.own || other.own !== one.own));
  const told = labels.map((one) => {
    const mine = Math.min(distance(one.name, one.anchor), apart(one.name, one.stands));
    const least = Math.min(Infinity, ...others(one).map((other) => apart(one.name, other.stands)));
    const own = one.own.split(",");
    return { key: one.key, own: one.own, text: one.text, rect: one.name, beyond: distance(one.name, one.anchor),
      foreign: own[0] ? under(one.name, own) : {}, nearer: least < mine - 0.5 ?
        others(one).find((other) => apart(one.name, other.stands) === least).key : null };
  });
  const lines = leaders.filter((one) => seen({ x0: Math.min(one.p.x, one.q.x), x1: Math.max(one.p.x, one.q.x) + 1,
    y0: Math.min(one.p.y, one.q.y), y1: Math.max(one.p.y, one.q.y) + 1 }));
  const ownOf = (line) => marks.find((one) => one.lead === line);
  return {
    labels: told,
    crossings: lines.flatMap((a, i) => lines.slice(i + 1).filter((b) => crosses(a, b)).map((b) =>
      [(ownOf(a) || {}).key, (ownOf(b) || {}).key])),
    through: lines.flatMap((line) => marks.filter((one) => one !== ownOf(line) &&
      (through(line, one.mark) || (one.name && through(line, one.name)))).map((one) =>
        [(ownOf(line) || {}).key, one.key])),
    marks: marks.filter((one) => seen(one.mark)).length,
    leaders: lines.length,
  };
}
