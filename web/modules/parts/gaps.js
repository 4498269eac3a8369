/** Where something is listed and where nothing is: regions by focus area, countries by theme. A cell is a filter. */

import { withCodes } from "../core/filter.js";
import { fill } from "../core/text.js";
import { FOCUS_ORDER, replace } from "./dom.js";
import { table } from "./tables.js";

/** @typedef {import("../app.js").Model} Model */
/** @typedef {import("../app.js").App} App */
/** @typedef {import("./tables.js").Cell} Cell */
/**
 * @typedef {import("../core/text.js").Words & {countries: [string, string, string][], wide: boolean, every: boolean}} Asked
 *   `countries` have code, name and region; `wide` adds what applies to their whole region; `every` is all themes.
 * @typedef {{code: string, name: string, rows: Set<number>}} Line
 */

const OWN = ["region", "focus", "country", "theme"], MAIN = 26;

/** @param {HTMLElement} root @param {() => Asked} answer @returns {(model: Model, app: App) => void} */
export function gaps(root, answer) {
  return (model, app) => {
    const asked = answer(), { index } = model.data;
    const mask = index.select(OWN.reduce((filter, facet) => withCodes(filter, facet, []), model.state.filter));
    const of = (/** @type {string} */ facet, /** @type {string} */ code) =>
      (index.members[facet][code] || []).filter((row) => mask[row]);
    replace(root, regions(model, app, asked, of), countries(model, app, asked, of));
  };
}

/** @typedef {(facet: string, code: string) => number[]} Of The sites of a code under the other filters. */

/** @param {Model} model @param {App} app @param {Asked} asked @param {Of} of */
function regions(model, app, { text }, of) {
  const { catalogue: { order, labels, brief }, index } = model.data, count = counting(model);
  const lines = order.region.filter((code) => index.members.region[code]).map((code) =>
    ({ code, name: labels.region[code], rows: new Set(of("region", code)) }));
  const columns = FOCUS_ORDER.map((code) => ({ code, name: labels.focus[code], rows: of("focus", code) }));
  return table({
    key: "gaps-regions", title: text.overview_regions, note: text.overview_several, kind: "atlas-small", grid: true,
    head: [[{ text: "" }, ...columns.map((one) => ({ sign: `focus${one.code}-site`, ...named("focus", { ...one, name: brief[one.code] }, model, app) })),
      { text: text.overview_sum, kind: "n" }]],
    rows: lines.map((line) => [
      named("region", line, model, app),
      ...cells(model, app, "region", "focus", line, columns, true),
      { text: count(line.rows), kind: "n" },
    ]),
  }, model, app);
}

/** @param {Model} model @param {App} app @param {Asked} asked @param {Of} of */
function countries(model, app, { text, forms, countries: known, wide, every }, of) {
  const { catalogue: { order, labels, comma } } = model.data, count = counting(model);
  const lines = known.map(([code, name, region]) => {
    const rows = new Set(of("country", code));
    if (wide && region !== "global") whole(of, region).forEach((row) => rows.add(row));
    return { code, name, region, rows, own: count(rows) };
  }).sort((a, b) => order.region.indexOf(a.region) - order.region.indexOf(b.region) || b.own - a.own);
  const themes = themesOf(model, of, lines, every);
  const columns = themes.shown;
  return table({
    key: "gaps-countries", title: text.overview_countries, grid: true, kind: "atlas-heat",
    note: [columns.length < themes.all && fill(forms.overview_shown, { n: columns.length, all: themes.all }),
      wide ? text.overview_wide_on : text.overview_wide_off].filter(Boolean).join(comma),
    head: [
      [{ text: "", span: 2 }, ...FOCUS_ORDER.map((focus) => ({
        text: labels.focus[focus], kind: `atlas-area-${focus} area`,
        span: columns.filter((one) => one.focus === focus).length,
      })).filter((one) => one.span), { text: "" }],
      [{ text: "", span: 2 }, ...columns.map((one) => ({ kind: "upright", ...named("theme", one, model, app) })),
        { text: text.overview_zeros, kind: "n" }],
    ],
    rows: lines.map((line) => {
      const found = cells(model, app, "country", "theme", line, columns, false);
      return [named("country", line, model, app), { text: line.own, kind: "n" }, ...found,
        { text: found.filter((one) => one.level === 0).length, kind: "n" }];
    }),
  }, model, app);
}

/** What applies to the whole of a region. @param {Of} of @param {string} region */
function whole(of, region) {
  const wide = new Set(of("precision", "region"));
  return of("region", region).filter((row) => wide.has(row));
}

/** The themes by the focus area that most of their initiatives have, the most widely spread first.
 * @param {Model} model @param {Of} of @param {Line[]} lines @param {boolean} every */
function themesOf(model, of, lines, every) {
  const { catalogue: { labels }, index } = model.data, count = counting(model);
  const focus = FOCUS_ORDER.map((code) => ({ code, rows: new Set(of("focus", code)) }));
  const all = Object.keys(index.members.theme).map((code) => {
    const rows = of("theme", code);
    const areas = focus.map((one) => count(rows.filter((row) => one.rows.has(row))));
    return {
      code, name: labels.theme[code], rows, focus: focus[areas.indexOf(Math.max(...areas))].code,
      spread: lines.filter((line) => rows.some((row) => line.rows.has(row))).length,
    };
  }).sort((a, b) => b.spread - a.spread || (a.code < b.code ? -1 : 1));
  const shown = every ? all : all.slice(0, MAIN);
  return { all: all.length, shown: FOCUS_ORDER.flatMap((code) => shown.filter((one) => one.focus === code)) };
}

/** @param {Model} model @returns {(rows: Iterable<number>) => number} */
function counting({ data: { index } }) {
  const every = new Uint8Array(index.size).fill(1);
  return (rows) => index.count(rows, every);
}

/** A heading that is a filter by itself. @param {string} facet @param {{code: string, name: string}} one
 * @param {Model} model @param {App} app @returns {Cell} */
function named(facet, { code, name }, model, app) {
  const pressed = is(model, { [facet]: code });
  return { text: name, key: `${facet}:${code}`, pressed, act: () => choose(app, pressed ? {} : { [facet]: code }) };
}

/** @param {Model} model @param {App} app @param {string} across @param {string} down @param {Line} line
 * @param {{code: string, name: string, rows: number[]}[]} columns @param {boolean} zeros @returns {Cell[]} */
function cells(model, app, across, down, line, columns, zeros) {
  const count = counting(model);
  const found = columns.map((one) => count(one.rows.filter((row) => line.rows.has(row))));
  return columns.map((one, at) => {
    const n = found[at], codes = { [across]: line.code, [down]: one.code }, pressed = is(model, codes);
    return {
      text: n || (zeros ? "0" : ""), level: n ? Math.min(1, Math.sqrt(n / (zeros ? 36 : 10))) : 0, kind: "cell",
      label: `${line.name} × ${one.name}: ${n}`, key: `${line.code}:${one.code}`, pressed,
      act: () => choose(app, pressed ? {} : codes),
    };
  });
}

/** @param {App} app @param {Record<string, string>} codes */
const choose = (app, codes) =>
  app.set(Object.fromEntries(OWN.map((facet) => [facet, codes[facet] ? [codes[facet]] : []])));

/** Whether these are the only regions, focus areas, countries and themes asked for.
 * @param {Model} model @param {Record<string, string>} codes */
const is = ({ state: { filter } }, codes) =>
  OWN.every((facet) => (filter.codes[facet] || []).join() === (codes[facet] || ""));
