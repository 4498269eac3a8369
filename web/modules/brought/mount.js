/** Brings a visitor's list back when the server has lost it, or says that it is lost (components, version 2). */

import { fill } from "../core/text.js";
import { button, el, replace } from "../parts/dom.js";
import { keep, keepFile, kept, keptFile, step } from "./state.js";

/** @typedef {import("./state.js").Told} Told */
/** @typedef {Told & {asks: boolean, words: import("../core/text.js").Words}} Data `asks`: the page takes a list. */
/** @typedef {{data: Data, parentElement: HTMLElement,
 *   setTriggerValue: (name: string, value: unknown) => void}} Component */

let given = "", asked = "", held = "";
let own = /** @type {File | null} */ (null);

/** Styles stand beside it. @param {HTMLElement} parent */
function place(parent) {
  const known = /** @type {HTMLElement | null} */ (parent.querySelector(".atlas-brought"));
  if (known) return known;
  const root = el("div", { class: "atlas-brought", role: "status" });
  parent.append(root);
  return root;
}

/** @param {Component} component */
function follow(component) {
  const { data } = component, { session, list, draft, columns } = data, before = kept();
  const told = { session, list, draft, columns };
  const next = step(before, told);
  if (next === "list" || next === "draft") return lost(component, /** @type {Told} */ (before), next);
  replace(place(component.parentElement));
  keep(next === "choices" ? { ...told, list: /** @type {Told} */ (before).list } : told);
  if (next === "choices") component.setTriggerValue("choices", { [data.list?.digest || ""]: before?.list?.choices });
  if (list && held !== list.digest) {
    const { last } = window.atlasUpload;
    if (last && (!own || last.name === list.name)) own = last;
    if (own) keepFile(own);
  }
  held = list ? list.digest : "";
}

/** @param {Component} component @param {Told} before @param {"list" | "draft"} what */
function lost({ data, parentElement, setTriggerValue }, before, what) {
  const draft = what === "draft", name = (draft ? before.draft : before.list?.name) || "";
  const file = draft ? null : own || keptFile(), back = data.asks && file, { text, forms } = data.words;
  const columns = back && asked !== data.session && before.columns;
  if (columns && Object.keys(columns).length) {
    asked = data.session;
    setTriggerValue("columns", columns); // what they mean, before the list is read
  } else if (back && given !== data.session) {
    given = data.session;
    giveBack(file, 40);
  }
  const said = draft ? "draft" : back ? "now" : file ? "back" : "lost", where = draft ? "intake" : "import";
  const say = (/** @type {string} */ key) =>
    text[`brought_${key}`] || fill(forms[`brought_${key}`], { name });
  const go = () => setTriggerValue("go", where);
  const drop = () => {
    keep({ session: data.session, list: null, draft: null, columns: {} });
    replace(place(parentElement));
  };
  replace(place(parentElement), el("span", { text: say(said) }),
    (draft || !data.asks) && button("atlas-brought-go", { text: say(`go_${where}`) }, go),
    !back && button("atlas-brought-drop", { text: say("drop") }, drop));
}

/** The field comes with the page, a little later. @param {File} file @param {number} tries */
function giveBack(file, tries) {
  if (!window.atlasUpload.give(file) && tries) setTimeout(giveBack, 100, file, tries - 1);
}

/** Called by Streamlit with each answer of the server. @param {Component} component */
export default function mount(component) {
  follow(component);
}
