/** Fields of the card: text that is committed by Enter or on leaving, choices, chips with a field to add one. */

import { fold } from "../../core/text.js";
import { button, el } from "../../parts/dom.js";

/** @typedef {{[code: string]: string}} Names */

let lists = 0;

/** A row of the card. @param {string} label @param {...import("../../parts/dom.js").Child} children */
export const row = (label, ...children) =>
  el("div", { class: "intake-row" }, el("h4", { text: label }), el("div", { class: "intake-cell" }, ...children));

/** A text; `commit` hears it when it has changed. The key Enter commits, Escape takes the last one back.
 * @param {string} key @param {string} label @param {string} value @param {(text: string) => void} commit
 * @param {{lines?: number, hint?: string, kind?: string, lang?: string, pattern?: string}} [given] */
export function text(key, label, value, commit, { lines, hint, kind = "", lang, pattern } = {}) {
  let held = value;
  const send = () => {
    const said = node.value.trim();
    if (said !== held && node.checkValidity()) commit(held = said);
  };
  const node = /** @type {HTMLInputElement} */ (el(lines ? "textarea" : "input", {
    class: `intake-text ${kind}`, "aria-label": label, placeholder: hint, rows: lines, lang, pattern, dir: "auto",
    autocomplete: "off", data: { key }, on: {
      change: send,
      keydown: (/** @type {KeyboardEvent} */ event) => {
        if (event.isComposing || event.keyCode === 229) return;
        if (event.key === "Escape") node.value = held;
        else if (event.key !== "Enter") return;
        else send();
        if (!event.ctrlKey && !event.metaKey) event.preventDefault();
      },
    },
  }));
  node.value = value;
  return node;
}

/** A choice of codes; the empty one is offered under `none`.
 * @param {string} key @param {string} label @param {Names} names @param {string} value
 * @param {(code: string) => void} commit @param {string} [none] */
export function choice(key, label, names, value, commit, none) {
  const codes = Object.keys(names), all = none === undefined ? codes : ["", ...codes];
  const node = /** @type {HTMLSelectElement} */ (el(
    "select",
    { class: "intake-select", "aria-label": label, data: { key }, on: { change: () => commit(node.value) } },
    ...all.map((code) => el("option", { value: code, text: code ? names[code] : none, selected: code === value })),
  ));
  return node;
}

/** Something chosen, with a button to take it away. @param {string} key @param {string} name @param {string} remove
 * @param {() => void} act */
export const chip = (key, name, remove, act) =>
  el(
    "span",
    { class: "intake-chip" },
    el("span", { text: name, dir: "auto" }),
    button("intake-remove", { "aria-label": `${remove} ${name}`, data: { key: `x-${key}` } }, act, "×"),
  );

/** A field that adds by name; `act` says whether it knew the name.
 * @param {string} key @param {string} label @param {string} hint @param {string[]} names
 * @param {(name: string) => boolean} act */
export function adding(key, label, hint, names, act) {
  const id = `intake-names-${key}-${lists += 1}`;
  const send = () => {
    const name = input.value.trim();
    if (name && act(name)) input.value = "";
  };
  const input = /** @type {HTMLInputElement} */ (el("input", {
    class: "intake-add", "aria-label": label, placeholder: `＋ ${hint}`, list: id, autocomplete: "off", data: { key },
    on: {
      change: send,
      keydown: (/** @type {KeyboardEvent} */ event) => {
        if (event.isComposing || event.keyCode === 229) return;
        if (event.key === "Escape") input.value = "";
        if (event.key !== "Enter" || event.ctrlKey) return;
        event.preventDefault();
        send();
      },
    },
  }));
  return el("span", {}, input, el("datalist", { id }, ...names.map((name) => el("option", { value: name }))));
}

/** The code that has a name, in either language. @param {Record<string, string[]>} also All names by code.
 * @param {string} name */
export function coded(also, name) {
  const asked = fold(name.trim());
  return Object.keys(also).find((code) => [code, ...also[code]].some((one) => fold(one) === asked));
}

/** One of several ways, as a radio button or a box. @param {"radio" | "checkbox"} type @param {string} group
 * @param {string} key @param {boolean} checked @param {() => void} act
 * @param {...import("../../parts/dom.js").Child} words */
export const way = (type, group, key, checked, act, ...words) =>
  el(
    "label",
    { class: `intake-way${checked ? " on" : ""}` },
    el("input", { type, name: group, checked, data: { key }, on: { change: act } }),
    el("span", {}, ...words),
  );
