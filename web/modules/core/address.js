/** The address is the state: language, filter and chosen initiative are read from it and written to it. */

/** @typedef {import("./filter.js").Filter} Filter */
/** @typedef {{lang: string | null, filter: Filter, id: string | null, basket: string[], unknown: string[]}} Asked */

const LONGEST = 200, SHOWN = 40, FACETLESS = ["q", "id"];

/** @param {string} text One line without control characters. */
const oneLine = (text) => text.replace(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, " ").trim();

/** What an address said, fit to be told: one line, not too long. @param {string} text */
export const shown = (text) => {
  const chars = [...oneLine(text)];
  return chars.length > SHOWN ? `${chars.slice(0, SHOWN - 1).join("")}…` : chars.join("");
};

/**
 * What an address asks for, and what of it nobody knows.
 * @param {string} href
 * @param {Record<string, Record<string, unknown>>} members The codes that occur, by facet.
 * @returns {Asked}
 */
export function readAddress(href, members) {
  const params = new URL(href).searchParams, unknown = /** @type {string[]} */ ([]);
  const codes = Object.fromEntries(
    Object.keys(members).map((facet) => {
      const asked = [...new Set(params.getAll(facet).join(",").split(",").filter(Boolean))];
      const known = asked.filter((code) => Object.hasOwn(members[facet], code));
      unknown.push(...asked.filter((code) => !known.includes(code)).map((code) => `${facet}=${shown(code)}`));
      return [facet, known];
    }),
  );
  const text = oneLine(params.getAll("q").join(" ")), long = [...text].length > LONGEST;
  if (long) unknown.push(`q=${shown(text)}`);
  const gathered = [...new Set(params.getAll("basket").join(",").split(",").filter(Boolean))];
  const basket = gathered.filter((code) => Object.hasOwn(members.ids, code));
  unknown.push(...gathered.filter((code) => !basket.includes(code)).map((code) => `basket=${shown(code)}`));
  const id = (params.getAll("id").at(-1) || "").split("/")[0];
  return {
    lang: params.get("lang"),
    filter: { q: long ? "" : text, codes },
    id: id || null,
    basket,
    unknown,
  };
}

/**
 * The same address with another filter, chosen initiative and language; all else in it stays.
 * @param {string} href
 * @param {{lang: string, filter: Filter, id: string | null}} state
 */
export function writeAddress(href, { lang, filter, id }) {
  const url = new URL(href), own = new URLSearchParams();
  const facets = Object.entries(filter.codes).filter(([, codes]) => codes.length);
  facets.forEach(([facet, codes]) => own.set(facet, codes.join(",")));
  if (filter.q) own.set("q", filter.q);
  const ours = new Set([...Object.keys(filter.codes), ...FACETLESS, "lang"]);
  const rest = [...url.searchParams].filter(([name]) => !ours.has(name));
  url.search = new URLSearchParams([["lang", lang], ...own, ...(id ? [["id", id]] : []), ...rest]).toString();
  url.hash = "";
  return url.href.replace(/%2C/g, ",");
}

/** The same address with another basket. @param {string} href @param {string[]} ids */
export function withBasket(href, ids) {
  const url = new URL(href);
  if (ids.length) url.searchParams.set("basket", ids.join(","));
  else url.searchParams.delete("basket");
  return url.href.replace(/%2C/g, ",");
}
