/** The review on a page: holds the state, hears keys and the server's answers, and draws its parts anew. */

import { el } from "../parts/dom.js";
import { contextOf, sayer } from "./context.js";
import { progress } from "./draft.js";
import { heard } from "./keys.js";
import { actions } from "./parts/actions.js";
import { bar } from "./parts/bar.js";
import { card, cardHead } from "./parts/card.js";
import { documentView } from "./parts/document.js";
import { begun, entryOf, itemOf, reduce } from "./state.js";
import { download, forget, keep, kept, packed, written } from "./storage.js";

/** @typedef {import("./context.js").Answer} Answer */
/** @typedef {import("./context.js").Given} Given */
/** @typedef {import("./context.js").Host} Host */
/** @typedef {import("./context.js").Mode} Mode */
/** @typedef {import("./draft.js").Draft} Draft */
/** @typedef {import("./draft.js").Spot} Spot */
/** @typedef {import("./state.js").Action} Action */
/** @typedef {import("./state.js").State} State */

const PAUSE = 150, SOON = 300;
const LONGEST = 240_000; // a message of a page may have 256,000 bytes (server/messages.py)

/** @param {HTMLElement} root @param {Host} host */
export function createReview(root, host) {
  let given = /** @type {Given | null} */ (null), state = /** @type {State | null} */ (null);
  let token = "", closed = "", mode = /** @type {Mode} */ (null), waits = "", found = /** @type {Spot[]} */ ([]);
  let due = 0, later = 0;
  let letters = /** @type {string[]} */ ([]), answered = "";
  const top = el("div", { class: "intake-bar" }), left = el("section", { class: "intake-document" });
  const head = el("div", { class: "intake-card-head" }), body = el("div", { class: "intake-card-body" });
  const asks = el("div", { class: "intake-asks", role: "group", hidden: true });
  const foot = el("div", { class: "intake-actions" });
  const said = el("p", { class: "intake-said", role: "status" }), hint = el("p", { class: "intake-hint" });
  const right = el("section", { class: "intake-card" }, head, body, asks, foot);
  const view = documentView(left);
  root.append(top, el("div", { class: "intake-both" }, left, right), el("div", { class: "intake-foot" }, hint, said));
  root.hidden = true;

  const say = (/** @type {string} */ key, /** @type {Record<string, string | number>} */ values = {}) =>
    sayer(/** @type {Given} */ (given).words)(key, values);

  const context = () => contextOf(
    /** @type {Given} */ (given),
    { state: /** @type {State} */ (state), found, mode, waits: Boolean(waits), letters, host },
    { act, take, edit, save, leave, ask, panel, note },
  );

  function draw() {
    root.hidden = !state;
    root.classList.toggle("intake-review", Boolean(state));
    if (!state || !given) return;
    const review = context();
    bar(top, review);
    view.draw(review);
    card(head, body, review);
    actions(foot, asks, review);
    hint.textContent = say("intake_hint");
    foot.setAttribute("aria-label", say("intake_actions"));
    right.setAttribute("aria-label", say("intake_proposal"));
    left.setAttribute("aria-label", say("intake_text"));
  }

  /** @param {string} words Told to those who do not see the page, too. */
  function note(words) {
    said.textContent = words;
  }

  /** The bar and the proposal's head, when a click that ended the typing has reached its button. */
  function soon() {
    clearTimeout(later);
    later = window.setTimeout(() => {
      if (!state) return;
      bar(top, context());
      cardHead(head, context());
    }, SOON);
  }

  /** Keeps the draft for a reload, soon. */
  function store() {
    clearTimeout(due);
    due = window.setTimeout(flush, PAUSE);
  }
  function flush() {
    clearTimeout(due);
    due = 0;
    if (state && !keep({ token, draft: state.draft, at: state.at, order: state.order })) note(say("intake_no_room"));
  }

  /** @param {Action} action @param {boolean} [quiet] The fields show it already. */
  function act(action, quiet = false) {
    if (!state) return;
    const before = state;
    state = reduce(state, action);
    if (state === before) {
      if (action.kind === "join" && entryOf(state)) note(say("intake_no_join", { code: itemOf(state).code }));
      return;
    }
    if (state.at !== before.at || state.part !== before.part) {
      found = [];
      body.scrollTop = 0;
    }
    store();
    if (quiet) soon();
    else draw();
    const moved = state.at !== before.at;
    if (moved || action.kind === "take" || action.kind === "refuse") view.show(state.at, true);
    if (["take", "refuse", "undo", "redo", "join", "split"].includes(action.kind)) note(told(action.kind, before));
  }

  /** @param {string} kind @param {State} before */
  function told(kind, before) {
    const now = /** @type {State} */ (state), { items } = now.draft;
    const n = items.filter((one) => one.state !== "open").length, joined = entryOf(now)?.with_item;
    return say(kind === "join" && !joined ? "intake_did_apart" : `intake_did_${kind}`, {
      with: joined || "", code: itemOf(before).code, n, all: items.length, next: itemOf(now).code });
  }

  function take() {
    if (state && itemOf(state).entries.length) act({ kind: "take" });
    else note(say("intake_no_entry"));
  }

  function edit() {
    if (state && !entryOf(state)) act({ kind: "add" });
    const first = /** @type {HTMLElement | null} */ (body.querySelector("input, textarea, button"));
    first?.focus();
    if (first instanceof HTMLInputElement) first.select();
  }

  /** @param {Mode} next */
  function panel(next) {
    const was = mode;
    mode = next === mode ? null : next;
    draw();
    if (mode) /** @type {HTMLElement | null} */ (asks.querySelector("button, input"))?.focus();
    else if (was && state) view.show(state.at, true);
  }

  function save() {
    if (!state) return;
    download(`${state.draft.source.key}.intake.json`, written(state.draft), "application/json");
    note(say("intake_saved"));
  }

  function leave() {
    [state, mode, closed] = [null, null, token];
    forget();
    draw();
    host.tell({ what: "close", n: stamp() });
  }

  /** Asks the server for what only it can do. @param {string} what @param {object} [more] */
  async function ask(what, more = {}) {
    if (!state) return;
    flush();
    waits = stamp();
    note(say(`intake_wait_${what}`));
    bar(top, context());
    const draft = what === "find" ? "" : await packed(written(state.draft));
    if (draft.length < LONGEST) return host.tell({ what, n: waits, ...more, ...(draft ? { draft } : {}) });
    waits = "";
    bar(top, context());
    note(say("intake_long"));
  }

  /** @param {Answer} answer */
  function hear(answer) {
    [answered, waits] = [answer.n, ""];
    if (answer.spots) found = answer.spots;
    if (answer.data && answer.name) {
      download(answer.name, Uint8Array.from(atob(answer.data), (one) => one.charCodeAt(0)), "application/zip");
    }
    const open = state ? progress(state.draft).left : 0;
    note(answer.error || say(`intake_got_${answer.what}`, { n: answer.left ?? found.length, open }));
  }

  /** @param {Draft} draft @param {string} name @param {number | null} at @param {"doubt" | "document"} order */
  function begin(draft, name, at, order) {
    [token, letters, mode, found] = [name, Array.from(draft.text), null, []];
    state = draft.items.length ? begun(draft, order) : null;
    if (state && at !== null) state = reduce(state, { kind: "go", at });
  }

  const keys = heard({ mode: () => mode, root, asks, act, take, edit, panel, show: () =>
    state && view.show(state.at, true) });
  document.addEventListener("keydown", keys);
  const last = () => {
    if (due) flush();
  };
  window.addEventListener("pagehide", last);
  const resized = new ResizeObserver(() => {
    view.tidy();
    if (state) view.show(state.at, false);
  });
  resized.observe(left);

  return {
    /** @param {Given} next */
    use(next) {
      if (given && given.lang !== next.lang) note(""); // it was told in the other language
      given = next;
      const own = state ? null : kept();
      const fresh = next.draft && ![token, closed, own?.token].includes(next.token);
      if (fresh && next.draft) {
        begin(next.draft, next.token, null, "doubt");
        if (state) note(context().remarks().join(" "));
        flush();
      } else if (own) begin(own.draft, own.token, own.at, own.order);
      if (next.answer && next.answer.n !== answered && next.answer.n === waits) hear(next.answer);
      draw();
      if (state && (fresh || own)) view.show(state.at, true);
    },
    end() {
      last();
      document.removeEventListener("keydown", keys);
      window.removeEventListener("pagehide", last);
      resized.disconnect();
    },
  };
}

const stamp = () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;
