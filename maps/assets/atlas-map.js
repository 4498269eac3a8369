/* The map: fetches its data once a file, then shows only what is asked for. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const { svg, html } = atlas.draw;
  const controls = [];
  let map, frame, panels, ground, land, pins = [], context, marksLayer, leadersLayer, linesLayer, newest = 0,
    state = null, asked = null, painted = null, drawnAt = "", clicks = 0;

  /* Text is measured for its place, so its font must be known first. */
  const STYLES = 'link[rel="stylesheet"]', once = (node) =>
    new Promise((done) => ["load", "error"].forEach((kind) => node.addEventListener(kind, done)));
  const styled = () => Promise.all([...document.querySelectorAll(STYLES)].filter((link) => !link.sheet).map(once));

  atlas.nameOf = (country) => (state.data.countries[country] || {}).name;

  function notice(text) {
    const node = document.querySelector(".map-notice") || html("div", "map-notice", "", document.body);
    node.setAttribute("role", "alert");
    node.textContent = text;
  }

  atlas.start = function (target) {
    map = target;
    document.documentElement.classList.add("atlas");
    [["land", 200], ["context", 300], ["lines", 400], ["leaders", 450], ["pins", 620]].forEach(([name, z]) =>
      { map.createPane(name).style.zIndex = z; });
    map.getPane("land").style.pointerEvents = "none";
    frame = atlas.frame(map);
    panels = atlas.panels(map, controls, frame, near);
    context = L.layerGroup().addTo(map);
    ground = atlas.ground(map, context);
    linesLayer = L.layerGroup().addTo(map);
    leadersLayer = L.layerGroup().addTo(map);
    marksLayer = L.layerGroup().addTo(map);
    map.on("moveend resize", moved);
    map.on("move", () => atlas.pins.follow(map, pins));
    document.addEventListener("keydown", escape);
    window.atlasReady = true;
  };

  /* What the page asks for; a scene that is on the map already is not drawn again. */
  atlas.show = function (scene) {
    const turn = (newest += 1), options = JSON.parse(scene);
    Promise.all([atlas.host.load(options.features), atlas.host.load(options.land), styled()]).then(([data, base]) => {
      if (turn !== newest) return;
      const { visit, ...rest } = options, same = JSON.stringify(rest);
      if (same !== painted) paint(options, data, base); else frame.keep();
      painted = same;
      asked = options;
      if (visit) frame.visit(visit);
      if (atlas.quick) atlas.quick(options.codes);
    }).catch((error) => { if (turn === newest) notice(options.failed); throw error; });
  };

  /* The same scene with other sites, before the page has asked for it. */
  atlas.preview = function (bits) {
    const { visit, ...options } = { ...asked, bits };
    Promise.all([atlas.host.load(options.features), atlas.host.load(options.land)]).then(([data, base]) => {
      paint(options, data, base);
      painted = JSON.stringify(options);
    });
  };

  function paint(options, data, base) {
    const on = atob(options.bits), own = atlas.own.read(options.own);
    const sites = data.sites.filter((_, i) => on.charCodeAt(i >> 3) & (128 >> (i & 7))).concat(own ? own.sites : []);
    const before = state;
    state = { data, sites, base, selected: options.selected, changes: options.changes || null, own };
    state.crowd = !state.changes && !own && atlas.isCrowd(data, sites);
    state.groups = state.crowd ? [] : atlas.group(sites);
    if (document.documentElement.lang !== data.lang) document.documentElement.lang = data.lang;
    ground.paint(state);
    frame.aim(options.bounds, options.around);
    panels(data, own ? [] : unplaced(sites), !before || before.data !== data, state.changes);
    draw();
    if (open && (before.data !== data || !sites.some((site) => open.has(site.id)))) map.closePopup();
    if (!options.visit && options.selected && (before ? before.selected !== options.selected : !frame.asked())) bring();
    frame.keep();
    document.documentElement.dataset.shown = sites.length;
    const now = state;
    if (state.crowd) setTimeout(() => { if (state === now) atlas.describe(map, state); }, 300);
    else atlas.describe(map, state);
  }

  /* The sites of initiatives that have no place on the map at all. */
  function unplaced(sites) {
    const placed = new Set(sites.filter((site) => site.x !== null).map((site) => site.initiative));
    return sites.filter((site) => !placed.has(site.initiative));
  }

  function near() { if (state) frame.fit(atlas.around(state.sites)); }

  const viewed = () => `${map.getZoom()},${map.getCenter()},${map.getSize()}`;
  function moved() { if (state && drawnAt !== viewed()) draw(); }

  function draw() {
    if (!state) return;
    const had = document.activeElement && document.activeElement.classList.contains("atlas-mark");
    const blocked = atlas.panels.rects(map);  // measured before anything moves: it costs a layout
    if (drawnAt !== viewed() || land.base !== state.base) land = Object.assign(atlas.terrain(map, state.base.land,
      state.data.countries), { base: state.base });
    drawnAt = viewed();
    [context, linesLayer, leadersLayer, marksLayer].forEach((layer) => layer.clearLayers());
    ground.zoomed();
    map.getPane("lines").style.opacity = state.own ? 0.42 : 1;
    const { items, pins: pinned } = arranged(blocked);
    items.forEach(place);
    atlas.pins.draw(map, (pins = pinned), (one) => described(one.element, one,
      `${one.group.name}: ${atlas.words(state.data.text[one.kind === "chip" ? "outside" : "many"], { n: one.group.total })}`), (one) => activate(one, false));
    const nodes = new Map([...items, ...pins].map((one) => [one.element, one]));
    atlas.rove([...nodes.keys()], (element) => activate(nodes.get(element), true));
    if (had) atlas.refocus();
    ground.names(state, { land, items, blocked });
    document.documentElement.dataset.marks = items.length + pins.length;
    document.documentElement.dataset.layout = JSON.stringify(atlas.report(state, items, pins, land));
  }

  /* Where everything stands: boxes and chips first, then marks; what finds no room in the view gets a chip too. */
  function arranged(panels) {
    const { inside, outside, boxed, routes: ways, cells } = atlas.shown(map, state), scope = atlas.scope(map),
      world = frame.atWorld();
    const places = [...inside, ...cells.map((one) => one.group)].map((one) =>
      map.latLngToContainerPoint([one.y, one.x]));
    for (let round = 1; ; round += 1) {
      const blocked = [...panels], found = atlas.pins(map, state.data, boxed, outside, blocked, places, world);
      const given = { map, data: state.data, land, scope, blocked };
      if (state.changes) return { pins: found, items: atlas.stand.loose(atlas.changes.marks(state.changes,
        map, linesLayer), given) };
      const crowd = cells.length ? atlas.stand.cells(cells, given) : [], loose = state.own ?
        atlas.stand.loose(atlas.own.options(state.own, map), given) : [];
      blocked.push(...loose.map((one) => one.taken.mark));
      const { items, left } = cells.length ? { items: [], left: [] } : atlas.stand(inside, ways, given);
      if (left.length && round < 3) { outside.push(...left);
      left.forEach((one) => { if (inside.includes(one)) inside.splice(inside.indexOf(one), 1); }); continue; }
      lines(ways);
      panels.push(...blocked.slice(panels.length));
      return { pins: found, items: [...items, ...crowd, ...loose] };
    }
  }

  /* A route: its line (dashed when schematic), white dots at its landings. */
  function lines(sites) {
    [...new Set(sites)].forEach((site) => {
      const color = state.data.look[site.focus].color, pane = "lines", chosen = isChosen([site]);
      site.lines.forEach((line) => {
        L.polyline(line, { pane, color: "#fff", weight: chosen ? 7 : 5, opacity: 0.9,
          interactive: false }).addTo(linesLayer);
        L.polyline(line, { pane, color, weight: chosen ? 3.5 : 2, dashArray: site.solid ? null : "6 4" }).on("click",
          (event) => choose(site, event.latlng)).addTo(linesLayer);
      });
      site.landings.forEach((at) => L.circleMarker(at,
        { pane, radius: 4, color, weight: 2, fillColor: "#fff", fillOpacity: 1,
          interactive: false }).addTo(linesLayer));
    });
  }

  const isChosen = (sites) => Boolean(state.selected) && sites.some((site) => site.initiative === state.selected);

  function lead(one) {
    const { line, form } = one.taken, below = html("div", "anchor"),
      root = svg("svg", { class: "leader", width: 1, height: 1 }, below);
    const [x1, y1, x2, y2] = [line.p.x - one.x, line.p.y - one.y, line.q.x - one.x, line.q.y - one.y];
    root.dataset.key = one.group.key;
    if (one.taken.dot) svg("circle", { cx: x1, cy: y1, r: 2, fill: "#5A6572" }, root);
    svg("line", { x1, y1, x2, y2, stroke: "#5A6572" }, root);
    atlas.marker(one.at, { icon: L.divIcon({ html: below, iconSize: [0, 0], className: "atlas-leader" }),
      pane: "leaders", interactive: false, keyboard: false }).addTo(leadersLayer);
  }

  function place(one) {
    const root = html("div", "anchor"), { taken } = one, { node } = taken.form === "plate" ? one.plate : one.round;
    if (taken.line) lead(one);
    if (isChosen(one.group.sites)) node.classList.add("chosen");
    if (state.own && !one.group.sites[0].own && one.kind !== "option") node.classList.add("behind");
    const set = (child, r) => { child.style.left = `${(r.x0 + r.x1) / 2 - one.x}px`;
    child.style.top = `${(r.y0 + r.y1) / 2 - one.y}px`; root.appendChild(child); };
    if (taken.form === "slim") set(html("span", one.bold ? "caption bold" : "caption", one.group.name), taken.name);
    set(node, taken.mark);
    one.dx = (taken.mark.x0 + taken.mark.x1) / 2 - one.x; one.dy = (taken.mark.y0 + taken.mark.y1) / 2 - one.y;
    one.h = taken.mark.y1 - taken.mark.y0;
    const marker = atlas.marker(one.at, { icon: L.divIcon({ html: root, iconSize: [0, 0], className: "atlas-mark" }),
      keyboard: true, alt: "", riseOnHover: true });
    marker.on("click", () => activate(one, false));
    marker.addTo(marksLayer);
    const words = one.kind === "cell" && !one.group.alone ?
      atlas.words(state.data.text.cell, { name: one.group.name, n: one.group.total }) : null;
    const label = words || (one.group.total === 1 ?
      `${one.group.sites[0].title} (${one.group.name})` : `${one.group.name}: ${atlas.words(state.data.text.many, { n: one.group.total })}`);
    described((one.element = marker.getElement()), one, label);
    one.element.dataset.country = one.own.join();
    if (taken.form === "round" && one.kind !== "route") one.element.title = one.group.name;
  }

  function described(element, { group, kind }, label) {
    element.setAttribute("role", "button");
    element.setAttribute("aria-label", label);
    Object.assign(element.dataset, { key: group.key, kind, count: group.total });
  }

  /* Popups */
  let open = null;
  function activate(one, byKey) {
    if (one.kind === "option") { tell({ option: one.index }); return; }
    if (one.kind === "chip") { atlas.pins.go(map, one.group, frame.visit); if (byKey) atlas.refocus(); return; }
    const opening = one.kind === "cell" && map.getZoom() < 8.4 && atlas.opening(one.group);
    if (opening) { frame.visit(opening); if (byKey) atlas.refocus(); return; }
    if (one.group.total === 1 && one.kind !== "change") choose(one.group.sites[0], one.at, one); else list(one);
    if (!byKey) return;
    const first = document.querySelector(".leaflet-popup button.entry, .leaflet-popup-close-button");
    if (first) first.focus();
  }
  function escape(event) {
    if (event.key !== "Escape") return;
    if (document.querySelector(".leaflet-popup")) { map.closePopup(); atlas.refocus(); } else send(null);
  }
  function popup(content, at, offset, ids) {
    open = new Set(ids);
    const pop = L.popup({ maxWidth: 330, minWidth: 230, maxHeight: 320, offset: offset || [0, -8],
      autoPanPadding: [16, 16] });
    pop.setLatLng(at).setContent(content);
    pop.on("remove", () => { if (open && ids.every((id) => open.has(id))) open = null; });
    pop.openOn(map);
  }
  function choose(site, at, one) {
    popup(atlas.popup.one(state.data, site), at || [site.y, site.x], one && [one.dx, one.dy - one.h / 2 + 4],
      [site.id]);
    send(site);
  }
  function list(one) {
    const visit = (country) => tell({ country });
    const content = one.kind === "change" ? atlas.changes.popup(state.changes, one.group,
      send) : atlas.popup.many(state.data, one.group, (site) => send(site), visit);
    popup(content, one.at, [one.dx, one.dy - one.h / 2 + 4], one.group.sites.map((site) => site.id));
  }
  const send = (site) => tell({ id: site && site.id });
  function tell(what) {
    clicks += 1;
    atlas.host.tell({ ...what, n: `${Date.now()}-${clicks}` });
  }

  /* An initiative chosen elsewhere on the page comes into view when none of its sites is. */
  function bring() {
    const sites = state.sites.filter((site) => site.initiative === state.selected && site.x !== null);
    const seen = map.getBounds().pad(-0.04);
    if (!sites.length || sites.some((site) => seen.contains([site.y, site.x]))) return;
    map.panTo([sites[0].y, sites[0].x], { animate: false });
  }
})();
