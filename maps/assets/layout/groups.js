/** Groups: sites that share a mark, because they share a place or because the scale lets them touch. */

/** @import { Group, Shown, Site } from "../types.d.ts" */
/** @import { Template } from "../../../web/modules/core/text.js" */
import { isRoute } from "../sites.js";
import { fill } from "../../../web/modules/core/text.js";

const NEAR = 30, MANY = 24;
const ORDER_OF = /** @type {Record<string, number>} */ ({ country: 0, city: 1, site: 2 });

/** A group with its number of initiatives and what stands for it. @template {Shown} T @param {T} one */
export function counted(one) {
  const total = new Set(one.sites.map((site) => site.initiative)).size;
  const kind = one.precision === "region" ? "box" : total >= MANY ? "donut" :
    one.precision === "country" || total > 1 ? "plate" : "symbol";
  return Object.assign(one, { total, kind, precision: one.precision || "" });
}

/** The same place, country or region. A route is a line of its own; its countries' marks count and list it too.
 * @param {Site[]} sites @returns {Group[]} */
export function groupsOf(sites) {
  /** @type {Map<string, Shown>} */
  const found = new Map();
  sites.forEach((site) => {
    if (site.x === null || site.lines) return;
    const { key, name, x, y, precision, countries, own } = site;
    const group = found.get(key) || { key, name, x, y, precision, country: countries[0], own, sites: [], total: 0 };
    group.sites.push(site);
    found.set(key, group);
  });
  sites.filter(isRoute).forEach((site) => site.countries.forEach((code) => {
    const country = found.get(code);
    if (country && !country.own) country.sites.push(site);
  }));
  return [...found.values()].map(counted);
}

/** Within one country, places closer than 30 px become one mark; they part again as the user zooms in.
 * @param {Group<any>[]} groups @param {L.Map} map @returns {Group<any>[]} */
export function merged(groups, map) {
  /** @param {Shown} one */
  const point = (one) => map.latLngToLayerPoint([one.y, one.x]);
  /** @type {(Group<any> & {others?: string[]})[]} */
  const done = [], rank = (/** @type {Shown} */ one) => ORDER_OF[one.precision || ""] ?? 9;
  [...groups].sort((a, b) => rank(a) - rank(b)).forEach((one) => {
    const here = point(one);
    const host = one.precision === "region" ? null : done.find((other) => other.country === one.country &&
      other.own === one.own && other.precision !== "region" && point(other).distanceTo(here) < NEAR);
    if (!host) { done.push({ ...one, sites: [...one.sites] }); return; }
    host.sites.push(...one.sites);
    host.others = [...(host.others || []), one.name];
  });
  return done.map((one) => {
    if (!one.others) return one;
    const others = new Set(one.others.filter((name) => name !== one.name)).size;
    return counted(one.precision === "country" || !others ? one : { ...one, name: `${one.name} +${others}` });
  });
}

/** Two marks that have no room beside each other are one, which says of how many countries.
 * @param {Group<any>} one @param {Group<any>} other @param {Template} words @returns {Group<any>} */
export function joinedGroup(one, other, words) {
  const countries = [one, other].flatMap((group) => group.countries || [group.country || ""]);
  const all = [...new Set(countries)], big = other.total > one.total ? other : one;
  const sites = [...one.sites, ...other.sites.filter((site) => !one.sites.includes(site))];
  if (all.length === 1) return counted({ ...big, sites });
  const name = fill(words, { n: all.length });
  return counted({ ...big, key: `${big.key}+`, country: null, countries: all, name, sites, precision: "country" });
}
