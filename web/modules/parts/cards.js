/** The focus areas as cards: their counts, and a click that filters by them. */

import { button, el, FOCUS_ORDER, image, replace } from "./dom.js";

/** @typedef {import("../app.js").Model} Model */
/** @typedef {import("../app.js").App} App */

/** Cross-cutting stands for all while nothing is chosen, as a switch. */
const WHOLE = "0";

/** The cards stay and their counts change: what is drawn anew under the focus has the browser lay out the page at once.
 * @param {HTMLElement} root @returns {(model: Model, app: App) => void} */
export function cards(root) {
  let lang = "", made = /** @type {ReturnType<typeof card>[]} */ ([]);
  return (model, app) => {
    if (lang !== model.state.lang) {
      lang = model.state.lang;
      made = FOCUS_ORDER.map((code) => card(code, model, app));
      replace(root, el("div", { class: "atlas-cards" }, ...made.map((one) => one.node)));
    }
    made.forEach((one) => one.set(model));
  };
}

/** @param {string} code @param {Model} model @param {App} app */
function card(code, { data: { catalogue: { text, labels, brief, hints } }, host }, app) {
  const whole = code === WHOLE ? FOCUS_ORDER : undefined, count = el("b", { class: "atlas-n" }),
    of = el("span", { class: "atlas-of" });
  const node = /** @type {HTMLButtonElement} */ (button(
    `atlas-card atlas-area-${code}`,
    { title: hints[code], data: { key: `focus-${code}`, facet: "focus", code } },
    () => app.toggle("focus", code, whole),
    el("i", { class: whole ? "atlas-switch" : "atlas-box", "aria-hidden": "true" }),
    image(host.symbol(`focus${code}-site`)),
    el("b", { class: "atlas-name", text: labels.focus[code] }),
    el("b", { class: "atlas-brief", text: brief[code] }),
    el("span", { class: "atlas-sum" }, count, of),
  ));
  return {
    node,
    set(/** @type {Model} */ { state, counted, total: totalOf }) {
      const n = counted("focus")[code] || 0, chosen = state.filter.codes.focus || [], on = chosen.includes(code);
      const total = totalOf(code);
      node.setAttribute("aria-pressed", String(on || Boolean(whole && !chosen.length)));
      node.disabled = !n && !on && !whole;
      count.textContent = String(n);
      of.textContent = n === total ? ` ${text.unit}` : ` / ${total}${text.unit}`;
    },
  };
}
