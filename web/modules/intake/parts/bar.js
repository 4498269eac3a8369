/** The top: how far the review is, in which order it goes, and what becomes of the draft. */

import { button, el, replace } from "../../parts/dom.js";
import { adopted, progress, SURE } from "../draft.js";

/** @typedef {import("../context.js").Review} Review */

/** @param {HTMLElement} root @param {Review} review */
export function bar(root, review) {
  const { state, say, act } = review, found = progress(state.draft), n = adopted(state.draft);
  const other = state.order === "doubt" ? "document" : "doubt";
  const tool = (/** @type {string} */ key, /** @type {string} */ words, /** @type {() => void} */ run, more = {}) =>
    button("intake-tool", { data: { key }, ...more }, run, el("i", { class: `intake-icon ${key}` }), words);
  replace(
    root,
    el("h2", { text: say("intake_review") }),
    el(
      "div",
      {
        class: "intake-progress", role: "progressbar", "aria-label": say("intake_progress"), "aria-valuemin": 0,
        "aria-valuemax": found.all, "aria-valuenow": found.taken + found.refused,
      },
      share("taken", found.taken, found.all),
      share("refused", found.refused, found.all),
    ),
    el("b", { class: "intake-done", text: `${found.taken + found.refused} / ${found.all}` }),
    el("span", {
      class: "intake-muted",
      text: say("intake_tally", { taken: found.taken, refused: found.refused, left: found.left }),
    }),
    el("span", { class: "intake-space" }),
    tool("order", say(`intake_order_${state.order}`), () => act({ kind: "order", order: other }), {
      class: "intake-tool on", title: say(`intake_to_order_${other}`),
    }),
    el(
      "span",
      { class: "intake-counts" },
      say("intake_left_sure", Object.fromEntries(SURE.map((sure, at) => [sure, found.sure[at]]))),
    ),
    tool("save", say("intake_save"), review.save, { title: say("intake_save_why") }),
    tool("preview", say("intake_preview"), () => review.ask("preview"), {
      disabled: !(n || found.left) || review.waits,
    }),
    tool("zip", say("intake_zip", { n }), () => review.ask("zip"), { disabled: !n || review.waits }),
    tool("close", say("intake_close"), () => review.panel("close"), { "aria-expanded": review.mode === "close" }),
  );
}

/** @param {string} kind @param {number} n @param {number} all */
function share(kind, n, all) {
  const node = el("i", { class: kind });
  node.style.width = `${(100 * n) / Math.max(1, all)}%`;
  return node;
}
