/* Steps: long work at once, or in slices between which the browser draws; new work takes the place of what is under
   way. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const SLICE = 20;  // ms

  atlas.steps = function () {
    let newest = 0, under = false;
    const stop = () => { newest += 1; under = false; };

    function now(work) {
      stop();
      for (;;) {
        const { done, value } = work.next();
        if (done) return value;
      }
    }

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
  };
})();
