/** Steps: long work at once, or in slices between which the browser draws; new work takes the place of what is under
 * way. */

const SLICE = 20;  // ms

export function createSteps() {
  let newest = 0, under = false;
  const stop = () => { newest += 1; under = false; };

  /** @template T @param {Generator<void, T>} work @returns {T} */
  function now(work) {
    stop();
    for (;;) {
      const { done, value } = work.next();
      if (done) return value;
    }
  }

  /** @template T @param {Generator<void, T>} work @param {(value: T) => void} then */
  function later(work, then) {
    stop();
    const mine = newest, slice = () => {
      if (mine !== newest) return;
      const end = performance.now() + SLICE;
      for (let step = work.next(); ; step = work.next()) {
        if (step.done) { under = false; then(step.value); return; }
        if (performance.now() > end) break;
      }
      setTimeout(slice);
    };
    under = true;
    setTimeout(slice);
  }

  return { now, later, stop, under: () => under };
}
