/** Tables: figures that open their record or choose a cell, with marks that lead to their sources. */

import { button, el, image, replace, webLink } from "../dom.js";
import { barsOf } from "./bars.js";
import { matrix } from "./gaps.js";
import { stripOf } from "./strip.js";

/** @typedef {import("../../app.js").Model} Model */
/** @typedef {import("../../app.js").App} App */
/**
 * @typedef {{text?: string | number, sub?: string, kind?: string, sign?: string, id?: string, href?: string,
 *   marks?: [string, string][], act?: () => void, level?: number, pressed?: boolean, label?: string, key?: string,
 *   span?: number, pick?: Record<string, string[]>, more?: [string, string][]}} Cell `level` shades it, from 0 (nothing
 *   there) to 1; `pick` is what a click filters by; `more` are further lines that lead elsewhere.
 * @typedef {{key: string, title: string, note?: string, kind?: string, head?: Cell[][], rows: Cell[][],
 *   foot?: Cell[][], empty?: string, grid?: boolean, bars?: import("./bars.js").Bars,
 *   strip?: import("./strip.js").Strip}} Table
 *   A grid is one stop of Tab, and arrows walk in it.
 */

/** Tables and matrices that the server has worked out.
 * @param {HTMLElement} root @param {() => {tables: (Table | import("./gaps.js").Matrix)[]}} answer
 * @returns {(model: Model, app: App) => void} */
export function tables(root, answer) {
  return (model, app) =>
    replace(
      root,
      ...answer().tables.map((one) => table("counts" in one ? matrix(one, model, app) : one, model, app)),
    );
}

/** @param {Table} one @param {Model} model @param {App} app */
function table(one, model, app) {
  const row = (/** @type {boolean} */ head) => (/** @type {Cell[]} */ cells) =>
    el("tr", {}, ...cells.map((cell, at) => cellOf(cell, head ? "col" : at ? "" : "row", model, app)));
  const body = el(
    "table",
    { "aria-label": one.title },
    one.head && el("thead", {}, ...one.head.map(row(true))),
    el("tbody", {}, ...one.rows.map(row(false))),
    one.foot && el("tfoot", {}, ...one.foot.map(row(false))),
  );
  if (one.grid) walked(body);
  return el(
    "section",
    { class: `atlas-sheet ${one.kind || ""}`, data: { key: one.key } },
    el("h3", {}, one.title, one.note ? el("small", { text: one.note }) : null),
    one.bars?.rows ? barsOf(one.bars, one.title) : null,
    one.strip
      ? walked(stripOf(one.strip, model, app), ":scope > div")
      : one.rows.length
      ? el("div", { class: "atlas-scroll", tabindex: !body.querySelector("button, a") && 0 }, body)
      : el("p", { text: one.empty || "" }),
  );
}

/** @param {Cell} cell @param {string} scope @param {Model} model @param {App} app */
function cellOf(cell, scope, model, app) {
  const { text = "", sub, kind, sign, marks = [], more = [], level, span } = cell;
  const heads = scope && text !== ""; // an empty heading heads nothing
  const node = el(
    heads ? "th" : "td",
    {
      class: kind, scope: heads ? scope : null, colspan: span || null,
      "data-none": level === 0, "data-dark": Number(level) >= 0.7,
    },
    ...said(cell, String(text), model, app, sign ? image(model.host.symbol(sign)) : null),
    ...marks.map(([mark, href]) => el("sup", {}, webLink(mark, href))),
    ...more.map(([name, href]) => el("div", {}, webLink(name, href))),
    sub ? el("small", { text: sub }) : null,
  );
  if (level) node.style.setProperty("--level", level.toFixed(2));
  return node;
}

/** @param {Cell} cell @param {string} text @param {Model} model @param {App} app @param {Node | null} sign */
function said({ pick, ...cell }, text, model, app, sign) {
  const { id, href, act, key, pressed, label } = pick ? { ...cell, ...picking(pick, model, app) } : cell;
  if (href) return [webLink(text, href)];
  if (!id && !act) return [sign, text];
  const on = act ? Boolean(pressed) : null;
  const props = { "aria-pressed": on, "aria-label": label, data: { key: key || `row-${id}` } };
  return [button("atlas-cell", props, act || (() => app.open(/** @type {string} */ (id))), sign, text)];
}

/** Filters by some codes of facets; once more takes them away.
 * @param {Record<string, string[]>} codes @param {Model} model @param {App} app */
function picking(codes, { state: { filter } }, app) {
  const facets = Object.keys(codes);
  const pressed = facets.every((facet) => (filter.codes[facet] || []).join() === codes[facet].join());
  const asked = pressed ? Object.fromEntries(facets.map((facet) => [facet, []])) : codes;
  return { pressed, act: () => app.set(asked) };
}

/** @param {HTMLElement} grid @param {string} [rows] What its rows are. */
function walked(grid, rows = "tr") {
  const STEPS = /** @type {Record<string, [number, number]>} */ ({
    ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0],
  });
  const lines = [...grid.querySelectorAll(rows)].map((line) =>
    /** @type {HTMLElement[]} */ ([...line.querySelectorAll("button")])
  ).filter((line) => line.length);
  const every = lines.flat(), first = every.find((one) => one.ariaPressed === "true") || every[0];
  every.forEach((one) => { one.tabIndex = one === first ? 0 : -1; });
  grid.addEventListener("keydown", (event) => {
    const step = STEPS[event.key], y = lines.findIndex((line) => line.includes(/** @type {any} */ (event.target)));
    if (!step || y < 0) return;
    const line = lines[Math.max(0, Math.min(lines.length - 1, y + step[0]))];
    const now = lines[y].indexOf(/** @type {any} */ (event.target)) + step[1];
    const x = step[0] ? now + line.length - lines[y].length : now;  // a line of headings has no cell for the names
    const next = line[Math.max(0, Math.min(line.length - 1, x))];
    every.forEach((one) => { one.tabIndex = one === next ? 0 : -1; });
    next.focus();
    event.preventDefault();
  });
  return grid;
}
