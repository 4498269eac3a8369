/** The review inside a page of Streamlit (components, version 2). */

import { createReview } from "./review.js";

/** @typedef {Omit<import("./context.js").Given, "ground"> & {land: string}} Data */
/**
 * @typedef {{data: Data, parentElement: HTMLElement,
 *   setTriggerValue: (name: string, value: unknown) => void}} Component
 */

const page = /** @type {any} */ (window);
const mounts = /** @type {Map<HTMLElement, {component: Component, root: HTMLElement, review: Review}>} */ (new Map());
let ground = /** @type {Promise<import("./parts/minimap.js").Ground> | null} */ (null);
/** @typedef {ReturnType<typeof createReview>} Review */

/** @param {string} path A file that the server gives. */
const address = (path) => new URL(`app/static/${path}`, document.baseURI).href;

/** The land, read once. @param {string} name */
function land(name) {
  ground ||= fetch(address(name)).then((answer) => {
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return answer.json();
  });
  ground.catch(() => {
    ground = null;
  });
  return ground;
}

/** Called by Streamlit with each answer of the server. @param {Component} component */
export default function mount(component) {
  const { data, parentElement } = component, known = mounts.get(parentElement);
  if (known) known.component = component;
  else {
    const root = document.createElement("div");
    root.className = "atlas-part intake";
    parentElement.append(root);
    const review = createReview(root, {
      symbol: (name) => address(`sym/${name}.svg`),
      tell(what) {
        const act = () => mounts.get(parentElement)?.component.setTriggerValue("ask", what);
        if (page.atlasSoon) page.atlasSoon(act);
        else act();
      },
    });
    mounts.set(parentElement, { component, root, review });
  }
  const { review } = /** @type {{review: Review}} */ (mounts.get(parentElement));
  review.use({ ...data, ground: null });
  land(data.land).then((found) => {
    const now = mounts.get(parentElement);
    if (now && now.component === component) review.use({ ...data, ground: found });
  }).catch(() => {});
  return () => {
    const gone = mounts.get(parentElement);
    if (!gone || parentElement.isConnected) return;
    gone.review.end();
    gone.root.remove();
    mounts.delete(parentElement);
  };
}
