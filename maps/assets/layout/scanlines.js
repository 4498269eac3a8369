/** Scan lines: whose land lies under each pixel of a row, as runs (from, to, whose), three numbers each. */

const WIDE = 2 ** 20, IDS = 512;

/** @typedef {number[][]} Rows Numbers of each row of a band. */
/** @typedef {import("../types.d.ts").Outline} Outline */

/** Where the sides of a country's rings cross the middle of each row of pixels of a band.
 * @param {Outline} outline @param {number} k px of the world a unit of the outline @param {number} top
 * @param {Rows} rows */
function crossings({ rings, boxes }, k, top, rows) {
  rings.forEach((ring, n) => {
    if (boxes[n].max.y * k < top || boxes[n].min.y * k > top + rows.length) return;
    let x0 = ring[0] * k, y0 = ring[1] * k - top;
    for (let i = 2; i < ring.length; i += 2) {
      const x1 = ring[i] * k, y1 = ring[i + 1] * k - top;
      const from = Math.max(0, Math.ceil(Math.min(y0, y1) - 0.5));
      const to = Math.min(rows.length, Math.ceil(Math.max(y0, y1) - 0.5));
      for (let y = from; y < to; y += 1) rows[y].push(x0 + ((y + 0.5 - y0) / (y1 - y0)) * (x1 - x0));
      x0 = x1; y0 = y1;
    }
  });
}

/** One number a run, so that a row sorts fast: where it begins, where it ends, whose it is.
 * @param {Rows} rows @param {Rows} found @param {number} id */
function runs(rows, found, id) {
  rows.forEach((xs, y) => {
    if (!xs.length) return;
    xs.sort((a, b) => a - b);
    for (let i = 0; i + 1 < xs.length; i += 2) {
      const from = Math.max(0, Math.ceil(xs[i] - 0.5)), to = Math.ceil(xs[i + 1] - 0.5);
      if (from < to) found[y].push((from * WIDE + to) * IDS + id);
    }
    xs.length = 0;
  });
}

/** @param {number[]} found */
function sorted(found) {
  const row = new Int32Array(found.length * 3);
  Float64Array.from(found).sort().forEach((run, i) => {
    const ends = Math.floor(run / IDS);
    row[i * 3] = Math.floor(ends / WIDE); row[i * 3 + 1] = ends % WIDE; row[i * 3 + 2] = run % IDS;
  });
  return row;
}

/** The first run of a row that ends beyond x. @param {Int32Array} row @param {number} x */
export function runBeyond(row, x) {
  let low = 0, high = row.length / 3;
  while (low < high) { const mid = (low + high) >> 1; if (row[mid * 3 + 1] > x) high = mid; else low = mid + 1; }
  return low * 3;
}

/** The rows of a band, from `top` on.
 * @param {{outline: Outline, id: number}[]} lands @param {number} k @param {number} top @param {number} high */
export function bandOf(lands, k, top, high) {
  /** @type {Rows} */
  const rows = Array.from({ length: high }, () => []), found = rows.map(() => /** @type {number[]} */ ([]));
  lands.forEach(({ outline, id }) => {
    if (outline.box.max.y * k < top || outline.box.min.y * k > top + high) return;
    crossings(outline, k, top, rows);
    runs(rows, found, id);
  });
  return found.map(sorted);
}
