/** How far an initiative is by the sites that are shown: one milestone, or a count by status (as atlas/progress). */

import { fill } from "./text.js";

/**
 * @typedef {{on: number[], sites: number[], status: string, rank: [number, string, number], date: string, year: string,
 *   label: string, said: string, counts: boolean, money?: string, amount?: string, event?: string,
 *   candidate?: boolean}} Step A milestone; `on` are rows of the index, `sites` all that it concerns (-1: not here).
 * @typedef {{name: string, countries: string[], region: string}} Place What a row of the index stands for.
 * @typedef {{step: Step, where: string, differs: string[], rows: number[]}} Told
 * @typedef {{one: Told | null, tally: [string, number][], countries: boolean, candidates: boolean}} Progress
 * @typedef {import("./text.js").Words & {statuses: string[], labels: Record<string, Record<string, string>>,
 *   comma: string}} Words
 */

/** @param {string | null} year @param {Step} step */
const isLater = (step, year) => Boolean(year) && step.year > /** @type {string} */ (year);

/** A month and a day in it do not contradict each other. @param {string} a @param {string} b */
const agree = (a, b) => a.startsWith(b) || b.startsWith(a);

/** In what other reports of the same event differ. @param {Step} step @param {Step[]} steps */
function differing(step, steps) {
  const others = steps.filter((one) => step.event && one.event === step.event && one !== step);
  if (!others.length) return [];
  const found = [];
  if (others.some((one) => !agree(one.rank[1], step.rank[1]))) found.push("date");
  if (others.some((one) => one.amount && step.amount && one.amount !== step.amount)) found.push("amount");
  return found.length ? found : ["details"];
}

/**
 * The milestones of the rows that are shown, each with its own places.
 * @param {Step[]} steps @param {number[]} shown @param {(row: number) => Place} placeOf @param {Words} words
 * @returns {Told[]}
 */
export function told(steps, shown, placeOf, words) {
  const here = steps.map((step) => ({ step, rows: step.on.filter((row) => shown.includes(row)) }))
      .filter((one) => one.rows.length),
    all = here.map((one) => one.step);
  return here.map(({ step, rows }) => {
    const more = step.sites.some((row) => !rows.includes(row));
    const names = [...new Set(rows.map((row) => placeOf(row).name))].join(words.comma);
    const where = rows.length === shown.length && !more ? "" : names + (more ? words.text.step_elsewhere : "");
    return { step, where, differs: differing(step, all), rows };
  });
}

/**
 * @param {Step[]} steps @param {number[]} shown Rows of one initiative. @param {(row: number) => Place} placeOf
 * @param {string | null} year @param {Words} words
 * @returns {Progress}
 */
export function progressOf(steps, shown, placeOf, year, words) {
  const every = told(steps, shown, placeOf, words).filter((one) => !isLater(one.step, year));
  const sure = every.filter((one) => one.step.counts);
  const known = sure.length ? sure : every.filter((one) => one.step.candidate),
    unsure = !sure.length && known.length > 0;
  const units = (/** @type {number} */ row) => {
    if (unsure) return [`/${row}`];
    const { countries, region } = placeOf(row);
    return countries.length ? countries : [region];
  };
  const latest = /** @type {Map<string, Told>} */ (new Map());
  const order = (/** @type {Told} */ a, /** @type {Told} */ b) => {
    const at = [0, 1, 2].find((i) => a.step.rank[i] !== b.step.rank[i]);
    return at === undefined ? 0 : a.step.rank[at] < b.step.rank[at] ? -1 : 1;
  };
  [...known].sort(order).forEach((one) =>
    one.rows.forEach((row) => units(row).forEach((unit) => latest.set(unit, one)))
  );
  if (new Set(latest.values()).size < 2) {
    return { one: [...latest.values()][0] || null, tally: [], countries: true, candidates: false };
  }
  const n = /** @type {Record<string, number>} */ ({});
  latest.forEach((one) => {
    n[one.step.status] = (n[one.step.status] || 0) + 1;
  });
  const tally = [...words.statuses].reverse().filter((code) => n[code])
    .map((code) => /** @type {[string, number]} */ ([code, n[code]]));
  const countries = [...latest.keys()].every((unit) => /^[A-Z]{3}$/.test(unit));
  return { one: null, tally, countries, candidates: unsure };
}

/** In what reports differ, in words. @param {string[]} differs @param {Words} words */
export const differsText = (
  differs,
  { text, forms, comma },
) => (differs.length
  ? fill(forms.differs, { what: differs.map((name) => text[`differs_${name}`]).join(comma) })
  : "");

/** Progress in a line. @param {Progress} found @param {Words} words */
export function progressText(found, words) {
  if (found.one) {
    const { step, where, differs } = found.one, aside = differsText(differs, words);
    return (where ? `${where}${words.text.colon}` : "") + step.said +
      (aside ? fill(words.forms.aside, { what: aside }) : "");
  }
  return tallyText(found, words);
}

/** A count by status in words. @param {Progress} found @param {Words} words */
function tallyText({ tally, countries, candidates }, { text, forms, labels }) {
  const unit = countries ? forms.tally_countries : forms.tally_places;
  const said = tally.map(([code, n]) => `${labels.status[code]} ${fill(unit, { n })}`).join(text.between);
  return candidates ? fill(forms.tally_candidates, { said }) : said;
}

/**
 * What a line of a list says: the status with its date, and the amount; one figure only where there is one.
 * @param {Step[]} steps @param {number[]} shown @param {(row: number) => Place} placeOf @param {string | null} year
 * @param {Words} words
 */
export function standingOf(steps, shown, placeOf, year, words) {
  const { text, forms } = words, found = progressOf(steps, shown, placeOf, year, words), { one } = found;
  const priced = steps.filter((step) =>
    step.counts && step.money && !isLater(step, year) && step.on.some((row) => shown.includes(row))
  );
  const [first] = priced, aside = first && first !== one?.step ? fill(forms.in_year, { year: first.year }) : "";
  return {
    where: one?.where ? `${one.where}${text.colon}` : "",
    status: one ? one.step.label : tallyText(found, words),
    date: one ? ` ${one.step.date}` : found.tally.length ? "" : text.no_date,
    money: priced.length > 1 ? fill(forms.amounts, { n: priced.length }) : first ? first.money + aside : "",
    several: priced.length > 1,
  };
}
