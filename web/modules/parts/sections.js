/** How the list is ordered and grouped: by focus area, or one country's by the areas of the statement. */

import { tray } from "./basket/bar.js";
import { FOCUS_ORDER } from "./dom.js";
import { has } from "../core/filter.js";
import { spaced } from "../core/search.js";

/** @typedef {import("../app.js").Model} Model */
/** @typedef {import("../app.js").Shown} Shown */
/** @typedef {{key: string, name: string, sign?: string, numeral?: string, some: Shown[]}} Group */
/**
 * @typedef {{open: Map<string, "few" | "all" | "none">, sort: "newest" | "document", typed: string,
 *   subject: string, whole: boolean, tray: import("./basket/bar.js").Tray}} Memory What the reader did to the list;
 *   it starts anew with another subject.
 */

const WHOLE = 12, FEW = 2, SOME = 5, OPEN_AREAS = 2;

/** @returns {Memory} */
export const memory = () => ({ open: new Map(), sort: "newest", typed: "", subject: "", whole: false, tray: tray() });

/** The one country that is asked for, if that is all there is of places. @param {Model} model */
export function countryOf({ state: { filter: { codes } }, panel }) {
  if (panel.kind !== "all" || (codes.country || []).length !== 1 || (codes.region || []).length) return null;
  return codes.country[0];
}

/** The groups of what is shown, none of them empty. @param {Model} model @param {Memory} kept @returns {Group[]} */
export function sectionsOf(model, kept) {
  const found = sorted(model, model.shown.filter((one) => matches(model, one, kept.typed)), kept.sort);
  const areas = model.data.catalogue.parties.includes(String(countryOf(model))) ? byArea(model, found) : [];
  return (areas.length > 1 ? areas : byFocus(model, found)).filter((group) => group.some.length);
}

/** @param {Model} model @param {Shown[]} some @param {Memory["sort"]} sort */
function sorted({ year }, some, sort) {
  if (sort === "document") return some;
  const newest = new Map(some.map((one) => [one, newestOf(one, year)]));
  return [...some].sort((a, b) => String(newest.get(b)).localeCompare(String(newest.get(a))) || a.at - b.at);
}

/** The date of the last milestone of what is shown. @param {Shown} one @param {string | null} year */
function newestOf({ row, rows }, year) {
  const steps = row.steps.filter((step) => step.counts && !(year && step.year > year));
  return steps.filter((step) => step.on.some((at) => rows.includes(at))).map((step) => step.rank[1]).sort().at(
    -1,
  ) || "";
}

/** @param {Model} model @param {Shown} one @param {string} typed */
function matches({ data: { index, catalogue: { labels } } }, { row }, typed) {
  const names = [
    ...row.partners.map((code) => labels.partner[code]),
    ...row.themes.map((code) => labels.theme[code]),
  ];
  return has(spaced([row.title, ...names].join("\n")), index.wanted(typed));
}

/** @param {Model} model @param {Shown[]} found @returns {Group[]} */
function byFocus({ data: { catalogue: { labels } } }, found) {
  return FOCUS_ORDER.map((code) => ({
    key: `focus-${code}`,
    name: labels.focus[code],
    sign: code,
    some: found.filter((one) => one.row.focus === code),
  }));
}

/** @param {Model} model @param {Shown[]} found @returns {Group[]} */
function byArea({ data: { catalogue: { areas, text } } }, found) {
  const of = (/** @type {string} */ code) => found.filter((one) => one.row.area === code);
  const named = areas.map(([code, name]) => ({ key: `area-${code}`, name, numeral: code, some: of(code) }));
  const rest = { key: "area-", name: text.no_area, numeral: text.no_area_short, some: of("") };
  return named.some((group) => group.some.length) ? [...named, rest] : [];
}

/** How many of a group stand at first: all of a short list, some of the first groups of a long one.
 * @param {Group} group @param {Group[]} groups */
export function firstOf(group, groups) {
  if (groups.reduce((sum, one) => sum + one.some.length, 0) <= WHOLE) return group.some.length;
  if (group.numeral) return groups.indexOf(group) < OPEN_AREAS ? SOME : 0;
  return groups.length > 2 ? FEW : groups.length === 2 ? SOME : WHOLE;
}
