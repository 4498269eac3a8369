/** What of an item's text a proposal rests on: pieces of the text with the lines that run beneath each. */

/** @typedef {import("./draft.js").Clue} Clue */
/** @typedef {import("./draft.js").Field} Field */
/** @typedef {import("./draft.js").Item} Item */
/** @typedef {"country" | "partner" | "date" | "theme" | "amount"} Line */
/** @typedef {{start: number, end: number, lines: Line[], begins: Field[]}} Piece */

export const LINES = /** @type {const} */ (["country", "partner", "date", "theme", "amount"]);
const LINE = /** @type {Partial<Record<Field, Line>>} */ ({
  country: "country", place: "country", partner: "partner", date: "date", status: "date", amount: "amount",
  theme: "theme", instrument: "theme",
});

/** What is underlined: what the entry begins with, and places that came next; each span of a kind once.
 * @param {Item} item @returns {{start: number, end: number, field: Field, line: Line}[]} */
export function marked({ clues, start, end }) {
  const seen = new Set(), found = [];
  for (const { field, rank, spans } of clues) {
    const line = LINE[field];
    if (!line || (rank > 0 && line !== "country")) continue;
    for (const [from, to] of spans) {
      const key = `${line} ${from} ${to}`;
      if (from < start || to > end || from >= to || seen.has(key)) continue;
      seen.add(key);
      found.push({ start: from, end: to, field, line });
    }
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** How many spans there are of each line. @param {Item} item @returns {Record<Line, number>} */
export function counted(item) {
  const spans = marked(item);
  return /** @type {Record<Line, number>} */ (
    Object.fromEntries(LINES.map((line) => [line, spans.filter((one) => one.line === line).length])));
}

/** The whole text of an item in pieces. @param {Item} item @returns {Piece[]} */
export function pieces(item) {
  const spans = marked(item);
  const edges = [...new Set([item.start, item.end, ...spans.flatMap((one) => [one.start, one.end])])];
  edges.sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, at) => ({
    start, end: edges[at + 1],
    lines: [...new Set(spans.filter((one) => one.start <= start && one.end > start).map((one) => one.line))],
    begins: spans.filter((one) => one.start === start).map((one) => one.field),
  }));
}

const WIDE = /[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]/, ENDS = /[。.!?:：]/;
const BULLET = /^(?:[・●○◆■\-–—*①-⑳]|\(?[0-9a-zA-Z]{1,3}[.)）])/u;

/** The letters of a part of the text as they are shown: lines and pages that broke it are one again, while a bullet,
 * and what follows a sentence's end, keeps its line.
 * @param {string[]} letters @param {number} start @param {number} end */
export function flowing(letters, start, end) {
  const shown = letters.slice(start, end);
  for (let at = 0; at < shown.length; at += 1) {
    if (shown[at] !== "\n") continue;
    let next = at;
    while (/\s/.test(shown[next] ?? "")) next += 1;
    const before = shown[at - 1] || "", rest = shown.slice(next, next + 5).join("");
    shown[at] = ENDS.test(before) || BULLET.test(rest) ? "\n" : WIDE.test(before) ? "" : " ";
    shown.fill("", at + 1, next);
    at = next - 1;
  }
  return shown;
}

/** The letters of an item as they are shown: without its number, which stands beside.
 * @param {Item} item @param {string[]} letters */
export function lettersOf({ code, start, end }, letters) {
  const shown = flowing(letters, start, end), head = shown.slice(0, code.length + 4).join("");
  const at = head.search(/[0-9A-Za-z]/);
  if (at < 0 || at > 1 || !head.slice(at).startsWith(code)) return shown;
  const rest = /^(?:[.．、)）:：]+\s*|\s+)/.exec(head.slice(at + code.length));
  return rest ? shown.fill("", 0, at + code.length + rest[0].length) : shown;
}
