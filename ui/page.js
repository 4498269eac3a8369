/* What a page needs beside Streamlit: its language, links past the filters, links to copy. */
(function (page) {
  "use strict";
  const STOPS = {
    map: () => marks() || document.querySelector(".st-key-map iframe, .st-key-region-map iframe"),
    list: () => first(".atlas-panel .atlas-group", ".st-key-region-lists", ".st-key-table"),
    record: () => first(".atlas-bar", ".st-key-record-page"),
    filters: () => first(".atlas-filters", ".st-key-region-choice"),
  };
  const FOCUSABLE = "a[href], button:not([disabled]), input, canvas[tabindex], [tabindex='0']";

  function marks() {
    const frame = document.querySelector(".st-key-map iframe");
    return frame && frame.contentDocument && frame.contentDocument.querySelector('.atlas-mark[tabindex="0"]');
  }

  function first(...selectors) {
    const part = selectors.map((selector) => document.querySelector(selector)).find(Boolean);
    const seen = (node) => node.getClientRects().length > 0;
    return part && ([...part.querySelectorAll(FOCUSABLE)].find(seen) || part);
  }

  function link(name, words) {
    const node = document.createElement("a");
    node.href = "#";
    node.textContent = words;
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
    document.querySelectorAll(".atlas-skip a").forEach((node) => { node.hidden = !STOPS[node.dataset.name](); });
  }

  function skips() {
    const old = document.querySelector("nav.atlas-skip"), nav = old || document.createElement("nav");
    nav.className = "atlas-skip";
    nav.setAttribute("aria-label", page.words.skip);
    nav.replaceChildren(...Object.keys(STOPS).map((name) => {
      const node = link(name, page.words[name]);
      node.dataset.name = name;
      return node;
    }));
    if (!old) document.body.prepend(nav);
  }

  function say(words) {
    const node = document.querySelector(".atlas-said") || document.body.appendChild(document.createElement("div"));
    node.className = "atlas-said";
    node.setAttribute("role", "status");
    node.textContent = words;
    node.classList.add("on");
    clearTimeout(node.timer);
    node.timer = setTimeout(() => { node.classList.remove("on"); node.textContent = ""; }, 2500);
  }

  /* Without https the clipboard is closed to pages; the old way still works there. */
  function copyOld(text) {
    const field = document.body.appendChild(document.createElement("textarea"));
    field.value = text;
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  }

  function copy() {
    const here = window.location.href;
    const way = navigator.clipboard ? navigator.clipboard.writeText(here).then(() => true, () => copyOld(here)) :
      Promise.resolve(copyOld(here));
    way.then((done) => say(done ? window.atlasPage.words.copied : window.atlasPage.words.uncopied));
  }

  /* Streamlit's own English words, in the language of the page. */
  const OWN = ["[aria-label]", "a[data-testid='stSkipToContent']", "[role='listbox'] *",
    "[data-testid='stMultiSelect'] *", "[data-testid='stFileUploader'] *"].join(", ");
  const DROP = "[data-testid='stFileUploaderDropzone'][role='presentation']";
  function translate(root) {
    const own = window.atlasPage.own;
    [root, ...root.querySelectorAll(OWN)].forEach((node) => {
      const label = node.getAttribute("aria-label"), text = node.childElementCount ? "" : node.textContent;
      if (own[label]) node.setAttribute("aria-label", own[label]);
      if (own[text] && node.firstChild) node.firstChild.nodeValue = own[text];
      if (node.matches(DROP)) node.setAttribute("role", "group"); // it has a name and takes the focus
    });
  }
  function watch() {
    new MutationObserver((changes) => changes.forEach((change) => {
      change.addedNodes.forEach((node) => { if (node.nodeType === 1) translate(node); });
    })).observe(document.body, { childList: true, subtree: true });
  }

  /* A session ends with its server. When a server answers again, Streamlit runs nothing until a click comes, and does
     not know that click: so the page is run at once, as Back would, and what was clicked meanwhile follows. */
  const APP = "[data-testid='stApp']", PATIENCE = 15000;
  let phase = "live", held = null;
  function soon(act) {
    if (phase === "live") act(); else held = { act, at: Date.now() };
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
    if (held && Date.now() - held.at < PATIENCE) held.act();
    held = null;
  }
  function follow(app, changes) {
    const ran = changes.some((change) => change.oldValue === "running");
    if (app.dataset.testConnectionState !== "CONNECTED") phase = "away";
    else if (phase === "away") run();
    else if (ran && app.dataset.testScriptState === "notRunning") settle();
  }
  function hold(event) {
    const off = event.type === "pointerup",
      node = event.target.closest(off ? "button[disabled]" : "button, a, label, input");
    if (phase === "live" || !node) return;
    if (!off) { event.preventDefault(); event.stopImmediatePropagation(); }
    soon(() => node.click());
  }
  function outlive() {
    const app = document.querySelector(APP);
    new MutationObserver((changes) => follow(app, changes)).observe(app, {
      attributeFilter: ["data-test-connection-state", "data-test-script-state"], attributeOldValue: true });
    ["click", "pointerup"].forEach((kind) => window.addEventListener(kind, hold, true));
    window.atlasSoon = soon;
  }

  document.documentElement.lang = page.lang;
  const known = window.atlasPage;
  window.atlasPage = page;
  skips();
  translate(document.body);
  if (known) return;
  watch();
  outlive();
  document.addEventListener("keydown", (event) => { if (event.key === "Tab") offer(); }, true);
  document.addEventListener("click", (event) => { if (event.target.closest(".st-key-copy-link button")) copy(); });
})
