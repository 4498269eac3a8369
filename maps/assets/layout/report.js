/** Report: what the map says of its own layout, for tests: every name, what is wrong with any, where each site went. */

/** @import { Pin, Rect, Site, Standing, State, Terrain } from "../types.d.ts" */
import { apart, crosses, moved, point, runsThrough } from "./geometry.js";

const NEAR = 40, MOST = 600;

/** The first of the ways in which the view shows a site. @param {State} state @param {Standing[]} items
 * @param {Pin[]} pins */
function shownBy(state, items, pins) {
  /** @type {Record<string, string[]>} */
  const told = { mark: [], box: [], chip: [], unplaced: [] }, seen = new Set();
  /** @param {string} kind @param {Site[]} sites */
  const add = (kind, sites) => sites.forEach(({ id }) => { if (!seen.has(id)) { seen.add(id); told[kind].push(id); } });
  items.forEach((one) => add("mark", one.group.sites));
  pins.forEach((one) => add(one.kind, one.group.sites));
  add("unplaced", state.sites.filter((site) => site.x === null));
  const lost = state.sites.filter(({ id }) => !seen.has(id)).map(({ id }) => id);
  if (state.sites.length <= MOST) return { ...told, lost };
  return Object.fromEntries(Object.entries({ ...told, lost }).map(([kind, ids]) => [kind, ids.length]));
}

/** @param {Rect} r */
const whole = (r) => [r.x0, r.y0, r.x1, r.y1].map((v) => Math.round(v * 10) / 10);
/** @param {Standing} one */
const anchor = (one) => one.taken.dot || { x: one.x + one.dx, y: one.y + one.dy };
/** @param {{group: {key: string}}[]} found */
const keys = (found) => found.map((one) => one.group.key);

/** @param {State} state @param {Standing[]} items @param {Pin[]} pins @param {Terrain} land @param {Rect} view */
export function report(state, items, pins, land, view) {
  const named = items.flatMap((one) => (one.taken.name ? { one, name: one.taken.name } : []));
  const led = items.flatMap((one) => (one.taken.line ? { one, line: one.taken.line } : []));
  /** @param {Standing} one */
  const others = (one) => items.filter((other) => other !== one && !(one.country && other.country === one.country));
  const foreign = named.filter(({ one, name }) => one.own.length && land.foreign(name, one.own));
  const beyond = named.filter(({ one, name }) => apart(name, point(anchor(one))) > NEAR);
  const nearer = named.filter(({ one, name }) => others(one).some((other) =>
    apart(name, other.taken.stands) < one.taken.own));
  const through = led.flatMap(({ one, line }) => items.filter((other) => other !== one &&
    other.taken.rects.some((r) => runsThrough(line, r))));
  const crossings = led.flatMap((a, i) => led.slice(i + 1).filter((b) => crosses(a.line, b.line)));
  return {
    labels: named.map(({ one, name }) => ({ key: one.group.key, country: one.own.join(), name: one.group.name,
      form: one.taken.form, rect: whole(moved(name, { x: -view.x0, y: -view.y0 })),
      anchor: [anchor(one).x - view.x0, anchor(one).y - view.y0].map(Math.round) })),
    bare: keys(items.filter((one) => !one.taken.name && one.texts.length)),
    foreign: keys(foreign.map(({ one }) => one)), beyond: keys(beyond.map(({ one }) => one)),
    nearer: keys(nearer.map(({ one }) => one)),
    crossings: crossings.length, through: through.length,
    view: [view.x1 - view.x0, view.y1 - view.y0],
    pins: pins.map((one) => ({ key: one.group.key, kind: one.kind, name: one.group.name,
      at: [one.group.y, one.group.x], rect: whole(one.rect) })),
    sites: shownBy(state, items, pins),
  };
}
