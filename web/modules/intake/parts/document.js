/** The document on the left: its parts and items, and of the item looked at what the proposal rests on. */

import { el, replace } from "../../parts/dom.js";
import { counted, lettersOf, LINES, marked, pieces } from "../evidence.js";
import { text } from "./fields.js";

/** @typedef {import("../draft.js").Item} Item */
/** @typedef {import("../context.js").Review} Review */
/** @typedef {{item: Item, current: boolean, lang: string, node: HTMLElement}} Drawn */

const LANGS = /** @type {const} */ (["ja", "en"]);
const LEAST = 14, LONGEST = 100_000; // a gap of fewer letters is a number or a mark; a longer one is cut

/** @param {HTMLElement} root */
export function documentView(root) {
  const drawn = /** @type {Map<number, Drawn>} */ (new Map());
  const head = el("div", { class: "intake-head" }), key = el("div", { class: "intake-key" });
  const body = el("div", { class: "intake-text-body", tabindex: "-1" });
  let draft = /** @type {string | null} */ (null);
  root.append(head, key, body);
  return {
    /** @param {Review} review */
    draw(review) {
      const { state, say, lang, other } = review, { source, text: whole } = state.draft;
      replace(head, el("b", { text: source.title[lang] || source.title[other] || source.file, dir: "auto" }),
        el("span", { class: "intake-muted", text: source.date ? review.dated(source.date) : "" }), notes(review),
        about(review));
      replace(key, ...keyOf(review));
      if (draft !== whole + lang) drawn.clear();
      const fresh = draft !== whole + lang || drawn.size !== state.draft.items.length;
      draft = whole + lang;
      state.draft.items.forEach((item, at) => {
        const known = drawn.get(at), current = at === state.at;
        if (known && known.item === item && known.current === current) return;
        const node = article(review, item, at, current);
        const held = known?.node === document.activeElement;
        known?.node.replaceWith(node);
        if (held) node.focus({ preventScroll: true });
        drawn.set(at, { item, current, lang, node });
      });
      if (fresh) body.replaceChildren(...all(review, drawn));
      body.setAttribute("aria-label", say("intake_text"));
      tidy(body);
    },
    /** @param {number} at @param {boolean} focus */
    show(at, focus) {
      const node = drawn.get(at)?.node;
      if (!node) return;
      if (focus) node.focus({ preventScroll: true });
      const top = node.offsetTop - body.offsetTop, { scrollTop, clientHeight } = body;
      if (top < scrollTop + 40 || top + node.offsetHeight > scrollTop + clientHeight - 30) {
        body.scrollTop = Math.max(0, top - Math.max(40, (clientHeight - node.offsetHeight) / 3));
      }
    },
    tidy: () => tidy(body),
  };
}

/** Headings, items and what lies between them. @param {Review} review @param {Map<number, Drawn>} drawn */
function all({ state, lang, other, letters, say }, drawn) {
  const nodes = /** @type {HTMLElement[]} */ ([]), { items } = state.draft;
  let heading = "", done = 0;
  items.forEach((item, at) => {
    const named = item.heading[lang] || item.heading[other];
    gap(nodes, letters, done, item.start, say);
    if (named !== heading && named) nodes.push(el("h3", { text: named, dir: "auto" }));
    [heading, done] = [named, Math.max(done, item.end)];
    nodes.push(/** @type {Drawn} */ (drawn.get(at)).node);
  });
  gap(nodes, letters, done, letters.length, say);
  return nodes;
}

/** @param {HTMLElement[]} nodes @param {string[]} letters @param {number} from @param {number} to
 * @param {Review["say"]} say */
function gap(nodes, letters, from, to, say) {
  const between = letters.slice(from, to).join("").trim(), n = Array.from(between).length;
  if (n < LEAST) return;
  nodes.push(el("details", { class: "intake-gap" }, el("summary", { text: say("intake_gap", { n }) }),
    el("p", { text: between.slice(0, LONGEST), dir: "auto" })));
}

/** @param {Review} review @param {Item} item @param {number} at @param {boolean} current */
function article({ act, letters, say, state }, item, at, current) {
  const status = current && item.state === "open" ? "now" : item.state === "open" ? item.sure : item.state;
  const label = say("intake_item_label", {
    code: item.code, sure: say(`intake_sure_${item.sure}`), state: say(`intake_state_${item.state}`),
  });
  return el(
    "article",
    {
      class: ["intake-item", item.state, current && "now", current && marked(item).length && "lined"].filter(Boolean)
        .join(" "),
      tabindex: current ? "0" : "-1", "aria-label": label,
      "aria-current": current ? "true" : null, lang: state.draft.source.language, data: { key: `item-${at}` },
      on: { click: () => String(window.getSelection()) || act({ kind: "go", at }) },
    },
    el("b", { text: item.code }),
    el("p", { dir: "auto" }, ...(current
      ? underlined(item, letters, say)
      : [lettersOf(item, letters).join("")])),
    el("span", { class: `intake-badge ${status}` }, el("i", { class: `intake-icon ${status}` }),
      el("span", { text: say(`intake_badge_${status}`) })),
  );
}

/** The item's text with its evidence: a line of another form for each kind, and the kind's word beneath.
 * @param {Item} item @param {string[]} letters @param {Review["say"]} say */
function underlined(item, letters, say) {
  const shown = lettersOf(item, letters);
  return pieces(item).flatMap(({ start, end, lines, begins }) => {
    const words = shown.slice(start - item.start, end - item.start).join("");
    const told = [...new Set(begins.map((field) => say(`intake_field_${field}`)))].join("・");
    const line = lines.reduceRight((inner, name, depth) =>
      /** @type {(Node | string)[]} */ ([el("span", { class: `intake-line ${name} d${depth}` }, ...inner)]),
    /** @type {(Node | string)[]} */ ([words]));
    return told ? [el("span", { class: "intake-word" }, el("small", { text: told })), ...line] : line;
  });
}

/** Words that would meet the one before go down a line. @param {HTMLElement} body */
function tidy(body) {
  let last = /** @type {DOMRect | null} */ (null);
  body.querySelectorAll(".intake-word small").forEach((node) => {
    node.classList.remove("low");
    let box = node.getBoundingClientRect();
    if (last && box.left < last.right + 3 && Math.abs(box.top - last.top) < 8 && box.right > last.left) {
      node.classList.add("low");
      box = node.getBoundingClientRect();
    } else last = box;
  });
}

/** @param {Review} review */
function keyOf({ item, say }) {
  const counts = counted(item);
  return [
    el("b", { text: say("intake_evidence") }),
    ...LINES.map((line) => el("span", { class: counts[line] ? "" : "none" },
      el("span", { class: `intake-line intake-sample ${line} d0`, "aria-hidden": "true", text: "\u2003\u2003" }),
      ` ${say(`intake_field_${line}`)} ${counts[line]}`)),
  ];
}

/** What reading the document left out, or supposed. @param {Review} review */
function notes({ state, say, remarks }) {
  const told = remarks(), { dropped = [] } = state.draft;
  if (!told.length) return false;
  return el(
    "details",
    { class: "intake-about" },
    el("summary", { text: say("intake_read_notes", { n: told.length }) }),
    ...told.map((text) => el("p", { text })),
    dropped.length > 0 && el("b", { text: say("intake_left_out") }),
    ...dropped.map((text) => el("p", { class: "intake-muted", text, dir: "auto" })),
  );
}

/** What is known of the document itself, to be corrected. @param {Review} review */
function about({ state, act, say }) {
  const { source } = state.draft;
  const words = (/** @type {"title" | "short_title" | "publisher"} */ name) => LANGS.map((lang) =>
    text(`source-${name}-${lang}`, say(`intake_source_${name}_${lang}`), source[name][lang], (said) =>
      act({ kind: "source", change: (one) => ({ ...one, [name]: { ...one[name], [lang]: said } }) }, true),
    { hint: say(`intake_source_${name}_${lang}`), lang }));
  return el(
    "details",
    { class: "intake-about" },
    el("summary", { text: say("intake_about") }),
    ...words("title"),
    ...words("short_title"),
    ...words("publisher"),
    text("source-date", say("intake_source_date"), source.date || "", (said) =>
      act({ kind: "source", change: (one) => ({ ...one, date: said || null }) }, true),
    { hint: say("intake_source_date"), pattern: "[0-9]{4}(-[0-9]{2}){0,2}" }),
  );
}

