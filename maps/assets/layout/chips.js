/** Chips: at the view's sides, what the filter shows and the view does not, with an arrow to where it lies. */

/** @import { Chip, Features, Group, Look, Pin, Point, Rect } from "../types.d.ts" */
import { changeSigns } from "../draw/changes.js";
import { html, svg, width } from "../draw/dom.js";
import { counts, ring, sign } from "../draw/marks.js";
import { clamp, hits, rect } from "./geometry.js";

export const MARGIN = 10;
/** A map that is narrower has chips by region, and boxes only of regions that it shows (px). */
export const NARROW = 560;
const APART = 28, HIGH = 24, BUSY = 9, STEP = 12, NEAR = 12, ROOM = 18;

/** @typedef {{node: HTMLElement, arrow: SVGElement, w: number, h: number, group: Chip, side: string, at: Point,
 *   y: number, rect: Rect | null}} Wanted */

/** @param {number} x @param {number} y @param {number} w @param {number} h @returns {Rect} */
export const rectAt = (x, y, w, h) => ({ x0: x, y0: y, x1: x + w, y1: y + h });

/** One chip a country, or a region where there are too many of them or too little room.
 * @param {Group<any>[]} groups @param {Features} data @param {boolean} whole @returns {Chip[]} */
function gathered(groups, data, whole) {
  /** @type {Map<string, Omit<Chip, "sites"> & {those: Set<any>}>} */
  const found = new Map();
  groups.forEach((group) => {
    const country = data.countries[group.country || ""];
    const region = group.precision === "region" ? group.key : country && country.region;
    const key = `chip:${whole && region ? region : group.own || !country ? group.key : group.country}`;
    const name = whole && region ? data.regions[region] : country && !group.own ? country.name : group.name;
    const one = found.get(key) ||
      { key, name, country: whole ? "" : group.country, those: new Set(), groups: [], total: 0, x: 0, y: 0 };
    found.set(key, one);
    one.groups.push(group);
    group.sites.forEach((site) => one.those.add(site));
  });
  return [...found.values()].map(({ those, ...one }) => {
    /** @param {"x" | "y"} axis */
    const mean = (axis) => one.groups.reduce((sum, group) => sum + group[axis], 0) / one.groups.length;
    const sites = [...those], total = new Set(sites.map((site) => site.initiative)).size;
    return { ...one, sites, total, x: mean("x"), y: mean("y") };
  });
}

/** @param {Look} look @param {Chip} one @param {HTMLElement} node */
function chief(look, one, node) {
  const parts = counts(one.sites);
  if (one.total === 1) sign(look, parts[0].focus, false, 15, node); else ring(look, parts, 9.5, node);
}

/** @param {Look} look @param {Chip} group @param {string} side @param {Point} at @returns {Wanted} */
function drawn(look, group, side, at) {
  const node = html("div", `mark chip ${side}`), { change } = group.groups[0];
  const arrow = svg("svg", { width: 12, height: 12, viewBox: "-6 -6 12 12", class: "arrow" });
  svg("path", { d: "M6 0L-5 4.5L-2.5 0L-5 -4.500Z", fill: "#1B2733" }, arrow);
  if (side !== "right") node.appendChild(arrow);
  const wide = change ? changeSigns(group.sites, node) : 24;
  if (!change) chief(look, group, node);
  html("span", "", group.name, node);
  if (side === "right") node.appendChild(arrow);
  return { node, arrow, w: width(group.name) + wide + 38, h: HIGH, group, side, at, y: 0, rect: null };
}

/** Due north or south of the view: at its upper or lower side, as near to the place's own longitude as may be.
 * @param {Wanted} chip @param {Point} size @param {Rect[]} blocked */
function upright(chip, size, blocked) {
  const y = chip.side === "top" ? 0 : size.y - HIGH;
  const middle = clamp(chip.at.x - chip.w / 2, MARGIN, size.x - chip.w - MARGIN);
  for (let step = 0; step < 60; step += 1) {
    const x = middle + (step % 2 ? 1 : -1) * Math.ceil(step / 2) * STEP, r = rectAt(x, y, chip.w, HIGH);
    if (x > 0 && x + chip.w < size.x && !blocked.some((box) => hits(r, box))) return r;
  }
  return null;
}

/** Each at the height of its place, pushed along until no two are near and none lies over what is pinned.
 * @param {Wanted[]} chips @param {Point} size @param {Rect[]} blocked */
function stacked(chips, size, blocked) {
  const low = MARGIN, high = size.y - HIGH - MARGIN;
  /** @param {Wanted} chip */
  const place = (chip) => rectAt(chip.side === "left" ? 0 : size.x - chip.w, chip.y, chip.w, HIGH);
  /** @param {Wanted} chip */
  const over = (chip) => blocked.find((box) => hits(place(chip), box));
  /** @param {Wanted[]} list @param {1 | -1} way */
  const run = (list, way) => {
    let last = way > 0 ? low : high;
    list.forEach((chip) => {
      chip.y = way > 0 ? Math.max(chip.y, last) : Math.min(chip.y, last);
      for (let box = over(chip); box; box = over(chip)) chip.y = way > 0 ? box.y1 + 4 : box.y0 - HIGH - 4;
      last = chip.y + way * APART;
    });
    return list.every((chip) => chip.y >= low && chip.y <= high);
  };
  chips.sort((a, b) => a.at.y - b.at.y);
  chips.forEach((chip) => { chip.y = clamp(chip.at.y - HIGH / 2, low, high); });
  const fits = run(chips, 1) || run([...chips].reverse(), -1);
  chips.forEach((chip) => { chip.rect = place(chip); });
  return fits;
}

/** @param {L.Map} map @param {Chip[]} ones @param {Look} look @param {Point} size @param {Rect[]} blocked
 * @param {Point[]} places */
function chipsOf(map, ones, look, size, blocked, places) {
  const placed = places.map(({ x, y }) => rect(x, y, ROOM, ROOM));
  /** @param {Point} at */
  const aside = (at) => (at.x < size.x / 2 ? "left" : "right");
  const made = ones.map((group) => {
    const at = map.latLngToContainerPoint([group.y, group.x]), over = at.x > size.x * 0.1 && at.x < size.x * 0.9;
    return drawn(look, group, over && at.y < NEAR ? "top" : over && at.y > size.y - NEAR ? "bottom" : aside(at), at);
  });
  made.filter((chip) => chip.side === "top" || chip.side === "bottom").forEach((chip) => {
    chip.rect = upright(chip, size, [...blocked, ...placed]);
    if (chip.rect) placed.push(chip.rect); else Object.assign(chip, drawn(look, chip.group, aside(chip.at), chip.at));
  });
  const fits = ["left", "right"].map((side) => {
    const mine = made.filter((chip) => chip.side === side);
    return stacked(mine, size, [...blocked, ...placed]) && mine.length <= BUSY;
  });
  return { made, fits: fits.every(Boolean) };
}

/** The chips of some groups, by country if they fit, else by region, else where marks will have to give way.
 * @param {L.Map} map @param {Features} data @param {Group<any>[]} outside @param {Rect[]} blocked
 * @param {Point[]} places
 * @returns {Pin[]} */
export function chips(map, data, outside, blocked, places) {
  const size = map.getSize();
  /** @param {boolean} whole @param {Point[]} kept */
  const found = (whole, kept) => chipsOf(map, gathered(outside, data, whole), data.look, size, blocked, kept);
  let { made, fits } = found(size.x < NARROW, places);
  if (!fits) ({ made, fits } = found(true, places));
  if (!fits) ({ made } = found(true, []));
  return made.map((chip) => /** @type {Pin} */ (/** @type {unknown} */ ({ ...chip, kind: "chip" })));
}
