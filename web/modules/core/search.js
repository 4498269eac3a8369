/** What has to be found of a search, and the text in which it is looked for (as atlas/search/words.py). */

import { fold } from "./text.js";

/**
 * The folded text with a space on both sides of every Latin word: where one begins or ends can be looked for.
 * @param {string} text
 */
export const spaced = (text) => fold(text).replace(/[a-z0-9]+/g, " $& ").replace(/ +/g, " ");

/** @param {string[][]} groups Folded terms, each of which stands for the others of its group. */
export function createSearch(groups) {
  const synonyms = new Map(groups.flatMap((group) => {
    const terms = group.map(spaced);
    return group.map((term) => /** @type {[string, string[]]} */ ([term, terms]));
  }));
  const longest = Math.max(0, ...[...synonyms.keys()].map((term) => term.split(" ").length));

  /**
   * What a spaced text must have for a search to find it: one of each entry.
   * @param {string} query
   */
  return (query) => {
    const words = fold(query).split(/\s+/).filter(Boolean), found = /** @type {string[][]} */ ([]);
    while (words.length) {
      let run = longest;
      while (run && !synonyms.has(words.slice(0, run).join(" "))) run -= 1;
      found.push(synonyms.get(words.slice(0, run).join(" ")) || [spaced(words[0]).trimEnd()]);
      words.splice(0, run || 1);
    }
    return found;
  };
}
