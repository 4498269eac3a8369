/* Elements: what stands is drawn: routes, leaders, marks and their names, with words for those who hear the map. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const { svg, html } = atlas.draw;
  const GREY = "#5A6572";

  function described(element, { group, kind }, label) {
    element.setAttribute("role", "button");
    element.setAttribute("aria-label", label);
    Object.assign(element.dataset, { key: group.key, kind, count: group.total });
  }

  const many = (state, group, word) =>
    `${group.name}: ${atlas.words(state.data.text[word], { n: group.total })}`;

  function label(state, { kind, group }) {
    if (kind === "cell" && !group.alone) return atlas.words(state.data.text.cell, { name: group.name, n: group.total });
    return group.total === 1 ? `${group.sites[0].title} (${group.name})` : many(state, group, "many");
  }

  const isChosen = ({ selected }, sites) => Boolean(selected) && sites.some((site) => site.initiative === selected);

  /* layers: {lines, leaders, marks}; choose(site, at) and activate(item) answer clicks. */
  atlas.elements = function (layers, choose, activate) {
    /* A route: its line (dashed when schematic), white dots at its landings. */
    function route(state, site) {
      const { color } = state.data.look[site.focus], pane = "lines", chosen = isChosen(state, [site]);
      site.lines.forEach((line) => {
        L.polyline(line, { pane, color: "#fff", weight: chosen ? 7 : 5, opacity: 0.9,
          interactive: false }).addTo(layers.lines);
        L.polyline(line, { pane, color, weight: chosen ? 3.5 : 2, dashArray: site.solid ? null : "6 4" }).on("click",
          (event) => choose(site, event.latlng)).addTo(layers.lines);
      });
      site.landings.forEach((at) => L.circleMarker(at,
        { pane, radius: 4, color, weight: 2, fillColor: "#fff", fillOpacity: 1,
          interactive: false }).addTo(layers.lines));
    }

    function lead(one) {
      const { line, dot } = one.taken, below = html("div", "anchor"),
        root = svg("svg", { class: "leader", width: 1, height: 1 }, below);
      const [x1, y1, x2, y2] = [line.p.x - one.x, line.p.y - one.y, line.q.x - one.x, line.q.y - one.y];
      root.dataset.key = one.group.key;
      if (dot) svg("circle", { cx: x1, cy: y1, r: 2, fill: GREY }, root);
      svg("line", { x1, y1, x2, y2, stroke: GREY }, root);
      atlas.marker(one.at, { icon: L.divIcon({ html: below, iconSize: [0, 0], className: "atlas-leader" }),
        pane: "leaders", interactive: false, keyboard: false }).addTo(layers.leaders);
    }

    function mark(state, one) {
      const root = html("div", "anchor"), { taken } = one, { node } = taken.form === "plate" ? one.plate : one.round;
      if (taken.line) lead(one);
      if (isChosen(state, one.group.sites)) node.classList.add("chosen");
      if (state.own && !one.group.sites[0].own && one.kind !== "option") node.classList.add("behind");
      const set = (child, r) => { child.style.left = `${(r.x0 + r.x1) / 2 - one.x}px`;
      child.style.top = `${(r.y0 + r.y1) / 2 - one.y}px`; root.appendChild(child); };
      if (taken.form === "slim") set(html("span", one.bold ? "caption bold" : "caption", taken.text), taken.name);
      set(node, taken.mark);
      one.dx = (taken.mark.x0 + taken.mark.x1) / 2 - one.x; one.dy = (taken.mark.y0 + taken.mark.y1) / 2 - one.y;
      one.h = taken.mark.y1 - taken.mark.y0;
      const marker = atlas.marker(one.at, { icon: L.divIcon({ html: root, iconSize: [0, 0], className: "atlas-mark" }),
        keyboard: true, alt: "", riseOnHover: true });
      marker.on("click", () => activate(one));
      marker.addTo(layers.marks);
      described((one.element = marker.getElement()), one, label(state, one));
      one.element.dataset.country = one.own.join();
      if (taken.form === "round" && one.kind !== "route") one.element.title = one.group.name;
    }

    function draw(state, items, routes) {
      [...new Set(routes)].forEach((site) => route(state, site));
      items.forEach((one) => mark(state, one));
    }

    return { draw, described, many };
  };
})();
