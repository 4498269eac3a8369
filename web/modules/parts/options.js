/** A filter's button and the options behind it, each with what it would give. */

import { button, el, image, replace } from "./dom.js";
import { until } from "../core/filter.js";
import { fill, fold } from "../core/text.js";

/** @typedef {import("../app.js").Model} Model */
/** @typedef {import("../app.js").App} App */

const SEARCHED = 12;

/** @param {string[]} facets @param {() => {model: Model, app: App}} now
 * @param {(() => void) | null} [play] Shows the codes one after the other. */
export function facetButton(facets, now, play = null) {
  const box = el("div", { class: "atlas-options", popover: "auto" }),
    opener = button("atlas-facet", {
      "aria-haspopup": "dialog",
      data: { key: `facet-${facets[0]}`, name: facets[0] },
    }, () => box.togglePopover());
  const drop = button("atlas-drop", { data: { key: `drop-${facets[0]}` } }, () => clear());
  const node = el("span", { class: "atlas-choice" }, opener, drop, box);
  const clear = () => {
    const { app } = now();
    facets.forEach((facet) => app.choose(facet, []));
    opener.focus();
  };
  box.addEventListener("beforetoggle", (event) => {
    const opening = /** @type {ToggleEvent} */ (event).newState === "open";
    opener.setAttribute("aria-expanded", String(opening));
    if (opening) {
      fillBox(box, facets, now, play);
      place(box, opener);
    }
  });
  return {
    node,
    set() {
      const { model } = now(), { catalogue: { text, forms, names } } = model.data;
      const chosen = facets.flatMap((facet) =>
        (model.state.filter.codes[facet] || []).map((code) => nameOf(model, facet, code))
      );
      const name = facets.length > 1 ? text.other_filters : names[facets[0]];
      const words = chosen.length > 1
        ? fill(forms.chosen_more, { name: chosen[0], n: chosen.length - 1 })
        : chosen[0] || name;
      if (opener.textContent !== words) opener.textContent = words;
      opener.title = chosen.length ? `${name}${text.colon}${chosen.join(model.data.catalogue.comma)}` : "";
      node.classList.toggle("on", chosen.length > 0);
      drop.hidden = !chosen.length;
      drop.setAttribute(
        "aria-label",
        fill(forms.page_remove, { name: chosen.join(model.data.catalogue.comma) }),
      );
      if (box.matches(":popover-open")) fillBox(box, facets, now, play);
    },
  };
}

/** @param {Model} model @param {string} facet @param {string} code */
function nameOf({ data: { catalogue: { text, forms, labels }, index } }, facet, code) {
  if (facet !== "year") return labels[facet][code] || code;
  return code === index.undated ? text.year_undated : fill(forms.year_end, { year: code });
}

/** Under what opens it, inside the window. @param {HTMLElement} box @param {HTMLElement} opener */
export function place(box, opener, most = 300) {
  const { left, bottom } = opener.getBoundingClientRect(), wide = Math.min(most, window.innerWidth - 16);
  Object.assign(box.style, {
    width: `${wide}px`,
    left: `${Math.max(8, Math.min(left, window.innerWidth - wide - 8))}px`,
    top: `${bottom + 4}px`,
    maxHeight: `${Math.max(160, window.innerHeight - bottom - 20)}px`,
  });
}

/** @param {HTMLElement} box @param {string[]} facets @param {() => {model: Model, app: App}} now
 * @param {(() => void) | null} play */
function fillBox(box, facets, now, play) {
  const { model } = now(), { names, text } = model.data.catalogue, top = box.scrollTop;
  const old = box.querySelector("input"), typed = old ? old.value : "";
  box.setAttribute("aria-label", facets.map((facet) => names[facet]).join());
  const begin = play && button("atlas-play", { text: `▶ ${text.years_play}`, data: { key: "play-begin" } }, () => {
    box.hidePopover();
    play();
  });
  replace(box, begin, ...facets.map((facet) => group(facet, facets.length > 1, now)));
  const field = box.querySelector("input");
  if (field && typed) {
    field.value = typed;
    narrow(field);
  }
  box.scrollTop = top;
}

/** @param {string} facet @param {boolean} titled @param {() => {model: Model, app: App}} now */
function group(facet, titled, now) {
  const { model } = now(), { names } = model.data.catalogue, codes = ordered(model, facet);
  const list = el(
    "div",
    { class: "atlas-list", role: "group", "aria-label": names[facet] },
    ...codes.map((code) => option(facet, code, now)),
    !codes.length && model.data.told && el("p", { class: "atlas-why", text: model.data.catalogue.text.counting }),
  );
  const field = codes.length > SEARCHED && find(model);
  return el("section", {}, titled && el("h4", { text: names[facet] }), field, list);
}

/** Typing narrows a long list. @param {Model} model */
function find({ data: { catalogue: { text } } }) {
  const words = text.find_option, props = { type: "search", class: "atlas-find", autocomplete: "off" };
  return el("input", {
    ...props,
    placeholder: words,
    "aria-label": words,
    data: { key: "find" },
    on: { input: (/** @type {Event} */ event) => narrow(/** @type {HTMLInputElement} */ (event.target)) },
  });
}

/** @param {HTMLInputElement} field */
function narrow(field) {
  const asked = fold(field.value), list = field.nextElementSibling;
  list?.querySelectorAll("button").forEach((node) => {
    node.hidden = !fold(node.textContent || "").includes(asked);
  });
}

/** Vocabularies with an order of their own keep it; else what gives most first, and nothing that gives none.
 * @param {Model} model @param {string} facet */
function ordered({ data: { catalogue }, counted, state }, facet) {
  const n = counted(facet), own = catalogue.order[facet], codes = Object.keys(n);
  if (facet === "year") return codes.sort();
  if (own) return own.filter((code) => code in n);
  const kept = state.filter.codes[facet] || [];
  return codes.filter((code) => n[code] || kept.includes(code)).sort((a, b) => n[b] - n[a] || (a < b ? -1 : 1));
}

/** @param {string} facet @param {string} code @param {() => {model: Model, app: App}} now */
function option(facet, code, now) {
  const { model } = now(), n = model.counted(facet)[code] || 0, chosen = model.state.filter.codes[facet] || [];
  const on = chosen.includes(code), form = code === "admin1" ? "city" : code;
  return button(
    "atlas-option",
    { "aria-pressed": on, disabled: !n && !on, data: { key: `${facet}-${code}`, facet, code } },
    () => {
      const { app } = now();
      if (facet === "year") {
        app.choose(facet, turned(model, code, chosen));
      } else app.toggle(facet, code);
    },
    el("i", { class: "atlas-box", "aria-hidden": "true" }),
    facet === "precision" && image(model.host.symbol(`precision-${form}`)),
    el("span", { class: "atlas-name", text: optionName(model, facet, code) }),
    el("span", { class: "atlas-n", text: n }),
  );
}

/** @param {Model} model @param {string} facet @param {string} code */
function optionName(model, facet, code) {
  const { text } = model.data.catalogue;
  if (facet !== "year" || code !== model.data.index.undated) return nameOf(model, facet, code);
  return until(model.state.filter) ? text.year_undated_too : text.year_undated_only;
}

/** One year at a time; with it, or alone, what has no date.
 * @param {Model} model @param {string} code @param {string[]} chosen */
function turned({ data: { index } }, code, chosen) {
  if (chosen.includes(code)) return chosen.filter((one) => one !== code);
  return code === index.undated ? [...chosen, code] : [code, ...chosen.filter((one) => one === index.undated)];
}
