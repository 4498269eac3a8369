/* Frame: the Pacific-centred view, its home, its memory in the page's address. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const WEST = -30, EAST = 330, NORTH = 72, SOUTH = -54;
  /* The Indo-Pacific: from the Gulf to the Line Islands, from Hokkaido to Melbourne; narrower on a phone. */
  const TOP = 46.6, BOTTOM = -38.5, WIDE = [55, 197], NARROW = [64, 190], PHONE = 560, NEAREST = 6.5;

  atlas.real = (lon) => ((lon + 180) % 360 + 360) % 360 - 180;
  atlas.drawn = (lon) => (lon < WEST ? lon + 360 : lon);

  function fit(map, [west, south, east, north], nearest) {
    const box = L.latLngBounds([south, west], [north, east]);
    const zoom = Math.min(map.getBoundsZoom(box, false, L.point(24, 24)), nearest);
    const middle = map.unproject(map.project(box.getSouthWest(),
      zoom).add(map.project(box.getNorthEast(), zoom)).divideBy(2), zoom);
    return { center: [middle.lat, middle.lng], zoom };
  }

  function world(map) {
    const size = map.getSize(), y = (lat) => map.project([lat, 0], 0).y;
    const wide = Math.log2(size.x / 256), high = Math.log2(size.y / (y(SOUTH) - y(NORTH)));
    const zoom = size.x > size.y * 1.25 ? Math.max(wide, Math.log2(size.y / 200)) : Math.max(wide, high);
    const middle = map.unproject([0, (y(SOUTH) + y(NORTH)) / 2], 0).lat;
    return { center: [middle, size.x < size.y ? 138 : 150], zoom };
  }

  /* The whole of it shows whatever the map's shape, with its north edge at the top. */
  function indoPacific(map) {
    const size = map.getSize(), [west, east] = size.x < PHONE ? NARROW : WIDE, y = (lat) => map.project([lat, 0], 0).y;
    const zoom = Math.min(Math.log2((size.x * 360) / 256 / (east - west)), Math.log2(size.y / (y(BOTTOM) - y(TOP))));
    const middle = map.unproject([0, y(TOP) + size.y / 2 / 2 ** zoom], 0).lat;
    return { center: [middle, (west + east) / 2], zoom };
  }

  function bookmarked() {
    try {
      const text = new URL(atlas.host.address()).searchParams.get("view") || "";
      const [lat, lon, zoom] = text.split(",").map(Number);
      if (text.split(",").length !== 3 || ![lat, lon, zoom].every(Number.isFinite)) return null;
      if (Math.abs(lat) > 85 || Math.abs(lon) > 360 || zoom < 0 || zoom > 12) return null;
      return { center: [lat, atlas.drawn(atlas.real(lon))], zoom };
    } catch (error) { return null; }
  }

  /* The page's address keeps the view without a rerun, so that a copied link opens the same map. */
  function remember(map, isHome) {
    const here = new URL(atlas.host.address()), c = map.getCenter();
    const text = `${c.lat.toFixed(2)},${atlas.real(c.lng).toFixed(2)},${map.getZoom().toFixed(2)}`;
    if (isHome) here.searchParams.delete("view"); else here.searchParams.set("view", text);
    const next = here.href.replace(/%2C/g, ",");
    if (next !== atlas.host.address()) atlas.host.keep(next);
  }

  atlas.frame = function (map) {
    let atHome = true, target = null, soft = null, quiet = false, moved = false;
    const home = () => (target || soft ? fit(map, target || soft, target ? 8.5 : NEAREST) : indoPacific(map));
    let base = home();
    /* Not setMinZoom: it starts a zoom animation that would overrule the view that is set next. */
    const least = (zoom) => { map.options.minZoom = zoom; map.fire("zoomlevelschange"); };
    /* A zoom animation under way would overrule the view when it ends. */
    const afterwards = (act) => { if (map._animatingZoom) map.once("moveend", act); else act(); };
    const go = (view) => {
      quiet = true;
      least(Math.min(world(map).zoom, view.zoom));
      map.setView(view.center, view.zoom, { reset: true });  // not a pan, which moves by whole pixels
      quiet = false;
    };
    const at = ({ center, zoom }) => { const c = map.getCenter(); return Math.abs(map.getZoom() - zoom) < 0.01 &&
      Math.abs(c.lat - center[0]) < 1.5 && Math.abs(c.lng - center[1]) < 1.5; };
    const atWorld = () => at(world(map));
    map.setMaxBounds([[-78, WEST], [84, EAST]]);
    const saved = bookmarked();
    let asked = saved;  // the view of the address, until someone moves the map
    atHome = !saved;
    moved = Boolean(saved);
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
    new ResizeObserver(() => {
      wide = atWorld();
      quiet = true; map.invalidateSize({ animate: false }); quiet = false;
      base = home();
      least(Math.min(world(map).zoom, map.getZoom()));
      if (atHome) afterwards(() => go(base));
      else if (wide) afterwards(() => go(world(map)));
      else if (asked) go(asked);
      if (map._popup && map._popup.isOpen()) map._popup._adjustPan();
    }).observe(map.getContainer());
    /* The page asks for a frame of its own, or for one that fits its filter unless someone has moved the map since; a
       view in the address comes first. */
    let aimed = "[null,null]";
    const aim = (bounds, gentle) => {
      const wanted = JSON.stringify([bounds || null, gentle || null]);
      if (wanted === aimed) return;
      const keep = (aimed === "[null,null]" && saved && asked) || (moved && !bounds && !target);
      aimed = wanted; target = bounds || null; soft = gentle || null; base = home();
      if (!keep) afterwards(() => { atHome = true; moved = false; go(base); remember(map, true); });
    };
    const show = (view, isHome) => afterwards(() =>
      { atHome = isHome; moved = false; go(view); remember(map, isHome); });
    return {
      aim, atWorld, atHome: () => atHome, asked: () => Boolean(saved), keep: () => remember(map, atHome),
      visit: (bounds) => show(fit(map, bounds, 8.5), false),
      fit: (bounds) => { if (target || soft) show(base = home(), true);
      else if (bounds) show(fit(map, bounds, 8.5), false); },
      world: () => afterwards(() => (atWorld() ? show(indoPacific(map), !target && !soft) : show(world(map), false))),
    };
  };

  /* The smallest frame round what is shown; boxes in open sea only count when there is nothing else. */
  atlas.around = function (sites) {
    const placed = sites.filter((site) => site.x !== null),
      exact = placed.filter((site) => site.precision !== "region");
    const points = (exact.length ? exact : placed).flatMap((site) =>
      (site.lines ? site.lines.flat() : [[site.y, site.x]]));
    if (!points.length) return null;
    const xs = points.map(([, x]) => x), ys = points.map(([y]) => y), room = 4;
    return [Math.min(...xs) - room * 1.5, Math.min(...ys) - room, Math.max(...xs) + room * 1.5, Math.max(...ys) + room];
  };
})();
