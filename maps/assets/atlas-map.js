/* The map: fetches its data once a file, then shows only what is asked for. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const { svg, html, make, width } = atlas.draw;
  const controls = [];
  let map, frame, panels, ground, context, marksLayer, leadersLayer, linesLayer, newest = 0, state = null, asked = null, painted = null, drawnAt = "", clicks = 0;

  /* Text is measured for its place, so its font must be known first. */
  const STYLES = 'link[rel="stylesheet"]', once = (node) => new Promise((done) => ["load", "error"].forEach((kind) => node.addEventListener(kind, done)));
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
    [["land", 200], ["context", 300], ["lines", 400], ["leaders", 450]].forEach(([name, z]) => { map.createPane(name).style.zIndex = z; });
    map.getPane("land").style.pointerEvents = "none";
    frame = atlas.frame(map);
    panels = atlas.panels(map, controls, frame.home, near);
    context = L.layerGroup().addTo(map);
    ground = atlas.ground(map, context);
    linesLayer = L.layerGroup().addTo(map);
    leadersLayer = L.layerGroup().addTo(map);
    marksLayer = L.layerGroup().addTo(map);
    map.on("zoomend resize", draw);
    map.on("moveend", panned);
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
    frame.aim(options.bounds);
    panels(data, own ? [] : unplaced(sites), !before || before.data !== data, state.changes);
    draw();
    if (open && (before.data !== data || !sites.some((site) => open.has(site.id)))) map.closePopup();
    if (!options.visit && options.selected && (before ? before.selected !== options.selected : !frame.asked())) bring();
    frame.keep();
    document.documentElement.dataset.shown = sites.length;
    const now = state;
    if (state.crowd) setTimeout(() => { if (state === now) atlas.describe(map, state); }, 300); else atlas.describe(map, state);
  }

  /* The sites of initiatives that have no place on the map at all. */
  function unplaced(sites) {
    const placed = new Set(sites.filter((site) => site.x !== null).map((site) => site.initiative));
    return sites.filter((site) => !placed.has(site.initiative));
  }

  function near() {
    const bounds = state && atlas.around(state.sites);
    if (bounds) frame.visit(bounds);
  }

  function draw() {
    if (!state) return;
    const had = document.activeElement && document.activeElement.classList.contains("atlas-mark");
    const size = map.getSize(), corner = map.containerPointToLayerPoint([0, 0]), tall = frame.atHome() ? 0 : size.y;
    const blocked = frame.atHome() ? panelRects(corner) : [];  // measured before anything moves: it costs a layout
    [context, linesLayer, leadersLayer, marksLayer].forEach((layer) => layer.clearLayers());
    ground.zoomed();
    const { ways, groups } = drawing(blocked);
    map.getPane("lines").style.opacity = state.own ? 0.42 : 1;
    if (state.own) ways.push(...atlas.own.options(state.own, map));
    let edge = map.latLngToLayerPoint([0, -30]).x, far = map.latLngToLayerPoint([0, 330]).x;
    if (frame.atHome()) { edge = Math.max(edge, corner.x); far = Math.min(far, corner.x + size.x - 50); }
    const framed = frame.framed() && frame.atHome();
    const bounds = { framed, x0: edge + 6, x1: far - 6, y0: corner.y + 6 - tall, y1: corner.y + size.y - 6 + tall };
    const spread = (bare) => { marks = [...ways, ...groups.map((one) => mark(one, bare))]; return atlas.declutter(marks, bounds, blocked); };
    let marks, room = spread(false);
    if (room.crowded && groups.length) room = spread(true);
    marks.forEach((one) => { if (one.kind === "symbol" || one.kind === "cell" || one.bare) caption(one, room); });
    marks.forEach(place);
    const nodes = new Map(marks.map((one) => [one.element, one]));
    atlas.rove([...nodes.keys()], (element) => activate(nodes.get(element), true));
    if (had) atlas.refocus();
    ground.names(state, room);
    document.documentElement.dataset.marks = marks.length;
  }

  /* What has its place, and the groups that have yet to find theirs. */
  function drawing(blocked) {
    drawnAt = viewed();
    if (state.changes) return { ways: atlas.changes.marks(state.changes, map, linesLayer), groups: [] };
    if (!state.crowd) return { ways: routes(state.sites.filter((site) => site.lines)), groups: atlas.merge(state.groups, map) };
    const { groups, routes: lines, marks } = atlas.crowd(map, state);
    if (!marks.length) return { ways: routes(lines), groups };
    marks.forEach((one) => { one.fixed = !blocked.some((box) => atlas.covers(box, one)); });
    return { ways: marks, groups: groups.map((one) => ({ ...one, floats: true })) };
  }

  /* What stands in view is all that is drawn of a crowd, so it is drawn anew when that changes. */
  const viewed = () => `${map.getZoom()},${map.getCenter()},${map.getSize()}`;
  function panned() { if (state && state.crowd && drawnAt !== viewed()) draw(); }

  /* At home nothing moves under the panels, so marks keep clear of them. */
  function panelRects(corner) {
    const box = map.getContainer().getBoundingClientRect();
    return [...document.querySelectorAll(".panel, .leaflet-bar")].map((panel) => {
      const r = panel.getBoundingClientRect();
      return { x0: r.left - box.left + corner.x, y0: r.top - box.top + corner.y, x1: r.right - box.left + corner.x, y1: r.bottom - box.top + corner.y };
    });
  }

  /* `bare` leaves the name out of a badge: where the map is too small for all of them. */
  function mark(one, bare) {
    const point = map.latLngToLayerPoint([one.y, one.x]), made = make[one.kind](state.data.look, one, bare);
    const country = state.data.countries[one.key];
    return { ...made, kind: one.kind, bare: bare && one.kind === "plate", group: one, chosen: isChosen(one.sites), fixed: one.kind === "box" && !one.floats, x: point.x, y: point.y, at: [one.y, one.x], onPlace: one.kind === "box" || one.kind === "symbol" || (one.kind === "plate" && !(country && country.tiny)) };
  }

  /* A route: its line (dashed when schematic), white dots at its landings, its sign half-way. */
  function routes(sites) {
    return sites.map((site) => {
      const color = state.data.look[site.focus].color, pane = "lines";
      const chosen = isChosen([site]);
      site.lines.forEach((line) => {
        L.polyline(line, { pane, color: "#fff", weight: chosen ? 7 : 5, opacity: 0.9, interactive: false }).addTo(linesLayer);
        L.polyline(line, { pane, color, weight: chosen ? 3.5 : 2, dashArray: site.solid ? null : "6 4" }).on("click", (event) => choose(site, event.latlng)).addTo(linesLayer);
      });
      site.landings.forEach((at) => L.circleMarker(at, { pane, radius: 4, color, weight: 2, fillColor: "#fff", fillOpacity: 1, interactive: false }).addTo(linesLayer));
      const point = map.latLngToLayerPoint([site.y, site.x]);
      const one = { key: site.id, name: site.name, x: site.x, y: site.y, precision: "route", sites: [site], total: 1, kind: "symbol" };
      return { ...make.symbol(state.data.look, one), kind: "route", group: one, x: point.x, y: point.y, at: [site.y, site.x], onPlace: true };
    });
  }

  const isChosen = (sites) => Boolean(state.selected) && sites.some((site) => site.initiative === state.selected);

  function caption(one, room) {
    const text = (one.kind !== "cell" && map.getZoom() < 3.5 && atlas.nameOf(one.group.country)) || one.group.name, spot = atlas.label(one, width(text) + 4, 15, room);
    if (!spot) return;
    const node = html("span", "caption", text);
    one.captions = [[node, spot]];
  }

  function place(one) {
    const root = html("div", "anchor");
    if (one.lead) {
      const below = html("div", "anchor"), line = svg("svg", { class: "leader", width: 1, height: 1 }, below);
      svg("circle", { r: 2, fill: "#5A6572" }, line);
      svg("line", { x2: one.dx, y2: one.dy, stroke: "#5A6572" }, line);
      const icon = L.divIcon({ html: below, iconSize: [0, 0], className: "atlas-leader" });
      atlas.marker(one.at, { icon, pane: "leaders", interactive: false, keyboard: false }).addTo(leadersLayer);
    }
    if (isChosen(one.group.sites)) one.node.classList.add("chosen");
    if (state.own && !one.group.sites[0].own && one.kind !== "option") one.node.classList.add("behind");
    const set = (node, dx, dy) => { node.style.left = `${dx}px`; node.style.top = `${dy}px`; root.appendChild(node); };
    (one.captions || []).forEach(([node, [dx, dy]]) => set(node, dx, dy));
    set(one.node, one.dx, one.dy);
    const words = one.kind === "cell" && !one.group.alone ? atlas.words(state.data.text.cell, { name: one.group.name, n: one.group.total }) : null;
    const label = words || (one.group.total === 1 ? `${one.group.sites[0].title} (${one.group.name})` : `${one.group.name}: ${atlas.words(state.data.text.many, { n: one.group.total })}`);
    const icon = L.divIcon({ html: root, iconSize: [0, 0], className: "atlas-mark" });
    const marker = atlas.marker(one.at, { icon, keyboard: true, alt: "", riseOnHover: true });
    marker.on("click", () => activate(one, false));
    marker.addTo(marksLayer);
    const element = (one.element = marker.getElement());
    element.setAttribute("role", "button");
    element.setAttribute("aria-label", label);
    element.dataset.key = one.group.key;
    element.dataset.kind = one.kind;
    element.dataset.count = one.group.total;
  }

  /* Popups */
  let open = null;
  function activate(one, byKey) {
    if (one.kind === "option") { tell({ option: one.index }); return; }
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
    const pop = L.popup({ maxWidth: 330, minWidth: 230, maxHeight: 320, offset: offset || [0, -8], autoPanPadding: [16, 16] });
    pop.setLatLng(at).setContent(content);
    pop.on("remove", () => { if (open && ids.every((id) => open.has(id))) open = null; });
    pop.openOn(map);
  }
  function choose(site, at, one) {
    popup(atlas.popup.one(state.data, site), at || [site.y, site.x], one && [one.dx, one.dy - one.h / 2 + 4], [site.id]);
    send(site);
  }
  function list(one) {
    const visit = (country) => tell({ country });
    const content = one.kind === "change" ? atlas.changes.popup(state.changes, one.group, send) : atlas.popup.many(state.data, one.group, (site) => send(site), visit);
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
