/** Matrices of counts, zeros too, whose cells and headings are filters: a matrix as a table. */

import { FOCUS_ORDER } from "../dom.js";

/** @typedef {import("../../app.js").Model} Model */
/** @typedef {import("../../app.js").App} App */
/** @typedef {import("./tables.js").Cell} Cell */
/** @typedef {import("./tables.js").Table} Table */
/**
 * @typedef {{key: string, title: string, note: string, kind: string, down: string, across: string, counts: number[][],
 *   named: number[], lines: [string, string][], columns: [string, string, string][], last: string}} Matrix
 *   `lines` have code and name, `columns` also the focus area; `named` counts a line by itself.
 */

const OWN = ["region", "focus", "country", "theme"];

/** @param {Matrix} one @param {Model} model @param {App} app @returns {Table} */
export function matrix(one, model, app) {
  const small = one.across === "focus", most = Math.max(1, ...one.counts.flat());
  const last = (/** @type {number} */ n) => ({ text: n, kind: "n" });
  const heads = one.columns.map(([code, name]) => ({
    ...named(one.across, code, name, model, app),
    ...(small ? { sign: `focus${code}-site` } : { kind: "upright" }),
  }));
  const head = [{ text: "", span: small ? 1 : 2 }, ...heads, { text: one.last, kind: "n" }];
  return {
    ...one, grid: true, head: small ? [head] : [areas(one, model), head],
    rows: one.lines.map(([code, name], at) => {
      const line = one.counts[at], zeros = line.filter((n) => !n).length;
      const cells = line.map((n, x) => cell(one, [code, name], one.columns[x], n, most, model, app));
      const first = named(one.down, code, name, model, app);
      return small ? [first, ...cells, last(one.named[at])] : [first, last(one.named[at]), ...cells, last(zeros)];
    }),
  };
}

/** The focus areas over their themes. @param {Matrix} one @param {Model} model @returns {Cell[]} */
function areas({ columns }, { data: { catalogue: { labels } } }) {
  const spans = FOCUS_ORDER.map((code) => ({
    text: labels.focus[code], kind: `atlas-area-${code} area`, span: columns.filter((one) => one[2] === code).length,
  }));
  return [{ text: "", span: 2 }, ...spans.filter((one) => one.span), { text: "" }];
}

/** @param {Matrix} one @param {[string, string]} line @param {[string, string, string]} column @param {number} n
 * @param {number} most @param {Model} model @param {App} app @returns {Cell} */
function cell({ down, across }, [code, name], [other, title], n, most, model, app) {
  const codes = { [down]: code, [across]: other };
  return {
    ...pick(codes, model, app), text: n || (across === "focus" ? "0" : ""), kind: "cell", key: `${code}:${other}`,
    level: n ? Math.sqrt(n / most) : 0, label: `${name} × ${title}: ${n}`,
  };
}

/** A heading that is a filter by itself. @param {string} facet @param {string} code @param {string} name
 * @param {Model} model @param {App} app @returns {Cell} */
const named = (facet, code, name, model, app) =>
  ({ ...pick({ [facet]: code }, model, app), text: name, key: `${facet}:${code}` });

/** Chooses these and no other regions, focus areas, countries and themes; once more takes them away.
 * @param {Record<string, string>} codes @param {Model} model @param {App} app */
function pick(codes, { state: { filter } }, app) {
  const pressed = OWN.every((facet) => (filter.codes[facet] || []).join() === (codes[facet] || ""));
  const asked = OWN.map((facet) => [facet, codes[facet] && !pressed ? [codes[facet]] : []]);
  return { pressed, act: () => app.set(Object.fromEntries(asked)) };
}
