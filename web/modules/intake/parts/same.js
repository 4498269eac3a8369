/** Whether the atlas has the initiative already: a new one first, then those that are near, side by side with it. */

import { el, image } from "../../parts/dom.js";
import { countriesOf } from "../entry.js";
import { adding, way } from "./fields.js";

/** @typedef {import("../draft.js").Clue} Clue */
/** @typedef {import("../draft.js").Entry} Entry */
/** @typedef {import("../context.js").Review} Review */

/** @param {Review} review @param {Entry} entry */
export function same(review, entry) {
  const { item, say, names, act } = review;
  const clues = item.clues.filter((one) => one.field === "same" && names.known[one.value])
    .sort((a, b) => a.rank - b.rank || b.margin - a.margin);
  const near = /** @type {Map<string, Clue | null>} */ (new Map(clues.map((one) => [one.value, one])));
  if (entry.same_as && !near.has(entry.same_as)) near.set(entry.same_as, null);
  const choose = (/** @type {string | null} */ id) => () =>
    act({ kind: "entry", change: (one) => ({ ...one, same_as: id }) });
  const titles = Object.values(names.known).map((one) => one.title);
  return [
    el(
      "div",
      { class: "intake-ways", role: "radiogroup", "aria-label": say("intake_same") },
      way("radio", "same", "same-none", !entry.same_as, choose(null), el("b", { text: say("intake_new") }),
        ` ${say("intake_near", { n: near.size })}`),
      ...[...near].flatMap(([id, clue]) => [one(review, entry, id, clue, choose(id)),
        entry.same_as === id && beside(review, entry, id)]),
    ),
    adding("find-same", say("intake_find_same"), say("intake_find_same"), titles, (title) => {
      const id = Object.keys(names.known).find((key) => names.known[key].title === title || key === title);
      if (id) choose(id)();
      else review.note(say("intake_unknown_name", { name: title }));
      return Boolean(id);
    }),
  ];
}

/** @param {Review} review @param {Entry} entry @param {string} id @param {Clue | null} clue @param {() => void} act */
function one({ names, host, say }, entry, id, clue, act) {
  const known = names.known[id];
  if (!known) return way("radio", "same", `same-${id}`, entry.same_as === id, act, el("b", { text: id }));
  const fields = (/** @type {string[]} */ list) => list.map((field) => say(`intake_field_${field}`)).join("・");
  const told = clue && [
    clue.agrees.length ? say("intake_agrees", { fields: fields(clue.agrees) }) : "",
    clue.differs.length ? say("intake_differs", { fields: fields(clue.differs) }) : "",
  ].join("");
  return way("radio", "same", `same-${id}`, entry.same_as === id, act, image(host.symbol(`focus${known.focus}-site`)),
    el("b", { text: known.title }), el("span", { class: "intake-muted", text: ` ${known.where}` }),
    told && el("small", { text: told }));
}

/** The proposal and what the atlas has, line by line. @param {Review} review @param {Entry} entry @param {string} id */
function beside({ names, organisation, say }, entry, id) {
  const known = names.known[id];
  if (!known) return null;
  const list = (/** @type {string[]} */ codes, /** @type {Record<string, string>} */ called) =>
    codes.map((code) => called[code] || code).join("・") || "—";
  const steps = entry.steps.map((step) => [names.status[step.status], step.date].filter(Boolean).join(" "));
  const partners = (/** @type {string[]} */ codes) => codes.map(organisation).join("・") || "—";
  const lines = [
    ["country", list(countriesOf(entry), names.country), list(known.countries, names.country)],
    ["partner", partners(entry.partners), partners(known.partners)],
    ["theme", list(entry.themes, names.theme), list(known.themes, names.theme)],
    ["instrument", list(entry.instruments, names.instrument), list(known.instruments, names.instrument)],
    ["status", steps.join("・") || "—", known.steps.join("・") || "—"],
  ];
  return el(
    "table",
    { class: "intake-beside" },
    el("caption", { text: say("intake_beside") }),
    el("tr", {}, el("th", { scope: "col" }, el("span", { class: "atlas-hidden", text: say("intake_what_is") })),
      el("th", { scope: "col", text: say("intake_this") }), el("th", { scope: "col", text: say("intake_atlas") })),
    ...lines.map(([field, here, there]) => el("tr", { class: here === there ? "" : "differs" },
      el("th", { scope: "row", text: say(`intake_field_${field}`) }), el("td", { text: here }),
      el("td", { text: there }))),
  );
}
