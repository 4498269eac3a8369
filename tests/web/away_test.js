/** Clicks while the server is away; and that no click is ever held where Streamlit's page no longer tells of that. */

import assert from "node:assert/strict";

/* A module each: it has the state of one page. */
const LIVING = () => import("../../adapters/streamlit.js");
const OTHERS = {
  "no element": () => import("../../adapters/streamlit.js?1"),
  "no states": () => import("../../adapters/streamlit.js?2"),
  "another name": () => import("../../adapters/streamlit.js?3"),
  "other words": () => import("../../adapters/streamlit.js?4"),
};
/** @type {Record<string, Record<string, string> | null>} */
const STATES = {
  "no element": null, "no states": {}, "another name": { connection: "CONNECTED", testScriptState: "running" },
  "other words": { testConnectionState: "connected", testScriptState: "idle" },
};

/** A page and a way to change what it tells of its state.
 * @param {typeof LIVING} module @param {Record<string, string> | null} state */
async function opened(module, state) {
  const app = state && { dataset: { ...state } };
  /** @type {Record<string, (event: any) => void>} */
  const heard = {};
  let told = /** @param {{oldValue: string}[]} _ */ (_) => {};
  const sent = /** @type {string[]} */ ([]);
  Object.assign(globalThis, {
    document: { querySelector: () => app },
    window: {
      addEventListener: (/** @type {string} */ kind, /** @type {() => void} */ act) => { heard[kind] = act; },
      dispatchEvent: (/** @type {Event} */ event) => sent.push(event.type),
      location: { hash: "", pathname: "/", search: "" }, history: { state: null },
    },
    PopStateEvent: Event,
    MutationObserver: class {
      /** @param {typeof told} act */
      constructor(act) { told = act; }
      observe() {}
    },
  });
  const { outlive, soon } = await module();
  outlive();
  const becomes = (/** @type {Record<string, string>} */ next, old = "") => {
    Object.assign(app?.dataset || {}, next);
    told([{ oldValue: old }]);
  };
  const followed = /** @type {string[]} */ ([]);
  const click = () => {
    let stopped = false;
    heard.click?.({
      type: "click", target: { closest: () => ({ click: () => followed.push("click") }) },
      preventDefault() { stopped = true; }, stopImmediatePropagation() {},
    });
    return stopped ? "held" : "passed";
  };
  return { becomes, click, followed, soon, sent };
}

const LIVE = { testConnectionState: "CONNECTED", testScriptState: "notRunning" };

Deno.test("a click waits for a lost server, whose page is run at once and then hears it", async () => {
  const page = await opened(LIVING, LIVE), done = /** @type {string[]} */ ([]);
  assert.equal(page.click(), "passed");
  page.becomes({ testConnectionState: "PINGING_SERVER" });
  assert.equal(page.click(), "held");
  page.soon(() => done.push("told"));
  page.becomes({ testConnectionState: "CONNECTED" });
  assert.deepEqual([page.sent, done], [["popstate"], []]);
  page.becomes({ testScriptState: "running" });
  page.becomes({ testScriptState: "notRunning" }, "running");
  assert.deepEqual([page.followed, done, page.click()], [["click"], ["told"], "passed"]);
});

Object.entries(OTHERS).forEach(([name, module]) =>
  Deno.test(`a page that tells its state otherwise holds no click: ${name}`, async () => {
    const page = await opened(module, STATES[name]), done = /** @type {string[]} */ ([]);
    page.becomes({ testScriptState: "x" }, "running");
    page.becomes({ testScriptState: "y" }, "x");
    assert.equal(page.click(), "passed");
    page.soon(() => done.push("at once"));
    assert.deepEqual(done, ["at once"]);
  })
);
