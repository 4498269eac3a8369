/** A page on paper: the map as it stands on the screen, drawn smaller, and nothing folded. */

/**
 * What is to be whole is told when printing begins and when it is over.
 * @param {HTMLElement | null} box The map, which keeps its size so that its names stay where they are.
 * @param {(on: boolean) => void} whole
 */
export function onPaper(box, whole) {
  let opened = /** @type {HTMLDetailsElement[]} */ ([]);
  globalThis.addEventListener("beforeprint", () => {
    if (box) {
      box.parentElement?.style.setProperty("--wide", String(box.offsetWidth));
      box.parentElement?.style.setProperty("--high", String(box.offsetHeight));
      box.classList.add("drawn");
    }
    const all = /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll("#foot details"));
    opened = [...all].filter((one) => !one.open);
    opened.forEach((one) => one.open = true);
    whole(true);
  });
  globalThis.addEventListener("afterprint", () => {
    box?.classList.remove("drawn");
    opened.forEach((one) => one.open = false);
    whole(false);
  });
}
