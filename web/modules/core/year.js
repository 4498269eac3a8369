/** What a year means for the screen, and what it leaves out (as atlas/progress/standing.py). */

import { withCodes } from "./filter.js";
import { fill } from "./text.js";

/** With a year: what the screen means then, and what it leaves out, by reason.
 * @param {import("../app.js").Model} model */
export function yearNote({ year, data: { catalogue: { text, forms, comma }, index }, state: { filter } }) {
  if (!year) return "";
  const before = withCodes(withCodes(filter, "year", []), "status", []);
  const sites = (/** @type {string[]} */ codes) => index.select(withCodes(before, "year", codes));
  const every = sites([]),
    now = sites(filter.codes.year),
    undated = sites([index.undated]),
    stands = sites([year]);
  const ids = (/** @type {(site: number) => unknown} */ on) =>
    new Set(index.initiative.filter((_, site) => on(site)));
  const here = ids((site) => now[site]), after = ids((site) => every[site] && !stands[site] && !undated[site]);
  const later = [...after].filter((one) => !here.has(one)).length;
  const unknown = [...ids((site) => undated[site])].filter((one) => !here.has(one) && !after.has(one)).length;
  const left = [
    later && fill(forms.year_left_later, { n: later }),
    unknown && fill(forms.year_left_undated, { n: unknown }),
  ];
  const named = left.filter(Boolean).join(comma);
  return fill(forms.year_now, { year }) + (named ? ` ${text.year_left}${named}${text.stop}` : "");
}
