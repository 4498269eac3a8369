/** The foot: what to do with the item, each by one key; and what some of it asks first. */

import { button, el, replace } from "../../parts/dom.js";
import { cuts } from "../draft.js";
import { text } from "./fields.js";

/** @typedef {import("../context.js").Review} Review */

const AROUND = 22, MOST = 9;

/** @param {HTMLElement} root @param {HTMLElement} asks @param {Review} review */
export function actions(root, asks, review) {
  const { say, item, entry, state, mode, act } = review;
  const one = (/** @type {string} */ key, /** @type {string} */ letter, /** @type {() => void} */ run, more = {}) =>
    button(`intake-action ${key}`, { data: { key }, "aria-keyshortcuts": letter, ...more }, run,
      el("i", { class: `intake-icon ${key}` }), say(`intake_${key}`), el("kbd", { text: letter }));
  replace(
    root,
    one("take", "Enter", review.take, { disabled: !item.entries.length }),
    one("edit", "E", review.edit),
    one("split", "S", () => review.panel("split"), { disabled: !entry, "aria-expanded": mode === "split" }),
    one("join", "M", () => act({ kind: "join" }), { disabled: !entry || state.at === 0 }),
    one("refuse", "X", () => review.panel("refuse"), { "aria-expanded": mode === "refuse" }),
  );
  const asked = mode === "split" ? split(review) : mode === "refuse" ? refuse(review) : mode === "close"
    ? close(review) : [];
  asks.hidden = asked.length === 0;
  if (mode) asks.setAttribute("aria-label", say(`intake_ask_${mode}`));
  replace(asks, ...asked);
}

/** A button of a panel, also by its number. @param {number} at @param {() => void} run
 * @param {...import("../../parts/dom.js").Child} words */
const numbered = (at, run, ...words) =>
  button("intake-choice", { data: { key: `ask-${at}` } }, run, el("kbd", { text: at }), ...words);

/** @param {Review} review */
function split({ say, entry, letters, act, panel }) {
  if (!entry) return [];
  const places = cuts(letters, entry.start, entry.end).slice(0, MOST);
  const part = (/** @type {number} */ from, /** @type {number} */ to) =>
    letters.slice(from, to).join("").replace(/\s+/g, " ").trim();
  return [
    el("h4", { text: say(places.length ? "intake_ask_split" : "intake_no_cut") }),
    ...places.map((cut, at) =>
      numbered(at + 1, () => {
        act({ kind: "split", cut });
        panel(null);
      }, `…${part(Math.max(entry.start, cut - AROUND), cut)}`, el("b", { class: "intake-cut", text: "｜" }),
      `${part(cut, Math.min(entry.end, cut + AROUND))}…`)),
    back(say, panel),
  ];
}

/** @param {Review} review */
function refuse({ say, act, item, names, panel }) {
  const because = (/** @type {string} */ reason) => {
    panel(null);
    act({ kind: "refuse", reason });
  };
  return [
    el("h4", { text: say("intake_ask_refuse") }),
    ...Object.keys(names.reason).map((key, at) =>
      numbered(at + 1, () => because(key), names.reason[key],
        key === item.reason && el("b", { text: ` ${say("intake_proposed")}` }))),
    text("reason", say("intake_reason_other"), "", because, { hint: say("intake_reason_other") }),
    back(say, panel),
  ];
}

/** @param {Review} review */
function close({ say, panel, save, leave }) {
  return [
    el("h4", { text: say("intake_ask_close") }),
    numbered(1, () => {
      save();
      leave();
    }, say("intake_close_saved")),
    numbered(2, leave, say("intake_close_lost")),
    back(say, panel),
  ];
}

/** @param {Review["say"]} say @param {Review["panel"]} panel */
const back = (say, panel) =>
  button("intake-choice", { data: { key: "ask-back" } }, () => panel(null), el("kbd", { text: "Esc" }),
    say("intake_back"));
