/** What is suggested under a search field, as a combobox: arrows choose, Enter takes, Escape closes. */

import { el, replace } from "./dom.js";
import { place } from "./options.js";
import { suggest } from "../core/suggest.js";

/** @typedef {import("../app.js").Model} Model */
/** @typedef {import("../core/suggest.js").Suggestion} Suggestion */

const ID = "atlas-suggested", WIDE = 440;
const STEPS = /** @type {Record<string, number>} */ ({ ArrowDown: 1, ArrowUp: -1 });

/**
 * @param {HTMLInputElement} input
 * @param {() => {model: Model}} now
 * @param {string[]} kinds
 * @param {(chosen: Suggestion) => void} take
 */
export function suggestions(input, now, kinds, take) {
  let found = /** @type {Suggestion[]} */ ([]), at = -1;
  const node = el("div", { id: ID, class: `atlas-options ${ID}`, role: "listbox", popover: "manual" });
  const isOpen = () => node.matches(":popover-open");
  const pick = (/** @type {Suggestion} */ one) => {
    close();
    take(one);
  };
  Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": ID, "aria-expanded": "false" })
    .forEach(([name, value]) => input.setAttribute(name, value));
  input.addEventListener("blur", close);
  node.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus

  function close() {
    if (isOpen()) node.hidePopover();
    input.setAttribute("aria-expanded", "false");
    mark(-1);
  }

  /** @param {number} next */
  function mark(next) {
    at = next;
    [...node.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === at)));
    if (at < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", node.children[at].id);
    node.children[at].scrollIntoView({ block: "nearest" });
  }

  function show() {
    const { data: { index, catalogue } } = now().model;
    found = suggest(index, input.value, catalogue.lang, kinds);
    if (!found.length) return close();
    replace(node, ...found.map((one, i) => option(one, i, catalogue, () => pick(one))));
    place(node, input, WIDE);
    if (!isOpen()) node.showPopover();
    input.setAttribute("aria-expanded", "true");
    mark(-1);
  }

  /** Whether a key was meant for the list. @param {KeyboardEvent} event */
  function pressed(event) {
    const { key } = event, step = STEPS[key], many = found.length + 1;
    if (!isOpen() && key === "ArrowDown") show();
    else if (!isOpen()) return false;
    else if (step) mark((at + 1 + step + many) % many - 1); // the field itself is one of them
    else if (key === "Enter" && at >= 0) pick(found[at]);
    else if (key === "Escape") close();
    else return false;
    event.preventDefault();
    return true;
  }

  return { node, show, close, pressed };
}

/** @param {Suggestion} one @param {number} at @param {Model["data"]["catalogue"]} catalogue @param {() => void} pick */
function option({ kind, text: name }, at, { text, names }, pick) {
  const kinds = { ...names, partner: text.kind_partner, place: text.kind_place, initiative: text.record };
  return el(
    "div",
    { id: `${ID}-${at}`, class: "atlas-option", role: "option", data: { kind }, on: { click: pick } },
    el("span", { class: "atlas-name", text: name }),
    el("span", { class: "atlas-n", text: /** @type {Record<string, string>} */ (kinds)[kind] }),
  );
}
