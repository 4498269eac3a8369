/** Words: templates filled in, and text folded so that searches find what people mean (as atlas/text/folding.py). */

/**
 * What atlas/words/fluent.py makes of an entry: text, and where a value stands, as a number or by its plural form.
 * @typedef {[name: string, lang: string | null, forms: {[form: string]: Template} | null]} Slot
 * @typedef {(string | Slot)[]} Template
 * @typedef {{text: Record<string, string>, forms: Record<string, Template>}} Words
 */

/**
 * A template with its values.
 * @param {Template} template
 * @param {Record<string, string | number>} values
 * @returns {string}
 */
export function fill(template, values) {
  return template.map((part) => typeof part === "string" ? part : said(part, values)).join("");
}

/** @param {Slot} slot @param {Record<string, string | number>} values */
function said([name, lang, forms], values) {
  const value = values[name];
  if (!lang) return String(value);
  if (!forms) return value.toLocaleString(lang);
  return fill(forms[value] ?? forms[new Intl.PluralRules(lang).select(Number(value))] ?? forms.other, values);
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
