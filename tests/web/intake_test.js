/** The review of a document: every deed and its way back, the cut of an item, the order, the count. */

import assert from "node:assert/strict";
import { adopted, blank, cuts, progress, sequence, unwritten } from "../../web/modules/intake/draft.js";
import { contextOf } from "../../web/modules/intake/context.js";
import { countriesOf, halves, inCountry, options, turnedPlace } from "../../web/modules/intake/entry.js";
import { counted, flowing, lettersOf, pieces } from "../../web/modules/intake/evidence.js";
import { begun, entryOf, itemOf, reduce } from "../../web/modules/intake/state.js";
import { keep, kept } from "../../web/modules/intake/storage.js";

/** @import { Clue, Draft, Entry, Item } from "../../web/modules/intake/draft.js" */
/** @import { Action, State } from "../../web/modules/intake/state.js" */

const TEXT = "序\n1. 港の改修をフィジーで行う。2027年に研修をトンガで始める。\n2. 海図を更新する。\n3. 友好を喜ぶ。";
const LETTERS = Array.from(TEXT);

/** Where words stand in the text. @param {string} words @returns {[number, number]} */
function span(words) {
  const at = Array.from(TEXT.slice(0, TEXT.indexOf(words))).length;
  return [at, at + Array.from(words).length];
}

/** @param {Clue["field"]} field @param {string} value @param {string} [words] @param {number} [rank] @returns {Clue} */
const clue = (field, value, words, rank = 0) => ({
  field, value, spans: words ? [span(words)] : [], rule: "name", near: null, margin: 0.5, rank, spot: null, agrees: [],
  differs: [],
});

/** @param {string} code @param {string} words @param {Item["sure"]} sure @param {Partial<Item>} [more]
 * @returns {Item} */
function item(code, words, sure, more = {}) {
  const [start, end] = span(words), none = { ja: "", en: "" };
  return { code, heading: none, label: none, start, end, clues: [], sure, doubts: [], state: "open", reason: "",
    entries: [{ ...blank(start, end), title: { ja: words, en: "" } }], ...more };
}

/** @returns {Draft} */
function draft() {
  const first = item("1", "港の改修をフィジーで行う。2027年に研修をトンガで始める。", "high", {
    clues: [clue("country", "FJI", "フィジー"), clue("country", "TON", "トンガ"), clue("date", "2027", "2027年"),
      clue("theme", "connectivity", "港"), clue("instrument", "training", "研修"), clue("partner", "jica")],
  });
  const step = { status: "announced", date: "2027", amount: null, currency: null, recipient: null, expected: true };
  first.entries = [{ ...first.entries[0], places: [inCountry("FJI"), inCountry("TON")], themes: ["connectivity"],
    instruments: ["training"], partners: ["jica"], steps: [step] }];
  const source = { key: "one", title: { ja: "資料", en: "" }, short_title: { ja: "", en: "" },
    publisher: { ja: "", en: "" }, language: /** @type {const} */ ("ja"), date: null, parties: [], file: "one.txt" };
  return { format: "foip-atlas-intake/1", edition: "", text: TEXT, organisations: [], source,
    items: [first, item("2", "海図を更新する。", "low"), item("3", "友好を喜ぶ。", "medium")] };
}

/** @param {State} state @param {...Action} actions */
const after = (state, ...actions) => actions.reduce(reduce, state);
const states = (/** @type {State} */ state) => state.draft.items.map((one) => one.state);

Deno.test("the doubtful come first, or the document's order", () => {
  assert.deepEqual(sequence(draft(), "doubt"), [1, 2, 0]);
  assert.deepEqual(sequence(draft(), "document"), [0, 1, 2]);
  const first = begun(draft());
  assert.equal(itemOf(first).code, "2");
  assert.deepEqual([1, 2, 3, 4].map((n) => itemOf(after(first, ...Array(n).fill({ kind: "step", by: 1 }))).code),
    ["3", "1", "1", "1"]);
  const read = after(first, { kind: "order", order: "document" }, { kind: "step", by: -1 });
  assert.equal(itemOf(read).code, "1");
});

Deno.test("what is adopted or refused leads on to what is left, and is counted", () => {
  const one = after(begun(draft()), { kind: "take" });
  assert.deepEqual([states(one), itemOf(one).code], [["open", "taken", "open"], "3"]);
  const two = after(one, { kind: "refuse", reason: "view" });
  assert.deepEqual([states(two), itemOf(two).code], [["open", "taken", "refused"], "1"]);
  assert.equal(two.draft.items[2].reason, "view");
  assert.deepEqual(progress(two.draft), { all: 3, taken: 1, refused: 1, left: 1, sure: [0, 0, 1] });
  const all = after(two, { kind: "take" });
  assert.deepEqual([states(all), itemOf(all).code, adopted(all.draft)], [["taken", "taken", "refused"], "1", 2]);
  const again = after(all, { kind: "go", at: 2 }, { kind: "take" });
  assert.deepEqual([again.draft.items[2].state, again.draft.items[2].reason], ["taken", ""]);
});

Deno.test("an item without an initiative is not adopted until one is written", () => {
  const empty = draft();
  empty.items[1].entries = [];
  const first = begun(empty);
  assert.equal(after(first, { kind: "take" }), first);
  const added = after(first, { kind: "add" });
  assert.equal(entryOf(added)?.start, empty.items[1].start);
  assert.equal(states(after(added, { kind: "take" }))[1], "taken");
});

Deno.test("every deed is undone and done again, and a new one forgets what was undone", () => {
  /** @type {Action[]} */
  const deeds = [{ kind: "take" }, { kind: "join" }, { kind: "refuse", reason: "past" },
    { kind: "split", cut: cuts(LETTERS, ...span("港の改修をフィジーで行う。2027年に研修をトンガで始める。"))[0] },
    { kind: "entry", change: (/** @type {Entry} */ one) => ({ ...one, id: "harbour" }) },
    { kind: "organisation", name: "海図協会" }, { kind: "add" }, { kind: "drop" },
    { kind: "source", change: (one) => ({ ...one, date: "2027-01-01" }) }];
  let state = after(begun(draft()), { kind: "go", at: 0 });
  for (const deed of deeds) {
    const made = reduce(after(state, { kind: "go", at: deed.kind === "join" ? 1 : 0 }), deed);
    assert.notEqual(made.draft, state.draft, deed.kind);
    const undone = reduce(made, { kind: "undo" });
    assert.equal(undone.draft, state.draft, deed.kind);
    assert.equal(reduce(undone, { kind: "redo" }).draft, made.draft, deed.kind);
    state = made;
  }
  const fresh = after(state, { kind: "undo" }, { kind: "take" });
  assert.equal(reduce(fresh, { kind: "redo" }), fresh);
  const whole = deeds.reduce((now) => reduce(now, { kind: "undo" }), state);
  assert.deepEqual(whole.draft, draft());
  assert.equal(reduce(whole, { kind: "undo" }), whole);
});

Deno.test("a cut at a sentence shares out what each part says and leaves both what none says", () => {
  const { items: [first] } = draft(), places = cuts(LETTERS, first.start, first.end);
  assert.deepEqual(places.map((at) => LETTERS.slice(at, at + 5).join("")), ["2027年"]);
  const [one, two] = halves(first, first.entries[0], places[0]);
  assert.deepEqual([countriesOf(one), countriesOf(two)], [["FJI"], ["TON"]]);
  assert.deepEqual([one.themes, two.themes], [["connectivity"], []]);
  assert.deepEqual([one.instruments, two.instruments], [[], ["training"]]);
  assert.deepEqual([one.partners, two.partners], [["jica"], ["jica"]]);
  const alone = { ...first.entries[0], places: [inCountry("FJI")] };
  assert.deepEqual(countriesOf(halves(first, alone, places[0])[1]), ["FJI"]);
  assert.deepEqual([one.steps.length, two.steps.length], [0, 1]);
  assert.deepEqual([one.end, two.start, two.end], [places[0], places[0], first.end]);
  assert.deepEqual([one.title.ja === first.entries[0].title.ja, two.title.ja], [true, ""]);
});

Deno.test("where there is one sentence its clauses are offered, and never the end", () => {
  const letters = Array.from("港を直し、道を開く。");
  assert.deepEqual(cuts(letters, 0, letters.length), [5]);
  assert.deepEqual(cuts(Array.from("海図を更新する。"), 0, 8), []);
  assert.deepEqual(cuts(Array.from("We meet. We act."), 0, 16), [8]);
});

Deno.test("an item is the same as the one before that tells of an initiative, and its own again", () => {
  const third = after(begun(draft()), { kind: "go", at: 1 }, { kind: "refuse", reason: "view" }, { kind: "go", at: 2 },
    { kind: "join" });
  assert.equal(entryOf(third)?.with_item, "1");
  assert.equal(entryOf(reduce(third, { kind: "join" }))?.with_item, null);
  const first = after(begun(draft()), { kind: "go", at: 0 });
  assert.equal(reduce(first, { kind: "join" }), first);
  assert.equal(adopted(after(third, { kind: "take" }).draft), 0);
});

Deno.test("a place in a country takes the place of the country, which comes back when it is chosen", () => {
  const suva = { ...inCountry("FJI"), place: "suva", precision: "city" };
  const entry = { ...blank(0, 1), places: [inCountry("FJI", "host"), inCountry("TON")] };
  const there = turnedPlace(entry, suva);
  assert.deepEqual(there.places.map(({ country, place, role }) => [country, place, role]),
    [["TON", null, null], ["FJI", "suva", "host"]]);
  assert.deepEqual(turnedPlace(there, inCountry("FJI")).places.map((one) => one.place), [null, null]);
  assert.deepEqual(countriesOf(turnedPlace(there, suva)), ["TON"]);
  const found = options({ ...draft().items[0], clues: [clue("country", "JPN", undefined, 1),
    clue("country", "FJI", "フィジー"), clue("place", "suva", undefined, 1)] }, entry, (key) =>
    key === "suva" ? suva : null);
  assert.deepEqual(found.map((one) => one.key), ["c:FJI", "c:TON", "p:suva", "c:JPN"]);
});

Deno.test("a heading is written for its whole part", () => {
  const parts = draft();
  parts.items = parts.items.map((one, at) => ({ ...one, heading: { ja: at < 2 ? "港" : "友好", en: "" } }));
  const found = after(begun(parts), { kind: "heading", words: { en: "Harbours" } });
  assert.deepEqual(found.draft.items.map((one) => one.heading.en), ["Harbours", "Harbours", ""]);
});

Deno.test("what is still to be written is told, less of what becomes no initiative", () => {
  const [first] = draft().items, entry = first.entries[0], names = unwritten(first, entry);
  assert.ok(names.includes("intake_summary_ja") && names.includes("intake_title_en") && names.includes("intake_focus"));
  assert.ok(!names.includes("intake_title_ja") && !names.includes("intake_label_ja"));
  const bare = ["intake_label_ja", "intake_label_en", "intake_heading_ja", "intake_heading_en"];
  assert.deepEqual(unwritten({ ...first, state: "refused" }, entry), bare);
  assert.deepEqual(unwritten(first, { ...entry, with_item: "1" }), bare);
});

Deno.test("an organisation of no table gets a key of its own", () => {
  const named = (/** @type {State} */ state, /** @type {string} */ name) =>
    reduce(state, { kind: "organisation", name });
  const found = named(named(named(begun(draft()), "Chart Society"), "Chart society"), "海図協会");
  assert.deepEqual(found.draft.organisations.map((one) => [one.key, one.name.ja, one.name.en]),
    [["chart-society", "", "Chart Society"], ["chart-society-2", "", "Chart society"], ["organisation-1", "海図協会", ""]]);
  assert.deepEqual(entryOf(found)?.partners, ["chart-society", "chart-society-2", "organisation-1"]);
});

Deno.test("the pieces of an item are its text, underlined where a proposal rests on it", () => {
  const [first] = draft().items, text = LETTERS.slice(first.start, first.end).join("");
  const found = pieces(first);
  assert.equal(found.map(({ start, end }) => LETTERS.slice(start, end).join("")).join(""), text);
  const lined = found.filter((one) => one.lines.length);
  assert.deepEqual(lined.map(({ start, end }) => LETTERS.slice(start, end).join("")),
    ["港", "フィジー", "2027年", "研修", "トンガ"]);
  assert.deepEqual(counted(first), { country: 2, partner: 0, date: 1, theme: 2, amount: 0 });
  const over = { ...first, clues: [...first.clues, clue("partner", "x", "港の改修をフィジー")] };
  assert.deepEqual(pieces(over).find((one) => one.lines.includes("country"))?.lines, ["partner", "country"]);
});

Deno.test("positions count characters, also beyond the first plane", () => {
  const letters = Array.from("𠮷野港を直す。");
  assert.equal(flowing(letters, 0, 3).join(""), "𠮷野港");
});

Deno.test("an item's number stands beside its text, not in it", () => {
  const shown = (/** @type {string} */ text, /** @type {string} */ code) =>
    lettersOf({ ...draft().items[0], code, start: 0, end: Array.from(text).length }, Array.from(text)).join("");
  assert.equal(shown("9.4. 港を直す", "9.4"), "港を直す");
  assert.equal(shown("（2）港を直す", "2"), "港を直す");
  assert.equal(shown("2026年に直す", "2"), "2026年に直す");
  assert.equal(shown("・港を直す", "3"), "・港を直す");
});

Deno.test("a line that the page broke flows on, a bullet and a new sentence keep theirs", () => {
  const shown = (/** @type {string} */ text) => flowing(Array.from(text), 0, Array.from(text).length).join("");
  assert.equal(shown("第三国での\n取組"), "第三国での取組");
  assert.equal(shown("third\ncountries"), "third countries");
  assert.equal(shown("次の二つ\n・港\n・道"), "次の二つ\n・港\n・道");
  assert.equal(shown("直す。\n開く"), "直す。\n開く");
});

Deno.test("what the browser keeps is the same again, and what is no draft is nothing", () => {
  const held = /** @type {Map<string, string>} */ (new Map());
  const store = /** @type {Storage} */ (/** @type {unknown} */ ({
    getItem: (/** @type {string} */ key) => held.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => held.set(key, value),
  }));
  const found = { token: "a", draft: draft(), at: 2, order: /** @type {const} */ ("document") };
  assert.ok(keep(found, store));
  assert.deepEqual(kept(store), found);
  for (const broken of ["", "{", "null", "[]", '{"draft":{"format":"other"}}']) {
    held.set("foip-atlas-intake", broken);
    assert.equal(kept(store), null);
  }
  const full = /** @type {Storage} */ (/** @type {unknown} */ ({ setItem() { throw new Error("full"); } }));
  assert.equal(keep(found, full), false);
});

Deno.test("what reading left to tell is told with the names of countries, and an old draft has none", () => {
  const words = { text: { intake_comma: "、" }, forms: { intake_title_parties: ["相手国は", ["names", null, null], "。"],
    intake_dropped: [["n", "ja", null], "件"] } };
  const told = (/** @type {Draft["remarks"]} */ remarks) => contextOf(
    /** @type {any} */ ({ lang: "ja", words, names: { country: { PHL: "フィリピン", USA: "米国" } } }),
    /** @type {any} */ ({ state: begun({ ...draft(), remarks }) }),
    /** @type {any} */ ({}),
  ).remarks();
  assert.deepEqual(told([{ key: "title_parties", values: { codes: "PHL USA" } }, { key: "dropped", values: { n: 2 } }]),
    ["相手国はフィリピン、米国。", "2件"]);
  assert.deepEqual(told(undefined), []);
});
