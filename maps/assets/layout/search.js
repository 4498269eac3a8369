/** Search: where each mark and its name stand. Of the options that keep the rules the cheapest that go together: nearer
 * to its place than to any other mark, no leaders that cross or run through marks. What finds no place for its name
 * is a
 * mark without; what finds none for its mark is told to the caller. */

/** @import { Item, Option, Rect, Terrain, Wish } from "../types.d.ts" */
import { apart, crosses, disc, grown, hits, rect, round, runsThrough } from "./geometry.js";
import { NONE, SURE } from "./option.js";
import { comb, nth, optionsOf } from "./options.js";

const EDGE = 3, PASSES = 2, TRIES = 120, FOES = 3, AGAIN = 3, ATTEMPTS = 8, ROOM = 60, CROWD = 90;
let turns = 0;

/** @typedef {{land: Terrain, view: Rect, blocked: Rect[], turn: number}} At */
/** @typedef {{cost: number, plan: (Option | null)[]}} Plan */

/** What keeps clear of the view's edge and of what lies over it; asked once a layout. @param {Option} one
 * @param {At} at */
function allowed(one, { view, blocked, turn }) {
  if (one.turn === turn) return one.allowed;
  /** @param {Rect} r */
  const whole = ({ x0, y0, x1, y1 }) => x0 >= view.x0 + EDGE && y0 >= view.y0 + EDGE && x1 <= view.x1 - EDGE &&
    y1 <= view.y1 - EDGE;
  const { line } = one;
  one.turn = turn;
  one.foe = null;
  one.allowed = one.rects.every((r) => whole(r) && !blocked.some((box) => hits(r, box))) &&
    !(line && blocked.some((box) => runsThrough(line, box)));
  return one.allowed;
}

/** Whether two marks as placed get in each other's way. @param {Option} a @param {Option} b @param {boolean} kin */
function clash(a, b, kin) {
  if (!hits(a.far, b.far)) return false;
  if (a.loose && b.loose) return hits(a.mark, b.mark);
  if (a.rects.some((r) => b.rects.some((s) => hits(r, s)))) return true;
  const { line } = a, { line: other } = b;
  if (line && (b.rects.some((r) => runsThrough(line, grown(r, 1))) || (other && crosses(line, other)))) return true;
  if (other && a.rects.some((r) => runsThrough(other, grown(r, 1)))) return true;
  return !kin && ((a.name && apart(a.name, b.stands) < a.own + SURE) ||
    (b.name && apart(b.name, a.stands) < b.own + SURE));
}

/** What must stand stands over others if need be. @param {Item} item @param {At} at */
function last(item, at) {
  let found = null;
  for (let n = 0, one; (one = nth(item, at.land, n)); n += 1) {
    if (!found || allowed(one, at) || !allowed(found, at)) found = one;
  }
  return found;
}

/** The cheapest option of an item among all the others as they stand, if it costs less than some most.
 * @param {Item} item @param {At} at @param {number} most @returns {Option | null} */
function choose(item, at, most = Infinity) {
  for (let n = 0, one; (one = nth(item, at.land, n)) && one.cost < most; n += 1) {
    if (!allowed(one, at)) continue;
    const { foe } = one, mine = one;
    if (foe && foe.taken && clash(one, foe.taken, item.kin(foe))) continue;  // most often it is the same again
    const other = item.near.find((near) => near.taken && clash(mine, near.taken, item.kin(near)));
    if (!other) return one;
    one.foe = other;
  }
  return item.must ? last(item, at) : null;
}

/** @param {Item[]} items @param {At} at @returns {Generator<void, Plan>} */
function* attempt(items, at) {
  const sorted = [...items].sort(order);
  items.forEach((item) => { item.taken = null; });
  let moved = true, cost = 0;
  for (let pass = 0; pass < PASSES && moved; pass += 1) {
    moved = false; cost = 0;
    for (const item of sorted) {
      const before = item.taken;
      item.taken = null;
      item.taken = choose(item, at);
      moved = moved || item.taken !== before;
      cost += priceOf(item);
      yield;
    }
  }
  return { cost, plan: items.map((item) => item.taken) };
}

/** @param {Item} item */
const priceOf = (item) => (item.taken ? item.taken.cost : item.none || NONE);

/** A mark without its name, or without a place, may send up to three others elsewhere when that is better for all.
 * @param {Item} item @param {At} at */
function push(item, at) {
  const before = item.taken;
  for (let n = 0, tries = 0, one; tries < TRIES && (one = nth(item, at.land, n)); n += 1) {
    if (!allowed(one, at)) continue;
    if (before && one.cost >= before.cost) return;
    tries += 1;
    const mine = one, foes = item.near.filter((other) => other.taken && clash(mine, other.taken, item.kin(other)));
    if (foes.length > FOES) continue;
    const stood = foes.map((other) => other.taken);
    let spare = foes.reduce((sum, other) => sum + priceOf(other), priceOf(item) - one.cost);
    foes.forEach((other) => { other.taken = null; });
    item.taken = one;
    const moved = foes.every((other) => {
      other.taken = choose(other, at, spare);
      spare -= priceOf(other);
      return spare > 0;
    });
    if (moved) return;
    item.taken = before;
    foes.forEach((other, i) => { other.taken = stood[i]; });
  }
}

/** How far an item's options may reach. @param {Item} item */
function range(item) {
  /** @param {number} dx @param {number} dy */
  const spot = (dx, dy) => rect(item.x + dx, item.y + dy, 0, 0);
  const points = item.anchors().map(({ dx, dy }) => spot(dx, dy));
  const spots = (item.track || []).map(([dx, dy]) => spot(dx, dy));
  return grown([...points, ...spots].reduce(round, spot(0, 0)), (item.plate ? item.plate.w :
    Math.max(0, ...item.texts.map((text) => text.w))) + ROOM);
}

/** @param {Item} item */
const lacking = (item) => !item.taken || (item.texts.length > 0 && !item.taken.name);
/** @param {Item} a @param {Item} b */
const order = (a, b) => b.turn - a.turn || a.rank - b.rank || b.crowd - a.crowd;

/** @param {Item} item @param {Item[]} items @param {At} at */
function wider(item, items, { land }) {
  if (item.exact || !item.own.length) return;
  const still = items.filter((other) => other !== item && (other.exact || other.bold) && !other.track);
  comb(item, land, still.map((other) => disc(other.x, other.y, other.round.w)));
}

/** The crowded first; then again and again, what lacked its place or its name before the others. The best is kept.
 * @param {Item[]} items @param {At} at */
function* searched(items, at) {
  /** @type {Plan | null} */
  let best = null;
  items.forEach((item) => { item.turn = 0; });
  for (let n = 0; n < ATTEMPTS; n += 1) {
    const found = yield* attempt(items, at);
    if (!best || found.cost < best.cost) best = found;
    const behind = items.filter(lacking);
    if (!behind.length) break;
    for (const item of behind) { item.turn += 1; wider(item, items, at); yield; }
  }
  items.forEach((item, i) => { item.taken = best && best.plan[i]; });
}

/**
 * Places all of some wishes, in steps, so that the browser may draw in between. Each gets `taken`, an option or null.
 * @param {Wish[]} wishes @param {Terrain} land @param {Rect} view @param {Rect[]} blocked
 * @returns {Generator<void, Item[]>} Those that were wished for, as items.
 */
export function* search(wishes, land, view, blocked) {
  const at = { land, view, blocked, turn: (turns += 1) }, items = /** @type {Item[]} */ (wishes);
  items.forEach((item) => {
    item.known = optionsOf(item, land);
    item.kin = (other) => Boolean(item.country) && other.country === item.country;
    item.range = range(item);
    item.crowd = items.filter((other) => Math.hypot(other.x - item.x, other.y - item.y) < CROWD).length;
  });
  items.forEach((item) => { item.near = items.filter((other) => other !== item && hits(other.range, item.range)); });
  yield* searched(items, at);
  for (let turn = 0; turn < AGAIN; turn += 1) {
    for (const item of items) if (lacking(item) && !item.must) { push(item, at); yield; }
  }
  return items;
}
