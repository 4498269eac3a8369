/** Elements. Text from data only ever enters through textContent, addresses only when they are of the web. */

/** @typedef {Node | string | null | undefined | false} Child Empty ones are left out. */

/** The focus areas in the order of lists. */
export const FOCUS_ORDER = ["1", "2", "3", "0"];

/**
 * A new element; `props` are attributes, but for `text`, `on` (listeners) and `data` (data-…); empty ones go.
 * @param {string} tag
 * @param {Record<string, any>} [props]
 * @param {...Child} children
 * @returns {HTMLElement}
 */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag), { text, on, data, ...attributes } = props;
  if (text !== undefined && text !== null) node.textContent = String(text);
  Object.entries(attributes).forEach(([name, value]) => {
    if (value === true && !name.startsWith("aria-")) node.setAttribute(name, "");
    else if ((value !== false || name.startsWith("aria-")) && value !== null && value !== undefined) {
      node.setAttribute(name, String(value));
    }
  });
  Object.assign(node.dataset, data || {});
  Object.entries(on || {}).forEach(([kind, heard]) => node.addEventListener(kind, heard));
  node.append(.../** @type {(Node | string)[]} */ (children.filter(Boolean)));
  return node;
}

/**
 * A button that says what it does; `act` hears its click.
 * @param {string} kind Its class.
 * @param {Record<string, any>} props
 * @param {(event: Event) => void} act
 * @param {...Child} children
 */
export const button = (kind, props, act, ...children) =>
  el("button", { type: "button", class: kind, on: { click: act }, ...props }, ...children);

/** @param {string} address A picture that says nothing by itself. */
export const image = (address, kind = "atlas-sign") => el("img", { class: kind, src: address, alt: "" });

/**
 * A link when the address is one of the web, else its text.
 * @param {string} text
 * @param {string | null | undefined} address
 */
export function webLink(text, address) {
  if (!address || !/^https?:\/\//i.test(address)) return el("span", { text });
  return el("a", { text, href: address, rel: "noopener noreferrer", target: "_blank" });
}

/**
 * Puts children in the place of those that are there, and keeps the focus on what has the same `data-key`.
 * @param {HTMLElement} root
 * @param {...Child} children
 */
export function replace(root, ...children) {
  const held = root.contains(document.activeElement) ? document.activeElement : null;
  const key = held instanceof HTMLElement ? held.dataset.key : undefined;
  root.replaceChildren(.../** @type {(Node | string)[]} */ (children.filter(Boolean)));
  if (!held || held.isConnected) return;
  const again = key && root.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (again instanceof HTMLElement) again.focus();
}
