(function (yearbook) {
  "use strict";

  yearbook.enhanceForms();
  // Most visits ask for no marks: what makes them is loaded where an address does.
  if (new URLSearchParams(location.search).get("h")) {
    yearbook
      .part("marks.js", "markPage")
      .then((markPage) => markPage())
      .catch((error) => {
        if (!(error instanceof yearbook.FileError)) throw error;
        if (yearbook.say) yearbook.say("search/marks.js 读不出来，字句没有标出");
      });
  }
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
