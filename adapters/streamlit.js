/** What a page needs of Streamlit's own page, which its documents do not promise; tried with 1.67.0.
 *
 * - The page's element (`stApp`) tells whether there is a server and whether a script runs (`data-test-…-state`).
 * - Streamlit runs the page when the browser goes back, also by an event of our own making.
 * - The field for a file is an `input` in `stFileUploader`, which hears `change`.
 * - Its own English words stand in labels and texts, those of pages in none of its settings.
 *
 * Without any of it clicks go where they always go and words stay English. `tests/adapters/test_streamlit_page.py` says
 * which of these no longer holds after an upgrade.
 */

const APP = "[data-testid='stApp']", PATIENCE = 15000;
const WORDS = ["[aria-label]", "[role='listbox'] *", "[data-testid='stMultiSelect'] *",
  "[data-testid='stFileUploader'] *", "[data-testid='stSkipToContent']", "[role='dialog'] *"].join(", ");
const FIELD = "[data-testid='stFileUploader'] input[type='file']";
const DROP = "[data-testid='stFileUploaderDropzone'][role='presentation']";

/** Whether a script runs on a page. @param {Document} page */
export const runs = (page) =>
  /** @type {HTMLElement | null} */ (page.querySelector(APP))?.dataset.testScriptState === "running";

/** Says Streamlit's own words as `said` has them, in all that stands on the page or comes later.
 * @param {() => Record<string, string>} said */
export function translate(said) {
  new MutationObserver((changes) => changes.forEach((change) => change.addedNodes.forEach((node) => {
    if (node instanceof Element) translateIn(node, said());
  }))).observe(document.body, { childList: true, subtree: true });
}

/** @param {Element} root @param {Record<string, string>} said */
export function translateIn(root, said) {
  [root, ...root.querySelectorAll(WORDS)].forEach((node) => {
    const label = said[node.getAttribute("aria-label") || ""];
    const text = node.childElementCount ? "" : said[node.textContent || ""];
    if (label) node.setAttribute("aria-label", label);
    if (text && node.firstChild) node.firstChild.nodeValue = text;
    if (node.matches(DROP)) node.setAttribute("role", "group");  // it has a name and takes the focus
  });
}

/** The file that was last chosen or dropped on a page, and a way to choose it again when its session is lost. */
export function files() {
  const found = {
    /** @type {File | null} */
    last: null,
    /** Whether the page asks for a file and took this one. @param {File} file */
    give(file) {
      const field = /** @type {HTMLInputElement | null} */ (document.querySelector(FIELD)), data = new DataTransfer();
      if (!field || waits()) return false;
      data.items.add(file);
      field.files = data.files;
      field.dispatchEvent(new Event("change", { bubbles: true }));
      return true;
    },
  };
  const take = (/** @type {FileList | null | undefined} */ chosen) => { found.last = chosen?.[0] || found.last; };
  window.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement && target.type === "file") take(target.files);
  }, true);
  window.addEventListener("drop", ({ dataTransfer }) => take(dataTransfer?.files), true);
  return found;
}

/* A session ends with its server. When a server answers again, Streamlit runs nothing until a click comes, and does
   not know that click: so the page is run at once, as Back would, and what was clicked meanwhile follows. */
/** @type {"unknown" | "live" | "away" | "running"} */
let phase = "unknown";
/** @type {{act: () => void, at: number}[]} */
let held = [];
const waits = () => phase === "away" || phase === "running";

/** Does something at once, or when a lost server is back. @param {() => void} act */
export function soon(act) {
  if (waits()) held.push({ act, at: Date.now() }); else act();
}

function run() {
  phase = "running";
  setTimeout(settle, PATIENCE);
  const { hash, pathname, search } = window.location;
  if (hash) window.history.replaceState(window.history.state, "", pathname + search);
  window.dispatchEvent(new PopStateEvent("popstate", { state: window.history.state }));
}

function settle() {
  if (phase !== "running") return;
  phase = "live";
  const due = held.filter(({ at }) => Date.now() - at < PATIENCE);
  held = [];
  due.forEach(({ act }) => act());
}

/** @param {DOMStringMap} now @param {boolean} ran */
function follow({ testConnectionState: state, testScriptState: script }, ran) {
  if (state !== "CONNECTED") phase = phase === "unknown" ? phase : "away";
  else if (phase === "away") run();
  else if (phase === "unknown") phase = "live";
  else if (ran && script === "notRunning") settle();
}

/** @param {Event} event */
function hold(event) {
  const off = event.type === "pointerup", target = /** @type {Element} */ (event.target);
  const node = /** @type {HTMLElement | null} */ (target.closest(off ? "button[disabled]" : "button, a, label, input"));
  if (!waits() || !node) return;
  if (!off) { event.preventDefault(); event.stopImmediatePropagation(); }
  soon(() => node.click());
}

/** Holds clicks while the server is away. */
export function outlive() {
  const app = /** @type {HTMLElement | null} */ (document.querySelector(APP));
  if (!app) return;
  follow(app.dataset, false);
  new MutationObserver((changes) => follow(app.dataset, changes.some((change) => change.oldValue === "running")))
    .observe(app, {
      attributeFilter: ["data-test-connection-state", "data-test-script-state"], attributeOldValue: true,
    });
  ["click", "pointerup"].forEach((kind) => window.addEventListener(kind, hold, true));
}
