/** The list beside the map: by focus area, newest first; one country's by the statement's areas; what has no place. */

import { button, el, FOCUS_ORDER, image } from "./dom.js";
import { entry } from "./rows.js";
import { fill, fold } from "../core/text.js";

/** @typedef {import("../app.js").Model} Model */
/** @typedef {import("../app.js").App} App */
/** @typedef {import("../app.js").Shown} Shown */
/** @typedef {{key: string, name: string, sign?: string, numeral?: string, some: Shown[]}} Group */
/** @typedef {{open: Map<string, "few" | "all" | "none">, sort: "newest" | "document", typed: string, subject: string}} Memory
 *  What the reader did to the list; it starts anew with another subject. */

const MOST = 100, WHOLE = 12, FEW = 2, SOME = 5, OPEN_AREAS = 2;

/** @returns {Memory} */
export const memory = () => ({ open: new Map(), sort: "newest", typed: "", subject: "" });

/** The one country that is asked for, if that is all there is of places. @param {Model} model */
export function countryOf({ state: { filter: { codes } } }) {
  return (codes.country || []).length === 1 && !(codes.region || []).length ? codes.country[0] : null;
}

/** @param {Model} model @param {App} app @param {Memory} kept @param {() => void} again */
export function list(model, app, kept, again) {
  const country = model.panel.kind === "all" ? countryOf(model) : null,
    subject = JSON.stringify([country, model.panel]);
  if (kept.subject !== subject) Object.assign(kept, memory(), { subject, sort: kept.sort });
  const found = sorted(model.shown.filter((one) => matches(model, one, kept.typed)), kept.sort);
  const areas = country ? byArea(model, found) : [], groups = areas.length > 1 ? areas : byFocus(model, found);
  const special = Boolean(country) || model.panel.kind !== "all";
  return [
    special ? subjectHead(model, app, country) : head(model, kept, again),
    special && model.shown.length > WHOLE && finder(model, kept, again),
    areas.length > 1 && jump(groups, kept, again),
    !found.length &&
    el("p", {
      class: "atlas-why",
      text: model.shown.length ? model.data.catalogue.text.none_found : model.data.catalogue.text.empty,
    }),
    ...groups.filter((group) => group.some.length).map((group, at) =>
      section(model, app, group, firstOf(group, at, groups, found.length), kept, again, {
        signed: areas.length > 1,
        placed: !country,
      })
    ),
  ];
}

/** @param {Shown[]} some @param {"newest" | "document"} sort */
const sorted = (
  some,
  sort,
) => (sort === "document" ? some : [...some].sort((
  a,
  b,
) => (a.row.newest === b.row.newest ? a.at - b.at : a.row.newest < b.row.newest ? 1 : -1)));

/** @param {Model} model @param {Shown} one @param {string} typed */
function matches({ data: { catalogue: { labels } } }, { row }, typed) {
  if (!typed) return true;
  const text = fold(
    [
      row.title,
      ...row.partners.map((code) => labels.partner[code] || code),
      ...row.themes.map((code) => labels.theme[code] || code),
    ].join("\n"),
  );
  return fold(typed).split(/\s+/).every((word) => text.includes(word));
}

/** @param {Model} model @param {Shown[]} found @returns {Group[]} */
function byFocus({ data: { catalogue: { labels } } }, found) {
  return FOCUS_ORDER.map((code) => ({
    key: `focus-${code}`,
    name: labels.focus[code],
    sign: code,
    some: found.filter((one) => one.row.focus === code),
  }));
}

/** @param {Model} model @param {Shown[]} found @returns {Group[]} */
function byArea({ data: { catalogue: { areas, text } } }, found) {
  const named = areas.map(([code, name]) => ({
    key: `area-${code}`,
    name,
    numeral: code,
    some: found.filter((one) => one.row.area === code),
  })).filter((group) => group.some.length);
  const rest = found.filter((one) => !one.row.area);
  return named.length && rest.length
    ? [...named, { key: "area-", name: text.no_area, numeral: text.no_area_short, some: rest }]
    : named;
}

/** How many of a group stand at first: all of a short list, some of the first groups of a long one.
 * @param {Group} group @param {number} at @param {Group[]} groups @param {number} total */
function firstOf(group, at, groups, total) {
  if (total <= WHOLE) return group.some.length;
  const filled = groups.filter((one) => one.some.length).length;
  if (group.numeral) return at < OPEN_AREAS ? SOME : 0;
  return filled > 2 ? FEW : filled === 2 ? SOME : WHOLE;
}

/** @param {Model} model @param {Memory} kept @param {() => void} again */
function head({ counts, data: { catalogue: { text } } }, kept, again) {
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
    el("h3", { text: fill(counts.i < counts.all ? text.page_counts : text.page_counts_all, counts) }),
    sort,
    el("p", { text: fill(text.counts_split, counts) }),
  );
}

/** @param {Model} model @param {App} app @param {string | null} country */
function subjectHead(model, app, country) {
  const { panel, data: { catalogue: { text }, features }, host } = model,
    n = new Set(model.shown.map((one) => one.at)).size;
  const name = country
    ? features.countries[country]?.name || country
    : panel.kind === "place"
    ? panel.name
    : text.not_placed;
  const back = button("atlas-back", { text: `‹ ${text.all}`, data: { key: "back" } }, () => {
    if (panel.kind !== "all") app.list({ kind: "all" });
    else app.choose("country", []);
  });
  const signs = FOCUS_ORDER.map((code) => [code, model.shown.filter((one) => one.row.focus === code).length])
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
    country && host.country &&
      button(
        "atlas-link",
        { text: text.country_page, data: { key: "country-page" } },
        () => host.country?.(country),
      ),
    el(
      "p",
      { class: "atlas-signs" },
      ...signs.flatMap(([code, count]) => [image(host.symbol(`focus${code}-site`)), el("b", { text: count })]),
    ),
    panel.kind === "off" && el("p", { class: "atlas-why", text: text.not_placed_why }),
  );
}

/** @param {Model} model @param {Memory} kept @param {() => void} again */
function finder({ shown, data: { catalogue: { text } } }, kept, again) {
  const words = fill(text.find_in, { n: shown.length });
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
    ...groups.filter((group) => group.some.length).map((group) =>
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
  const { host, data: { catalogue: { text } } } = model,
    state = kept.open.get(group.key) || (first ? "few" : "none");
  const n = state === "all" ? MOST : state === "none" ? 0 : first,
    some = group.some.slice(0, n),
    left = group.some.length - some.length;
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
        el("b", { class: "atlas-n", text: `${group.some.length}${text.unit}` }),
      ),
    ),
    some.length > 0 && el("ul", {}, ...some.map((one) => entry(model, app, one, how))),
    state !== "none" && left > 0 && state !== "all" &&
      button(
        "atlas-more",
        { text: fill(text.show_more, { n: left }), data: { key: `more-${group.key}` } },
        () => turn("all"),
      ),
    state === "all" && left > 0 &&
      el("p", { class: "atlas-why", text: fill(text.results_first, { n, all: group.some.length }) }),
  );
}
