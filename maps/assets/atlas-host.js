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

  const front = () => window.parent.atlasFront, beside = () => Boolean(front() && front().scene());

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
    keep(href) {
      window.parent.history.replaceState(window.parent.history.state, "", href);
      if (beside()) front().moved();  // a picture shows the view
    },
    /* Where the front end stands beside the map it decides what is shown, and lists what a mark stands for. */
    beside,
    scene: () => (beside() ? front().scene() : null),
    list: (group) => front().mark(group),
    unplaced: () => { if (beside()) front().list({ kind: "off" }); },
    tell: (value) => (beside() ? front().open(value.id ? value.id.split("/")[0] : null) :
      soon(() => window.Streamlit.setComponentValue(value))),
  };
})();
