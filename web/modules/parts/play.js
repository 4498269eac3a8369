/** The years in which something changes, one after the other, until the last: begun in their list, stopped beside the
 * note of what a year leaves out. */

import { button } from "./dom.js";
import { until } from "../core/filter.js";

/** @typedef {import("../app.js").Model} Model */
/** @typedef {import("../app.js").App} App */

const PACE = 1500; // ms that a year stands

/** @param {() => {model: Model, app: App}} now */
export function player(now) {
  let timer = 0, last = "";
  const node = button("atlas-play", { data: { key: "play-years" } }, () => timer ? stop() : start());
  function stop() {
    clearInterval(timer);
    timer = 0;
    say();
  }
  function start() {
    timer = window.setInterval(step, PACE);
    step(true);
    say();
  }
  /** @param {boolean} [first] From the last year it begins anew. */
  function step(first = false) {
    const { model, app } = now(), { data: { index }, state: { filter } } = model;
    const n = model.counted("year"), every = Object.keys(n).filter((code) => code !== index.undated).sort();
    const moves = (/** @type {string} */ code, /** @type {number} */ at) => n[code] !== n[every[at - 1]];
    const years = every.filter((code, at) => at === every.length - 1 || moves(code, at));
    const shown = until(filter) || "", next = years.find((code) => code > shown);
    const undated = (filter.codes.year || []).filter((code) => code === index.undated);
    if (!first && (!next || shown !== last)) return stop(); // at the end, or the reader chose another
    last = next || years[0];
    app.choose("year", [last, ...undated]);
  }
  function say() {
    const { text } = now().model.data.catalogue;
    node.textContent = timer ? `■ ${text.years_stop}` : `▶ ${text.years_play}`;
    node.setAttribute("aria-pressed", String(Boolean(timer)));
  }
  return { node, say, start };
}
