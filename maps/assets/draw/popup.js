/** Popups: one initiative in full, or the list of many; built as DOM, never as markup. */

/** @import { Features, Placed, Shown, Site } from "../types.d.ts" */
import { host } from "../host.js";
import { fill } from "../../../web/modules/core/text.js";
import { gatherBox } from "./basket.js";
import { html, htmlButton } from "./dom.js";
import { ORDER, sign } from "./marks.js";

/** What had happened at a site by the end of the year that the address asks for, today when it asks for none.
 * @param {Site} site */
function progress(site) {
  const years = (new URL(host().address()).searchParams.get("year") || "").match(/\d{4}/g) || [];
  const until = [...years].sort().at(-1), done = site.said.filter(([year]) => !until || year <= until);
  return done.at(-1)?.[1] || "";
}

/** @param {Features} data @param {string} focus @param {string} text @param {Element} parent */
function headOf({ look }, focus, text, parent) {
  const head = html("div", "pop-head", null, parent);
  sign(look, focus, false, 14, head);
  html("span", "focus", text, head).style.color = look[focus].ink;
}

/** @param {Features} data @param {Site} site */
export function popupOfOne(data, site) {
  const root = html("div", "pop");
  headOf(data, site.focus, data.look[site.focus].short, root);
  html("h2", "", site.title, root);
  gatherBox(site, root);
  html("p", "", site.summary, root);
  html("p", "place", site.place, root);
  html("p", "progress", progress(site), root);
  html("p", "how", site.how, root);
  const mentions = site.mentions.join(data.text.comma);
  if (mentions) html("p", "mentions", `${data.text.mentions}: ${mentions}`, root);
  return root;
}

/** @param {Features} data @param {Shown} group @param {(site: Placed) => void} choose
 * @param {(country: string) => void} visit */
export function popupOfMany(data, group, choose, visit) {
  const root = html("div", "pop list"), country = group.country || "";
  html("h2", "", group.name, root);
  html("p", "how", fill(data.forms.many, { n: group.total }), root);
  if (data.countries[country] && group.precision !== "region" && !group.own) {
    const words = fill(data.forms.country, { name: data.countries[country].name });
    htmlButton("way", words, root, () => visit(country));
  }
  const seen = new Set();
  ORDER.forEach((focus) => {
    /** @type {Placed[]} */
    const sites = group.sites.filter((site) =>
      site.focus === focus && !seen.has(site.initiative) && seen.add(site.initiative));
    if (!sites.length) return;
    headOf(data, focus, `${data.look[focus].short} ${sites.length}`, root);
    const list = html("ul", "", null, root);
    sites.forEach((site) => {
      const item = html("li", "", null, list);
      gatherBox(site, item);
      htmlButton("entry", site.title, item, () => choose(site));
    });
  });
  return root;
}
