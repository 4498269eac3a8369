/** Words: templates filled in, and text folded so that searches find what people mean (as atlas/text.py). */

const FORMS = /(\{(\w+)\}[^{}]*?)\(([^()|]+)\|([^()|]+)\)/g;

/**
 * A template with `{names}` filled in; `(place|places)` follows the number before it.
 * @param {string} template
 * @param {Record<string, string | number>} values
 */
export function fill(template, values) {
  return template
    .replace(FORMS, (_, before, name, one, many) => before + (values[name] === 1 ? one : many))
    .replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/**
 * Width, case, accents and kana folded: ﾌｨｼﾞｰ, フィジー and ふぃじー become one.
 * @param {string} text
 */
export function fold(text) {
  return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").normalize("NFC")
    .toLowerCase().replace(/ß/g, "ss").replace(/ς/g, "σ")
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}

/** @param {string} query The folded words of a search; all of them have to be found. */
export const words = (query) => fold(query).split(/\s+/).filter(Boolean);
