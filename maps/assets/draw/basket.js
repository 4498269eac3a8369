/** Basket: what the page around has gathered for a briefing is marked; boxes of popups gather it. */

/** @import { Mark, Site } from "../types.d.ts" */
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
  words.textContent = on ? basket.words.take : basket.words.add;
  node.setAttribute("aria-pressed", String(on));
  node.setAttribute("aria-label", `${words.textContent}: ${title}`);
}

/** The legend's line, which stands while something is gathered. @param {Element} parent */
export function gatheredRow(parent) {
  const row = html("div", "row gathered", null, parent);
  html("i", "tick", null, html("span", "cell", null, row));
  html("span", "", "", row);
}

/** Marks, legend and boxes say what is gathered by now. @param {Mark[]} marks */
export function sayGathered(marks) {
  const basket = host().basket?.(), ids = new Set(basket?.ids), words = basket?.words.in || "";
  marks.forEach(({ element, group }) => {
    const on = !group.change && group.sites.some((site) => !site.own && ids.has(site.initiative));
    element.querySelector(".mark")?.classList.toggle("gathered", on);
    if (on) element.setAttribute("aria-description", words); else element.removeAttribute("aria-description");
  });
  const row = /** @type {HTMLElement | null} */ (document.querySelector(".legend .gathered"));
  if (row?.lastChild) row.lastChild.textContent = words;
  if (row) row.hidden = !ids.size;
  /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".gather")).forEach(sayBox);
}
