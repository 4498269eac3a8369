/** What is gathered for a briefing: a line over the list, and a box in each entry. */

import { el, button, replace } from "../dom.js";
import { orderList, fromFile, toFile } from "./order.js";
import { fill } from "../../core/text.js";

/** @typedef {import("../../app.js").Model} Model */
/** @typedef {import("../../app.js").App} App */
/** @typedef {{open: boolean, said: string[], of: string}} Tray Whether the order is open; what a file brought, said
 * while the basket is `of` these initiatives. */

/** @returns {Tray} */
export const tray = () => ({ open: false, said: [], of: "" });

/**
 * Only where a briefing can be made of it.
 * @param {Model} model @param {App} app @param {Tray} kept @param {() => void} again
 * @param {string[]} [chosen] Rows that are ticked in a table.
 */
export function basketBar(model, app, kept, again, chosen = []) {
  const { state: { basket, filter }, host, data: { catalogue: { text, forms } } } = model;
  if (!host.brief) return null;
  const shown = model.shown.map((one) => one.row.id), only = (filter.codes.ids || []).join() === basket.join();
  const link = (/** @type {string} */ key, /** @type {string} */ words, /** @type {() => void} */ act, props = {}) =>
    button("atlas-link", { text: words, data: { key: `basket-${key}` }, ...props }, act);
  /** @param {string} key @param {import("../../core/text.js").Template} words @param {string[]} ids */
  const add = (key, words, ids) => {
    const rest = ids.filter((id) => !basket.includes(id));
    return rest.length > 0 && link(key, fill(words, { n: rest.length }), () => app.gather([...basket, ...rest]));
  };
  const open = () => {
    kept.open = !kept.open;
    again();
  };
  const full = basket.length > 0;
  return el(
    "div",
    { class: full ? "atlas-basket full" : "atlas-basket" },
    full && el("b", { text: fill(forms.basket, { n: basket.length }) }),
    full && button("atlas-make", { text: `${text.basket_brief} ›`, data: { key: "basket-brief" } }, host.brief),
    add("chosen", forms.basket_chosen, chosen.filter((id) => shown.includes(id))),
    full && !only && link("show", text.basket_show, () => app.only(basket)),
    full && link("order", text.basket_order, open, { "aria-expanded": kept.open }),
    full && link("clear", text.basket_clear, () => app.gather([])),
    add("all", forms.basket_all, shown),
    !full && link("load", text.basket_load, () => fromFile(model, app, kept)),
    tooLong(model),
    ...(kept.of === basket.join() ? kept.said : []).map((words) => el("p", { role: "status", text: words })),
    full && kept.open && orderList(model, app, kept),
  );
}

/** What an address does not hold can be taken along as a file. @param {Model} model */
export function tooLong(model) {
  const { over, data: { catalogue: { forms } } } = model, n = over.length;
  return n > 0 && el(
    "p",
    { role: "alert" },
    `${fill(forms.basket_long, { n })} `,
    button("atlas-link", { text: fill(forms.basket_save_all, { n }), data: { key: "basket-save-all" } }, () =>
      toFile(model, over)),
  );
}

/** The line on a page of its own. @param {HTMLElement} root @param {() => {chosen?: string[]}} answer
 * @returns {(model: Model, app: App) => void} */
export function basket(root, answer) {
  const kept = tray();
  return function draw(model, app) {
    replace(root, basketBar(model, app, kept, () => draw(model, app), answer().chosen));
  };
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
