/** A strip of time: lanes with a sign a step, open where only the month is known; a sign chooses what it stands for. */

import { button, el, image } from "../dom.js";

/** @typedef {import("../../app.js").Model} Model */
/** @typedef {import("../../app.js").App} App */
/**
 * @typedef {{at: number, open: boolean, n: number, ids: string[], label: string}} StripSign
 * @typedef {{lanes: {focus: number, name: string, signs: StripSign[]}[], ticks: [number, string][]}} Strip
 *   Places from 0 to 1.
 */

const share = (/** @type {HTMLElement} */ node, /** @type {number} */ at) => {
  node.style.left = `${(at * 100).toFixed(2)}%`;
  return node;
};

/** @param {Strip} strip @param {Model} model @param {App} app */
export function stripOf({ lanes, ticks }, model, app) {
  const months = ticks.map(([at, name]) => share(el("i", { text: name }), at));
  return el(
    "div",
    { class: "atlas-time" },
    ...lanes.map((lane) =>
      el(
        "div",
        { class: `atlas-area-${lane.focus}` },
        el("b", { text: lane.name }),
        el("div", {}, ...lane.signs.map((sign) => signOf(sign, lane.focus, model, app))),
      )
    ),
    el("div", { "aria-hidden": "true" }, el("b"), el("div", { class: "atlas-months" }, ...months)),
  );
}

/** @param {StripSign} sign @param {number} focus @param {Model} model @param {App} app */
function signOf({ at, open, n, ids, label }, focus, { host, state: { filter } }, app) {
  const chosen = (filter.codes.ids || []).join() === ids.join();
  const act = () => ids.length > 1 ? app.set({ ids: chosen ? [] : ids }) : app.open(ids[0]);
  const node = button(
    "atlas-cell atlas-step",
    { title: label, "aria-label": label, data: { key: `step-${focus}-${at}` } },
    act,
    image(host.symbol(`focus${focus}-${open ? "city" : "site"}`)),
    n > 1 && el("small", { text: n }),
  );
  return share(node, at);
}
