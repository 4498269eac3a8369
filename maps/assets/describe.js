/** Describe: what a screen reader says of the map before anyone walks into it. */

/** @import { State } from "./types.d.ts" */
import { byCountry } from "./draw/crowd.js";
import { isRoute } from "./sites.js";
import { fill } from "../../web/modules/core/text.js";

const MOST = 40;

/** @param {L.Map} map @param {State} state */
export function describe(map, { data, own, asked, sites: drawn, groups, crowd }) {
  const sites = own ? drawn : asked;
  const routes = crowd ? [] : sites.filter(isRoute).map((site) => `${site.name} 1`);
  const named = crowd ? byCountry(sites, data.countries, MOST) : groups;
  const places = [...named.map((one) => `${one.name} ${one.total}`), ...routes].join(data.text.comma);
  const i = new Set(sites.map((site) => site.initiative)).size, off = sites.filter((site) => site.x === null).length;
  const words = fill(data.forms.alt, { i, s: sites.length, off, places }), box = map.getContainer();
  box.setAttribute("role", "region");
  [box, window.frameElement].forEach((node) => node?.setAttribute("aria-label", words));
}
