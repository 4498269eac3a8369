/** Pins: what stands in the view whatever it shows: the box of each whole region, and the chips. */

/** @import { Chip, Features, Group, Kit, Look, Pin, Point, Rect } from "../types.d.ts" */
import { changeKit } from "../draw/changes.js";
import { html } from "../draw/dom.js";
import { make } from "../draw/marks.js";
import { boundsOf } from "../sites.js";
import { chips, MARGIN, NARROW, rectAt } from "./chips.js";
import { clamp, grown, hits } from "./geometry.js";

const STEP = 12, COVER = 60;
/* Where a box stands on the screen, lat and lon as drawn; others at the point that the data give them. */
const SPOTS = /** @type {Record<string, [number, number]>} */ ({ asean: [28.9, 158.8], pacific: [20.8, 214] });

/** The spot nearest to where a box belongs that covers nothing pinned and the fewest places.
 * @param {Point} want @param {{w: number, h: number}} box @param {Point} size @param {Rect[]} blocked
 * @param {Point[]} places */
function spot(want, { w, h }, size, blocked, places) {
  const x = clamp(want.x - w / 2, MARGIN, size.x - w - MARGIN), y = clamp(want.y - h / 2, MARGIN, size.y - h - MARGIN);
  let best = null, least = Infinity;
  for (let dx = -15; dx <= 15; dx += 1) {
    for (let dy = -25; dy <= 25; dy += 1) {
      const far = Math.hypot(dx, dy) * STEP, r = rectAt(clamp(x + dx * STEP, MARGIN, size.x - w - MARGIN),
        clamp(y + dy * STEP, MARGIN, size.y - h - MARGIN), w, h);
      if (far >= least || blocked.some((box) => hits(r, grown(box, 3)))) continue;
      const wide = grown(r, 16), cost = far + COVER * places.filter((p) => p.x > wide.x0 &&
        p.x < wide.x1 && p.y > wide.y0 && p.y < wide.y1).length;
      if (cost < least) { least = cost; best = r; }
    }
  }
  return best || rectAt(x, y, w, h);
}

/** Whether a region's box stands on a map of this width, else its region's chip counts it.
 * @param {L.Map} map @param {Group<any>} group */
function boxStands(map, { key, x, y }) {
  const size = map.getSize(), at = map.latLngToContainerPoint([y, x]);
  return size.x >= NARROW || key in SPOTS || (at.x > 0 && at.y > 0 && at.x < size.x && at.y < size.y);
}

/** @param {L.Map} map @param {Group<any>[]} groups @param {Look} look @param {Rect[]} blocked @param {Point[]} places
 * @param {boolean} world @returns {Pin[]} */
function boxes(map, groups, look, blocked, places, world) {
  const size = map.getSize(), plain = size.x < 900;
  return groups.map((group) => {
    /** @type {[number, number]} */
    const at = !world && SPOTS[group.key] ? SPOTS[group.key] : [group.y, group.x];
    /** @type {Kit} */
    const kit = group.change ? changeKit : make, made = kit.box(look, group, plain);
    const rect = spot(map.latLngToContainerPoint(at), made, size, blocked, places);
    blocked.push(rect);
    return /** @type {Pin} */ ({ ...made, kind: "box", group, rect });
  });
}

/** @param {L.Map} map @param {Pin} pin */
function turn(map, { rect, group, arrow }) {
  if (!arrow) return;
  const at = map.latLngToContainerPoint([group.y, group.x]);
  const angle = Math.atan2(at.y - (rect.y0 + rect.y1) / 2, at.x - (rect.x0 + rect.x1) / 2);
  arrow.style.transform = `rotate(${((angle * 180) / Math.PI).toFixed(1)}deg)`;
}

/** Boxes and chips; what they take is added to `blocked`. On a narrow map chips, which keep to its sides, come first.
 * @param {L.Map} map @param {Features} data @param {Group<any>[]} boxed @param {Group<any>[]} outside
 * @param {Rect[]} blocked
 * @param {Point[]} places @param {boolean} world */
export function pinsOf(map, data, boxed, outside, blocked, places, world) {
  const stand = boxed.filter((group) => boxStands(map, group)), rest = boxed.filter((group) => !stand.includes(group));
  const narrow = map.getSize().x < NARROW, short = (/** @type {Group<any>} */ group) =>
    (narrow && data.regions[group.key] ? { ...group, name: data.regions[group.key] } : group);
  const standing = () => boxes(map, stand.map(short), data.look, blocked, places, world);
  const first = narrow ? [] : standing(), made = chips(map, data, [...outside, ...rest], blocked, places);
  made.forEach((chip) => turn(map, chip));
  blocked.push(...made.map((chip) => chip.rect));
  return [...first, ...(narrow ? standing() : []), ...made];
}

/** The pane moves against the map, so that pins stay where they are in the view. @param {L.Map} map */
function steady(map) {
  const { x, y } = map.containerPointToLayerPoint([0, 0]);
  map.getPane("pins").style.transform = `translate(${x}px, ${y}px)`;
}

/** @param {L.Map} map @param {Pin[]} pins @param {(one: Pin) => void} describe @param {(one: Pin) => void} act */
export function drawPins(map, pins, describe, act) {
  map.getPane("pins").replaceChildren(...pins.map((one) => {
    const { x0, y0, x1, y1 } = one.rect, root = html("div", "atlas-mark pin");
    one.at = map.containerPointToLatLng([(x0 + x1) / 2, (y0 + y1) / 2]);
    Object.assign(one, { element: root, dx: 0, dy: 0, h: y1 - y0 });
    root.style.left = `${(x0 + x1) / 2}px`;
    root.style.top = `${(y0 + y1) / 2}px`;
    html("div", "anchor", null, root).appendChild(one.node);
    root.tabIndex = -1;
    describe(one);
    L.DomEvent.disableClickPropagation(root);
    root.addEventListener("click", () => act(one));
    return root;
  }));
  steady(map);
}

/** While the map is dragged the arrows keep their bearing. @param {L.Map} map @param {Pin[]} pins */
export function followPins(map, pins) {
  steady(map);
  pins.forEach((one) => turn(map, one));
}

/** To a place at the present scale, to several at one that shows them all.
 * @param {L.Map} map @param {Chip} chip @param {(bounds: NonNullable<ReturnType<typeof boundsOf>>) => void} visit */
export function goTo(map, { groups, sites }, visit) {
  const [{ x, y }, ...more] = groups, bounds = more.length ? boundsOf(sites) : null;
  if (bounds) visit(bounds); else map.panTo([y, x]);
}
