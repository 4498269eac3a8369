/** The proposal on the right: every field of the entry, to be corrected. */

import { button, el, image, replace } from "../../parts/dom.js";
import { unwritten } from "../draft.js";
import { countriesOf, inCountry, inRegion, regionsOf, withLand, withOne, without, withoutLand } from "../entry.js";
import { adding, chip, coded, row, text } from "./fields.js";
import { places } from "./place.js";
import { same } from "./same.js";
import { steps } from "./steps.js";

/** @typedef {import("../draft.js").Entry} Entry */
/** @typedef {import("../context.js").Review} Review */

const AREAS = [1, 2, 3, 0];
const LANGS = /** @type {const} */ (["ja", "en"]);

/** @param {HTMLElement} head @param {HTMLElement} body @param {Review} review */
export function card(head, body, review) {
  cardHead(head, review);
  replace(body, ...(review.entry ? fieldsOf(review, review.entry) : [nothing(review)]), ...outline(review));
}

/** @param {HTMLElement} head @param {Review} review */
export const cardHead = (head, review) => replace(head, ...headOf(review));

/** @param {Review} review */
function headOf({ item, entry, say, state, act, doubt }) {
  const left = unwritten(item, entry);
  const step = (/** @type {string} */ key, /** @type {1 | -1} */ by) =>
    button("intake-tool", { data: { key } }, () => act({ kind: "step", by }), say(`intake_${key}`),
      el("kbd", { text: by < 0 ? "K" : "J" }));
  const doubts = item.doubts.map(doubt).join(say("intake_comma"));
  const sure = el("b", { text: say(`intake_sure_${item.sure}`) });
  return [
    el("b", { text: say("intake_proposal") }),
    el("span", { class: "intake-muted", text: say("intake_item", { code: item.code }) }),
    item.entries.length > 1 && el("span", { class: "intake-muted", text: say("intake_entries") }),
    item.entries.length > 1 && el("span", { class: "intake-tabs", role: "group", "aria-label": say("intake_entries") },
      ...item.entries.map((_, part) =>
        button("intake-tab", { "aria-pressed": part === state.part, data: { key: `part-${part}` },
          "aria-label": say("intake_entry", { n: part + 1 }) }, () => act({ kind: "part", part }), `${part + 1}`))),
    el("span", { class: "intake-overall" }, `${say("intake_overall")} `, sure,
      doubts && say("intake_doubts", { doubts })),
    step("previous", -1),
    step("next", 1),
    left.length > 0 && el("p", { class: "intake-left" }, el("b", { text: say("intake_unwritten") }), " ",
      left.map((key) => say(key)).join(say("intake_comma"))),
  ];
}

/** @param {Review} review */
const nothing = ({ say, act }) =>
  el("div", { class: "intake-nothing" }, el("p", { text: say("intake_no_entry") }),
    button("intake-tool", { data: { key: "add" } }, () => act({ kind: "add" }), say("intake_add_entry")));

/** @param {Review} review @param {Entry} entry */
function fieldsOf(review, entry) {
  const { say, act, state } = review;
  if (entry.with_item) return [joined(review, entry)];
  return [
    ...LANGS.map((lang) => row(say(`intake_title_${lang}`), words(review, entry, "title", lang, 0))),
    ...LANGS.map((lang) => row(say(`intake_summary_${lang}`), words(review, entry, "summary", lang, 1))),
    row(say("intake_focus"), ...focus(review, entry)),
    row(say("intake_who"), ...who(review, entry)),
    row(say("intake_what"), ...what(review, entry)),
    row(say("intake_steps"), ...steps(review, entry)),
    row(say("intake_place"), ...places(review, entry)),
    row(say("intake_same"), ...same(review, entry)),
    row(say("intake_short"), el("div", { class: "intake-two" },
      ...LANGS.map((lang) => words(review, entry, "short_title", lang, 0)))),
    state.draft.items[state.at].entries.length > 1 && row("", button("intake-link", { data: { key: "drop" } },
      () => act({ kind: "drop" }), say("intake_drop"))),
  ];
}

/** How the item stands in the document's outline. @param {Review} review */
function outline({ item, say, act }) {
  const pair = (/** @type {"label" | "heading"} */ name) => row(say(`intake_${name}`),
    el("div", { class: "intake-two" }, ...LANGS.map((lang) =>
      text(`${name}-${lang}`, say(`intake_${name}_${lang}`), item[name][lang],
        (said) => act({ kind: name, words: { [lang]: said } }, true), { hint: say(`intake_${name}_${lang}`), lang }))));
  return [pair("label"), pair("heading")];
}

/** @param {Review} review @param {Entry} entry */
const joined = ({ say, act }, { with_item }) =>
  el("div", { class: "intake-nothing" }, el("p", { text: say("intake_joined", { code: with_item || "" }) }),
    button("intake-tool", { data: { key: "apart" } }, () => act({ kind: "join" }), say("intake_apart")));

/** @param {Review} review @param {Entry} entry @param {"title" | "short_title" | "summary" | "focus_area_reason"} name
 * @param {"ja" | "en"} lang @param {number} lines */
function words({ say, act }, entry, name, lang, lines) {
  const label = say(`intake_${name}_${lang}`);
  return text(`${name}-${lang}`, label, entry[name][lang], (said) =>
    act({ kind: "entry", change: (one) => ({ ...one, [name]: { ...one[name], [lang]: said } }) }, true),
  { lines, hint: say(name.includes("title") || name === "summary" ? "intake_to_write" : "intake_reason_hint",
    { lang: say(`intake_lang_${lang}`) }), kind: name, lang });
}

/** @param {Review} review @param {Entry} entry */
function focus(review, entry) {
  const { say, act, item, names, host, why } = review;
  const clues = item.clues.filter((one) => one.field === "focus").sort((a, b) => a.rank - b.rank);
  const first = clues.find((one) => Number(one.value) === entry.focus_area);
  const next = clues.find((one) => Number(one.value) !== entry.focus_area);
  const told = [
    first && say("intake_focus_why", { why: why(first) }),
    next && say("intake_next_focus", { name: names.focus[next.value] || next.value }),
  ].filter(Boolean).join(" ");
  const bases = /** @type {const} */ (["stated", "inferred"]);
  return [
    el("div", { class: "intake-areas", role: "group", "aria-label": say("intake_focus") }, ...AREAS.map((area) =>
      button(`intake-area atlas-area-${area}`, {
        "aria-pressed": area === entry.focus_area, data: { key: `focus-${area}` },
      }, () => act({ kind: "entry", change: (one) => ({ ...one, focus_area: area }) }),
      image(host.symbol(`focus${area}-site`)), names.focus[area])),
    el("span", { class: "intake-areas", role: "group", "aria-label": say("intake_basis") }, ...bases.map((basis) =>
      button("intake-tab", { "aria-pressed": basis === entry.focus_area_basis, data: { key: `basis-${basis}` } },
        () => act({ kind: "entry", change: (one) => ({ ...one, focus_area_basis: basis }) }),
        say(`intake_basis_${basis}`))))),
    told && el("p", { class: "intake-why", text: told }),
    entry.focus_area_basis === "inferred" && el("div", { class: "intake-two" },
      ...LANGS.map((lang) => words(review, entry, "focus_area_reason", lang, 0))),
  ];
}

/** @param {Review} review @param {Entry} entry */
function who(review, entry) {
  const { say, act, names, organisation, note } = review, remove = say("intake_remove");
  const edit = (/** @type {(one: Entry) => Entry} */ change) => act({ kind: "entry", change });
  return [el(
    "div",
    { class: "intake-chips" },
    ...[...countriesOf(entry), ...regionsOf(entry)].map((code) =>
      chip(`country-${code}`, names.country[code] || names.region[code] || code, remove,
        () => edit((one) => withoutLand(one, code)))),
    el("b", { text: say("intake_with") }),
    ...entry.partners.map((code) =>
      chip(`partner-${code}`, organisation(code), remove, () => edit((one) => without(one, "partners", code)))),
    adding("add-who", say("intake_add_who"), say("intake_add"), [...Object.values(names.country),
      ...Object.values(names.region), ...Object.values(names.partner)],
      (name) => {
        const country = coded(names.also.country, name), region = coded(names.also.region, name);
        const partner = coded(names.also.partner, name);
        if (country) edit((one) => withLand(one, inCountry(country)));
        else if (region) edit((one) => withLand(one, inRegion(region)));
        else if (partner) edit((one) => withOne(one, "partners", partner));
        else act({ kind: "organisation", name });
        if (!country && !region && !partner) note(say("intake_new_organisation", { name }));
        return true;
      }),
  )];
}

/** @param {Review} review @param {Entry} entry */
function what({ say, act, names, note }, entry) {
  const edit = (/** @type {(one: Entry) => Entry} */ change) => act({ kind: "entry", change });
  const chips = (/** @type {"themes" | "instruments"} */ list, /** @type {"theme" | "instrument"} */ facet) =>
    entry[list].map((code) => chip(`${facet}-${code}`, names[facet][code] || code, say("intake_remove"),
      () => edit((one) => without(one, list, code))));
  return [el(
    "div",
    { class: "intake-chips" },
    ...chips("themes", "theme"),
    el("b", { text: say("intake_field_instrument") }),
    ...chips("instruments", "instrument"),
    adding("add-what", say("intake_add_what"), say("intake_add"),
      [...Object.values(names.theme), ...Object.values(names.instrument)],
      (name) => {
        const theme = coded(names.also.theme, name), instrument = coded(names.also.instrument, name);
        if (theme) edit((one) => withOne(one, "themes", theme));
        else if (instrument) edit((one) => withOne(one, "instruments", instrument));
        else note(say("intake_unknown_name", { name }));
        return Boolean(theme || instrument);
      }),
  )];
}
