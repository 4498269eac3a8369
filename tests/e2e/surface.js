/* What a page of the front end shows at an address: called with the query, what the map is to show and the title of the
   record, it goes there as a link or Back does, waits until map and panel are there, and reads them. */
async ([query, shown, title]) => {
  const all = (selector, root) => [...(root || document).querySelectorAll(selector)];
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const words = (node) => (node ? node.textContent.replace(/\s+/g, " ").trim() : null);
  const map = () => {
    const inner = document.querySelector(".st-key-map iframe");
    return (inner ? inner.contentDocument : document).documentElement;
  };
  const head = () => words(document.querySelector(title ? ".atlas-record h3" : ".atlas-head h3"));
  const there = () => map().dataset.shown === shown && map().layout && head() && (!title || head() === title);
  async function until(what) {
    for (const start = performance.now(); !what(); await frame()) {
      if (performance.now() - start > 25000) throw new Error(`${query}: ${map().dataset.shown}, ${head()}`);
    }
  }

  /* Every entry of the list, whatever is folded. */
  function unfold() {
    const closed = '.atlas-fold[aria-expanded="false"], .atlas-more';
    for (let node; (node = document.querySelector(closed));) node.click();
  }
  /* Without the way to a country's page, which a handout has not. */
  function top() {
    const copy = document.querySelector(".atlas-head")?.cloneNode(true);
    if (copy) all(".atlas-link", copy).forEach((one) => one.remove());
    return words(copy);
  }
  function record() {
    const own = document.querySelector(".atlas-record");
    if (!own) return null;
    const copy = own.cloneNode(true); // without what only one kind of page can say: citation and links
    all("section", copy).filter((one) => one.querySelector(".atlas-cite")).forEach((one) => one.remove());
    all(":scope > p:last-child", copy).forEach((one) => one.remove());
    return [words(copy), words(document.querySelector(".atlas-position"))];
  }
  function options() {
    const told = (one) => [one.dataset.facet, one.dataset.code, Number(words(one.querySelector(".atlas-n"))),
      one.getAttribute("aria-pressed"), one.disabled, words(one.querySelector(".atlas-name"))];
    return all(".atlas-facet").flatMap((one) => {
      const box = one.parentElement.querySelector(".atlas-options");
      one.click();
      const found = all(".atlas-option", box).map(told);
      box.hidePopover();
      return found;
    }).concat(all(".atlas-card").map(told));
  }

  if (query !== null) {
    history.pushState({}, "", location.pathname + query);
    dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  }
  await frame();
  await until(there);
  await frame();
  await frame();
  await until(there);
  if (!title) unfold();
  const { sites } = JSON.parse(map().layout);
  const seen = { ...sites, lost: sites.lost.sort(), visible: [...sites.mark, ...sites.box, ...sites.chip, ...sites.unplaced].sort() };
  return {
    head: top(),
    groups: title ? [] : all(".atlas-group").map((one) => words(one.querySelector("h4"))),
    list: title ? [] : all(".atlas-group .atlas-entry").map((one) => [one.dataset.id, words(one)]),
    record: title ? record() : null,
    options: options(),
    note: words(document.querySelector(".atlas-note:not([hidden]) span")),
    map: { visible: seen.visible, lost: seen.lost, unplaced: sites.unplaced.sort() },
  };
}
