/** The basket: the initiatives that are gathered for a briefing, in the order of choice. */

/** @param {string[]} basket @param {string} id What is in it goes, what is not comes last. */
export const turned = (basket, id) => basket.includes(id) ? basket.filter((one) => one !== id) : [...basket, id];
