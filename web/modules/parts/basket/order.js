/** The basket opened: its initiatives in their order, which can be changed, saved as a file and loaded. */

import { button, el, image } from "../dom.js";
import { basketIn, fits, nudged, turned, written } from "../../core/basket.js";
import { shown } from "../../core/address.js";
import { fill } from "../../core/text.js";

/** @typedef {import("../../app.js").Model} Model */
/** @typedef {import("../../app.js").App} App */
/** @typedef {import("./bar.js").Tray} Tray */

const NAMED = 5, BIGGEST = 1e6; // bytes of a file that may be one

/** @param {Model} model @param {App} app @param {Tray} kept */
export function orderList(model, app, kept) {
  const { state: { basket }, data: { catalogue: { text } } } = model;
  return el(
    "div",
    { class: "atlas-order" },
    el("ol", { "aria-label": text.basket_order }, ...basket.map((id, at) => line(model, app, id, at))),
    el("p", { class: "atlas-note", text: text.basket_order_note }),
    button("atlas-link", { text: text.basket_save, data: { key: "basket-save" } }, () => toFile(model, basket)),
    button("atlas-link", { text: text.basket_load, data: { key: "basket-load" } }, () => fromFile(model, app, kept)),
  );
}

/** @param {Model} model @param {App} app @param {string} id @param {number} at */
function line({ state: { basket }, host, data: { catalogue: { text, rows } } }, app, id, at) {
  const row = /** @type {import("../../app.js").Row} */ (rows.find((one) => one.id === id));
  const step = (/** @type {-1 | 1} */ by, /** @type {string} */ sign, /** @type {string} */ words) => {
    const end = at + by < 0 || at + by >= basket.length; // said, not disabled: the keyboard stays on it
    const props = { text: sign, "aria-label": `${words}: ${row.title}`, "aria-disabled": end, title: words };
    return button("", { ...props, data: { key: `order${by}-${id}` } }, () => end || app.gather(nudged(basket, id, by)));
  };
  const out = `${text.basket_take}: ${row.title}`, next = basket[at + 1] || basket[at - 1];
  return el(
    "li",
    {},
    image(host.symbol(`focus${row.focus}-site`)),
    el("span", { class: "atlas-name", text: row.title }),
    step(-1, "↑", text.basket_up),
    step(1, "↓", text.basket_down),
    button("", { text: "×", "aria-label": out, title: text.basket_take, data: { key: `out-${id}` } }, (event) => {
      const list = /** @type {HTMLElement} */ (event.currentTarget).closest("ol");
      const other = list?.querySelector(`[data-key="out-${CSS.escape(next || "")}"]`);
      if (other instanceof HTMLElement) other.focus(); // what has the keyboard is about to go
      app.gather(turned(basket, id));
    }),
  );
}

/** @param {Model} model @param {string[]} ids */
export function toFile({ data: { edition } }, ids) {
  const address = URL.createObjectURL(new Blob([written({ ids, edition })], { type: "application/json" }));
  el("a", { href: address, download: `foip-atlas-basket_${edition.split(" ")[0]}.json` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Asks for a file; what the basket has stays, what the file has more comes after it.
 * @param {Model} model @param {App} app @param {Tray} kept */
export function fromFile(model, app, kept) {
  const input = /** @type {HTMLInputElement} */ (el("input", { type: "file", accept: ".json,application/json" }));
  input.addEventListener("change", async () => {
    const [file] = input.files || [];
    if (!file) return;
    const { ids, said } = taken(model, file.name, file.size > BIGGEST ? "" : await file.text());
    const had = app.basket()?.ids || [], all = [...new Set([...had, ...ids])], held = fits(all);
    const loaded = fill(model.data.catalogue.forms.basket_loaded, { n: ids.length });
    Object.assign(kept, { said: ids.length && held ? [loaded, ...said] : said, of: (held ? all : had).join() });
    app.gather(all);
  });
  input.click();
}

/** What a file brings, and what of it does not come.
 * @param {Model} model @param {string} name @param {string} content */
function taken({ data: { index, catalogue: { comma, forms } } }, name, content) {
  const found = basketIn(content);
  if (!found) return { ids: [], said: [fill(forms.basket_broken, { name: shown(name) })] };
  const ids = found.ids.filter((id) => Object.hasOwn(index.members.ids, id));
  const unknown = found.ids.filter((id) => !ids.includes(id)), few = unknown.slice(0, NAMED).map(shown);
  const names = (unknown.length > NAMED ? [...few, "…"] : few).join(comma), edition = shown(found.edition);
  return { ids, said: unknown.length ? [fill(forms.basket_unknown, { n: unknown.length, names, edition })] : [] };
}
