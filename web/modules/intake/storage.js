/** The draft in the visitor's own browser: kept for a reload while the tab is open, and saved as a file. */

/** @typedef {import("./draft.js").Draft} Draft */
/** @typedef {{token: string, draft: Draft, at: number, order: "doubt" | "document"}} Kept */

const KEY = "foip-atlas-intake", FORMAT = "foip-atlas-intake/1";

/** @returns {Kept | null} */
export function kept(store = window.sessionStorage) {
  try {
    const found = JSON.parse(store.getItem(KEY) || "null");
    return found && found.draft?.format === FORMAT && Array.isArray(found.draft.items) ? found : null;
  } catch {
    return null;
  }
}

/** Whether the browser had room. @param {Kept} found */
export function keep(found, store = window.sessionStorage) {
  try {
    store.setItem(KEY, JSON.stringify(found));
    return true;
  } catch {
    return false;
  }
}

export const forget = (store = window.sessionStorage) => store.removeItem(KEY);

/** @param {Draft} draft */
export const written = (draft) => `${JSON.stringify(draft, null, 1)}\n`;

/** A text packed for the way to the server: gzip in Base64. @param {string} text */
export async function packed(text) {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer()), part = 0x8000;
  let found = "";
  for (let at = 0; at < bytes.length; at += part) found += String.fromCharCode(...bytes.subarray(at, at + part));
  return btoa(found);
}

/** Gives the visitor a file. @param {string} name @param {BlobPart} data @param {string} type */
export function download(name, data, type) {
  const address = URL.createObjectURL(new Blob([data], { type })), link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
