/** Host: what the map asks of the page around it; the page sets it before the map starts. */

/** @import { Host } from "./types.d.ts" */

/** @type {Host} */
let current;

/** @param {Host} given */
export function useHost(given) { current = given; }

export const host = () => current;
