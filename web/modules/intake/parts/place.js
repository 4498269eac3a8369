/** Where an entry stands: the candidates with their letters on a small map, or not on the map; a search for another. */

import { fold } from "../../core/text.js";
import { button, el } from "../../parts/dom.js";
import { atPoint, atSpot, inRegion, NO_REGION, options, placeKey, turnedPlace } from "../entry.js";
import { choice, text, way } from "./fields.js";
import { minimap } from "./minimap.js";

/** @typedef {import("../draft.js").DraftPlace} DraftPlace */
/** @typedef {import("../draft.js").Entry} Entry */
/** @typedef {import("../entry.js").Option} Option */
/** @typedef {import("../context.js").Review} Review */

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ", SHOWN = 8, FOUND = 8;

/** @param {Review} review @param {Entry} entry */
export function places(review, entry) {
  const { item, say, ground, names, act, point } = review;
  const all = options(item, entry, (key) => {
    const known = point(key);
    return known ? atPoint(known) : key in names.region ? inRegion(key) : null;
  });
  const shown = all.filter((one) => one.place.region !== NO_REGION).slice(0, LETTERS.length);
  const chosen = new Set(entry.places.map(placeKey));
  const marks = shown.flatMap(({ place, key }, at) => {
    const spot = where(review, place);
    return spot ? [{ letter: LETTERS[at], lon: spot[0], lat: spot[1], chosen: chosen.has(key),
      precise: place.precision !== "country" }] : [];
  });
  const off = entry.places.some((one) => one.region === NO_REGION);
  return [
    el(
      "div",
      { class: "intake-places" },
      el("div", { class: "intake-ground" }, ground && marks.length > 0
        && minimap(ground, marks, say("intake_map", { n: marks.length }))),
      el(
        "div",
        { class: "intake-ways", role: "group", "aria-label": say("intake_place") },
        ...shown.slice(0, SHOWN).map((one, at) => candidate(review, entry, one, LETTERS[at], chosen.has(one.key))),
        ...hidden(review, entry, shown, chosen),
        way("checkbox", "nowhere", "nowhere", off, () =>
          act({ kind: "entry", change: (one) => ({ ...one, places: off ? [] : [inRegion(NO_REGION)] }) }),
        el("b", { text: say("intake_nowhere") })),
        finder(review),
      ),
    ),
  ];
}

/** Those that do not fit, folded away. @param {Review} review @param {Entry} entry @param {Option[]} shown
 * @param {Set<string>} chosen */
function hidden(review, entry, shown, chosen) {
  const more = shown.slice(SHOWN);
  if (!more.length) return [];
  return [el("details", {}, el("summary", { text: review.say("intake_more", { n: more.length }) }),
    ...more.map((one, at) => candidate(review, entry, one, LETTERS[SHOWN + at], chosen.has(one.key))))];
}

/** @param {Review} review @param {Entry} entry @param {Option} option @param {string} letter @param {boolean} chosen */
function candidate({ act, say, why, names, sure, named }, entry, { key, place, clue }, letter, chosen) {
  const role = entry.places.find((one) => placeKey(one) === key)?.role || "";
  const told = clue ? [say("intake_sure", { sure: sure(clue.margin) }), why(clue)].filter(Boolean)
    .join(say("intake_colon")) : say("intake_by_hand");
  return el(
    "div",
    { class: `intake-candidate${chosen ? " on" : ""}` },
    way("checkbox", "place", `place-${key}`, chosen, () =>
      act({ kind: "entry", change: (one) => turnedPlace(one, place) }),
    el("b", { text: `${letter}　${named(place)}` }), el("small", { text: told })),
    chosen && choice(`role-${key}`, say("intake_role"), names.role, role, (code) =>
      act({ kind: "entry", change: (one) => ({ ...one, places: one.places.map((old) =>
        placeKey(old) === key ? { ...old, role: code || null } : old) }) }, true), say("intake_role")),
  );
}

/** Where a place is drawn. @param {Review} review @param {DraftPlace} place @returns {[number, number] | null} */
function where({ point, names }, { place, spot, country }) {
  const known = place ? point(place) : spot;
  return known ? [known.lon, known.lat] : country ? names.points[country] || null : null;
}

/** A search among the gazetteer's names; the offline geocoder is asked for what it lacks. @param {Review} review */
function finder(review) {
  const { say, names, act, named, note, entry } = review;
  const found = review.found.map((spot) =>
    button("intake-link", { data: { key: `found-${spot.lon},${spot.lat}` } },
      () => act({ kind: "entry", change: (one) => turnedPlace(one, atSpot(spot)) }), named(atSpot(spot))));
  const results = el("div", { class: "intake-found" }, ...found);
  const search = (/** @type {string} */ said) => {
    const asked = fold(said);
    const known = names.gazetteer.filter((one) => asked && fold(`${one.ja} ${one.en}`).includes(asked)).slice(0, FOUND);
    results.replaceChildren(
      ...known.map((one) => button("intake-link", { data: { key: `point-${one.key}` } },
        () => act({ kind: "entry", change: (old) => turnedPlace(old, atPoint(one)) }), named(atPoint(one)))),
      button("intake-link", { data: { key: "beyond" } }, () => review.ask("find", { name: said,
        countries: entry ? [...new Set(entry.places.flatMap((one) => one.country ? [one.country] : []))] : [] }),
      say("intake_find_beyond", { name: said })),
    );
    note(say("intake_found", { n: known.length }));
  };
  const hint = say("intake_find");
  return el("div", {}, text("find", hint, "", search, { hint, kind: "find" }), results);
}
