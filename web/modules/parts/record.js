/** One initiative in full: status, date, amount, partner and source first; how sure its places are after. */

import { basketBox, tooLong } from "./basket/bar.js";
import { button, el, image, webLink } from "./dom.js";
import { progressOf, progressText } from "../core/progress.js";
import { placeOf } from "./rows.js";
import { fill } from "../core/text.js";

/** @typedef {import("../app.js").Model} Model */
/** @typedef {import("../app.js").App} App */
/** @typedef {{text: string, address: string | null, date: string}} Source */
/** @typedef {{id: string, focus: number, area: string, title: string, other: string, summary: string, basis: string,
 *   tags: string[], facts: [string, string][], mentions: [string, string][], terms: [string, string][],
 *   places: {form: string, place: string, how: string, note: string | null, source: Source | null}[],
 *   milestones: {iso: string, date: string, status: string, where: string, note: string | null, money: string,
 *     differs: string, source: Source | null}[], related?: [string, string][], cite?: string,
 *   link?: string}} RecordFile */

/** The way through the list and back. @param {Model} model @param {App} app @param {string[]} order
 * @param {(() => void) | null} zoom */
export function recordBar(model, app, order, zoom) {
  const { state, data: { catalogue: { text, forms } } } = model;
  const at = order.indexOf(String(state.id));
  const step = (/** @type {string} */ id, /** @type {string} */ words, /** @type {string} */ key) =>
    button("atlas-step", { text: words, data: { key } }, () => app.open(id));
  return el(
    "header",
    { class: "atlas-bar" },
    button("atlas-back", {
      text: `‹ ${text.page_list_short}`,
      data: { key: "close" },
      "aria-label": text.close,
    }, () => app.open(null)),
    at < 0 && el("span", { class: "atlas-position", text: text.hidden }),
    at >= 0 && step(/** @type {string} */ (order.at(at - 1)), `‹ ${text.previous}`, "previous"),
    at >= 0 &&
      el("span", { class: "atlas-position", text: fill(forms.position, { i: at + 1, n: order.length }) }),
    at >= 0 && step(order[(at + 1) % order.length], `${text.next} ›`, "next"),
    basketBox(model, app, String(state.id), String(state.id)),
    tooLong(model),
    zoom && button("atlas-step atlas-zoom", { text: text.zoom, data: { key: "zoom" } }, zoom),
  );
}

/** @param {Source | null} one */
const source = (one) =>
  one &&
  el(
    "p",
    { class: "atlas-source" },
    webLink(one.text, one.address),
    one.date ? el("span", { text: ` ${one.date}` }) : null,
  );

/** @param {string} name @param {...import("./dom.js").Child} children */
const section = (name, ...children) => el("section", {}, el("h4", { text: name }), ...children);

/** @param {Model} model @param {RecordFile} one @param {App} app */
export function record(model, one, app) {
  const { data: { catalogue }, host, year } = model, { text, forms, lang } = catalogue;
  return el(
    "article",
    { class: "atlas-record" },
    el(
      "p",
      { class: "atlas-tags" },
      el(
        "span",
        { class: `atlas-tag atlas-area-${one.focus}` },
        image(host.symbol(`focus${one.focus}-site`)),
        el("span", { text: one.area }),
      ),
      ...one.tags.map((name) => el("span", { class: "atlas-tag", text: name })),
    ),
    el("h3", { text: one.title, tabindex: -1 }),
    el("p", { class: "atlas-other", text: one.other, lang: lang === "ja" ? "en" : "ja" }),
    facts(model, one),
    el("p", { class: "atlas-summary", text: one.summary }),
    one.milestones.length > 0 &&
      section(text.milestones, ...one.milestones.map((step) => milestone(step, year, forms))),
    ...one.facts.filter(([name]) => name !== text.partners).map(([name, words]) =>
      section(name, el("p", { text: words }))
    ),
    section(
      text.places,
      ...one.places.map((place) =>
        el(
          "div",
          { class: "atlas-place" },
          el(
            "p",
            {},
            image(host.symbol(`focus${one.focus}-${place.form}`), "atlas-form"),
            el("b", { text: place.place }),
          ),
          el("p", { class: "atlas-how", text: place.how }),
          place.note && el("p", { class: "atlas-how", text: place.note }),
          source(place.source),
        )
      ),
    ),
    section(
      text.named_in,
      el("p", { class: "atlas-how", text: one.basis }),
      el(
        "ul",
        {},
        ...one.mentions.map(([short, words]) => el("li", {}, el("b", { text: short }), ` ${words}`)),
      ),
    ),
    related(one, app, catalogue),
    one.terms.length > 0 &&
      section(
        text.terms,
        el(
          "dl",
          {},
          ...one.terms.flatMap(([term, words]) => [el("dt", { text: term }), el("dd", { text: words })]),
        ),
      ),
    one.link && section(text.link, el("p", { class: "atlas-cite", text: one.link })),
    one.cite && section(text.cite, el("p", { class: "atlas-cite", text: one.cite })),
    host.extras ? host.extras(model, one) : null,
  );
}

/** Status, date, amount, partner and source, in that order; the source is that of the very milestone that stands.
 * @param {Model} model @param {RecordFile} one */
function facts(model, one) {
  const { data, year } = model, { catalogue } = data, { text } = catalogue;
  const at = catalogue.rows.findIndex((row) => row.id === one.id), row = catalogue.rows[at];
  const rows = data.index.initiative.flatMap((number, site) => (number === at ? [site] : []));
  const found = progressOf(row.steps, rows, placeOf(model), year, catalogue);
  const cited = found.one && one.milestones[row.steps.indexOf(found.one.step)].source;
  const partners = one.facts.find(([name]) => name === text.partners);
  const term = (
    /** @type {string} */ name,
    /** @type {import("./dom.js").Child} */ said,
  ) => [el("dt", { text: name }), el("dd", {}, said)];
  return el(
    "dl",
    { class: "atlas-facts" },
    ...term(text.status, el("b", { text: progressText(found, catalogue) || text.no_date })),
    ...(partners ? term(partners[0], partners[1]) : []),
    ...(cited ? term(text.source, source(cited)) : []),
  );
}

/** @param {RecordFile["milestones"][number]} step @param {string | null} year
 * @param {Record<string, import("../core/text.js").Template>} forms */
function milestone(step, year, forms) {
  const later = Boolean(year) && step.iso.slice(0, 4) > String(year);
  return el(
    "div",
    { class: later ? "atlas-milestone later" : "atlas-milestone" },
    el(
      "p",
      {},
      el("span", { class: "atlas-when", text: `${step.date} ` }),
      el("b", { text: step.status }),
      step.money ? ` — ${step.money}` : "",
      step.where ? ` — ${step.where}` : "",
      later ? ` — ${fill(forms.year_later, { year: String(year) })}` : "",
    ),
    step.differs && el("p", { class: "atlas-how", text: step.differs }),
    step.note && el("p", { class: "atlas-how", text: step.note }),
    source(step.source),
  );
}

/** @param {RecordFile} one @param {App} app @param {import("../app.js").Catalogue} catalogue */
function related(one, app, { rows, text }) {
  if (!one.related || !one.related.length) return null;
  const titles = one.related.map(([id, why]) =>
    el(
      "li",
      {},
      button(
        "atlas-link",
        { text: rows.find((row) => row.id === id)?.title, data: { key: `related-${id}` } },
        () => app.open(id),
      ),
      el("span", { class: "atlas-how", text: ` — ${why}` }),
    )
  );
  return section(text.related, el("ul", { class: "atlas-related" }, ...titles));
}
