/** Items: what wants a place in the layout, each with its texts, its size and how it may stand. */

/** @import { Candidate, Given, Group, Kit, Point, Ring, Route, Scope, Spot, Text, Wish } from "../types.d.ts"
 * */
import { changeKit } from "../draw/changes.js";
import { width } from "../draw/dom.js";
import { make } from "../draw/marks.js";

const NAMED = 4.2, CLOSE = 5, TRACK = 14, LINE = 12, LONG = 64, FIRST = 5000, REACH = 39.8;

/** How much a map of some width can say. @param {L.Map} map @returns {Scope} */
export function scopeOf(map) {
  const wide = map.getSize().x, zoom = map.getZoom();
  if (wide >= 900) return { plates: true, reach: REACH, donut: zoom < CLOSE ? 18 : 26, ring: 10.5 };
  return wide >= 560 ? { reach: 26, donut: 16, ring: 10 } : { reach: 16, donut: 14, ring: 9.5, join: 18 };
}

/** One name a country, that of its chief mark; close up every place has its own.
 * @param {Group<any>[]} groups @param {Given["data"]} data @param {number} zoom */
export function namesOf(groups, data, zoom) {
  /** @type {Map<string, Group<any>>} */
  const chief = new Map();
  groups.forEach((one) => {
    const code = one.country || "", best = chief.get(code);
    if (!best || (one.precision === "country" && best.precision !== "country")) chief.set(code, one);
  });
  return (/** @type {Group<any>} */ one) => {
    if (zoom >= NAMED || one.own || one.change || one.countries || !one.country) return one.name;
    return chief.get(one.country) === one ? data.countries[one.country]?.name || one.name : "";
  };
}

/** A name on one line or, a long one of several words, on two. @param {string} name @param {boolean} bold
 * @returns {Text[]} */
function textsOf(name, bold) {
  /** @param {string} text */
  const wide = (text) => width(text, bold) + 2;
  const whole = { text: name, w: wide(name), h: LINE, cost: 0 }, words = name.split(" ");
  const cuts = whole.w < LONG ? [] : words.slice(1).map((_, i) =>
    [words.slice(0, i + 1).join(" "), words.slice(i + 1).join(" ")]);
  if (!cuts.length) return [whole];
  /** @param {string[]} lines */
  const widest = (lines) => Math.max(...lines.map(wide));
  const best = cuts.reduce((a, b) => (widest(b) < widest(a) ? b : a));
  return [whole, { text: best.join("\n"), w: widest(best), h: LINE * 2, cost: 5 }];
}

const nowhere = () => [];  // no coast to lead from

/** @param {Group<any>} one @param {string} name @param {Given} given @returns {Wish} */
export function itemOf(one, name, { data, land, scope }) {
  const place = land.point(one.y, one.x), donut = one.kind === "donut", whole = one.precision === "country";
  const own = (one.countries || [one.country || ""]).filter((code) => data.countries[code]);
  const group = name && name !== one.name ? { ...one, name } : one;
  const tiny = own.some((code) => data.countries[code].tiny);
  /** @type {Kit} */
  const kit = one.change ? changeKit : make;
  const round = kit.round(data.look, group, donut ? scope.donut : scope.ring);
  const plated = Boolean(scope.plates && (whole || one.change) && !donut && name);
  return {
    id: one.key, kind: one.change ? "change" : one.kind, group, country: own.length === 1 ? own[0] : "", own, tiny,
    exact: !whole, bold: donut, none: donut || one.own ? FIRST : 0, x: place.x, y: place.y, at: [one.y, one.x],
    form: plated ? "plate" : "slim", reach: Math.min(REACH, scope.reach + round.w / 2), slim: plated ? 45 : 6,
    rank: donut || one.own ? 0 : whole ? 2 : 1, round, plate: plated ? kit.plate(data.look, group) : null,
    texts: name ? textsOf(name, donut) : [],
    anchors: (points) => (own.length === 1 ? land.anchors(own[0], place, points) : []),
  };
}

/** Points along the lines of some routes, as offsets from a place. @param {Route[]} sites @param {Given} given
 * @param {Point} place */
function along(sites, { land }, place) {
  return sites.flatMap((site) => site.lines).flatMap((line) => line.slice(1).flatMap((end, i) => {
    const a = land.point(...line[i]), b = land.point(...end);
    const n = Math.min(200, Math.ceil(a.distanceTo(b) / TRACK) || 1);
    return Array.from({ length: n + 1 }, (_, t) => [a.x + ((b.x - a.x) * t) / n - place.x,
      a.y + ((b.y - a.y) * t) / n - place.y]);
  }));
}

/** The routes of an initiative have one sign; it stands on a line of theirs, near the middle of the first.
 * @param {Route[]} sites @param {Given} given @returns {Wish} */
export function itemOfRoutes(sites, given) {
  const [first] = sites, { data, land, view } = given, place = land.point(first.y, first.x);
  const seen = along(sites, given, place).filter(([dx, dy]) => place.x + dx > view.x0 && place.y + dy > view.y0 &&
    place.x + dx < view.x1 && place.y + dy < view.y1);
  const track = [[0, 0], ...seen].map(([dx, dy]) => /** @type {Spot} */ ([dx, dy, Math.hypot(dx, dy) / 10]));
  const group = { key: first.id, name: first.name, x: first.x, y: first.y, precision: "route", sites, total: 1,
    kind: "route" };
  return {
    id: first.id, kind: "route", group, country: "", own: [], exact: true, x: place.x, y: place.y,
    at: [first.y, first.x], form: "slim", reach: REACH, slim: 6, rank: 1, none: 90,
    round: make.round(data.look, group, 9), plate: null, track: track.sort((a, b) => a[2] - b[2]).slice(0, 60),
    texts: [], anchors: nowhere, seen: seen.length > 0,
  };
}

/** A ring of a crowd keeps its place whatever lies over it. @param {Ring} one @param {Given} given @returns {Wish} */
export function itemOfRing(one, { scope, map }) {
  const { group } = one, origin = map.getPixelOrigin();
  return { id: group.key, kind: one.kind, group, country: "", own: [], exact: true, x: one.x + origin.x,
    y: one.y + origin.y, at: one.at, form: "slim", slim: 6, reach: scope.reach + one.w / 2, rank: -1, round: one,
    plate: null, texts: group.bounds ? [] : textsOf(group.name, false), must: true, anchors: nowhere };
}

/** @param {Candidate} one @param {Given} given @returns {Wish} */
export function itemOfCandidate(one, { land }) {
  const { x, y } = land.point(...one.at), { group, kind, index, at } = one;
  return { id: group.key, kind, group, index, country: "", own: [], x, y, at, form: "loose", reach: 0, slim: 0, rank: 2,
    round: one, plate: one, texts: [], must: true, anchors: nowhere };
}
