/** The handout: everything it needs stands in the page itself. */

import { standalone } from "./standalone.js";

/** @param {string} id */
const read = (id) => JSON.parse(String(document.getElementById(id)?.textContent));

standalone({ ...read("data"), land: read("land") }, {});
