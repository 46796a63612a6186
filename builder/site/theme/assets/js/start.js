(function (yearbook) {
  "use strict";

  yearbook.applyDisplay();
  yearbook.startDisplay();
  yearbook.startReading();
  yearbook.startPopover();
  yearbook.startCite();
  yearbook.startKeys();
  yearbook.startCalendar();
  yearbook.startToday();
  yearbook.startLists();
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
