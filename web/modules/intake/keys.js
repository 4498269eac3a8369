/** The keys of the review. Letters work where the review or nothing has the focus, and never in a field. */

/** @typedef {import("./context.js").Mode} Mode */
/** @typedef {import("./state.js").Action} Action */
/**
 * @typedef {{mode: () => Mode, root: HTMLElement, asks: HTMLElement, act: (action: Action) => void, take: () => void,
 *   edit: () => void, panel: (mode: Mode) => void, show: () => void}} Desk
 */

const ARROWS = /** @type {Record<string, string>} */ ({ ArrowDown: "j", ArrowUp: "k" });
const FIELD = "input:not([type='radio'], [type='checkbox']), textarea, select, [contenteditable='true']";

/** @param {Desk} desk @returns {(event: KeyboardEvent) => void} */
export function heard(desk) {
  const { root, act, take, edit, panel, show } = desk;
  const plain = /** @type {Record<string, () => void>} */ ({
    e: edit, s: () => panel("split"), m: () => act({ kind: "join" }), x: () => panel("refuse"),
    k: () => act({ kind: "step", by: -1 }), j: () => act({ kind: "step", by: 1 }),
  });

  return (event) => {
    const at = /** @type {HTMLElement} */ (document.activeElement || document.body), here = root.contains(at);
    if (root.hidden || event.isComposing || event.keyCode === 229 || !(here || at === document.body)) return;
    const act_ = chosen(event, at);
    if (!act_) return;
    event.preventDefault();
    act_();
  };

  /** @param {KeyboardEvent} event @param {HTMLElement} at @returns {(() => void) | null | undefined} */
  function chosen(event, at) {
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key, field = at.matches(FIELD);
    const control = event.ctrlKey || event.metaKey;
    if (control && key === "Enter") return take;
    if (control && !field && key === "z") return () => act({ kind: event.shiftKey ? "redo" : "undo" });
    if (control && !field && key === "y") return () => act({ kind: "redo" });
    if (control || event.altKey) return null;
    if (key === "Escape") return desk.mode() ? () => panel(null) : show;
    if (field) return null;
    if (desk.mode()) return asked(key, at);
    if (key === "Enter") return at.closest("button, a, summary") ? null : take;
    return plain[at.closest("article") && ARROWS[key] || key];
  }

  /** A question stands open: its answers by number, and up and down. @param {string} key @param {HTMLElement} at */
  function asked(key, at) {
    const all = /** @type {HTMLElement[]} */ ([...desk.asks.querySelectorAll("button, input")]);
    const button = /** @type {HTMLElement | null} */ (desk.asks.querySelector(`[data-key="ask-${CSS.escape(key)}"]`));
    if (/^[1-9]$/.test(key)) return button && (() => button.click());
    const by = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
    return by ? () => all[(all.indexOf(at) + by + all.length) % all.length]?.focus() : null;
  }
}
