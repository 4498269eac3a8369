/** Stacked bars: each bar's name, its pieces to one scale with their values, and its sum. */

import { el } from "../dom.js";

/** @typedef {{series: string[], steps: number[], rows: [string, number[]][]}} Bars `steps` are shades of one hue. */

const LEAST = 0.07; // of the longest bar: a narrower piece has no room for its value

/** @param {Bars} bars @param {string} name */
export function barsOf({ series, steps, rows }, name) {
  const sums = rows.map(([, values]) => values.reduce((sum, one) => sum + one, 0)), most = Math.max(...sums);
  const step = (/** @type {number} */ at) => `atlas-step-${steps[at]}`;
  const piece = (/** @type {number} */ value, /** @type {number} */ at) => {
    const text = value / most > LEAST ? said(value) : "";
    const node = el("i", { class: step(at), title: `${series[at]} ${said(value)}`, text });
    node.style.flexBasis = `${(value / most * 100).toFixed(2)}%`;
    return node;
  };
  return el(
    "figure",
    { class: "atlas-bars", "aria-label": name },
    el("figcaption", {}, ...series.map((one, at) => el("span", {}, el("i", { class: step(at) }), one))),
    ...rows.map(([label, values], row) =>
      el(
        "div",
        {},
        el("span", { text: label }),
        el("div", {}, ...values.map((value, at) => value > 0 && piece(value, at)), el("b", { text: said(sums[row]) })),
      )
    ),
  );
}

const said = (/** @type {number} */ value) => value.toLocaleString("en-US", { maximumFractionDigits: 3 });
