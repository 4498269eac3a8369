/** The list beside the map: what is shown, in groups that open; a country's with a search of its own. */

import { basketBar } from "./basket/bar.js";
import { button, el, FOCUS_ORDER, image } from "./dom.js";
import { countryOf, firstOf, sectionsOf, memory } from "./sections.js";
import { entry } from "./rows.js";
import { didYouMean } from "../core/nearest.js";
import { fill } from "../core/text.js";

/** @typedef {import("../app.js").Model} Model */
/** @typedef {import("../app.js").App} App */
/** @typedef {import("./sections.js").Group} Group */
/** @typedef {import("./sections.js").Memory} Memory */

const MOST = 100, SEARCHED = 12;

/** @param {Model} model @param {App} app @param {Memory} kept @param {() => void} again */
export function list(model, app, kept, again) {
  const country = countryOf(model), special = Boolean(country) || model.panel.kind !== "all";
  const subject = JSON.stringify([country, model.panel]);
  if (kept.subject !== subject) Object.assign(kept, memory(), { subject, sort: kept.sort, tray: kept.tray });
  const groups = sectionsOf(model, kept), byArea = groups.some((group) => group.numeral);
  const { text } = model.data.catalogue, how = { signed: byArea, placed: !country };
  const bar = basketBar(model, app, kept.tray, again), gathered = model.state.basket.length > 0;
  return [
    gathered && bar,
    special ? subjectHead(model, app, country) : head(model, kept, again),
    !gathered && bar,
    special && model.shown.length > SEARCHED && finder(model, kept, again),
    byArea && jump(groups, kept, again),
    !groups.length && el("p", { class: "atlas-why", text: model.shown.length ? text.none_found : text.empty }),
    !model.shown.length && meant(model, app),
    ...groups.map((group) => section(model, app, group, firstOf(group, groups), kept, again, how)),
  ];
}

/** @param {Model} model @param {Memory} kept @param {() => void} again */
function head({ counts, data: { catalogue: { text, forms } } }, kept, again) {
  const sort = el(
    "select",
    { "aria-label": text.sort, data: { key: "sort" } },
    ...(/** @type {const} */ (["newest", "document"])).map((code) =>
      el("option", { value: code, text: text[`sort_${code}`], selected: kept.sort === code })
    ),
  );
  sort.addEventListener("change", () => {
    kept.sort = /** @type {any} */ (sort).value;
    again();
  });
  return el(
    "header",
    { class: "atlas-head" },
    el("h3", { text: fill(counts.i < counts.all ? forms.page_counts : forms.page_counts_all, counts) }),
    sort,
    el("p", { text: fill(forms.counts_split, counts) }),
  );
}

/** @param {Model} model @param {App} app @param {string | null} country */
function subjectHead(model, app, country) {
  const { panel, data: { catalogue: { text }, features }, host } = model,
    n = countOf(model, model.shown);
  const name = country
    ? features.countries[country]?.name || country
    : panel.kind === "place"
    ? panel.name
    : text.not_placed;
  const back = button("atlas-back", { text: `‹ ${text.all}`, data: { key: "back" } }, () => {
    if (panel.kind !== "all") app.list({ kind: "all" });
    else app.choose("country", []);
  });
  const signs = FOCUS_ORDER.map((code) => [code, countOf(model, model.shown.filter((one) => one.row.focus === code))])
    .filter(([, count]) => count);
  return el(
    "header",
    { class: "atlas-head" },
    back,
    el(
      "h3",
      {},
      el("span", { text: name }),
      el("b", { text: ` ${n}` }),
      el("small", { text: ` ${text.unit}` }),
    ),
    el(
      "p",
      { class: "atlas-signs" },
      ...signs.flatMap(([code, count]) => [image(host.symbol(`focus${code}-site`)), el("b", { text: count })]),
      country && host.country && !model.data.told && leads(model, country),
    ),
    panel.kind === "off" && el("p", { class: "atlas-why", text: text.not_placed_why }),
  );
}

/** How many initiatives some of the list stand for: all of their focus areas where the list has the first ones only.
 * @param {Model} model @param {import("../app.js").Shown[]} some */
function countOf({ panel, data: { told } }, some) {
  if (!told || panel.kind !== "all") return new Set(some.map((one) => one.at)).size;
  return [...new Set(some.map((one) => one.row.focus))].reduce((sum, code) => sum + (told.areas[code] || 0), 0);
}

/** Where a country leads. @param {Model} model @param {string} country */
function leads({ host, data: { catalogue: { text } } }, country) {
  return el(
    "span",
    { class: "atlas-leads" },
    button("atlas-link", { text: text.country_page, data: { key: "country-page" } }, () => host.country?.(country)),
    button("atlas-link", { text: text.compare_with, data: { key: "compare" } }, () => host.compare?.(country)),
  );
}

/** @param {Model} model @param {App} app */
function meant({ state: { filter }, data: { index, catalogue: { forms } } }, app) {
  const near = didYouMean(index, filter);
  return near && button(
    "atlas-more atlas-meant",
    { text: fill(forms.did_you_mean, { q: near }), data: { key: "meant" } },
    () => app.search(near),
  );
}

/** @param {Model} model @param {Memory} kept @param {() => void} again */
function finder({ shown, data: { catalogue: { forms } } }, kept, again) {
  const words = fill(forms.find_in, { n: shown.length });
  const field = /** @type {HTMLInputElement} */ (el("input", {
    type: "search",
    class: "atlas-find",
    placeholder: words,
    "aria-label": words,
    value: kept.typed,
    autocomplete: "off",
    data: { key: "find-in" },
  }));
  field.addEventListener("input", (event) => {
    kept.typed = field.value;
    if (!(/** @type {InputEvent} */ (event).isComposing)) again();
  });
  field.addEventListener("compositionend", () => again());
  return field;
}

/** @param {Group[]} groups @param {Memory} kept @param {() => void} again */
function jump(groups, kept, again) {
  return el(
    "nav",
    { class: "atlas-jump" },
    ...groups.map((group) =>
      button(
        "",
        { title: group.name, data: { key: `jump-${group.key}` } },
        () => {
          kept.open.set(group.key, "all");
          again();
          document.querySelector(`[data-group="${CSS.escape(group.key)}"]`)?.scrollIntoView({ block: "start" });
        },
        el("span", { text: group.numeral }),
        el("b", { text: ` ${group.some.length}` }),
      )
    ),
  );
}

/** @param {Model} model @param {App} app @param {Group} group @param {number} first @param {Memory} kept
 * @param {() => void} again @param {{signed: boolean, placed: boolean}} how */
function section(model, app, group, first, kept, again, how) {
  const { host, data: { catalogue: { text, forms } } } = model,
    state = kept.whole ? "all" : kept.open.get(group.key) || (first ? "few" : "none");
  const n = kept.whole ? Infinity : state === "all" ? MOST : state === "none" ? 0 : first,
    some = group.some.slice(0, n),
    left = group.some.length - some.length, all = countOf(model, group.some);
  const turn = (/** @type {"few" | "all" | "none"} */ next) => {
    kept.open.set(group.key, next);
    again();
  };
  return el(
    "section",
    { class: `atlas-group ${group.sign ? `atlas-area-${group.sign}` : ""}`, data: { group: group.key } },
    el(
      "h4",
      {},
      button(
        "atlas-fold",
        { "aria-expanded": state !== "none", data: { key: group.key } },
        () => turn(state === "none" ? (first ? "few" : "all") : "none"),
        group.sign
          ? image(host.symbol(`focus${group.sign}-site`))
          : el("b", { class: "atlas-numeral", text: group.numeral }),
        el("span", { class: "atlas-name", text: group.name }),
        el("b", { class: "atlas-n", text: `${all}${text.unit}` }),
      ),
    ),
    some.length > 0 && el("ul", {}, ...some.map((one) => entry(model, app, one, how))),
    state !== "none" && left > 0 && state !== "all" &&
      button(
        "atlas-more",
        { text: fill(forms.show_more, { n: left }), data: { key: `more-${group.key}` } },
        () => turn("all"),
      ),
    (state === "all" ? left > 0 || some.length < all : state !== "none" && !left && some.length < all) &&
      el("p", { class: "atlas-why", text: fill(forms.results_first, { n: some.length, all }) }),
  );
}
