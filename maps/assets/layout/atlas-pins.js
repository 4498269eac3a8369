/* Pins: what stands in the view whatever it shows. The box of each whole region, and at the view's sides a chip for
   what
   the filter shows and the view does not, with an arrow to where it lies. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const { svg, html, counts, make, sign, width } = atlas.draw;
  const MARGIN = 10, APART = 28, HIGH = 24, BUSY = 9, STEP = 12, COVER = 60, NEAR = 12, ROOM = 18;
  /* Where a box stands on the screen, lat and lon as drawn; others at the point that the data give them. */
  const SPOTS = { asean: [28.9, 158.8], pacific: [20.8, 214] };

  const rectAt = (x, y, w, h) => ({ x0: x, y0: y, x1: x + w, y1: y + h });
  const clamp = (value, low, high) => Math.max(low, Math.min(value, high));

  /* The spot nearest to where a box belongs that covers nothing pinned and the fewest places. */
  function spot(want, { w, h }, size, blocked, places) {
    const x = clamp(want.x - w / 2, MARGIN, size.x - w - MARGIN),
      y = clamp(want.y - h / 2, MARGIN, size.y - h - MARGIN);
    let best = null, least = Infinity;
    for (let dx = -15; dx <= 15; dx += 1) {
      for (let dy = -25; dy <= 25; dy += 1) {
        const far = Math.hypot(dx, dy) * STEP, r = rectAt(clamp(x + dx * STEP, MARGIN, size.x - w - MARGIN),
          clamp(y + dy * STEP, MARGIN, size.y - h - MARGIN), w, h);
        if (far >= least || blocked.some((box) => atlas.geometry.hits(r, atlas.geometry.grown(box, 3)))) continue;
        const wide = atlas.geometry.grown(r, 16), cost = far + COVER * places.filter((p) => p.x > wide.x0 &&
          p.x < wide.x1 && p.y > wide.y0 && p.y < wide.y1).length;
        if (cost < least) { least = cost; best = r; }
      }
    }
    return best || rectAt(x, y, w, h);
  }

  function boxes(map, groups, look, size, blocked, places, world) {
    const plain = size.x < 900;
    return groups.map((group) => {
      const at = !world && SPOTS[group.key] ? SPOTS[group.key] : [group.y, group.x];
      const made = (group.change ? atlas.changes : make).box(look, group, plain),
        rect = spot(map.latLngToContainerPoint(at), made, size, blocked, places);
      blocked.push(rect);
      return { ...made, kind: "box", group, rect };
    });
  }

  /* One chip a country, or a region where there are too many of them or too little room. */
  function gathered(groups, data, whole) {
    const found = new Map();
    groups.forEach((group) => {
      const country = data.countries[group.country], region = country && country.region;
      const key = whole && region ? `chip:${region}` : group.own || !country ?
        `chip:${group.key}` : `chip:${group.country}`;
      const name = whole && region ? data.regions[region] : country && !group.own ? country.name : group.name;
      if (!found.has(key)) found.set(key, { key, name, country: whole ? "" : group.country, sites: [], groups: [] });
      const one = found.get(key);
      one.groups.push(group);
      group.sites.forEach((site) => { if (!one.sites.includes(site)) one.sites.push(site); });
    });
    return [...found.values()].map((one) => {
      const mean = (axis) => one.groups.reduce((sum, group) => sum + group[axis], 0) / one.groups.length;
      return { ...one, total: new Set(one.sites.map((site) => site.initiative)).size, x: mean("x"), y: mean("y") };
    });
  }

  function chief(look, one, node) {
    const parts = counts(one.sites);
    if (one.total === 1) sign(look, parts[0].focus, false, 15, node); else make.ring(look, parts, 9.5, node);
  }

  function drawn(look, one, side) {
    const node = html("div", `mark chip ${side}`);
    const arrow = svg("svg", { width: 12, height: 12, viewBox: "-6 -6 12 12", class: "arrow" });
    svg("path", { d: "M6 0L-5 4.5L-2.5 0L-5 -4.500Z", fill: "#1B2733" }, arrow);
    if (side !== "right") node.appendChild(arrow);
    const wide = one.groups[0].change ? atlas.changes.signs(one.sites, node) : 24;
    if (!one.groups[0].change) chief(look, one, node);
    html("span", "", one.name, node);
    if (side === "right") node.appendChild(arrow);
    return { node, arrow, w: width(one.name) + wide + 38, h: HIGH };
  }

  /* Due north or south of the view: at its upper or lower side, as near to the place's own longitude as may be. */
  function upright(chip, size, blocked) {
    const y = chip.side === "top" ? 0 : size.y - HIGH,
      middle = clamp(chip.at.x - chip.w / 2, MARGIN, size.x - chip.w - MARGIN);
    for (let step = 0; step < 60; step += 1) {
      const x = middle + (step % 2 ? 1 : -1) * Math.ceil(step / 2) * STEP, r = rectAt(x, y, chip.w, HIGH);
      if (x > 0 && x + chip.w < size.x && !blocked.some((box) => atlas.geometry.hits(r, box))) return r;
    }
    return null;
  }

  /* Each at the height of its place, pushed along until no two are near and none lies over what is pinned. */
  function stacked(chips, size, blocked) {
    const low = MARGIN, high = size.y - HIGH - MARGIN, rect = (chip) =>
      rectAt(chip.side === "left" ? 0 : size.x - chip.w, chip.y, chip.w, HIGH);
    const over = (chip) => blocked.find((box) => atlas.geometry.hits(rect(chip), box));
    const run = (list, way) => {
      let last = way > 0 ? low : high;
      list.forEach((chip) => {
        chip.y = way > 0 ? Math.max(chip.y, last) : Math.min(chip.y, last);
        for (let box = over(chip); box; box = over(chip)) chip.y = way > 0 ? box.y1 + 4 : box.y0 - HIGH - 4;
        last = chip.y + way * APART;
      });
      return list.every((chip) => chip.y >= low && chip.y <= high);
    };
    chips.sort((a, b) => a.at.y - b.at.y);
    chips.forEach((chip) => { chip.y = clamp(chip.at.y - HIGH / 2, low, high); });
    const fits = run(chips, 1) || run([...chips].reverse(), -1);
    chips.forEach((chip) => { chip.rect = rect(chip); });
    return fits;
  }

  function chips(map, ones, look, size, blocked, places) {
    const placed = places.map(({ x, y }) => atlas.geometry.rect(x, y, ROOM, ROOM)), aside = (at) =>
      (at.x < size.x / 2 ? "left" : "right");
    const made = ones.map((group) => {
      const at = map.latLngToContainerPoint([group.y, group.x]), over = at.x > size.x * 0.1 && at.x < size.x * 0.9;
      const side = over && at.y < NEAR ? "top" : over && at.y > size.y - NEAR ? "bottom" : aside(at);
      return { ...drawn(look, group, side), kind: "chip", group, side, at };
    });
    made.filter((chip) => chip.side === "top" || chip.side === "bottom").forEach((chip) => {
      chip.rect = upright(chip, size, [...blocked, ...placed]);
      if (chip.rect) placed.push(chip.rect); else Object.assign(chip, drawn(look, chip.group, aside(chip.at)),
        { side: aside(chip.at) });
    });
    const fits = ["left", "right"].map((side) => {  // both: what does not fit has its place all the same
      const mine = made.filter((chip) => chip.side === side);
      return stacked(mine, size, [...blocked, ...placed]) && mine.length <= BUSY;
    });
    return { made, fits: fits.every(Boolean) };
  }

  function turned(map, { rect, group, arrow }) {
    const at = map.latLngToContainerPoint([group.y, group.x]),
      angle = Math.atan2(at.y - (rect.y0 + rect.y1) / 2, at.x - (rect.x0 + rect.x1) / 2);
    arrow.style.transform = `rotate(${((angle * 180) / Math.PI).toFixed(1)}deg)`;
  }

  /* Boxes, then chips; what they take is added to `blocked`. */
  atlas.pins = function (map, data, boxed, outside, blocked, places, world) {
    const size = map.getSize(), found = boxes(map, boxed, data.look, size, blocked, places, world);
    let { made, fits } = chips(map, gathered(outside, data, size.x < 560), data.look, size, blocked, places);
    if (!fits) ({ made } = chips(map, gathered(outside, data, true), data.look, size, blocked, places));
    made.forEach((chip) => turned(map, chip));
    blocked.push(...made.map((chip) => chip.rect));
    return [...found, ...made];
  };

  /* The pane moves against the map, so that pins stay where they are in the view. */
  function steady(map) {
    const { x, y } = map.containerPointToLayerPoint([0, 0]);
    map.getPane("pins").style.transform = `translate(${x}px, ${y}px)`;
  }

  atlas.pins.draw = function (map, pins, describe, act) {
    map.getPane("pins").replaceChildren(...pins.map((one) => {
      const { x0, y0, x1, y1 } = one.rect, root = (one.element = html("div", "atlas-mark pin")),
        anchor = html("div", "anchor", null, root);
      one.at = map.containerPointToLatLng([(x0 + x1) / 2, (y0 + y1) / 2]);
      Object.assign(one, { dx: 0, dy: 0, h: y1 - y0 });
      root.style.left = `${(x0 + x1) / 2}px`;
      root.style.top = `${(y0 + y1) / 2}px`;
      anchor.appendChild(one.node);
      root.tabIndex = -1;
      describe(one);
      L.DomEvent.disableClickPropagation(root);
      root.addEventListener("click", () => act(one));
      return root;
    }));
    steady(map);
  };

  /* While the map is dragged the arrows keep their bearing. */
  atlas.pins.follow = function (map, pins) {
    steady(map);
    pins.filter((one) => one.arrow).forEach((chip) => turned(map, chip));
  };

  /* To a place at the present scale, to several at one that shows them all. */
  atlas.pins.go = function (map, { groups, sites }, visit) {
    const [{ x, y }, ...more] = groups;
    if (more.length) visit(atlas.around(sites)); else map.panTo([y, x]);
  };
})();
