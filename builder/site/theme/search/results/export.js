// The list of hits to carry away: as a table, and as citations.
(function (yearbook) {
  "use strict";

  // A cell that begins like this is a formula to some table programs.
  const FORMULA = /^[=+\-@\t\r]/;

  /** @param {string|number|null|undefined} value */
  function cell(value) {
    const text = value === null || value === undefined ? "" : String(value);
    return `"${(FORMULA.test(text) ? `'${text}` : text).replace(/"/g, '""')}"`;
  }

  /** @returns {string} the hits as CSV, with a byte order mark for table programs */
  yearbook.hitsAsCsv = function (hits, directory) {
    /** @type {(string|number|null|undefined)[][]} */
    const rows = [["编号", "题名", "日期", "卷册", "页码", "文号", "摘录", "地址"]];
    for (const hit of hits) {
      const volume = yearbook.label("volume", yearbook.volumeOf(hit), directory);
      // An empty excerpt would say that the place holds no text.
      const text = hit.missing ? "（这一处的正文读不出来）" : hit.snippet;
      const title = hit.missing ? "" : hit.title;
      rows.push([hit.id, title, hit.date, volume, hit.page, hit.number, text, yearbook.address(hit.url)]);
    }
    return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
  };

  /** Hands a text to the reader as a file. */
  yearbook.saveText = function (name, text, type) {
    const href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
    const link = yearbook.make("a", { href, download: name, hidden: true });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(href), 10000);
  };
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
