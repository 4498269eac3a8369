/** Basket: the boxes of popups, by which the page around gathers initiatives for a briefing. */

/** @import { Site } from "../types.d.ts" */
import { host } from "../host.js";
import { html, htmlButton } from "./dom.js";

/** A box, where a briefing can be made of it. @param {Site} site @param {Element} parent */
export function gatherBox({ initiative, title, own }, parent) {
  if (own || !host().basket?.()) return;
  const node = htmlButton("gather", null, parent, () => host().basket?.()?.turn(initiative));
  Object.assign(node.dataset, { gathers: initiative, title });
  html("i", "tick", null, node);
  html("span", "", "", node);
  sayBox(node);
}

/** @param {HTMLElement} node */
function sayBox(node) {
  const basket = host().basket?.(), { gathers = "", title } = node.dataset, words = node.lastChild;
  if (!basket || !words) return;
  const on = basket.ids.includes(gathers);
  words.textContent = on ? basket.text.basket_take : basket.text.basket_add;
  node.setAttribute("aria-pressed", String(on));
  node.setAttribute("aria-label", `${words.textContent}: ${title}`);
}

/** What is gathered by now. */
export function sayGathered() {
  /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".gather")).forEach(sayBox);
}
