/** Answers: what a click or a key on a mark does: a popup, a closer look, and a word to the page. */

/** @import { Bounds, Chip, Mark, Site, State } from "./types.d.ts" */
import { changePopup } from "./draw/changes.js";
import { opening } from "./draw/crowd.js";
import { htmlButton } from "./draw/dom.js";
import { popupOfMany, popupOfOne } from "./draw/popup.js";
import { host } from "./host.js";
import { refocus } from "./keys.js";
import { goTo } from "./layout/pins.js";

const CLOSE = 8.4;

/** @param {L.Map} map @param {() => State} now @param {(bounds: Bounds) => void} visit */
export function createAnswers(map, now, visit) {
  /** @type {Set<string> | null} The sites of the open popup. */
  let open = null;
  let clicks = 0;

  /** @param {Record<string, unknown>} what */
  function tell(what) {
    clicks += 1;
    host().tell({ ...what, n: `${Date.now()}-${clicks}` });
  }

  /** @param {{id: string} | null} site */
  const send = (site) => tell({ id: site && site.id });

  /** @param {HTMLElement} content @param {L.Spot} at @param {[number, number]} offset @param {string[]} ids */
  function popup(content, at, offset, ids) {
    open = new Set(ids);
    const pop = L.popup({
      maxWidth: 330, minWidth: 230, closeButton: false, offset,
      autoPanPaddingTopLeft: [16, 56], autoPanPaddingBottomRight: [16, 16],  // below the map's buttons
    });
    const shut = htmlButton("shut", "×", content, () => { map.closePopup(); });
    shut.setAttribute("aria-label", now().data.text.close);
    pop.setLatLng(at).setContent(content);
    pop.on("remove", () => { if (open && ids.every((id) => open?.has(id))) open = null; });
    pop.openOn(map);
    if (content.scrollHeight > content.clientHeight) content.tabIndex = 0;  // then arrows scroll it
  }

  /** @param {Mark} one @returns {[number, number]} */
  const above = (one) => [one.dx, one.dy - one.h / 2 + 4];

  /** @param {Site} site @param {L.Spot} at @param {[number, number]} offset */
  function choose(site, at, offset = [0, -8]) {
    if (host().front?.()) { send(site); return; }
    popup(popupOfOne(now().data, site), at, offset, [site.id]);
    send(site);
  }

  /** @param {Mark} one */
  function list(one) {
    const { data, changes } = now(), ids = one.group.sites.map((site) => site.id);
    const content = one.kind === "change" && changes ? changePopup(changes, one.group, send) :
      popupOfMany(data, one.group, send, (country) => tell({ country }));
    popup(content, one.at, above(one), ids);
  }

  /** Opens a mark, by click or by key. @param {Mark} one @param {boolean} byKey */
  function activate(one, byKey) {
    if (one.kind === "option") { tell({ option: one.index }); return; }
    const chip = one.kind === "chip" ? /** @type {Chip} */ (one.group) : null;
    const closer = one.kind === "cell" && map.getZoom() < CLOSE ? opening(one.group) : null;
    if (chip || closer) {
      if (chip) goTo(map, chip, visit); else if (closer) visit(closer);
      if (byKey) refocus();
      return;
    }
    if (one.group.bounds) {  // a cell that the server has counted, too dense to be listed
      map.setView([one.group.y, one.group.x], map.getZoom() + 1.5, { animate: false });
      return;
    }
    const front = one.kind === "change" || one.group.own ? null : host().front?.();
    if (front) {
      if (one.group.total === 1) send(one.group.sites[0]); else front.list(one.group);
      return;
    }
    if (one.group.total === 1 && one.kind !== "change") choose(one.group.sites[0], one.at, above(one)); else list(one);
    if (!byKey) return;
    /** @type {HTMLElement | null} */
    const first = document.querySelector(".leaflet-popup button.entry, .leaflet-popup button.shut");
    if (first) first.focus();
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (document.querySelector(".leaflet-popup")) { map.closePopup(); refocus(); } else send(null);
  });

  /** A popup closes when none of its sites is shown any more, and when the data are others.
   * @param {Site[]} sites @param {boolean} others */
  function sift(sites, others) {
    if (open && (others || !sites.some((site) => open?.has(site.id)))) map.closePopup();
  }

  return { activate, choose, sift };
}
