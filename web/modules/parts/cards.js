/** The focus areas as cards: their counts, and a click that filters by them. */

import { button, el, FOCUS_ORDER, image, replace } from "./dom.js";

/** @typedef {import("../app.js").Model} Model */
/** @typedef {import("../app.js").App} App */

/** Cross-cutting stands for all while nothing is chosen, as a switch. */
const WHOLE = "0";

/** @param {HTMLElement} root @returns {(model: Model, app: App) => void} */
export const cards = (root) => (model, app) =>
  replace(root, el("div", { class: "atlas-cards" }, ...FOCUS_ORDER.map((code) => card(code, model, app))));

/** @param {string} code @param {Model} model @param {App} app */
function card(code, { data: { catalogue, index }, state, counted, host }, app) {
  const n = counted("focus")[code] || 0, chosen = state.filter.codes.focus || [], on = chosen.includes(code);
  const total = new Set((index.members.focus[code] || []).map((row) => index.initiative[row])).size;
  const whole = code === WHOLE ? FOCUS_ORDER : undefined, pressed = on || Boolean(whole && !chosen.length);
  const { text, labels, brief, hints } = catalogue;
  return button(
    `atlas-card atlas-area-${code}`,
    {
      "aria-pressed": pressed,
      disabled: !n && !on && !whole,
      title: hints[code],
      data: { key: `focus-${code}`, facet: "focus", code },
    },
    () => app.toggle("focus", code, whole),
    el("i", { class: whole ? "atlas-switch" : "atlas-box", "aria-hidden": "true" }),
    image(host.symbol(`focus${code}-site`)),
    el("b", { class: "atlas-name", text: labels.focus[code] }),
    el("b", { class: "atlas-brief", text: brief[code] }),
    el(
      "span",
      { class: "atlas-sum" },
      el("b", { class: "atlas-n", text: n }),
      el("span", { class: "atlas-of", text: n === total ? ` ${text.unit}` : ` / ${total}${text.unit}` }),
    ),
  );
}
