/** The front end inside a page of Streamlit, mounted beside the map's frame part by part (components, version 2). */

import { createApp } from "./app.js";
import { basket } from "./parts/basket/bar.js";
import { cards } from "./parts/cards.js";
import { filters } from "./parts/filters.js";
import { panel } from "./parts/panel.js";
import { tables } from "./parts/tables/tables.js";

/**
 * @typedef {import("./app.js").Given} Given
 * @typedef {{part: "basket" | "cards" | "filters" | "panel" | "tables", given: Given, ground: object, asked: string,
 *   groups?: string[][], listed?: boolean, alone?: boolean, low?: boolean, order?: string[], record?: any}} PartData
 *   `asked` is the address that the server answers: it makes each answer another.
 * @typedef {{data: PartData, parentElement: HTMLElement,
 *   setTriggerValue: (name: string, value: unknown) => void}} Component
 */

const FRAMES = 3, PATIENCE = 120, MOVED = 600, KEPT = 8;
const page = /** @type {any} */ (window);
const files = /** @type {Record<string, Promise<any>>} */ (page.atlasFiles = page.atlasFiles || {});
const mounts = /** @type {Map<HTMLElement, {component: Component, root: HTMLElement}>} */ (new Map());
const waiting = /** @type {Map<string, (record: any) => void>} */ (new Map());
let record = /** @type {any} */ (null), scene = /** @type {any} */ (null), due = 0, looking = 0;
let ground = {};  // what the map needs beside the scene
let drawn = false; // whether the map shows what the front end decides: where the list stands beside it

/** @param {string} name A file of the edition; the page and its maps read it once. */
function load(name) {
  const found = files[name] || fetch(new URL(`app/static/${name}`, document.baseURI)).then((answer) => {
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return answer.json();
  });
  delete files[name];
  files[name] = found;
  found.catch(() => {
    if (files[name] === found) delete files[name];
  });
  Object.keys(files).slice(0, -KEPT).forEach((old) => {
    delete files[old];
  });
  return found;
}

const frames =
  () => [.../** @type {NodeListOf<HTMLIFrameElement>} */ (document.querySelectorAll(".st-key-map iframe"))];

/** Tells the server, a lost one when it is back. @param {string} name @param {unknown} value */
function tell(name, value) {
  const act = () => {
    const [one] = mounts.values();
    if (one) one.component.setTriggerValue(name, value);
  };
  if (page.atlasSoon) page.atlasSoon(act);
  else act();
}

/** The map gets some frames to paint what it shows: the server's answer keeps the browser busy for longer. */
function changed(pause = PATIENCE) {
  clearTimeout(due);
  due = window.setTimeout(run, pause);
  if (pause > PATIENCE) return;
  const after = (/** @type {number} */ left) =>
    requestAnimationFrame(() => {
      if (due && left > 1) after(left - 1);
      else if (due) window.setTimeout(run);
    });
  if (frames().length) after(FRAMES);
}
function run() {
  if (!due) return;
  clearTimeout(due);
  due = 0;
  tell("address", window.location.search || "?");
}

/** To another page, with all that the address says by now. @param {string} where */
function visit(where) {
  run();
  tell("visit", where);
}

const app = createApp({
  load,
  address: () => window.location.href,
  push: (href) => window.history.pushState({}, "", href),
  replace: (href) => window.history.replaceState(window.history.state, "", href),
  draw(next) {
    scene = { ...ground, ...next };
    frames().forEach((frame) => /** @type {any} */ (frame.contentWindow)?.atlas?.see?.());
  },
  changed: () => changed(),
  symbol: (name) => new URL(`app/static/sym/${name}.svg`, document.baseURI).href,
  record: (
    model,
  ) => (record && record.id === model.state.id && record.lang === model.state.lang
    ? Promise.resolve(record)
    : new Promise((done) => waiting.set(`${model.state.lang}/${model.state.id}`, done))),
  async view(lang, question) {
    const answer = await fetch(new URL(`view-${lang}.json?${question}`, document.baseURI));
    if (!answer.ok) throw new Error(`view: ${answer.status}`);
    return answer.json();
  },
  hold(name, value) {
    files[name] = Promise.resolve(value);
  },
  country: visit,
  compare: (code) => visit(`compare:${code}`),
  brief: () => visit("briefing"),
});

/* What the map's frame asks of the page around it. */
page.atlasFront = {
  scene: () => (drawn ? scene : null),
  basket: () => (mounts.size ? app.basket() : null),
  open: app.open,
  list: app.list,
  mark: app.mark,
  moved: () => changed(MOVED),
  look(/** @type {number[]} */ box, /** @type {number} */ zoom) {
    clearTimeout(looking);
    looking = window.setTimeout(() => app.look(box, zoom), PATIENCE);
  },
};
window.addEventListener("popstate", () => {
  app.follow();
  changed();
});

/** @param {any} found */
function heard(found) {
  record = found;
  const key = `${found.lang}/${found.id}`, done = waiting.get(key);
  waiting.delete(key);
  if (done) done(found);
}

/** @param {HTMLElement} root @param {PartData} data @param {() => any} answer The server's last. */
function drawing(root, data, answer) {
  if (data.part === "basket") return basket(root, answer);
  if (data.part === "cards") return cards(root);
  if (data.part === "filters") return filters(root, data);
  if (data.part === "tables") return tables(root, answer);
  return panel(root, { ...data, zoom: (id) => tell("zoom", id) });
}

/** Called by Streamlit with each answer of the server. What it returns is also called when an answer comes while the
 * one before is still being taken in: the part then stands on. @param {Component} component */
export default function mount(component) {
  const { data, parentElement } = component, known = mounts.get(parentElement);
  ground = data.ground;
  if (data.record) heard(data.record);
  if (known) known.component = component;
  else {
    const root = document.createElement("div");
    root.className = `atlas-part atlas-part-${data.part}`;
    parentElement.append(root);
    mounts.set(parentElement, { component, root });
    app.mount(
      root,
      drawing(root, data, () => /** @type {any} */ (mounts.get(parentElement)).component.data),
    );
  }
  if (data.part === "panel") drawn = Boolean(data.listed);
  app.use(data.given);
  return () => {
    const gone = mounts.get(parentElement);
    if (!gone || parentElement.isConnected) return;
    app.unmount(gone.root);
    gone.root.remove();
    mounts.delete(parentElement);
    if (data.part === "panel") drawn = false;
  };
}
