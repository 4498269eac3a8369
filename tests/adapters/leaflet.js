/** Tries on a page with Leaflet what adapters/leaflet.js leans on; each answer is whether that still holds. */

import {
  afterZoom, boxedCanvas, leastZoom, marker, outlined, popupIntoView, viewExactly,
} from "../../adapters/leaflet.js";

const UNIT = 256, RED = "#ff0000", BLUE = "#0000ff", RED_BYTES = "255,0,0,255", BLUE_BYTES = "0,0,255,255";

/** A map of the whole world, 512 px wide at zoom 1. @param {object} [more] */
function opened(more) {
  const box = document.body.appendChild(document.createElement("div"));
  box.style.cssText = "width: 512px; height: 512px";
  return L.map(box, { center: [0, 0], zoom: 1, zoomSnap: 0, zoomControl: false, attributionControl: false, ...more });
}

/** @param {number} ms */
const wait = (ms) => new Promise((done) => { setTimeout(done, ms); });
const frames = () => wait(150);

/** A square of the world (256 px wide) round a point; the returned function moves it.
 * @param {number} x @param {number} y */
function square(x, y) {
  const at = { x, y }, low = () => L.point(at.x - 20, at.y - 20);
  const shape = { unit: UNIT, box: () => L.bounds(low(), low().add([40, 40])), path: () => {
    const path = new Path2D();
    path.rect(low().x, low().y, 40, 40);
    return path;
  } };
  return { shape, move: (/** @type {number} */ to) => { at.x = to; } };
}

/** What is painted at a point of the world. @param {L.Map} map @param {number} x @param {number} y */
function painted(map, x, y) {
  const canvas = /** @type {HTMLCanvasElement} */ (map.getContainer().querySelector("canvas"));
  const box = canvas.getBoundingClientRect(), frame = map.getContainer().getBoundingClientRect();
  const k = canvas.width / box.width, ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  const [left, top] = [(x * 2 + frame.left - box.left) * k, (y * 2 + frame.top - box.top) * k];
  return { ctx, left, top, bytes: ctx.getImageData(left, top, 1, 1).data.join() };
}

async function zooms() {
  const map = opened({ zoomAnimationThreshold: 9 });
  map.zoomIn();
  let acted = false, atOnce = false;
  await new Promise((done) => { requestAnimationFrame(done); });
  afterZoom(map, () => { acted = true; });
  atOnce = acted;
  await wait(800);
  return { waits: !atOnce && acted, arrives: map.getZoom() === 2 };
}

function limits() {
  const map = opened(), told = { levels: false };
  map.on("zoomlevelschange", () => { told.levels = true; });
  leastZoom(map, 3);
  const stays = map.getZoom() === 1 && told.levels;
  map.setView([0, 0], 2, { animate: false });
  return stays && map.getZoom() === 3;
}

function exact() {
  const map = opened(), center = /** @type {[number, number]} */ ([0.123, 0.456]);
  viewExactly(map, { center, zoom: 1 });
  const { lat, lng } = map.getCenter();
  return Math.abs(lat - center[0]) < 1e-9 && Math.abs(lng - center[1]) < 1e-9;
}

async function popups() {
  const map = opened(), content = document.createElement("p");
  content.textContent = "x";
  L.popup({ autoPanPadding: [5, 5] }).setLatLng([0, 0]).setContent(content).openOn(map);
  await wait(400);
  map.getContainer().style.width = "120px";
  map.invalidateSize({ animate: false });
  map.panTo([0, 90], { animate: false });
  popupIntoView(map);
  await wait(600);
  const box = content.getBoundingClientRect(), frame = map.getContainer().getBoundingClientRect();
  return box.left >= frame.left && box.right <= frame.right;
}

function flat() {
  const map = opened(), html = document.createElement("i");
  const one = marker([0, 0], { icon: L.divIcon({ html, iconSize: [0, 0], className: "x" }) }).addTo(map);
  return one.getElement().style.transform === "translate(256px, 256px)";
}

async function canvases() {
  const map = opened(), renderer = boxedCanvas({ pane: "overlayPane", padding: 0 }), options = { renderer, weight: 0 };
  const one = square(40, 40), other = square(216, 216);
  const layers = [one, other].map(({ shape }) =>
    outlined(shape, { ...options, fillColor: RED, color: RED }).addTo(map));
  await frames();
  const drawn = [40, 216].every((at) => painted(map, at, at).bytes === RED_BYTES);
  const between = painted(map, 128, 128);
  between.ctx.fillStyle = RED;
  between.ctx.fillRect(between.left - 1, between.top - 1, 3, 3);
  layers.forEach((layer) => layer.setStyle({ fillColor: BLUE, color: BLUE }));
  await frames();
  const blue = [40, 216].every((at) => painted(map, at, at).bytes === BLUE_BYTES);
  const apart = painted(map, 128, 128).bytes === RED_BYTES;
  one.move(128);
  layers[0].redraw();
  await frames();
  const follows = painted(map, 128, 40).bytes === BLUE_BYTES && painted(map, 30, 40).bytes !== BLUE_BYTES;
  return { drawn, blue, apart, follows };
}

/** Every answer by its name. */
async function tried() {
  const { waits, arrives } = await zooms(), canvas = await canvases();
  return { waits, arrives, limits: limits(), exact: exact(), popups: await popups(), flat: flat(), ...canvas };
}

Object.assign(window, { tried });
