/** Map: what the scripts of a page that filters by itself use of the map; such a page sets `atlas.host` first. */

import { html } from "../../../maps/assets/draw/dom.js";
import { ORDER, sign } from "../../../maps/assets/draw/marks.js";
import { host, useHost } from "../../../maps/assets/host.js";
import { show, start } from "../../../maps/assets/map.js";
import { boundsOf } from "../../../maps/assets/sites.js";
import { filled } from "../../../maps/assets/words.js";

window.atlas = { start, show, draw: { html, sign, ORDER }, words: filled, around: boundsOf,
  get host() { return host(); }, set host(given) { useHost(given); } };
