/** What every part of the page draws: the filter's sites as initiatives, and how many there are. */

import { until } from "./filter.js";

/** @typedef {import("../app.js").Model} Model */
/** @typedef {import("../app.js").Shown} Shown */

/** @param {import("../app.js").State} state @param {import("../app.js").Data} data
 * @param {Pick<Model, "panel" | "over" | "host">} rest @returns {Model} */
export function modelOf(state, data, rest) {
  const { index, catalogue, features, told } = data, { filter } = state;
  const all = grouped(index.select(filter), data), siteOf = (/** @type {number} */ row) => features.sites[row];
  const rows = all.flatMap((one) => one.rows), off = rows.filter((row) => siteOf(row).x === null).length;
  const wide = rows.filter((row) => siteOf(row).x !== null && siteOf(row).precision === "region").length;
  const unplaced = new Set(
    all.filter((one) => one.rows.every((row) => siteOf(row).x === null)).map((one) => one.at),
  );
  const facets = /** @type {Record<string, Record<string, number>>} */ ({});
  return {
    ...rest,
    data,
    state,
    year: until(filter),
    all,
    shown: within(all, rest.panel, unplaced),
    off: unplaced,
    counts: told?.counts ||
      { i: all.length, all: catalogue.rows.length, s: rows.length, on: rows.length - wide - off, wide, off },
    counted: told?.counted || ((facet) => (facets[facet] = facets[facet] || index.counts(filter, facet))),
    total: (code) =>
      told
        ? told.whole[code] || 0
        : new Set((index.members.focus[code] || []).map((row) => index.initiative[row])).size,
  };
}

/** The initiatives of a mask, in the order of the index.
 * @param {ReturnType<import("./filter.js").Index["select"]>} mask
 * @param {import("../app.js").Data} data @returns {Shown[]} */
function grouped(mask, { index, catalogue }) {
  const byNumber = /** @type {Map<number, Shown>} */ (new Map());
  mask.forEach((on, site) => {
    if (!on) return;
    const at = index.initiative[site], one = byNumber.get(at);
    if (one) one.rows.push(site);
    else byNumber.set(at, { row: catalogue.rows[at], at, rows: [site] });
  });
  return [...byNumber.values()].sort((a, b) => a.at - b.at);
}

/** @param {Shown[]} all @param {import("../app.js").Panel} panel @param {Set<number>} off */
function within(all, panel, off) {
  if (panel.kind === "off") return all.filter((one) => off.has(one.at));
  if (panel.kind === "all") return all;
  const ids = new Set(panel.ids);
  return all.filter((one) => ids.has(one.row.id));
}
