/** More sites than a page holds: what an address and a view of the map show is answered by the server. */

import { createIndex } from "./filter.js";

/**
 * @typedef {{box: number[], zoom: number}} Look West, south, east, north in degrees of the drawing frame.
 * @typedef {{features: any, rows: import("../app.js").Row[], index: any, single: number[],
 *   counts: Record<string, number>, areas: Record<string, number>, whole: Record<string, number>}} Answer
 *   `rows` and `index` are of the sites that the list has and of those that the map shows one by one (`single`).
 * @typedef {{question: string, named: string, single: Set<number>, counts: Record<string, number>,
 *   areas: Record<string, number>,
 *   whole: Record<string, number>, counted: (facet: string) => Record<string, number>}} Told
 * @typedef {{index: any, catalogue: any, features: any, edition: string}} Base The edition's files, without sites.
 */

const ASIDE = ["lang", "view", "by", "columns"], NAMED = ["id", "basket"];

/** What of an address and a view decides the answer. @param {string} href @param {Look | null} look */
export function questionOf(href, look) {
  const params = new URL(href).searchParams;
  [...ASIDE, ...NAMED].forEach((name) => params.delete(name));
  if (look) {
    params.set("box", look.box.map((one) => one.toFixed(3)).join());
    params.set("zoom", look.zoom.toFixed(2));
  }
  params.sort();
  return params.toString();
}

/** The initiatives that an address names, whatever its filter. @param {string} href */
export function namedIn(href) {
  const { searchParams } = new URL(href), named = NAMED.map((name) => [name, searchParams.getAll(name).join()]);
  return new URLSearchParams(named.filter(([, ids]) => ids)).toString();
}

/** Whether data hold what an address and a view ask for; an initiative that the list has can open without a question.
 * @param {import("../app.js").Data | null} data @param {string} href @param {Look | null} look */
export function isAnswered(data, href, look) {
  if (data?.told?.question !== questionOf(href, look)) return false;
  const named = namedIn(href), known = new Set(data.catalogue.rows.map((row) => row.id));
  const ids = [...new URLSearchParams(named).values()].flatMap((value) => value.split(","));
  return data.told.named === named || ids.every((id) => known.has(id.split("/")[0]));
}

/** The data of a page as an answer has them; options are asked for when they are looked at.
 * @param {Base} base @param {Answer} answer @param {string} question @param {string} named
 * @param {(facet: string) => Promise<Record<string, number>>} options @param {() => void} again
 * @returns {import("../app.js").Data} */
function dataOf(base, answer, question, named, options, again) {
  const known = /** @type {Record<string, Record<string, number>>} */ ({ focus: answer.areas });
  const counted = (/** @type {string} */ facet) => {
    if (!known[facet]) {
      known[facet] = {};
      options(facet).then((found) => {
        known[facet] = found;
        again();
      }, () => delete known[facet]);
    }
    return known[facet];
  };
  const { single, counts, areas, whole } = answer, file = `view?${base.catalogue.lang}&${question}&${named}`;
  return {
    index: createIndex({ ...base.index, ...answer.index }),
    regions: answer.index.regions,
    extents: base.index.extents,
    catalogue: { ...base.catalogue, rows: answer.rows },
    features: { ...base.features, ...answer.features, crowd: 0, file },
    edition: base.edition,
    told: { question, named, single: new Set(single), counts, areas, whole, counted },
  };
}

/** What the server answers for the page's address and a view. @param {Base} base
 * @param {import("../app.js").Host} host @param {Look | null} look @param {() => void} again */
export async function answered(base, host, look, again) {
  const { lang } = base.catalogue, question = questionOf(host.address(), look), named = namedIn(host.address());
  const ask = /** @type {NonNullable<import("../app.js").Host["view"]>} */ (host.view);
  const options = (/** @type {string} */ facet) => ask(lang, `${question}&facet=${facet}`);
  const data = dataOf(base, await ask(lang, `${question}&${named}`), question, named, options, again);
  host.hold?.(data.features.file, data.features);
  return data;
}
