/** View: the Pacific-centred frame of the map, its home, its memory in the page's address. */

/** @import { Bounds, View } from "./types.d.ts" */
import { afterZoom, leastZoom, popupIntoView, viewExactly } from "../../adapters/leaflet.js";
import { bookmarked, EAST, fit, indoPacific, WEST, withView, world } from "./framing.js";
import { host } from "./host.js";

const NEAREST = 6.5, CLOSE = 8.5;

/** The page's address keeps the view without a rerun, so that a copied link opens the same map.
 * @param {L.Map} map @param {boolean} isHome */
function remember(map, isHome) {
  const next = withView(host().address(), map, isHome);
  if (next !== host().address()) host().keep(next);
}

/** @param {L.Map} map */
export function createView(map) {
  /** @type {Bounds | null} */ let target = null;
  /** @type {Bounds | null} */ let soft = null;
  let quiet = false;
  const home = () => {
    const bounds = target || soft;
    return bounds ? fit(map, bounds, target ? CLOSE : NEAREST) : indoPacific(map);
  };
  let base = home();
  /** @param {View} view */
  const go = (view) => {
    quiet = true;
    leastZoom(map, Math.min(world(map).zoom, view.zoom));
    viewExactly(map, view);
    quiet = false;
  };
  /** @param {View} view */
  const at = ({ center, zoom }) => {
    const c = map.getCenter();
    return Math.abs(map.getZoom() - zoom) < 0.01 && Math.abs(c.lat - center[0]) < 1.5 &&
      Math.abs(c.lng - center[1]) < 1.5;
  };
  const atWorld = () => at(world(map));
  map.setMaxBounds([[-78, WEST], [84, EAST]]);
  const saved = bookmarked(host().address());
  let asked = saved;  // the view of the address, until someone moves the map
  let atHome = !saved, moved = Boolean(saved);
  go(saved || base);
  let carried = false;  // by a popup that makes room for itself, which is nobody's move
  map.on("autopanstart", () => { carried = true; });
  map.on("moveend", () => {
    if (quiet) return;
    if (carried) { carried = false; return; }
    asked = null;
    atHome = at(base);
    moved = !atHome;
    remember(map, atHome);
  });
  let wide = false;  // the whole world, which stays so when the map changes its size
  /** What is drawn before the browser tells of a new size would be laid out for the old one. */
  const sized = () => {
    const { clientWidth, clientHeight } = map.getContainer(), { x, y } = map.getSize();
    if (clientWidth === x && clientHeight === y) return;
    wide = atWorld();
    quiet = true; map.invalidateSize({ animate: false }); quiet = false;
    base = home();
    leastZoom(map, Math.min(world(map).zoom, map.getZoom()));
    if (atHome) afterZoom(map, () => go(base));
    else if (wide) afterZoom(map, () => go(world(map)));
    else if (asked) go(asked);
    popupIntoView(map);
  };
  new ResizeObserver(sized).observe(map.getContainer());
  let aimed = "[null,null]";
  /** The page asks for a frame of its own, or for one that fits its filter unless someone has moved the map since; a
   * view in the address comes first. @param {Bounds | null} [bounds] @param {Bounds | null} [gentle] */
  const aim = (bounds, gentle) => {
    const wanted = JSON.stringify([bounds || null, gentle || null]);
    if (wanted === aimed) return;
    const keep = (aimed === "[null,null]" && saved && asked) || (moved && !bounds && !target);
    aimed = wanted; target = bounds || null; soft = gentle || null; base = home();
    if (!keep) afterZoom(map, () => { atHome = true; moved = false; go(base); remember(map, true); });
  };
  /** @param {View} view @param {boolean} isHome */
  const show = (view, isHome) => afterZoom(map, () => {
    atHome = isHome; moved = false;
    go(view);
    remember(map, isHome);
  });
  return {
    aim, atWorld, sized, asked: () => Boolean(saved), keep: () => remember(map, atHome),
    /** @param {Bounds} bounds */
    visit: (bounds) => show(fit(map, bounds, CLOSE), false),
    /** @param {Bounds | null} bounds */
    fit: (bounds) => {
      if (target || soft) show(base = home(), true); else if (bounds) show(fit(map, bounds, CLOSE), false);
    },
    world: () => afterZoom(map, () => (atWorld() ? show(indoPacific(map), !target && !soft) : show(world(map), false))),
  };
}

/** @typedef {ReturnType<typeof createView>} MapView */
