/* Panels: the controls on the map, in words; the legend, one line that opens upward. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const { html, sign, ORDER } = atlas.draw;

  function line(data) {
    const root = html("summary", "");
    html("b", "", data.text.legend, root);
    const signs = html("span", "signs", null, root);
    ORDER.forEach((focus) => {
      sign(data.look, focus, false, 14, signs);
      html("span", "", data.look[focus].brief, signs);
    });
    html("span", "more", data.text.details, root);
    return root;
  }

  function legend(data) {
    const root = html("details", "panel legend");
    root.appendChild(line(data));
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

  function button(kind, text, hint, parent, act) {
    const node = html("button", kind, null, parent);
    node.type = "button";
    node.title = hint;
    node.setAttribute("aria-label", hint);
    if (text) html("span", "", text, node);
    node.addEventListener("click", act);
    return node;
  }

  function bar(map, data, frame, near) {
    const root = html("div", "panel tools"), { text } = data;
    button("in", "", text.zoomIn, root, () => map.zoomIn());
    button("out", "", text.zoomOut, root, () => map.zoomOut());
    const whole = button("world", text.world, text.world, root, () => frame.world());
    button("near", text.near, text.near, root, near);
    const refresh = () => {
      const words = frame.atWorld() ? text.home : text.world;
      whole.lastChild.textContent = words;
      whole.title = words;
      whole.setAttribute("aria-label", words);
    };
    map.on("moveend resize", refresh);
    refresh();
    return root;
  }

  atlas.panels = function (map, controls, frame, near) {
    const add = (position, build) => {
      const control = L.control({ position });
      control.onAdd = () => { const node = build(); L.DomEvent.disableClickPropagation(node);
      L.DomEvent.disableScrollPropagation(node); return node; };
      return control.addTo(map);
    };
    let button = null;
    return function (data, unplaced, anew, changes) {
      if (button) button.remove();
      button = unplaced.length ? add("bottomright", () => notPlaced(data, unplaced)) : null;
      if (!anew) return;
      controls.splice(0).forEach((control) => control.remove());
      controls.push(add("topright", () => bar(map, data, frame, near)));
      controls.push(add("bottomleft", () => (changes ? atlas.changes.legend(changes) : legend(data))));
      controls.push(L.control.scale({ position: "bottomright", imperial: false }).addTo(map));
    };
  };

  function notPlaced(data, unplaced) {
    const button = html("button", "panel unplaced");
    button.type = "button";
    button.title = data.text.unplaced;
    html("span", "", data.text.unplaced, button);
    atlas.draw.counts(unplaced).forEach((part) => {
      sign(data.look, part.focus, false, 14, button);
      html("b", "", part.n, button);
    });
    button.addEventListener("click", () => atlas.host.unplaced());
    return button;
  }

  /* Nothing stands under the panels. */
  atlas.panels.rects = function (map) {
    const frame = map.getContainer(), { left, top } = frame.getBoundingClientRect(),
      box = { left: left + frame.clientLeft, top: top + frame.clientTop };
    return [...document.querySelectorAll(".panel, .leaflet-control-scale")].map((panel) => {
      const r = panel.getBoundingClientRect(), open = panel.open ?
        panel.querySelector("summary").getBoundingClientRect().top - 6 : r.top;
      return { x0: r.left - box.left, y0: Math.max(open, r.top) - box.top, x1: r.right - box.left,
        y1: r.bottom - box.top };
    }).filter((r) => r.x1 > r.x0);
  };
})();
