/** What a visitor brought, in the visitor's own browser: what to do when the server has it no more. */

/** @typedef {{name: string, digest: string, choices: Record<string, number>}} List */
/** @typedef {{list: List | null, draft: string | null, columns: Record<string, string>}} Own
 * The draft that is on the map, by its title; the fields that were given to columns by hand. */
/** @typedef {Own & {session: string}} Told What the server has in a session. */
/** @typedef {"keep" | "choices" | "list" | "draft"} Step
 * `keep` what the server tells; give it back the `choices`; or its list or draft is gone. */

const KEY = "foip-atlas-brought", FILE = `${KEY}-file`;
const MOST = 1_500_000; // bytes of a list that outlives a reload; Chromium gives a tab five million letters

/** @param {Told | null} kept @param {Told} told @returns {Step} */
export function step(kept, told) {
  if (!kept || kept.session === told.session) return "keep";
  if (told.list) {
    const same = kept.list && kept.list.digest === told.list.digest;
    return same && Object.keys(kept.list?.choices || {}).length && !Object.keys(told.list.choices).length
      ? "choices" : "keep";
  }
  if (kept.list) return "list";
  return kept.draft && !told.draft ? "draft" : "keep";
}

/** @returns {Told | null} */
export function kept(store = window.sessionStorage) {
  try {
    const found = JSON.parse(store.getItem(KEY) || "null");
    return found && typeof found.session === "string" && (found.list || found.draft) ? found : null;
  } catch {
    return null;
  }
}

/** A list that is another or gone takes its file along. @param {Told} told */
export function keep(told, store = window.sessionStorage) {
  if (kept(store)?.list?.digest !== told.list?.digest) store.removeItem(FILE);
  store.setItem(KEY, JSON.stringify(told.list || told.draft ? told : null));
}

/** Keeps a list's bytes where the tab has room for them. @param {File} file */
export async function keepFile(file, store = window.sessionStorage) {
  if (file.size > MOST) return;
  const bytes = new Uint8Array(await file.arrayBuffer()), part = 0x8000;
  let text = "";
  for (let at = 0; at < bytes.length; at += part) text += String.fromCharCode(...bytes.subarray(at, at + part));
  try {
    store.setItem(FILE, JSON.stringify([file.name, btoa(text)]));
  } catch {
    store.removeItem(FILE); // no room: after a reload the page asks for the file
  }
}

/** @returns {File | null} */
export function keptFile(store = window.sessionStorage) {
  try {
    const [name, text] = JSON.parse(store.getItem(FILE) || "");
    return new File([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))], name);
  } catch {
    return null;
  }
}
