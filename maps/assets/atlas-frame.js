/* Frame: the Pacific-centred view, its home, its memory in the page's address, the controls on the map. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const { html, sign, ORDER } = atlas.draw;
  const WEST = -30, EAST = 330, NORTH = 72, SOUTH = -54;

  atlas.real = (lon) => ((lon + 180) % 360 + 360) % 360 - 180;
  atlas.drawn = (lon) => (lon < WEST ? lon + 360 : lon);

  function fit(map, [west, south, east, north]) {
    const box = L.latLngBounds([south, west], [north, east]);
    const zoom = Math.min(map.getBoundsZoom(box, false, L.point(24, 24)), 8.5);
    const middle = map.unproject(map.project(box.getSouthWest(), zoom).add(map.project(box.getNorthEast(), zoom)).divideBy(2), zoom);
    return { center: [middle.lat, middle.lng], zoom };
  }

  function world(map) {
    const size = map.getSize(), y = (lat) => map.project([lat, 0], 0).y;
    const wide = Math.log2(size.x / 256), high = Math.log2(size.y / (y(SOUTH) - y(NORTH)));
    const zoom = size.x > size.y * 1.25 ? Math.max(wide, Math.log2(size.y / 200)) : Math.max(wide, high);
    const middle = map.unproject([0, (y(SOUTH) + y(NORTH)) / 2], 0).lat;
    return { center: [middle, size.x < size.y ? 138 : 150], zoom };
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
    let atHome = true, target = null, quiet = false;
    const home = () => (target ? fit(map, target) : world(map));
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
    const settle = () => { base = home(); least(Math.min(world(map).zoom, map.getZoom())); };
    map.setMaxBounds([[-78, WEST], [84, EAST]]);
    const saved = bookmarked();
    let asked = saved;  // the view of the address, until someone moves the map
    atHome = !saved;
    go(saved || base);
    map.on("moveend", () => {
      if (quiet) return;
      asked = null;
      const c = map.getCenter();
      atHome = Math.abs(map.getZoom() - base.zoom) < 0.01 && Math.abs(c.lat - base.center[0]) < 1.5 && Math.abs(c.lng - base.center[1]) < 1.5;
      remember(map, atHome);
    });
    new ResizeObserver(() => {
      quiet = true; map.invalidateSize({ animate: false }); quiet = false;
      settle();
      if (atHome) afterwards(() => go(base));
      else if (asked) go(asked);
      if (map._popup && map._popup.isOpen()) map._popup._adjustPan();
    }).observe(map.getContainer());
    /* The page asks for a frame of its own; a view in the address comes first. */
    let aimed = "null";
    const aim = (bounds) => {
      const asked = JSON.stringify(bounds);
      if (asked === aimed) return;
      const keep = aimed === "null" && saved;
      aimed = asked; target = bounds; base = home();
      if (!keep) afterwards(() => { atHome = true; go(base); });
    };
    const visit = (bounds) => afterwards(() => { atHome = false; go(fit(map, bounds)); remember(map, false); map.fire("zoomend"); });
    return { aim, visit, framed: () => target !== null, asked: () => Boolean(saved), atHome: () => atHome, home: () => afterwards(() => { atHome = true; go(base); remember(map, true); }), keep: () => remember(map, atHome) };
  };

  function legend(data, size) {
    const root = html("details", "panel legend");
    root.open = size.y > 600 && size.x > 560;
    html("summary", "", data.text.legend, root);
    const columns = html("div", "columns", null, root);
    const left = html("div", "left", null, columns), right = html("div", "", null, columns);
    html("b", "", data.text.focus, left);
    html("b", "", data.text.precision, right);
    ORDER.forEach((focus) => {
      const row = html("div", "row", null, left);
      sign(data.look, focus, false, 14, html("span", "cell", null, row));
      html("span", "", data.look[focus].short, row);
    });
    const shown = html("div", "row", null, left);
    html("span", "swatch", null, html("span", "cell", null, shown));
    html("span", "", data.text.shown, shown);
    data.legend.forEach((entry) => {
      const row = html("div", "row", null, right);
      const image = html("img", "", null, html("span", "cell wide", null, row));
      image.src = atlas.host.symbol(entry.symbol);
      image.alt = "";
      html("span", "", entry.text, row);
    });
    return root;
  }

  /* The smallest frame round what is shown; boxes in open sea only count when there is nothing else. */
  atlas.around = function (sites) {
    const placed = sites.filter((site) => site.x !== null), exact = placed.filter((site) => site.precision !== "region");
    const points = (exact.length ? exact : placed).flatMap((site) => (site.lines ? site.lines.flat() : [[site.y, site.x]]));
    if (!points.length) return null;
    const xs = points.map(([, x]) => x), ys = points.map(([y]) => y), room = 4;
    return [Math.min(...xs) - room * 1.5, Math.min(...ys) - room, Math.max(...xs) + room * 1.5, Math.max(...ys) + room];
  };

  atlas.panels = function (map, controls, onHome, onNear) {
    const add = (position, build) => {
      const control = L.control({ position });
      control.onAdd = () => { const node = build(); L.DomEvent.disableClickPropagation(node); L.DomEvent.disableScrollPropagation(node); return node; };
      return control.addTo(map);
    };
    let button = null;
    return function (data, unplaced, anew, changes) {
      if (button) button.remove();
      button = unplaced.length ? add("bottomright", () => notPlaced(data, unplaced)) : null;
      if (!anew) return;
      controls.splice(0).forEach((control) => control.remove());
      controls.push(L.control.zoom({ position: "topright", zoomInTitle: data.text.zoomIn, zoomOutTitle: data.text.zoomOut }).addTo(map));
      controls.push(add("topright", () => {
        const bar = html("div", "leaflet-bar"), link = html("a", "home", "", bar);
        link.href = "#"; link.title = data.text.home; link.setAttribute("role", "button"); link.setAttribute("aria-label", data.text.home);
        L.DomEvent.on(link, "click", (event) => { L.DomEvent.preventDefault(event); onHome(); });
        const near = html("a", "near", "", bar);
        near.href = "#"; near.title = data.text.near; near.setAttribute("role", "button"); near.setAttribute("aria-label", data.text.near);
        L.DomEvent.on(near, "click", (event) => { L.DomEvent.preventDefault(event); onNear(); });
        return bar;
      }));
      controls.push(add("bottomleft", () => (changes ? atlas.changes.legend(changes) : legend(data, map.getSize()))));
      controls.push(L.control.scale({ position: "bottomright", imperial: false }).addTo(map));
    };
  };

  function notPlaced(data, unplaced) {
    const button = html("button", "panel unplaced");
    button.type = "button";
    html("span", "", data.text.unplaced, button);
    atlas.draw.counts(unplaced).forEach((part) => {
      sign(data.look, part.focus, false, 12, button);
      html("b", "", part.n, button);
    });
    button.addEventListener("click", () => atlas.host.unplaced());
    return button;
  }
})();
