/** First: this map stands on the page while Streamlit starts. It goes when the page's own map is drawn, or will not
 * be. */

import { runs } from "../../adapters/streamlit.js";

const above = window.parent, frame = /** @type {HTMLElement} */ (window.frameElement);
const given = document.documentElement.dataset, path = above.location.pathname;
const LIMIT = 30000, PATIENCE = 3000, EVERY = 40, SIDES = /** @type {const} */ (["left", "top", "width", "height"]);
let ran = false, idle = 0, seen = "";

/** Follows the place of the page's own map, once that has come to rest. @param {Element} own */
function place(own) {
  const box = own.getBoundingClientRect(), now = [box.left, box.top, box.width, box.height].join();
  if (now === seen && box.height > 100) SIDES.forEach((side) => { frame.style[side] = `${box[side]}px`; });
  seen = now;
}

function over() {
  const late = performance.now() > LIMIT || document.querySelector(".map-notice");
  if (above.location.pathname !== path || late) return true;
  const own = /** @type {HTMLIFrameElement | null} */ (
    above.document.querySelector(".st-key-map iframe"));
  const inside = own?.contentDocument?.documentElement;
  if (own) place(own);
  if (inside && (inside.dataset.shown || inside.querySelector(".map-notice"))) return true;
  const running = runs(above.document);
  ran = ran || running;
  idle = ran && !running && !own ? idle + EVERY : 0;
  return idle > PATIENCE;
}

function look() {
  if (over()) frame.remove(); else setTimeout(look, EVERY);
}

window.atlas.start(L.map("map_div", { ...JSON.parse(given.map || ""), still: true }), { keep() {}, tell() {} });
window.atlas.show(given.scene || "");
look();
