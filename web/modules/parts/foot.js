/** What is to be said with a page that works without a server: filter, edition, sources, precision, boundaries. */

import { el, image, webLink } from "./dom.js";

/**
 * @typedef {{text: string, address: string | null, date: string}} Source
 * @typedef {{filter: string, counts: string, edition: string, documents: Source[], records: Source[],
 *   recordsHead: string, precision: [string, string, string][], boundaries_head: string[], attributions: string[],
 *   link: string, names: Record<string, string>}} Foot
 */

/** @param {Foot} foot @param {(name: string) => string} symbol */
export function footOf(foot, symbol) {
  const { names } = foot;
  const term = (
    /** @type {string} */ key,
    /** @type {import("./dom.js").Child[]} */ ...children
  ) => [el("dt", { text: names[key] }), el("dd", {}, ...children)];
  const lines = (/** @type {string[]} */ texts) => el("ul", {}, ...texts.map((text) => el("li", { text })));
  const more = foot.records.length > 0 &&
    el("details", {}, el("summary", { text: foot.recordsHead }), sources(foot.records));
  const exact = foot.precision.map(([form, name, text]) =>
    el("li", {}, image(symbol(`precision-${form}`), "atlas-form"), el("strong", { text: name }), ` — ${text}`)
  );
  return [
    el("h2", { text: names.about }),
    el(
      "dl",
      {},
      ...["filter", "counts", "edition"].flatMap((key) =>
        term(key, el("p", { text: foot[/** @type {"filter"} */ (key)] }))
      ),
      ...term("documents", sources(foot.documents), more),
      ...term("precision", el("ul", {}, ...exact)),
      ...term("boundaries_head", lines(foot.boundaries_head)),
      ...term("attributions", lines(foot.attributions)),
      ...(foot.link ? term("link", webLink(foot.link, foot.link)) : []),
    ),
  ];
}

/** @param {Source[]} all */
const sources = (all) =>
  el("ul", {}, ...all.map((one) => el("li", {}, webLink(one.text, one.address), one.date && ` ${one.date}`)));
