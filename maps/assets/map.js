/** The map: fetches its data once a file, then shows only what is asked for. */

/** @import { Base, Features, Laid, Own, Pin, Scene, Standing, State } from "./types.d.ts" */
/** @import { Layers } from "./draw/elements.js" */
import { createAnswers } from "./answers.js";
import { describe } from "./describe.js";
import { sayGathered } from "./draw/basket.js";
import { changeGroups, drawChanges } from "./draw/changes.js";
import { isCrowd } from "./draw/crowd.js";
import { html } from "./draw/dom.js";
import { describePin, drawElements } from "./draw/elements.js";
import { createGround } from "./draw/ground.js";
import { candidates, readOwn } from "./draw/own.js";
import { host } from "./host.js";
import { refocus, rove } from "./keys.js";
import { moved } from "./layout/geometry.js";
import { groupsOf } from "./layout/groups.js";
import { itemOfCandidate, itemOfRing, scopeOf } from "./layout/items.js";
import { drawPins, followPins, pinsOf } from "./layout/pins.js";
import { report } from "./layout/report.js";
import { stand, standAll, toShow } from "./layout/stand.js";
import { createSteps } from "./layout/steps.js";
import { terrainOf } from "./layout/terrain.js";
import { createPanels, panelRects } from "./panels.js";
import { boundsOf, isPlaced, placeless } from "./sites.js";
import { createView } from "./view.js";

const PANES = Object.entries({ land: 200, context: 300, lines: 400, leaders: 450, pins: 620 }), ROUNDS = 3;
const FRAME = { least: -30, most: 330 };
const steps = createSteps();
/** @type {L.Map} */ let map;
/** @type {ReturnType<typeof createView>} */ let view;
/** @type {ReturnType<typeof createPanels>} */ let panels;
/** @type {ReturnType<typeof createGround>} */ let ground;
/** @type {ReturnType<typeof createAnswers>} */ let answers;
/** @type {L.LayerGroup} */ let context;
/** @type {Layers} */ let layers;
/** @type {State} */ let state;
/** @type {Scene} */ let given;
/** @type {Pin[]} */ let pins = [];
/** @type {(Standing | Pin)[]} */ let marks = [];
/** @type {(() => string) | null} */ let told = null;
let newest = 0, painted = "", drawnAt = "";

/** Text is measured for its place, so its font must be known first. */
function styled() {
  const links = /** @type {HTMLLinkElement[]} */ ([...document.querySelectorAll('link[rel="stylesheet"]')]);
  return Promise.all(links.filter((link) => !link.sheet).map((link) =>
    new Promise((done) => ["load", "error"].forEach((kind) => link.addEventListener(kind, done)))));
}

/** @param {string} text */
function notice(text) {
  const node = document.querySelector(".map-notice") || html("div", "map-notice", "", document.body);
  node.setAttribute("role", "alert");
  node.textContent = text;
}

/** Sets up a map of Leaflet's; its host must be known (useHost). @param {L.Map} target */
export function start(target) {
  map = target;
  const group = () => /** @type {L.LayerGroup} */ (L.layerGroup()).addTo(map), root = document.documentElement;
  root.classList.add("atlas");
  PANES.forEach(([name, z]) => { map.createPane(name).style.zIndex = String(z); });
  map.getPane("land").style.pointerEvents = "none";
  view = createView(map);
  panels = createPanels(map, view, () => { if (state) view.fit(boundsOf(state.own ? state.sites : state.asked)); });
  context = group();
  ground = createGround(map, context);
  layers = { lines: group(), leaders: group(), marks: group() };
  map.on("movestart", left);
  map.on("moveend resize", arrived);
  map.on("coast", () => { drawnAt = ""; arrived(); });
  map.on("move", () => followPins(map, pins));
  answers = createAnswers(map, () => state, view.visit);
  /* For tests, worked out when asked for; nothing while a new view is. */
  Object.defineProperty(root, "layout", { configurable: true,
    get: () => (told && !steps.under() && drawnAt === viewed() ? told() : "") });
  window.atlasReady = true;
}

/** What the page asks for, and over it what a front end beside the map decides by itself. @param {string} scene */
export function show(scene) {
  given = JSON.parse(scene);
  see();
}

/** Looks again at what the front end decides; a scene that is on the map already is not drawn again. */
export function see() {
  if (!given) return;
  const turn = (newest += 1), front = host().front?.()?.scene, { load } = host();
  const options = front && (front.told || front.features === given.features) ? { ...given, ...front } : given;
  const parts = [load(options.features), load(options.land), readOwn(options.own), styled()];
  Promise.all(parts).then(([data, base, own]) => {
    if (turn !== newest) return;
    const { visit, ...rest } = options, same = JSON.stringify(rest);
    if (same !== painted) paint(options, data, base, own); else view.keep();
    sayGathered(marks);
    painted = same;
    if (visit) view.visit(visit);
    given.visit = null;
  }).catch((error) => { if (turn === newest) notice(options.failed); throw error; });
}

/** @param {Scene} options @param {Features} data @param {Base} base @param {Own | null} own @returns {State} */
function stateOf(options, data, base, own) {
  const of = (/** @type {string} */ bits) => {
    const on = atob(bits);
    return data.sites.filter((_, i) => on.charCodeAt(i >> 3) & (128 >> (i & 7)));
  };
  const changes = options.changes || null, asked = of(options.bits);
  const crowd = !changes && !own && (Boolean(data.counted) || isCrowd(data, asked));
  const aside = options.aside && !crowd ? of(options.aside) : null;
  const sites = (aside || asked).concat(own ? own.sites : []), country = aside ? options.country : null;
  const groups = crowd ? [] : changes ? changeGroups(changes) : groupsOf(sites);
  return { data, sites, asked, country, base, selected: options.selected, changes, own, coast: options.coast, crowd,
    groups };
}

/** @param {Scene} options @param {Features} data @param {Base} base @param {Own | null} own */
function paint(options, data, base, own) {
  const before = state, now = (state = stateOf(options, data, base, own)), { sites, asked } = now;
  const root = document.documentElement;
  if (root.lang !== data.lang) root.lang = data.lang;
  view.sized();
  ground.paint(now);
  view.aim(options.bounds, options.around);
  panels(data, now.own ? [] : placeless(asked), !before || before.data.look !== data.look, now.changes);
  draw();
  answers.sift(sites, Boolean(before) && before.data.look !== data.look);
  if (!options.visit && options.selected && (before ? before.selected !== options.selected : !view.asked())) bring();
  view.keep();
  root.dataset.shown = String(now.own ? sites.length : asked.length);
  looked();
  if (now.crowd) setTimeout(() => { if (state === now) describe(map, now); }, 300);
  else describe(map, now);
}

/** A view that someone moves on is not worked out. */
const viewed = () => `${map.getZoom()},${map.getCenter()},${map.getSize()}`;
function left() { if (steps.under()) { steps.stop(); drawnAt = ""; } }
function arrived() {
  if (!state || drawnAt === viewed()) return;
  drawnAt = viewed();
  looked();
  steps.later(arranged(), put);
}
/** Where the server answers for many sites it is told the view. */
function looked() {
  if (state.data.counted === undefined) return;
  const box = map.getBounds(), { least, most } = FRAME;
  host().front?.()?.look?.([Math.max(box.getWest(), least), Math.max(box.getSouth(), -85),
    Math.min(box.getEast(), most), Math.min(box.getNorth(), 85)], map.getZoom());
}
function draw() {
  drawnAt = viewed();
  put(steps.now(arranged()));
}

/** Where everything stands: boxes and chips first, then marks; what finds no room in the view gets a chip too. Marks
 * are laid out in px of the world, so that what was found holds while the zoom does.
 * @returns {Generator<void, Laid>} */
function* arranged() {
  const { data, own, base } = state, panelled = panelRects(map), scope = scopeOf(map);
  const { min, max } = map.getPixelBounds(), world = view.atWorld();
  const { inside, outside, boxed, routes, cells } = toShow(map, state);
  const places = [...inside, ...cells.map((one) => one.group)].map((one) => map.latLngToContainerPoint([one.y, one.x]));
  const given = { map, data, scope, view: { x0: min.x, y0: min.y, x1: max.x, y1: max.y },
    land: terrainOf(map, base.land, data) };
  yield;
  for (let round = 1; ; round += 1) {
    const over = [...panelled], found = pinsOf(map, data, boxed, outside, over, places, world);
    const blocked = over.map((r) => moved(r, min)), at = { ...given, blocked };
    yield;
    const loose = own ? yield* standAll(candidates(own), itemOfCandidate, at) : [];
    blocked.push(...loose.map((one) => one.taken.mark));
    const crowd = yield* standAll(cells, itemOfRing, at);
    const { items, left: out } = yield* stand(inside, routes, at);
    if (!out.length || round === ROUNDS) return { ...at, pins: found, items: [...items, ...crowd, ...loose], routes };
    outside.push(...out);
    out.forEach((one) => { if (inside.includes(one)) inside.splice(inside.indexOf(one), 1); });
  }
}

/** @param {Laid} laid */
function put({ land, view: seen, blocked, items, pins: pinned, routes }) {
  const had = document.activeElement && document.activeElement.classList.contains("atlas-mark"), drawn = state;
  [context, ...Object.values(layers)].forEach((layer) => layer.clearLayers());
  ground.zoomed();
  map.getPane("lines").style.opacity = state.own ? "0.42" : "1";
  if (state.changes) drawChanges(state.changes, layers.lines);
  drawElements(state, items, routes, layers, answers.choose, (one) => answers.activate(one, false));
  pins = pinned;
  drawPins(map, pins, (one) => describePin(drawn, one), (one) => answers.activate(one, false));
  marks = [...items, ...pins];
  const of = new Map(marks.map((one) => [one.element, one]));
  rove([...of.keys()], (element) => { const one = of.get(element); if (one) answers.activate(one, true); });
  sayGathered(marks);
  if (had) refocus();
  ground.names(state, { land, items, blocked, view: seen });
  document.documentElement.dataset.marks = String(marks.length);
  let said = "";
  told = () => (said ||= JSON.stringify(report(drawn, items, pinned, land, seen)));
}

/** An initiative chosen elsewhere on the page comes into view when none of its sites is; boxes stand in any view. */
function bring() {
  const own = state.sites.filter((site) => site.initiative === state.selected && site.precision !== "region");
  const sites = own.filter(isPlaced);
  const seen = map.getBounds().pad(-0.04);
  if (!sites.length || sites.some((site) => seen.contains([site.y, site.x]))) return;
  map.panTo([sites[0].y, sites[0].x], { animate: false });
}
