(function (yearbook) {
  "use strict";

  yearbook.enhanceForms();
  yearbook.markPage();
})((globalThis.yearbook = globalThis.yearbook || {}));
