/* The map: fetches its data once a file, then shows only what is asked for. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const { html } = atlas.draw;
  const controls = [], steps = atlas.steps();
  let map, frame, panels, ground, elements, layers, pins = [], context, newest = 0,
    state = null, painted = null, drawnAt = "", told = null, clicks = 0;

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
    layers = { lines: L.layerGroup().addTo(map), leaders: L.layerGroup().addTo(map), marks: L.layerGroup().addTo(map) };
    elements = atlas.elements(layers, choose, (one) => activate(one, false));
    map.on("movestart", left);
    map.on("moveend resize", moved);
    map.on("coast", () => { drawnAt = ""; moved(); });
    map.on("move", () => atlas.pins.follow(map, pins));
    document.addEventListener("keydown", escape);
    /* For tests, worked out when asked for; nothing while a new view is. */
    Object.defineProperty(document.documentElement, "layout", { configurable: true,
      get: () => (told && !steps.under() && drawnAt === viewed() ? JSON.stringify(told()) : "") });
    window.atlasReady = true;
  };

  /* What the page asks for, and over it what the front end beside the map decides by itself (`see`); a scene that is on
     the map already is not drawn again. */
  let given = null, own = null;
  atlas.show = function (scene) {
    given = JSON.parse(scene);
    own = atlas.host.scene ? atlas.host.scene() : null;
    look();
  };
  atlas.see = function (scene) {
    own = scene;
    if (given) look();
  };
  function look() {
    const turn = (newest += 1), options = own && own.features === given.features ? { ...given, ...own } : given;
    Promise.all([atlas.host.load(options.features), atlas.host.load(options.land), styled()]).then(([data, base]) => {
      if (turn !== newest) return;
      const { visit, ...rest } = options, same = JSON.stringify(rest);
      if (same !== painted) paint(options, data, base); else frame.keep();
      painted = same;
      if (visit) { frame.visit(visit); given.visit = null; }
    }).catch((error) => { if (turn === newest) notice(options.failed); throw error; });
  }

  function paint(options, data, base) {
    const on = atob(options.bits), own = atlas.own.read(options.own);
    const sites = data.sites.filter((_, i) => on.charCodeAt(i >> 3) & (128 >> (i & 7))).concat(own ? own.sites : []);
    const before = state;
    state = { data, sites, base, selected: options.selected, changes: options.changes || null, own,
      coast: options.coast };
    state.crowd = !state.changes && !own && atlas.isCrowd(data, sites);
    state.groups = state.crowd ? [] : state.changes ? atlas.changes.groups(state.changes) : atlas.group(sites);
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

  /* A view that someone moves on is not worked out. */
  const viewed = () => `${map.getZoom()},${map.getCenter()},${map.getSize()}`;
  function left() { if (steps.under()) { steps.stop(); drawnAt = ""; } }
  function moved() {
    if (!state || drawnAt === viewed()) return;
    drawnAt = viewed();
    steps.later(arranged(), put);
  }
  function draw() {
    drawnAt = viewed();
    put(steps.now(arranged()));
  }

  /* Where everything stands: boxes and chips first, then marks; what finds no room in the view gets a chip too. Marks
     are laid out in px of the world, so that what was found holds while the zoom does. */
  function* arranged() {
    const panels = atlas.panels.rects(map), { min, max } = map.getPixelBounds(), scope = atlas.scope(map);
    const { inside, outside, boxed, routes, cells } = atlas.shown(map, state), world = frame.atWorld();
    const places = [...inside, ...cells.map((one) => one.group)].map((one) =>
      map.latLngToContainerPoint([one.y, one.x]));
    const given = { map, data: state.data, scope, view: { x0: min.x, y0: min.y, x1: max.x, y1: max.y },
      land: atlas.terrain(map, state.base.land, state.data) };
    yield;
    for (let round = 1; ; round += 1) {
      const over = [...panels], found = atlas.pins(map, state.data, boxed, outside, over, places, world);
      const blocked = over.map((r) => atlas.geometry.moved(r, min)), at = { ...given, blocked };
      yield;
      const loose = state.own ? yield* atlas.stand.loose(atlas.own.options(state.own), at) : [];
      blocked.push(...loose.map((one) => one.taken.mark));
      const crowd = yield* atlas.stand.cells(cells, at);
      const { items, left: out } = yield* atlas.stand(inside, routes, at);
      if (!out.length || round === 3) return { ...at, pins: found, items: [...items, ...crowd, ...loose], routes };
      outside.push(...out);
      out.forEach((one) => { if (inside.includes(one)) inside.splice(inside.indexOf(one), 1); });
    }
  }

  function put({ land, view, blocked, items, pins: pinned, routes }) {
    const had = document.activeElement && document.activeElement.classList.contains("atlas-mark");
    [context, ...Object.values(layers)].forEach((layer) => layer.clearLayers());
    ground.zoomed();
    map.getPane("lines").style.opacity = state.own ? 0.42 : 1;
    if (state.changes) atlas.changes.draw(state.changes, layers.lines);
    elements.draw(state, items, routes);
    atlas.pins.draw(map, (pins = pinned), (one) => elements.described(one.element, one,
      elements.many(state, one.group, one.kind === "chip" ? "outside" : "many")), (one) => activate(one, false));
    const nodes = new Map([...items, ...pins].map((one) => [one.element, one]));
    atlas.rove([...nodes.keys()], (element) => activate(nodes.get(element), true));
    if (had) atlas.refocus();
    ground.names(state, { land, items, blocked, view });
    document.documentElement.dataset.marks = items.length + pins.length;
    const drawn = state;
    told = () => atlas.report(drawn, items, pinned, land, view);
  }

  /* Popups, where no list stands beside the map. */
  const listed = () => Boolean(atlas.host.beside && atlas.host.beside());
  let open = null;
  function activate(one, byKey) {
    if (one.kind === "option") { tell({ option: one.index }); return; }
    if (one.kind === "chip") { atlas.pins.go(map, one.group, frame.visit); if (byKey) atlas.refocus(); return; }
    const opening = one.kind === "cell" && map.getZoom() < 8.4 && atlas.opening(one.group);
    if (opening) { frame.visit(opening); if (byKey) atlas.refocus(); return; }
    if (listed() && one.kind !== "change" && !one.group.own) {
      if (one.group.total === 1) send(one.group.sites[0]); else atlas.host.list(one.group);
      return;
    }
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
    if (listed() && !site.own) { send(site); return; }
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
