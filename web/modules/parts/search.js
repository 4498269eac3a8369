/** The search field: what is typed filters after a pause, and what is suggested can be taken. */

import { el } from "./dom.js";
import { suggestions } from "./suggestions.js";

/** @typedef {import("../app.js").Model} Model */
/** @typedef {import("../app.js").App} App */

const PAUSE = 120;

/** @param {() => {model: Model, app: App}} now @param {string[]} facets Those that a suggestion may set. */
export function searchField(now, facets) {
  let timer = 0, composing = false, known = ""; // what the filter has: what is typed meanwhile stays
  const ask = (/** @type {string} */ text) => {
    clearTimeout(timer);
    known = text.replace(/\s+/g, " ").trim();
    now().app.search(known);
  };
  const say = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => ask(input.value), PAUSE);
    list.show();
  };
  const input = /** @type {HTMLInputElement} */ (el("input", {
    type: "search",
    maxlength: 200,
    autocomplete: "off",
    data: { key: "q" },
    on: {
      compositionstart: () => {
        composing = true;
      },
      compositionend: () => {
        composing = false;
        say();
      },
      input: () => {
        if (!composing) say();
      },
      keydown: (/** @type {KeyboardEvent} */ event) => {
        if (composing || list.pressed(event) || event.key !== "Enter") return;
        list.close();
        ask(input.value);
      },
    },
  }));
  const list = suggestions(input, now, [...facets, "place", "initiative"], ({ kind, code, text }) => {
    clearTimeout(timer);
    input.value = known = kind === "place" ? text : "";
    if (kind === "place") ask(text);
    else now().app.take(kind, code);
  });
  return {
    nodes: [el("label", { class: "atlas-search" }, input), list.node],
    set: (/** @type {Model} */ { data: { catalogue: { text } }, state }) => {
      input.placeholder = text.search_hint;
      input.setAttribute("aria-label", text.search);
      list.node.setAttribute("aria-label", text.suggested);
      if (state.filter.q !== known) known = input.value = state.filter.q;
    },
  };
}
