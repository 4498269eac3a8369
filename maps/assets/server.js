/** Server: the map in the frame that the atlas's own server gives it, and what it asks of the page there. */

/** @import { Host } from "./types.d.ts" */
import { useHost } from "./host.js";
import { see, show, start } from "./map.js";

const FILES = new URL(document.documentElement.dataset.files || "../../app/static/", document.baseURI).href;
const PATIENCE = 5000, MOST = 8;  // two languages of two editions, their index and the land
/** @type {Record<string, Promise<any>>} */
const kept = (window.parent.atlasFiles = window.parent.atlasFiles || {});

/** A lost server is waited for. @param {() => void} act */
const soon = (act) => (window.parent.atlasSoon ? window.parent.atlasSoon(act) : act());

/** @param {string} name */
const fetched = (name) => window.parent.fetch(`${FILES}${name}`).then((answer) => {
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.json();
});

/** The page's front end where it decides what the map shows. */
const beside = () => (window.parent.atlasFront?.scene() ? window.parent.atlasFront : null);

/** @type {Host} */
const server = {
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
    beside()?.moved();  // a picture shows the view
  },
  tell(value) {
    const front = beside(), { id } = /** @type {{id?: string | null}} */ (value);
    if (front) front.open(id ? id.split("/")[0] : null);
    else soon(() => window.Streamlit.setComponentValue(value));
  },
  unplaced: () => beside()?.list({ kind: "off" }),
  front() {
    const front = beside();
    return front ? { scene: front.scene(), list: front.mark, look: front.look } : null;
  },
  basket: () => window.parent.atlasFront?.basket() || null,
};

/** A map that no run of the page reaches shows what the front end beside it has. */
function alone() {
  const scene = beside()?.scene();
  if (scene?.land && document.documentElement.dataset.shown === undefined) show(JSON.stringify(scene));
}

window.atlas = {
  start(map, changed) {
    useHost({ ...server, ...changed });
    start(map);
    setTimeout(alone, PATIENCE);
  },
  show,
  see,
};
