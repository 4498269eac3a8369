/** What a page needs beside Streamlit: its language, links past the filters, links to copy. */

import { files, outlive, soon, translate, translateIn } from "../adapters/streamlit.js";

/** @type {Record<string, () => HTMLElement | null | undefined>} */
const STOPS = {
  map: () => marks() || document.querySelector(".st-key-map iframe, .st-key-region-map iframe"),
  list: () => first(".atlas-panel .atlas-group", ".st-key-region-lists", ".st-key-table"),
  record: () => first(".atlas-bar", ".st-key-record-page"),
  filters: () => first(".atlas-filters", ".st-key-region-choice"),
};
const FOCUSABLE = "a[href], button:not([disabled]), input, canvas[tabindex], [tabindex='0']";
let timer = 0;

/** @returns {HTMLElement | null | undefined} */
function marks() {
  const frame = /** @type {HTMLIFrameElement | null} */ (document.querySelector(".st-key-map iframe"));
  return frame?.contentDocument?.querySelector('.atlas-mark[tabindex="0"]');
}

/** @param {...string} selectors @returns {HTMLElement | null | undefined} */
function first(...selectors) {
  const part = /** @type {HTMLElement | undefined} */ (
    selectors.map((selector) => document.querySelector(selector)).find(Boolean));
  const inside = /** @type {HTMLElement[]} */ ([...part?.querySelectorAll(FOCUSABLE) || []]);
  return inside.find((node) => node.getClientRects().length > 0) || part;
}

/** @param {string} name @param {string} words */
function link(name, words) {
  const node = document.createElement("a");
  node.href = "#";
  node.textContent = words;
  node.dataset.name = name;
  node.addEventListener("click", (event) => {
    event.preventDefault();
    const stop = STOPS[name]();
    if (!stop) return;
    stop.scrollIntoView({ block: "center" });
    stop.focus();
  });
  return node;
}

/* Only the links whose goal the page has are offered. */
function offer() {
  const links = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".atlas-skip a")]);
  links.forEach((node) => {
    node.hidden = !STOPS[node.dataset.name || ""]();
  });
}

function skips() {
  const old = document.querySelector("nav.atlas-skip"), nav = old || document.createElement("nav");
  nav.className = "atlas-skip";
  nav.setAttribute("aria-label", window.atlasPage.words.skip);
  nav.replaceChildren(...Object.keys(STOPS).map((name) => link(name, window.atlasPage.words[name])));
  if (!old) document.body.prepend(nav);
}

/** @param {string} words */
function say(words) {
  const node = document.querySelector(".atlas-said") || document.body.appendChild(document.createElement("div"));
  node.className = "atlas-said";
  node.setAttribute("role", "status");
  node.textContent = words;
  node.classList.add("on");
  clearTimeout(timer);
  timer = window.setTimeout(() => { node.classList.remove("on"); node.textContent = ""; }, 2500);
}

/** Without https the clipboard is closed to pages; the old way still works there. @param {string} text */
function copyOld(text) {
  const field = document.body.appendChild(document.createElement("textarea"));
  field.value = text;
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
}

async function copy() {
  const here = window.location.href;
  const done = navigator.clipboard
    ? await navigator.clipboard.writeText(here).then(() => true, () => copyOld(here))
    : copyOld(here);
  say(done ? window.atlasPage.words.copied : window.atlasPage.words.uncopied);
}

document.documentElement.lang = window.atlasPage.lang;
skips();
translateIn(document.body, window.atlasPage.own);
if (!window.atlasSoon) {  // once a page, whose script comes anew with another language
  window.atlasSoon = soon;
  window.atlasUpload = files();
  document.addEventListener("keydown", (event) => { if (event.key === "Tab") offer(); }, true);
  document.addEventListener("click", (event) => {
    if (/** @type {Element} */ (event.target).closest(".st-key-copy-link button")) copy();
  });
  translate(() => window.atlasPage.own);
  outlive();
}
