/* Host: what the map asks of the page around it; this one lives in the atlas's own server, other pages bring theirs. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const FILES = new URL(document.documentElement.dataset.files || "../../app/static/", document.baseURI).href;
  const MOST = 8;  // two languages of two editions, their codes and the land
  const kept = (window.parent.atlasFiles = window.parent.atlasFiles || {});
  const soon = (act) => (window.parent.atlasSoon ? window.parent.atlasSoon(act) : act());  // a lost server is waited for

  const fetched = (name) => window.parent.fetch(`${FILES}${name}`).then((answer) => {
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return answer.json();
  });

  atlas.host = {
    /* The page keeps what its maps have read, so that the next map on it need not; what was used last stays. */
    load(name) {
      const found = kept[name] || fetched(name);
      delete kept[name];
      kept[name] = found;
      found.catch(() => { if (kept[name] === found) delete kept[name]; });
      Object.keys(kept).slice(0, -MOST).forEach((old) => delete kept[old]);
      return found;
    },
    once: fetched,
    symbol: (name) => `${FILES}sym/${name}.svg`,
    address: () => window.parent.location.href,
    keep: (href) => window.parent.history.replaceState(window.parent.history.state, "", href),
    tell: (value) => soon(() => window.Streamlit.setComponentValue(value)),
    clicks(heard) {
      const gone = new AbortController();
      window.parent.document.addEventListener("click", heard, { capture: true, signal: gone.signal });
      window.addEventListener("pagehide", () => gone.abort());
    },
    unplaced() {
      const list = window.parent.document.querySelector(".st-key-not-placed");
      if (list) list.scrollIntoView({ behavior: "smooth", block: "start" });
    },
  };
})();
