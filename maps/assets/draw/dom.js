/** DOM: nodes of HTML and SVG, and how wide a text is. Text from data only ever enters through textContent. */

const SVG = "http://www.w3.org/2000/svg";

/** @typedef {{appendChild(node: Element): unknown} | null} Parent */

/**
 * @template {keyof SVGElementTagNameMap} T
 * @param {T} name @param {Record<string, string | number>} attributes @param {Parent} [parent]
 */
export function svg(name, attributes, parent) {
  const node = document.createElementNS(SVG, name);
  for (const key in attributes) node.setAttribute(key, String(attributes[key]));
  if (parent) parent.appendChild(node);
  return node;
}

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} name @param {string} className @param {string | number | null} [text] @param {Parent} [parent]
 */
export function html(name, className, text, parent) {
  const node = document.createElement(name);
  if (className) node.className = className;
  if (text !== undefined && text !== null) node.textContent = String(text);
  if (parent) parent.appendChild(node);
  return node;
}

/** @param {string} className @param {string | null} text @param {Parent} parent @param {() => void} act */
export function htmlButton(className, text, parent, act) {
  const node = html("button", className, text, parent);
  node.type = "button";
  node.addEventListener("click", act);
  return node;
}

/** @type {Map<string, number>} */
const widths = new Map();
/** @type {CanvasRenderingContext2D | null} */
let ruler = null;
let family = "";

/** In px, measured once a text: asking for the style makes the browser work out the whole page first.
 * @param {string} text @param {boolean} [bold] @param {number} [size] */
export function width(text, bold, size) {
  const key = `${bold ? 700 : 400} ${size || 12}px|${text}`, known = widths.get(key);
  if (known !== undefined) return known;
  ruler = ruler || /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  family = family || getComputedStyle(document.body).fontFamily;
  ruler.font = `${key.split("|")[0]} ${family}`;
  if (widths.size > 20000) widths.clear();
  const found = Math.ceil(ruler.measureText(text).width);
  widths.set(key, found);
  return found;
}
