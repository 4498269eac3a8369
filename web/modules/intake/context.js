/** What every part of the review is drawn from: where it stands, what things are called, and what can be done. */

import { fill } from "../core/text.js";
import { entryOf, itemOf } from "./state.js";

/** @typedef {import("./draft.js").Clue} Clue */
/** @typedef {import("./draft.js").Draft} Draft */
/** @typedef {import("./draft.js").DraftPlace} DraftPlace */
/** @typedef {import("./draft.js").Spot} Spot */
/** @typedef {import("./state.js").Action} Action */
/** @typedef {import("./state.js").State} State */
/** @typedef {{[code: string]: string}} Named */
/**
 * @typedef {{key: string, ja: string, en: string, country: string, lon: number, lat: number, precision: string}} Point
 * @typedef {{title: string, where: string, focus: number, countries: string[], partners: string[], themes: string[],
 *   instruments: string[], steps: string[]}} Known An initiative of the atlas.
 * @typedef {{country: Named, partner: Named, theme: Named, instrument: Named, status: Named, role: Named,
 *   region: Named, precision: Named, focus: Named, reason: Named, also: Record<string, Record<string, string[]>>,
 *   points: Record<string, [number, number]>, gazetteer: Point[], known: Record<string, Known>}} Names
 *   `also` has all names of a code, in both languages.
 * @typedef {{n: string, what: string, error?: string, name?: string, data?: string, left?: number,
 *   spots?: Spot[]}} Answer
 * @typedef {{lang: "ja" | "en", words: import("../core/text.js").Words, names: Names, draft: Draft | null,
 *   token: string, answer: Answer | null, ground: import("./parts/minimap.js").Ground | null}} Given
 * @typedef {{tell: (what: object) => void, symbol: (name: string) => string}} Host
 * @typedef {null | "split" | "refuse" | "close"} Mode A question that stands open.
 * @typedef {{act: (action: Action, quiet?: boolean) => void, take: () => void, edit: () => void, save: () => void,
 *   leave: () => void, ask: (what: string, more?: object) => void, panel: (mode: Mode) => void,
 *   note: (words: string) => void}} Deeds A quiet act is one that the fields show already.
 * @typedef {{state: State, found: Spot[], mode: Mode, waits: boolean, letters: string[], host: Host}} Now
 */

const SURE = [0.34, 0.67];

/** Words by their keys. @param {import("../core/text.js").Words} words */
export const sayer = ({ text, forms }) =>
  (/** @type {string} */ key, /** @type {Record<string, string | number>} */ values = {}) =>
    text[key] ?? (forms[key] ? fill(forms[key], values) : key);

/** @param {Given} given @param {Now} now @param {Deeds} deeds */
export function contextOf({ lang, names, words, ground }, now, deeds) {
  const say = sayer(words), { state } = now;
  const told = (/** @type {string[]} */ keys) => keys.find((key) => key in words.text || key in words.forms);
  const point = (/** @type {string} */ key) => names.gazetteer.find((one) => one.key === key);
  return {
    ...now, ...deeds, lang, names, ground, say, point, item: itemOf(state), entry: entryOf(state),
    other: /** @type {"ja" | "en"} */ (lang === "ja" ? "en" : "ja"),

    /** What a proposal comes from. @param {Clue} clue */
    why({ rule, near }) {
      const key = told([rule, `intake_rule_${rule}`]);
      const title = near && (names.known[near]?.title || near);
      return `${key ? say(key) : ""}${title ? say("intake_learnt", { title }) : ""}`;
    },

    /** What reading the document left to tell. */
    remarks: () => (state.draft.remarks || []).map(({ key, values }) => say(`intake_${key}`, {
      ...values, names: String(values.codes || "").split(" ").map((code) => names.country[code] || code)
        .join(say("intake_comma")),
    })),

    /** @param {string} key */
    doubt: (key) => say(told([key, `intake_doubt_${key}`]) || key),

    /** @param {number} margin */
    sure: (margin) => say(`intake_sure_${margin < SURE[0] ? "low" : margin < SURE[1] ? "medium" : "high"}`),

    /** A date as the atlas writes it: 18 Mar 2026, 2026年3月. @param {string} date */
    dated(date) {
      const parts = date.split("-").length;
      if (Number.isNaN(Date.parse(date))) return date;
      return new Intl.DateTimeFormat(lang === "ja" ? "ja" : "en-GB", {
        timeZone: "UTC", year: "numeric", month: parts > 1 ? lang === "ja" ? "long" : "short" : undefined,
        day: parts > 2 ? "numeric" : undefined,
      }).format(Date.parse(date));
    },

    /** @param {string} key */
    organisation(key) {
      const own = state.draft.organisations.find((one) => one.key === key)?.name;
      return names.partner[key] || (own && (own[lang] || own.ja || own.en)) || names.country[key] || key;
    },

    /** @param {DraftPlace} place */
    named({ country, region, place, spot, precision }) {
      const at = place ? point(place) : null;
      const name = at ? at[lang] : spot ? spot.name[lang] || spot.name.en || spot.name.ja : place;
      const land = country ? names.country[country] || country : names.region[region || ""] || "";
      const exact = names.precision[precision] || precision;
      return name ? say("intake_spot", { name, land, exact }) : say("intake_land", { land, exact });
    },
  };
}

/** @typedef {ReturnType<typeof contextOf>} Review */
