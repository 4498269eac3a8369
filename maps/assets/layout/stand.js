/** Stand: from what is to be shown in the view to marks with a place each. What has no room joins its neighbour. */

/** @import { Given, Group, Item, Ring, Route, Shown, Standing, State, Wish } from "../types.d.ts" */
/** @import { Template } from "../../../web/modules/core/text.js" */
import { crowded } from "../draw/crowd.js";
import { isPlaced, isRoute } from "../sites.js";
import { groupsOf, joinedGroup, merged } from "./groups.js";
import { itemOf, itemOfRoutes, namesOf } from "./items.js";
import { search } from "./search.js";

const ROUNDS = 4, NEAR = 70, KIN = 150, SIDE = 8;

/** @param {Route[]} routes */
function byInitiative(routes) {
  return [...new Map(routes.map((site) => [site.initiative, routes.filter((other) =>
    other.initiative === site.initiative)])).values()];
}

/** Each of some joins the nearest of the rest, of its own country when one is near; the others are given back. What
 * stands for many stays what it is, on its place.
 * @param {Group<any>[]} groups @param {Group<any>[]} some @param {L.Map} map @param {Template} words
 * @param {number} near */
function joined(groups, some, map, words, near) {
  /** @param {Shown} one */
  const point = (one) => map.latLngToContainerPoint([one.y, one.x]);
  /** @type {Group<any>[]} */
  const alone = [];
  let rest = [...groups];
  for (const one of some) {
    if (!rest.includes(one)) continue;
    const here = point(one);
    let host = null, least = near;
    rest = rest.filter((other) => other !== one);
    for (const other of rest) {
      if (other.kind === "donut" || !other.own !== !one.own) continue;
      const far = here.distanceTo(point(other)) - (other.country && other.country === one.country ? KIN : 0);
      if (far < least) { host = other; least = far; }
    }
    if (!host) { alone.push(one); continue; }
    const { x, y } = host, gone = host;  // where there is room
    rest = [...rest.filter((other) => other !== gone), { ...joinedGroup(host, one, words), x, y }];
  }
  return { rest, alone };
}

/** On a phone marks that would touch are one from the start.
 * @param {Group<any>[]} groups @param {L.Map} map @param {Template} words @param {number} near */
function touching(groups, map, words, near) {
  let list = groups;
  for (let again = true; again;) {
    again = false;
    for (const one of list) {
      const point = map.latLngToContainerPoint([one.y, one.x]);
      const host = one.kind !== "donut" && list.find((other) => other !== one && other.kind !== "donut" &&
        map.latLngToContainerPoint([other.y, other.x]).distanceTo(point) < near);
      if (!host) continue;
      list = [...list.filter((other) => other !== one && other !== host), joinedGroup(host, one, words)];
      again = true;
      break;
    }
  }
  return list;
}

/** @param {Item[]} items */
export const standing = (items) => /** @type {Standing[]} */ (items.filter((one) => one.taken));

/**
 * Places groups and routes, in steps.
 * @param {Group<any>[]} groups @param {Route[]} routes @param {Given} given
 * @returns {Generator<void, {items: Standing[], left: Group<any>[]}>} What stands, and the groups that have no room.
 */
export function* stand(groups, routes, given) {
  const { map, data, land, scope, view, blocked } = given, words = data.forms.countries;
  /** @type {Group<any>[]} */
  const left = [];
  let list = scope.join ? touching(groups, map, words, scope.join) : groups;
  let ways = byInitiative(routes).map((sites) => itemOfRoutes(sites, given)).filter((one) => one.seen);
  for (let round = 1; ; round += 1) {
    const name = namesOf(list, data, map.getZoom());
    const items = yield* search([...ways, ...list.map((one) => itemOf(one, name(one), given))], land, view, blocked);
    const out = items.filter((item) => !item.taken);
    if (!out.length || round === ROUNDS) {
      const groups = out.filter((one) => one.kind !== "route").map((one) => /** @type {Group<any>} */ (one.group));
      return { items: standing(items), left: [...left, ...groups] };
    }
    ways = ways.filter((one) => !out.some((item) => item === one));  // their countries' marks list them too
    const keys = new Set(out.map((one) => one.id));
    const { rest, alone } = joined(list, list.filter((one) => keys.has(one.key)), map, words, NEAR);
    list = rest;
    left.push(...alone);
  }
}

/** Places what must stand, in steps.
 * @template T @param {T[]} marks @param {(one: T, given: Given) => Wish} make @param {Given} given
 * @returns {Generator<void, Standing[]>} */
export function* standAll(marks, make, given) {
  return standing(yield* search(marks.map((one) => make(one, given)), given.land, given.view, given.blocked));
}

/** Routes out of the view that no country's mark lists: to be shown as a place is.
 * @param {Route[]} routes @param {Group<any>[]} groups @param {(at: {x: number, y: number}) => boolean} seen */
function lone(routes, groups, seen) {
  const listed = new Set(groups.flatMap((one) => one.sites));
  return groupsOf(routes.filter((one) => !listed.has(one) && !one.lines.flat().some(([y, x]) => seen({ x, y })))
    .map(({ lines: _, landings: __, solid: ___, ...rest }) => rest));
}

/** What is to be shown, by how it is shown. @param {L.Map} map @param {State} state
 * @returns {{inside: Group<any>[], outside: Group<any>[], boxed: Group<any>[], routes: Route[], cells: Ring[]}} */
export function toShow(map, state) {
  const size = map.getSize(), ways = state.sites.filter(isRoute);
  const { lat: north, lng: west } = map.containerPointToLatLng([SIDE, SIDE]);
  const { lat: south, lng: east } = map.containerPointToLatLng([size.x - SIDE, size.y - SIDE]);
  /** @param {{x: number, y: number}} at */
  const seen = ({ x, y }) => x > west && x < east && y > south && y < north;
  const { groups, routes, marks } = state.crowd ? crowded(map, state) :
    { groups: merged(state.groups, map), routes: ways, marks: [] };
  const boxed = groups.filter((one) => one.precision === "region");
  const placed = groups.filter((one) => one.precision !== "region");
  const beyond = state.crowd ? groupsOf(state.sites.filter((site) => isPlaced(site) && site.precision !== "region" &&
    !seen(site))) : placed.filter((one) => !seen(one));
  const outside = [...beyond, ...lone(routes, placed, seen)];
  const whole = !state.own && state.data.counted === undefined;  // what is beyond the view is known
  return { inside: marks.length ? [] : placed.filter(seen), outside: whole ? outside : [], boxed, routes,
    cells: marks };
}
