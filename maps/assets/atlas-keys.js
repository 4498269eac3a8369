/* Keys: one Tab stop for all marks, arrows rove to the nearest in that direction, Enter opens, Escape goes back. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
  let last = null;

  function centre(element) {
    const r = (element.querySelector(".mark") || element).getBoundingClientRect();
    return [(r.left + r.right) / 2, (r.top + r.bottom) / 2];
  }

  function nearest(from, elements, [dx, dy]) {
    const [x, y] = centre(from);
    let best = null, least = Infinity;
    elements.forEach((element) => {
      const [ex, ey] = centre(element), along = (ex - x) * dx + (ey - y) * dy;
      const across = Math.abs((ex - x) * dy) + Math.abs((ey - y) * dx);
      if (element === from || along <= 1) return;
      const cost = along + across * 2.5;
      if (cost < least) { least = cost; best = element; }
    });
    return best;
  }

  function stop(elements, element) {
    elements.forEach((other) => { other.tabIndex = other === element ? 0 : -1; });
    last = element.dataset.key;
  }

  /* elements: the marks' DOM nodes; activate(element) opens one. */
  atlas.rove = function (elements, activate) {
    if (!elements.length) return;
    stop(elements, elements.find((element) => element.dataset.key === last) || elements[0]);
    elements.forEach((element) => {
      element.addEventListener("focus", () => stop(elements, element));
      element.addEventListener("keydown", (event) => {
        const arrow = ARROWS[event.key];
        if (arrow) { const next = nearest(element, elements, arrow); if (next) next.focus({ preventScroll: true }); }
        else if (event.key === "Enter" || event.key === " ") activate(element);
        else return;
        event.preventDefault();
        event.stopPropagation();
      });
    });
  };

  /* Where the keyboard was before a popup or a redraw took it away. */
  atlas.refocus = function () {
    const all = [...document.querySelectorAll(".atlas-mark")];
    const element = all.find((one) => one.dataset.key === last) || all.find((one) => one.tabIndex === 0);
    if (element) element.focus({ preventScroll: true });
  };
})();
