// Long work in slices: what the reader types must appear while a search goes on.
(function (yearbook) {
  "use strict";

  // A frame has 16 ms; the page needs some of it.
  const SLICE = 6;
  const { port1, port2 } = new MessageChannel();
  /** @type {((value?: undefined) => void)[]} */
  const waiting = [];
  let since = 0;

  port1.onmessage = () => {
    since = performance.now();
    for (const go of waiting.splice(0)) go();
  };

  /**
   * Awaited between steps of long work.
   * @returns {Promise<void>|undefined} a promise once the slice is used up; it is kept as soon as the
   *   browser has had its turn. A message, because timers wait 4 ms at least.
   */
  yearbook.breathe = function () {
    const now = performance.now();
    // After a pause this is the first step of new work.
    if (now - since > 1000) since = now;
    if (now - since < SLICE) return undefined;
    return new Promise((go) => {
      waiting.push(go);
      if (waiting.length === 1) port2.postMessage(null);
    });
  };
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
