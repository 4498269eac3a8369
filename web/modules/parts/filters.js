/** The filters: a search field and a row of buttons, each of which opens its options with what they would give. */

import { button, el } from "./dom.js";
import { fill } from "../core/text.js";
import { yearNote } from "../core/year.js";
import { facetButton } from "./options.js";
import { player } from "./play.js";
import { searchField } from "./search.js";

/** @typedef {import("../app.js").Model} Model */
/** @typedef {import("../app.js").App} App */

/** What stands behind each button; the last gathers what is seldom asked for. */
const GROUPS = [["region"], ["country"], ["theme"], ["instrument"], ["partner"], ["status"], ["year"], [
  "document",
  "precision",
  "basis",
]];

/**
 * @param {HTMLElement} root
 * @param {{groups?: string[][]}} [options] The facets behind each button.
 * @returns {(model: Model, app: App) => void}
 */
export function filters(root, { groups = GROUPS } = {}) {
  const bar = el("div", { class: "atlas-filters", role: "group" }),
    said = el("span", { role: "status" }), note = el("p", { class: "atlas-note", hidden: true }, said);
  /** @type {Model} */ let model;
  /** @type {App} */ let app;
  const field = searchField(() => ({ model, app }), groups.flat());
  const play = player(() => ({ model, app }));
  const made = groups.map((facets) =>
    facetButton(facets, () => ({ model, app }), facets[0] === "year" ? play.start : null)
  );
  note.append(play.node);
  const ids = button("atlas-facet on", { hidden: true, data: { key: "drop-ids" } }, () => app.choose("ids", []));
  const clear = button("atlas-clear", { hidden: true, data: { key: "clear" } }, () => app.clear());
  const all = button("atlas-menu", { data: { key: "menu" } }, () => bar.classList.toggle("open"));
  bar.append(...field.nodes, all, ...made.map((one) => one.node), ids, clear);
  root.append(bar, note);
  return (next, here) => {
    model = next;
    app = here;
    const { text } = model.data.catalogue;
    bar.setAttribute("aria-label", text.filters);
    field.set(model);
    all.textContent = text.filters;
    made.forEach((one) => one.set());
    const { ids: chosen = [] } = model.state.filter.codes;
    ids.hidden = !chosen.length;
    ids.textContent = `${fill(model.data.catalogue.forms.ids_chosen, { n: chosen.length })} ×`;
    clear.textContent = text.clear;
    clear.hidden = app.isEmpty();
    said.textContent = model.failed ? text.map_failed : yearNote(model);
    note.hidden = !said.textContent;
    play.say();
  };
}
