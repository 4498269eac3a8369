/** Words: a text with its names filled in; `(place|places)` follows the number before it. */

/** @param {string} text @param {Record<string, string | number>} values */
export const filled = (text, values) => text
  .replace(/(\{(\w+)\}[^{}]*?)\(([^()|]+)\|([^()|]+)\)/g,
    (_, before, name, one, many) => before + (values[name] === 1 ? one : many))
  .replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
