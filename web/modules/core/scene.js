/** What the map is to show of a model. */

import { around } from "./extents.js";
import { bits, withCodes } from "./filter.js";

/** @param {import("../app.js").Model} now */
export function sceneOf({ state: { filter, id }, data: found }) {
  const { index, features, extents, told } = found, { country = [], region = [] } = filter.codes;
  const one = country.length === 1 && !region.length, rest = withCodes(filter, "country", []);
  return {
    features: features.file,
    bits: bits(told ? index.select(filter).map((on, row) => (told.single.has(row) ? on : 0)) : index.select(filter)),
    told: Boolean(told),
    aside: one && !told ? bits(index.select(rest)) : null,
    country: one ? country[0] : null,
    selected: id,
    around: around(filter, extents),
  };
}
