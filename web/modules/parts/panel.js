/** The panel beside the map: the list, or the record of the initiative that is chosen; on a small screen a sheet. */

import { button, el, replace } from "./dom.js";
import { sectionsOf, memory } from "./sections.js";
import { list } from "./list.js";
import { record, recordBar } from "./record.js";

/** @typedef {import("../app.js").Model} Model */
/** @typedef {import("../app.js").App} App */

/**
 * @param {HTMLElement} root
 * @param {{listed?: boolean, alone?: boolean, order?: string[], low?: boolean,
 *   zoom?: ((id: string) => void) | null, paper?: (whole: (on: boolean) => void) => void}} [options]
 *   Without a list it shows a record only, `alone` without the way to others, which is `order` where a page has one.
 *   `paper` is given what turns the whole list on, and off again. `low` is where its page is read first: the sheet
 *   begins as one line.
 * @returns {(model: Model, app: App) => void}
 */
export function panel(root, { listed = true, alone = false, order, low = false, zoom = null, paper } = {}) {
  const kept = memory(),
    box = el("section", { class: alone ? "atlas-panel alone" : "atlas-panel" }),
    grip = sheet(box, low),
    tab = listed && !alone ? tabOf(root) : null;
  let turn = 0, at = /** @type {string | null} */ (null), scrolled = 0;
  const body = el("div", { class: "atlas-body" });
  box.append(grip, body);
  root.append(box, ...(tab ? [tab.node] : []));
  let again = () => {};
  paper?.((on) => {
    kept.whole = on;
    again();
  });
  return function draw(model, app) {
    again = () => draw(model, app);
    const { state, data: { catalogue: { text } } } = model, mine = (turn += 1);
    if (at === null && state.id !== null) scrolled = body.scrollTop;
    grip.setAttribute("aria-label", text.sheet);
    box.setAttribute("aria-label", state.id ? text.record : text.page_list);
    box.hidden = !listed && !state.id;
    tab?.say(text.list_tab, text.page_list, `${model.counts.i}${text.unit}`);
    if (state.id === null) {
      if (listed) replace(body, ...list(model, app, kept, () => draw(model, app)));
      if (at !== null) back(body, at, scrolled);
      at = null;
      return;
    }
    const { id } = state,
      number = model.data.catalogue.rows.findIndex((row) => row.id === id),
      anew = at !== id;
    at = id;
    if (anew) tab?.shut(false);
    model.host.record(model, number).then((found) => {
      if (mine !== turn) return;
      const place = zoom && model.data.features.sites.some((site) => site.initiative === id && site.x !== null);
      const bar = alone ? null : recordBar(
        model,
        app,
        order || orderOf(model, kept),
        place ? () => /** @type {any} */ (zoom)(id) : null,
      );
      replace(body, bar, record(model, found, app));
      if (!anew) return;
      body.scrollTop = 0;
      if (box.dataset.stop === "low") box.dataset.stop = "half";
    });
  };
}

/** The initiatives in the order of the list. @param {Model} model @param {import("./sections.js").Memory} kept */
const orderOf = (model, kept) => sectionsOf(model, kept).flatMap((group) => group.some.map((one) => one.row.id));

/** The list as it was left, its entry with the keyboard.
 * @param {HTMLElement} body @param {string} id @param {number} top */
function back(body, id, top) {
  body.scrollTop = top;
  const entry = body.querySelector(`[data-id="${CSS.escape(id)}"]`);
  if (
    entry instanceof HTMLElement &&
    (document.activeElement === document.body || body.contains(document.activeElement))
  ) {
    entry.focus({ preventScroll: true });
  }
}

/** Beside the map the panel gives way to a tab that says how much it holds. @param {HTMLElement} root */
function tabOf(root) {
  const shut = (/** @type {boolean} */ closed) => {
    root.toggleAttribute("data-closed", closed);
    node.setAttribute("aria-expanded", String(!closed));
  };
  const name = el("span"), count = el("b");
  const turn = () => shut(!root.hasAttribute("data-closed"));
  const node = button("atlas-tab", { "aria-expanded": true, data: { key: "list-tab" } }, turn, name, count);
  return {
    node,
    shut,
    say(/** @type {string} */ title, /** @type {string} */ list, /** @type {string} */ n) {
      node.title = title;
      name.textContent = list;
      count.textContent = n;
    },
  };
}

/** The sheet's three stops: what it says in a line, half of the screen, all of it.
 * @param {HTMLElement} box @param {boolean} low */
function sheet(box, low) {
  const STOPS = ["low", "half", "full"],
    grip = el("button", { type: "button", class: "atlas-grip", data: { key: "grip" } });
  const go = (/** @type {number} */ by) => {
    const now = STOPS.indexOf(box.dataset.stop || "half");
    box.dataset.stop = STOPS[Math.max(0, Math.min(2, now + by))];
  };
  let from = 0, moved = false;
  box.dataset.stop = low ? "low" : "half";
  grip.addEventListener("pointerdown", (event) => {
    from = event.clientY;
    moved = false;
    grip.setPointerCapture(event.pointerId);
  });
  grip.addEventListener("pointerup", (event) => {
    const by = event.clientY - from;
    if (Math.abs(by) > 20) {
      moved = true;
      go(by < 0 ? 1 : -1);
    }
  });
  grip.addEventListener("click", () => {
    if (!moved) {
      box.dataset.stop = box.dataset.stop === "full"
        ? "low"
        : STOPS[STOPS.indexOf(box.dataset.stop || "half") + 1];
    }
  });
  grip.addEventListener("keydown", (event) => {
    if (event.key === "ArrowUp") go(1);
    else if (event.key === "ArrowDown") go(-1);
  });
  return grip;
}
