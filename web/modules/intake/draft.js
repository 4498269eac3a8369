/** A draft as loaders/intake/draft.py writes it, and what is asked of it; positions count characters, not UTF-16. */

/**
 * @typedef {"country" | "partner" | "place" | "date" | "status" | "amount" | "theme" | "instrument" | "focus" | "same"
 *   } Field
 * @typedef {{ja: string, en: string}} Words2
 * @typedef {{name: Words2, country: string, lon: number, lat: number, precision: string,
 *   uncertainty_km: number | null, source: string}} Spot
 * @typedef {{field: Field, value: string, spans: [number, number][], rule: string, near: string | null,
 *   margin: number, rank: number, spot: Spot | null, agrees: Field[], differs: Field[]}} Clue
 * @typedef {{country: string | null, region: string | null, place: string | null, spot: Spot | null,
 *   role: string | null, precision: string}} DraftPlace
 * @typedef {{status: string, date: string | null, amount: number | null, currency: string | null,
 *   recipient: string | null, expected: boolean, amount_of?: Words2, fiscal_year?: number | null}} DraftStep
 * @typedef {{start: number, end: number, same_as: string | null, with_item: string | null, id: string, title: Words2,
 *   short_title: Words2, summary: Words2, focus_area: number | null, focus_area_basis: "stated" | "inferred",
 *   focus_area_reason: Words2, themes: string[], instruments: string[], partners: string[], places: DraftPlace[],
 *   steps: DraftStep[]}} Entry
 * @typedef {{code: string, heading: Words2, label: Words2, start: number, end: number, clues: Clue[],
 *   sure: "low" | "medium" | "high", doubts: string[], entries: Entry[], state: "open" | "taken" | "refused",
 *   reason: string}} Item
 * @typedef {{format: string, edition: string, text: string, items: Item[],
 *   organisations: {key: string, name: Words2}[], remarks?: {key: string, values: Record<string, string | number>}[],
 *   dropped?: string[],
 *   source: {key: string, title: Words2, short_title: Words2, publisher: Words2, language: "ja" | "en",
 *     date: string | null, parties: string[], file: string}}} Draft
 */

export const SURE = /** @type {const} */ (["low", "medium", "high"]);
const NOTHING = () => ({ ja: "", en: "" });

/** An entry of which nothing is known. @param {number} start @param {number} end @returns {Entry} */
export const blank = (start, end) => ({
  start, end, same_as: null, with_item: null, id: "", title: NOTHING(), short_title: NOTHING(), summary: NOTHING(),
  focus_area: null, focus_area_basis: "inferred", focus_area_reason: NOTHING(), themes: [], instruments: [],
  partners: [], places: [], steps: [],
});

/** The items in the order in which they are gone through: as the document has them, or the doubtful first.
 * @param {Draft} draft @param {"doubt" | "document"} order */
export function sequence({ items }, order) {
  const all = items.map((_, at) => at);
  return order === "document" ? all : all.sort((a, b) =>
    SURE.indexOf(items[a].sure) - SURE.indexOf(items[b].sure) || a - b);
}

/** How far the review is; `sure` counts those that are left. @param {Draft} draft */
export function progress({ items }) {
  const count = (/** @type {(one: Item) => boolean} */ which) => items.filter(which).length;
  const open = (/** @type {Item} */ one) => one.state === "open";
  return {
    all: items.length, taken: count((one) => one.state === "taken"), refused: count((one) => one.state === "refused"),
    left: count(open), sure: SURE.map((sure) => count((one) => open(one) && one.sure === sure)),
  };
}

/** How many initiatives the adopted items make. @param {Draft} draft */
export const adopted = ({ items }) =>
  items.filter((one) => one.state === "taken").flatMap((one) => one.entries).filter((one) => !one.with_item).length;

/** Where an item may be cut in two: at its sentences, else at its clauses. @param {string[]} letters Of the text.
 * @param {number} start @param {number} end */
export function cuts(letters, start, end) {
  const after = (/** @type {RegExp} */ mark) => {
    const found = [];
    for (let at = start + 1; at < end - 1; at += 1) {
      const two = letters[at - 1] + letters[at];
      if (mark.test(two) && letters.slice(at, end).join("").trim()) found.push(at);
    }
    return found;
  };
  const sentences = after(/[。！？][^」）』]|[.!?;]\s/u);
  return sentences.length ? sentences : after(/、.|,\s/u);
}

/** What is still to be written of an item and an entry of it, as keys of words.
 * @param {Item} item @param {Entry | undefined} entry @returns {string[]} */
export function unwritten(item, entry) {
  const lacks = (/** @type {string} */ name, /** @type {Words2} */ words) =>
    (/** @type {const} */ (["ja", "en"])).filter((lang) => !words[lang].trim()).map((lang) => `intake_${name}_${lang}`);
  const own = entry && item.state !== "refused" && !entry.with_item && !entry.same_as ? entry : null;
  const label = own ? { ja: item.label.ja || own.title.ja, en: item.label.en || own.title.en } : item.label;
  return [
    ...(own ? [...lacks("title", own.title), ...lacks("summary", own.summary),
      ...lacks("focus_area_reason", own.focus_area_reason)] : []),
    ...(own && own.focus_area === null ? ["intake_focus"] : []),
    ...(own && !own.themes.length ? ["intake_field_theme"] : []),
    ...(own && !own.instruments.length ? ["intake_field_instrument"] : []),
    ...(own && !own.places.length ? ["intake_place"] : []),
    ...lacks("label", label),
    ...lacks("heading", item.heading),
  ];
}
