/** An initiative as a line of a list: title, countries and partners, status with its date and amount. */

import { basketBox } from "./basket/bar.js";
import { button, el, image } from "./dom.js";
import { standingOf } from "../core/progress.js";
import { fill } from "../core/text.js";

/** @typedef {import("../app.js").Model} Model */
/** @typedef {import("../app.js").App} App */
/** @typedef {import("../app.js").Shown} Shown */

const COUNTRIES = 3, PARTNERS = 1;

/** @param {Model} model */
export const wordsOf = ({ data: { catalogue } }) => catalogue;

/** What a row of the index stands for. @param {Model} model */
export const placeOf = ({ data: { features, regions } }) => (/** @type {number} */ row) => {
  const { name, countries } = features.sites[row];
  return { name, countries, region: regions[row] };
};

/** @param {string[]} names @param {number} most @param {string} comma
 * @param {import("../core/text.js").Template} more */
function few(names, most, comma, more) {
  const left = names.length - most;
  return left > 0 ? names.slice(0, most).join(comma) + fill(more, { n: left }) : names.join(comma);
}

/** Where an initiative is by the sites that are shown: countries, and the names of places in none.
 * @param {Model} model @param {Shown} one */
function where({ data: { features, catalogue: { comma, forms } } }, { rows }) {
  const named = rows.map((row) => features.sites[row]).flatMap((
    { countries, name },
  ) => (countries.length ? countries.map((code) => features.countries[code]?.name || code) : [name]));
  return few([...new Set(named)], COUNTRIES, comma, forms.more_short);
}

/** @param {Model} model @param {string[]} partners */
export function partnersText({ data: { catalogue: { labels, comma, forms } } }, partners, most = PARTNERS) {
  const named = few(partners.map((code) => labels.partner[code] || code), most, comma, forms.more_short);
  return named ? fill(forms.with_partner, { names: named }) : "";
}

/** The status word, its date and the amount.
 * @param {Model} model @param {Shown} one */
export function standingLine(model, { row, rows }) {
  const { where, status, date, money, several } = standingOf(
    row.steps, rows, placeOf(model), model.year, model.data.catalogue,
  );
  return el(
    "span", { class: "atlas-status" }, where, status && el("b", { text: status }), date,
    money && "\u3000", several ? el("u", { text: money }) : money,
  );
}

/**
 * @param {Model} model @param {App} app @param {Shown} one
 * @param {{signed?: boolean, placed?: boolean}} [how] With the sign of its focus area; with its countries.
 */
export function entry(model, app, one, { signed = false, placed = true } = {}) {
  const { row } = one, { state, host, data: { catalogue: { text } } } = model;
  const here = new Set(one.rows.flatMap((site) => model.data.features.sites[site].countries));
  const others = row.partners.filter((code) => !here.has(code)); // a country is no partner of its own
  const partners = partnersText(model, others), place = placed ? where(model, one) : "";
  return el(
    "li",
    { class: "atlas-line" },
    basketBox(model, app, row.id, row.title),
    button(
      "atlas-entry",
      {
        data: { id: row.id, key: `entry-${row.id}` },
        "aria-current": state.id === row.id ? "true" : null,
      },
      () => app.open(row.id),
      signed && image(host.symbol(`focus${row.focus}-site`)),
      el(
        "span",
        { class: "atlas-words" },
        el("span", { class: "atlas-title", text: row.title }),
        (place || partners) &&
          el("span", { class: "atlas-where", text: [place, partners].filter(Boolean).join("\u3000") }),
        standingLine(model, one),
      ),
      el("span", { class: "atlas-hidden", text: signed ? text.record : "" }),
    ),
  );
}
