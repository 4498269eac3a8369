/* First: this map stands on the page while Streamlit starts. It goes when the page's own map is drawn, or will not be. */
(function () {
  "use strict";
  const atlas = window.atlas, above = window.parent, frame = window.frameElement, given = document.documentElement.dataset;
  const path = above.location.pathname, LIMIT = 30000, PATIENCE = 3000, EVERY = 40;
  const part = (selector) => above.document.querySelector(selector);
  let ran = false, idle = 0, seen = "";

  /* Follows the place of the page's own map, once that has come to rest. */
  function place(own) {
    const box = own.getBoundingClientRect(), now = [box.left, box.top, box.width, box.height].join();
    if (now === seen && box.height > 100) ["left", "top", "width", "height"].forEach((side) => { frame.style[side] = `${box[side]}px`; });
    seen = now;
  }

  function over() {
    if (above.location.pathname !== path || performance.now() > LIMIT || document.querySelector(".map-notice")) return true;
    const own = part(".st-key-map iframe"), inside = own && own.contentDocument && own.contentDocument.documentElement;
    if (own) place(own);
    if (inside && (inside.dataset.shown || inside.querySelector(".map-notice"))) return true;
    const app = part("[data-testid='stApp']"), running = Boolean(app) && app.dataset.testScriptState === "running";
    ran = ran || running;
    idle = ran && !running && !own ? idle + EVERY : 0;
    return idle > PATIENCE;
  }

  function look() {
    if (over()) frame.remove(); else setTimeout(look, EVERY);
  }

  Object.assign(atlas.host, { keep() {}, tell() {} });
  atlas.start(L.map("map_div", { ...JSON.parse(given.map), still: true }));
  atlas.show(given.scene);
  look();
})();
