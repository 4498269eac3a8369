/** What is done to one entry: its places, its chips, the cut of it in two. All give a new entry. */

import { blank } from "./draft.js";

/** @typedef {import("./draft.js").Clue} Clue */
/** @typedef {import("./draft.js").DraftPlace} DraftPlace */
/** @typedef {import("./draft.js").Entry} Entry */
/** @typedef {import("./draft.js").Item} Item */
/** @typedef {import("./draft.js").Spot} Spot */
/** @typedef {"themes" | "instruments" | "partners"} List */
/** @typedef {{key: string, place: DraftPlace, clue: Clue | null}} Option A place to choose. */

export const NO_REGION = "global";
const NOWHERE = { country: null, region: null, place: null, spot: null, role: null };

/** @param {Entry} entry @param {List} list @param {string} code @returns {Entry} */
export const without = (entry, list, code) => ({ ...entry, [list]: entry[list].filter((one) => one !== code) });

/** @param {Entry} entry @param {List} list @param {string} code @returns {Entry} */
export const withOne = (entry, list, code) =>
  entry[list].includes(code) ? entry : { ...entry, [list]: [...entry[list], code] };

/** @param {string} country @param {string | null} [role] @returns {DraftPlace} */
export const inCountry = (country, role = null) => ({ ...NOWHERE, country, role, precision: "country" });

/** @param {string} region @returns {DraftPlace} */
export const inRegion = (region) => ({ ...NOWHERE, region, precision: "region" });

/** A point of the gazetteer. @param {{key: string, country: string, precision: string}} point @returns {DraftPlace} */
export const atPoint = ({ key, country, precision }) => ({ ...NOWHERE, country, place: key, precision });

/** A point that it lacks. @param {Spot} spot @returns {DraftPlace} */
export const atSpot = (spot) => ({ ...NOWHERE, country: spot.country, spot, precision: spot.precision });

/** What tells one place from another. @param {DraftPlace} place */
export const placeKey = ({ country, region, place, spot }) =>
  region ? `r:${region}` : place ? `p:${place}` : spot ? `s:${spot.lon},${spot.lat}` : `c:${country}`;

/** The codes of the countries of an entry, each once. @param {Entry} entry */
export const countriesOf = ({ places }) =>
  [...new Set(places.flatMap((one) => one.country ? [one.country] : []))];

/** @param {Entry} entry @param {DraftPlace} place A country or region; it ends that the entry has none.
 * @returns {Entry} */
export function withLand(entry, place) {
  const there = entry.places.some((one) => place.country ? one.country === place.country : one.region === place.region);
  const stays = entry.places.filter((one) => one.region !== NO_REGION);
  return there ? entry : { ...entry, places: [...stays, place] };
}

/** @param {Entry} entry @param {string} code Of a country or region. @returns {Entry} */
export const withoutLand = (entry, code) =>
  ({ ...entry, places: entry.places.filter((one) => one.country !== code && one.region !== code) });

/** The codes of the regions of an entry. @param {Entry} entry */
export const regionsOf = ({ places }) => places.flatMap((one) => one.region ? [one.region] : []);

/** What is chosen goes; a point takes the place of its country as a whole, and the other way round.
 * @param {Entry} entry @param {DraftPlace} place @returns {Entry} */
export function turnedPlace(entry, place) {
  const key = placeKey(place), { places } = entry;
  if (places.some((one) => placeKey(one) === key)) {
    return { ...entry, places: places.filter((one) => placeKey(one) !== key) };
  }
  const whole = place.precision === "country";
  const stays = places.filter((one) => one.region !== NO_REGION
    && (one.country !== place.country || !place.country || !(whole || one.precision === "country")));
  const role = place.role || places.find((one) => one.country === place.country)?.role || null;
  return { ...entry, places: [...stays, { ...place, role }] };
}

/** Every place that is an entry's or was proposed for its item, each once.
 * @param {Item} item @param {Entry} entry @param {(key: string) => DraftPlace | null} find A region or a point.
 * @returns {Option[]} */
export function options(item, entry, find) {
  const clues = item.clues.filter(({ field }) => field === "place" || field === "country")
    .sort((a, b) => a.rank - b.rank || (a.field === "place" ? -1 : 1));
  const found = /** @type {Map<string, Option>} */ (new Map());
  const put = (/** @type {DraftPlace | null} */ place, /** @type {Clue | null} */ clue) => {
    if (place && !found.has(placeKey(place))) found.set(placeKey(place), { key: placeKey(place), place, clue });
  };
  const proposed = clues.map((clue) => /** @type {const} */ ([placeOf(clue, find), clue]));
  entry.places.forEach((one) =>
    put(one, proposed.find(([place]) => place && placeKey(place) === placeKey(one))?.[1] || null));
  proposed.forEach(([place, clue]) => put(place, clue));
  return [...found.values()];
}

/** @param {Clue} clue @param {(key: string) => DraftPlace | null} find */
const placeOf = (clue, find) =>
  clue.spot ? atSpot(clue.spot) : find(clue.value) || (clue.field === "country" ? inCountry(clue.value) : null);

/** An entry cut in two at a position: each part keeps what its own words say, and what no words say. A country is named
 * once and meant throughout, so no part is left without a place.
 * @param {Item} item @param {Entry} entry @param {number} cut @returns {[Entry, Entry]} */
export function halves(item, entry, cut) {
  const first = part(item, { ...entry, end: cut });
  const second = part(item, { ...entry, start: cut });
  const { start, end } = second, fresh = blank(start, end);
  const words = { title: fresh.title, short_title: fresh.short_title, summary: fresh.summary };
  return [first, { ...second, ...words, id: "", same_as: null, with_item: null }];
}

/** @param {Item} item @param {Entry} entry Of which start and end have moved. @returns {Entry} */
function part({ clues }, entry) {
  const elsewhere = (/** @type {string} */ field, /** @type {string | null} */ value) => {
    const spans = clues.filter((one) => one.field === field && one.value === value).flatMap((one) => one.spans);
    return spans.length > 0 && spans.every(([from, to]) => to <= entry.start || from >= entry.end);
  };
  const here = (/** @type {string} */ field) => (/** @type {string} */ code) => !elsewhere(field, code);
  const places = entry.places.filter((one) => !elsewhere(one.place ? "place" : "country", one.place || one.country));
  return {
    ...entry, places: places.length ? places : entry.places, partners: entry.partners.filter(here("partner")),
    themes: entry.themes.filter(here("theme")),
    instruments: entry.instruments.filter(here("instrument")),
    steps: entry.steps.filter((one) => !elsewhere("date", one.date) && !elsewhere("status", one.status)),
  };
}
