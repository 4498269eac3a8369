/* Marks: what is drawn at a place. Text from data only ever enters through textContent. */
(function () {
  "use strict";
  const SVG = "http://www.w3.org/2000/svg";
  const atlas = (window.atlas = window.atlas || {});
  const ORDER = ["1", "2", "3", "0"];
  const ruler = document.createElement("canvas").getContext("2d");

  function svg(name, attributes, parent) {
    const node = document.createElementNS(SVG, name);
    for (const key in attributes) node.setAttribute(key, attributes[key]);
    if (parent) parent.appendChild(node);
    return node;
  }

  function html(name, className, text, parent) {
    const node = document.createElement(name);
    if (className) node.className = className;
    if (text !== undefined && text !== null) node.textContent = text;
    if (parent) parent.appendChild(node);
    return node;
  }

  /* In px, measured once a text: asking for the style makes the browser work out the whole page first. */
  const widths = new Map();
  let family = null;
  function width(text, bold, size) {
    const key = `${bold ? 700 : 400} ${size || 12}px|${text}`;
    if (widths.has(key)) return widths.get(key);
    family = family || getComputedStyle(document.body).fontFamily;
    ruler.font = `${key.split("|")[0]} ${family}`;
    if (widths.size > 20000) widths.clear();
    widths.set(key, Math.ceil(ruler.measureText(text).width));
    return widths.get(key);
  }

  /* The sign of a focus area: its shape, filled (site) or open (city), with a white halo. */
  function sign(look, focus, open, size, parent) {
    const box = size * 1.42;
    const root = svg("svg", { width: box, height: box, viewBox: "-11.4 -11.4 22.8 22.8", class: "sign" }, parent);
    const glyph = look[focus];
    const shape = svg("path", { d: glyph.path, "stroke-linejoin": "round" }, root);
    shape.setAttribute("stroke", "#fff");
    shape.setAttribute("stroke-width", 4.6);
    const body = svg("path", { d: open ? glyph.inner : glyph.path, "stroke-linejoin": "round" }, root);
    body.setAttribute("fill", open ? "#fff" : glyph.color);
    if (open) { body.setAttribute("stroke", glyph.color); body.setAttribute("stroke-width", 2); }
    const letter = svg("text", { y: 3.9, "font-size": 11, "font-weight": 700, "text-anchor": "middle" }, root);
    letter.setAttribute("fill", open ? glyph.color : "#fff");
    letter.textContent = glyph.sign;
    return root;
  }

  function counts(sites) {
    const found = {};
    sites.forEach((site) => { (found[site.focus] = found[site.focus] || new Set()).add(site.initiative); });
    return ORDER.filter((focus) => found[focus]).map((focus) => ({ focus, n: found[focus].size }));
  }

  function arc(radius, band, from, to) {
    const point = (r, t) => `${(r * Math.sin(t)).toFixed(2)} ${(-r * Math.cos(t)).toFixed(2)}`;
    const large = to - from > Math.PI ? 1 : 0, inner = radius - band;
    return `M${point(radius, from)}A${radius} ${radius} 0 ${large} 1 ${point(radius, to)}` +
      `L${point(inner, to)}A${inner} ${inner} 0 ${large} 0 ${point(inner, from)}Z`;
  }

  /* A ring split by focus area with the count in the middle, 10 px high at least; signs on the ring when it is large. */
  function ring(look, parts, radius, parent) {
    const total = parts.reduce((sum, part) => sum + part.n, 0), band = radius < 13 ? radius * 0.29 : radius * 0.37;
    const side = radius * 2 + 4, gap = parts.length > 1 ? 1 / radius : 0;
    const root = svg("svg", { width: side, height: side, viewBox: `${-side / 2} ${-side / 2} ${side} ${side}`,
      class: "donut" }, parent);
    svg("circle", { r: radius + 2, fill: "#fff" }, root);
    let from = 0;
    parts.forEach((part) => {
      const to = from + (part.n / total) * Math.PI * 2;
      svg("path", { d: arc(radius, band, from + gap, Math.max(from + gap + 0.02, Math.min(to - gap, from + 6.27))),
        fill: look[part.focus].color }, root);
      if (radius >= 22 && to - from > 0.35) {
        const middle = (from + to) / 2, r = radius - band / 2;
        const letter = svg("text", { x: r * Math.sin(middle), y: -r * Math.cos(middle) + 3.6, fill: "#fff",
          "font-size": 10, "font-weight": 700, "text-anchor": "middle" }, root);
        letter.textContent = look[part.focus].sign;
      }
      from = to;
    });
    const high = Math.max(radius * (total >= 100 ? 0.66 : 0.84), total >= 10 ? 10 : 10.5),
      number = svg("text", { y: high * 0.36, fill: "#1B2733", "font-size": high, "font-weight": 700,
        "text-anchor": "middle" }, root);
    number.textContent = short(total);
    return root;
  }

  /* Large numbers in little room: 1.2k. */
  const short = (n) => (n < 1000 ? String(n) : `${(n / 1000).toFixed(n < 9950 ? 1 : 0)}k`);

  /* The sign of one initiative, a ring for several. */
  function round(look, group, radius) {
    const node = html("div", group.total > 1 ? "mark ring" : "mark symbol");
    if (group.total > 1) ring(look, counts(group.sites), radius, node);
    else sign(look, group.sites[0].focus, !["site", "country"].includes(group.precision), 16, node);
    return node;
  }

  function plate(look, group) {
    const node = html("div", "mark plate"), parts = counts(group.sites);
    if (group.total === 1) sign(look, parts[0].focus, false, 15, node); else ring(look, parts, 9.5, node);
    html("span", "", group.name, node);
    return node;
  }

  /* Each maker returns {node, w, h}: a DOM node centred on 0,0, drawn when it is asked for, and its size in px. */
  const make = {
    ring,
    round(look, group, radius) {
      const size = group.total > 1 ? radius * 2 + 1 : 19;
      return { get node() { return round(look, group, radius); }, w: size, h: size };
    },
    plate: (look, group) => ({ get node() { return plate(look, group); }, w: width(group.name) + 38, h: 24 }),
    cell(look, group, room) {
      const node = html("div", "mark cell"), radius = Math.min(13 + 2.9 * Math.log2(group.total) / 1.6, room / 2 - 4,
        27);
      ring(look, group.parts, radius, node);
      return { node, w: radius * 2 + 4, h: radius * 2 + 4 };
    },
    /* `flat` puts name and counts on one line: for narrow maps. */
    box(look, group, flat) {
      const node = html("div", flat ? "mark box flat" : "mark box"), parts = counts(group.sites);
      html("div", "head", group.name, node);
      const row = html("div", "row", null, node);
      parts.forEach((part) => {
        const cell = html("span", "cell", null, row);
        sign(look, part.focus, false, 15, cell);
        html("b", "", part.n, cell);
      });
      const each = flat ? 28 : 33, wide = parts.reduce((sum, part) =>
        sum + each + Math.max(8, width(String(part.n), true, 13)), 12), head = width(group.name, true) + 20;
      const w = flat ? wide + head - 6 : Math.max(head, wide);
      node.style.width = `${w}px`;
      return { node, w, h: flat ? 25 : 50 };
    },
  };

  /* Leaflet moves a marker in three dimensions, for which the browser keeps a layer each. */
  const Flat = L.Marker.extend({ _setPos(at) { L.Marker.prototype._setPos.call(this, at);
  this._icon.style.transform = `translate(${at.x}px, ${at.y}px)`; } });
  atlas.marker = (at, options) => new Flat(at, options);

  atlas.draw = { svg, html, sign, counts, width, make, ORDER };
})();
