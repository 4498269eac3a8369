/** What is gathered for a briefing: a line over the list, and a box in each entry. */

import { button, el } from "./dom.js";
import { fill } from "../core/text.js";

/** @typedef {import("../app.js").Model} Model */
/** @typedef {import("../app.js").App} App */

const LONGEST = 6000; // characters of an address that every browser, proxy and mail keeps whole

/** Only where a briefing can be made of it. @param {Model} model @param {App} app */
export function basketBar({ state, shown, host, data: { catalogue: { text, forms } } }, app) {
  if (!host.brief) return null;
  const { basket } = state, rest = shown.map((one) => one.row.id).filter((id) => !basket.includes(id));
  const only = (state.filter.codes.ids || []).join() === basket.join();
  const all = rest.length > 0 && [...basket, ...rest].join().length < LONGEST && button(
    "atlas-link",
    { text: fill(forms.basket_all, { n: rest.length }), data: { key: "basket-all" } },
    () => app.gather([...basket, ...rest]),
  );
  if (!basket.length) return el("div", { class: "atlas-basket" }, all);
  return el(
    "div",
    { class: "atlas-basket full" },
    el("b", { text: fill(forms.basket, { n: basket.length }) }),
    button("atlas-make", { text: `${text.basket_brief} ›`, data: { key: "basket-brief" } }, host.brief),
    !only && button("atlas-link", { text: text.basket_show, data: { key: "basket-show" } }, () => app.only(basket)),
    button("atlas-link", { text: text.basket_clear, data: { key: "basket-clear" } }, () => app.gather([])),
    all,
  );
}

/** Gathers an initiative, or gives it up.
 * @param {Model} model @param {App} app @param {string} id @param {string} name */
export function basketBox({ state: { basket }, host, data: { catalogue: { text } } }, app, id, name) {
  if (!host.brief) return null;
  const on = basket.includes(id), words = on ? text.basket_take : text.basket_add;
  return button(
    "atlas-gather",
    { "aria-pressed": on, "aria-label": `${words}: ${name}`, title: words, data: { key: `gather-${id}` } },
    () => app.turn(id),
    el("i", { class: "atlas-box", "aria-hidden": "true" }),
  );
}
