/** The steps that an item states: status, date and amount, with the words of the document that they rest on. */

import { button, el } from "../../parts/dom.js";
import { choice, text } from "./fields.js";

/** @typedef {import("../draft.js").DraftStep} DraftStep */
/** @typedef {import("../draft.js").Entry} Entry */
/** @typedef {import("../context.js").Review} Review */

const QUOTED = 40, YEN = "JPY";

/** @param {Review} review @param {Entry} entry */
export function steps(review, entry) {
  const { say, act } = review;
  const change = (/** @type {DraftStep[]} */ found) =>
    act({ kind: "entry", change: (one) => ({ ...one, steps: found }) });
  const fresh = { status: "announced", date: null, amount: null, currency: null, recipient: null, expected: false };
  return [
    ...entry.steps.map((step, at) => stepOf(review, entry, step, at, change)),
    el("div", { class: "intake-chips" }, el("span", { class: "intake-why", text: evidence(review) }),
      button("intake-link", { data: { key: "add-step" } }, () => change([...entry.steps, fresh]),
        say("intake_add_step"))),
  ];
}

/** @param {Review} review @param {Entry} entry @param {DraftStep} step @param {number} at
 * @param {(steps: DraftStep[]) => void} change */
function stepOf({ say, names, act }, entry, step, at, change) {
  const made = (/** @type {(old: DraftStep) => DraftStep} */ change) =>
    act({ kind: "entry", change: (one) => ({
      ...one, steps: one.steps.map((old, n) => n === at ? change(old) : old),
    }) }, true);
  const quiet = (/** @type {Partial<DraftStep>} */ part) => made((old) => ({ ...old, ...part }));
  const money = /** @type {HTMLInputElement} */ (text(`amount-${at}`, say("intake_field_amount"),
    step.amount === null ? "" : String(step.amount), (said) => {
      const amount = Number(said.replace(/[,\s]/g, ""));
      made((old) => said && amount > 0 ? { ...old, amount, currency: old.currency || YEN }
        : { ...old, amount: null, currency: null });
      if (said && !currency.value) currency.value = YEN;
    }, { hint: say("intake_field_amount"), kind: "amount", pattern: "[0-9][0-9,]*([.][0-9]+)?" }));
  const currency = text(`currency-${at}`, say("intake_currency"), step.currency || "", (said) =>
    quiet({ currency: said ? said.toUpperCase() : null }), { hint: YEN, kind: "currency", pattern: "[A-Za-z]{3}" });
  const day = text(`date-${at}`, say("intake_field_date"), step.date || "", (said) => quiet({ date: said || null }),
    { hint: say("intake_date_hint"), kind: "date", pattern: "[0-9]{4}(-[0-9]{2}){0,2}" });
  return el(
    "div",
    { class: "intake-step" },
    choice(`status-${at}`, say("intake_field_status"), names.status, step.status, (status) => quiet({ status })),
    day,
    money,
    currency,
    choice(`recipient-${at}`, say("intake_recipient"), names.country, step.recipient || "",
      (code) => quiet({ recipient: code || null }), say("intake_recipient")),
    el("label", { class: "intake-tick" },
      el("input", { type: "checkbox", checked: step.expected, data: { key: `expected-${at}` },
        on: { change: (/** @type {Event} */ event) =>
          quiet({ expected: /** @type {HTMLInputElement} */ (event.target).checked }) } }),
      say("intake_expected")),
    button("intake-remove", { "aria-label": say("intake_remove_step", { n: at + 1 }), data: { key: `x-step-${at}` } },
      () => change(entry.steps.filter((_, n) => n !== at)), "×"),
  );
}

/** The document's words for status, date and amount; or that it has none. @param {Review} review */
function evidence({ item, letters, say }) {
  const quotes = (/** @type {string[]} */ fields) => [...new Set(item.clues
    .filter((one) => fields.includes(one.field) && one.rank === 0)
    .flatMap((one) => one.spans)
    .map(([from, to]) => letters.slice(from, Math.min(to, from + QUOTED)).join("").replace(/\s+/g, " ")))];
  const dated = quotes(["date", "status"]), paid = quotes(["amount"]);
  const quoted = (/** @type {string[]} */ found) =>
    found.map((one) => say("intake_quoted", { words: one })).join("…");
  return [
    dated.length ? say("intake_rests_on", { words: quoted(dated) }) : say("intake_no_date"),
    paid.length ? say("intake_amount_rests_on", { words: quoted(paid) }) : say("intake_no_amount"),
  ].join("　");
}
