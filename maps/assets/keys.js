/** Keys: one Tab stop for all marks, arrows rove to the nearest in that direction, Enter opens, Escape goes back. */

/** @import { Pair } from "./types.d.ts" */

/** @type {Record<string, Pair>} */
const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
/** @type {string | null | undefined} */
let last = null;

/** @param {HTMLElement} element */
function centre(element) {
  const r = (element.querySelector(".mark") || element).getBoundingClientRect();
  return [(r.left + r.right) / 2, (r.top + r.bottom) / 2];
}

/** @param {HTMLElement} from @param {HTMLElement[]} elements @param {Pair} way @returns {HTMLElement | null} */
function next(from, elements, [dx, dy]) {
  const [x, y] = centre(from);
  let best = null, least = Infinity;
  for (const element of elements) {
    const [ex, ey] = centre(element), along = (ex - x) * dx + (ey - y) * dy;
    const across = Math.abs((ex - x) * dy) + Math.abs((ey - y) * dx);
    if (element === from || along <= 1) continue;
    const cost = along + across * 2.5;
    if (cost < least) { least = cost; best = element; }
  }
  return best;
}

/** @param {HTMLElement[]} elements @param {HTMLElement} element */
function stop(elements, element) {
  elements.forEach((other) => { other.tabIndex = other === element ? 0 : -1; });
  last = element.dataset.key;
}

/** @param {HTMLElement[]} elements The marks' nodes. @param {(element: HTMLElement) => void} activate Opens one. */
export function rove(elements, activate) {
  if (!elements.length) return;
  stop(elements, elements.find((element) => element.dataset.key === last) || elements[0]);
  elements.forEach((element) => {
    element.addEventListener("focus", () => stop(elements, element));
    element.addEventListener("keydown", (event) => {
      const arrow = ARROWS[event.key];
      if (arrow) next(element, elements, arrow)?.focus({ preventScroll: true });
      else if (event.key === "Enter" || event.key === " ") activate(element);
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
  });
}

/** Where the keyboard was before a popup or a redraw took it away. */
export function refocus() {
  const all = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".atlas-mark")]);
  const element = all.find((one) => one.dataset.key === last) || all.find((one) => one.tabIndex === 0);
  if (element) element.focus({ preventScroll: true });
}
