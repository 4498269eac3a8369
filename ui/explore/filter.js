/* Filters and lists: a button changes the address, as a link would, and the page follows it; what an option gives comes
   with the page's answer. The address is the state, so clicks in quick succession add up in it. */
(function () {
  "use strict";
  if (window.atlasFilters) return;
  const OPTION = "button.atlas-option, button.atlas-card", ENTRY = "button[data-id]",
    ACTS = `button[data-facet], button[data-drop], ${ENTRY}`;

  const here = () => new URL(window.location.href);
  const codes = (url, facet) => [...new Set(url.searchParams.getAll(facet).join(",").split(","))].filter(Boolean);

  function put(url, facet, found) {
    if (found.length) url.searchParams.set(facet, found.join(",")); else url.searchParams.delete(facet);
  }

  /* An option whose facet stands for all of it while nothing is chosen (`whole`) takes itself away from all. */
  function toggled(url, { facet, code, whole }) {
    const all = whole ? whole.split(",") : [], now = codes(url, facet), from = whole && !now.length ? all : now;
    const next = from.includes(code) ? from.filter((one) => one !== code) : [...from, code];
    put(url, facet, whole && all.every((one) => next.includes(one)) ? [] : next);
  }

  function wished(node) {
    const url = here();
    if (node.dataset.id) url.searchParams.set("id", node.dataset.id);
    else if (node.dataset.drop) node.dataset.drop.split(" ").forEach((name) => url.searchParams.delete(name));
    else toggled(url, node.dataset);
    if (!url.searchParams.has("lang")) url.searchParams.set("lang", document.documentElement.lang);
    url.hash = "";
    return url.href.replace(/%2C/g, ",");
  }

  /* As Back does: the page runs for the new address. The map shows a filter by itself: it gets three frames to paint it
     (or a bit of time, where no frames come), since the answer keeps the browser busy for longer. */
  const FRAMES = 3, PATIENCE = 120;
  let due = 0;
  function go(node) {
    window.history.pushState({}, "", wished(node));
    refresh();
    const quick = !node.dataset.id && document.querySelector(".st-key-map iframe");
    if (!due) due = setTimeout(run, quick ? PATIENCE : 0);
    if (quick) after(FRAMES);
  }
  function after(frames) {
    requestAnimationFrame(() => { if (due && frames > 1) after(frames - 1); else if (due) setTimeout(run); });
  }
  function run() {
    if (!due) return;
    clearTimeout(due);
    due = 0;
    window.dispatchEvent(new PopStateEvent("popstate", { state: window.history.state }));
  }

  function write(node, text) { if (node && node.textContent !== text) node.textContent = text; }

  function show(node, url, counts) {
    const { facet, code, whole, total, unit } = node.dataset, now = codes(url, facet), n = (counts[facet] || {})[code];
    const on = now.includes(code);
    node.setAttribute("aria-pressed", String(on || Boolean(whole && !now.length)));
    if (n === undefined) return;
    node.disabled = !whole && n === 0 && !on;
    write(node.querySelector(".atlas-n"), String(n));
    if (total) write(node.querySelector(".atlas-of"), n === Number(total) ? unit : `/ ${total}`);
  }

  /* A long facet: what gives most first, and what is chosen; the rest, and what gives none, opens on demand. */
  function arrange(group, counts) {
    const [first, more] = group.querySelectorAll(".atlas-options"), nodes = [...group.querySelectorAll(OPTION)];
    const n = (node) => (counts[node.dataset.facet] || {})[node.dataset.code] || 0;
    const sorted = [...nodes].sort((a, b) => n(b) - n(a) || (a.dataset.code < b.dataset.code ? -1 : 1));
    const top = new Set(sorted.filter(n).slice(0, Number(group.dataset.first)));
    const stands = (node) => top.has(node) || node.getAttribute("aria-pressed") === "true";
    const rest = sorted.filter((node) => !stands(node)), held = document.activeElement;
    fill(first, sorted.filter(stands));
    fill(more, rest);
    more.parentNode.hidden = !rest.length;
    write(group.querySelector("summary"), group.dataset.more.replace("{n}", rest.length));
    if (held !== document.activeElement && group.contains(held)) held.focus();
  }

  function fill(box, nodes) {
    const same = nodes.length === box.children.length && nodes.every((node, i) => node === box.children[i]);
    if (!same) box.replaceChildren(...nodes);
  }

  function refresh() {
    const told = document.querySelector("data.atlas-counts"), url = here();
    const counts = told ? JSON.parse(told.value).counts : {};
    document.querySelectorAll(OPTION).forEach((node) => show(node, url, counts));
    if (told) document.querySelectorAll(".atlas-facet[data-first]").forEach((group) => arrange(group, counts));
    document.querySelectorAll(ENTRY).forEach((node) => {
      const on = url.searchParams.get("id") === node.dataset.id;
      if (on) node.setAttribute("aria-current", "true"); else node.removeAttribute("aria-current");
    });
    document.querySelectorAll(".atlas-clear").forEach((node) => {
      node.hidden = !node.dataset.drop.split(" ").some((name) => url.searchParams.has(name));
    });
  }

  const OURS = `.atlas-counts, ${ACTS}`;
  const ours = (node) => node.nodeType === 1 && (node.matches(OURS) || node.querySelector(OURS));
  new MutationObserver((changes) => {
    if (changes.some((change) => [...change.addedNodes].some(ours))) refresh();
  }).observe(document.body, { childList: true, subtree: true });
  window.addEventListener("popstate", refresh);
  document.addEventListener("click", (event) => {
    const node = event.target.closest && event.target.closest(ACTS);
    if (node) window.atlasSoon(() => go(node));
  });
  window.atlasFilters = true;
  refresh();
})();
