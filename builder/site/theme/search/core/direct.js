// Direct answers: a month, a day, a person, a place, a document, by the beginning of its name.
(function (yearbook) {
  "use strict";

  /**
   * @param {string} query
   * @param {number} [limit]
   * @returns {Promise<{kind: string, label: string, url: string}[]>} whole names first, then short
   *   ones; rejected with FileError where a file cannot be read
   */
  yearbook.direct = async function (query, limit = 5) {
    const key = inWords(yearbook.fold(String(query)));
    if (!key || key.length > 100) return [];
    const rows = await rowsFrom(key, await yearbook.directory());
    rows.sort((a, b) => Number(b[0] === key) - Number(a[0] === key) || a[0].length - b[0].length);
    const seen = new Set();
    const fresh = rows.filter(([, , , url]) => !seen.has(url) && seen.add(url));
    return fresh.slice(0, limit).map(([, kind, label, url]) => ({ kind, label, url }));
  };

  /**
   * 2021-03-15, 2021.3.15, 2021年03月15日 -> 2021年3月15日; of 《...》 and "..." the inside.
   * @param {string} typed
   */
  function inWords(typed) {
    const inside = typed.replace(/^《|》$/g, "").replace(/^"(.+)"$/, "$1");
    const key = inside.replace(/(^|年|月)0(?=\d[月日])/g, "$1");
    const match = /^(\d{4})[-./](\d\d?)(?:[-./](\d\d?))?$/.exec(key);
    if (!match) return key;
    const [, year, month, day] = match;
    return `${year}年${Number(month)}月${day ? `${Number(day)}日` : ""}`;
  }

  /**
   * @param {any[][]} file
   * @returns {Yearbook.DirectRow[]}
   */
  function readDirect([keys, names, kinds, labels, urls]) {
    const [key, label, url] = [keys, labels, urls].map(yearbook.unfold);
    return key.map((_, i) => [key[i], names[kinds[i]], label[i] || key[i], url[i]]);
  }

  /** @returns {Promise<Yearbook.DirectRow[]>} the rows of one file: folded key, kind, label, address */
  yearbook.directFile = function (number) {
    return yearbook.load(`direct/${number}`, readDirect);
  };

  /**
   * The rows that begin with `key`: from one file, or more where they run over its end.
   * @param {string} key
   * @param {Yearbook.Directory} directory
   */
  async function rowsFrom(key, { direct }) {
    /** @type {Yearbook.DirectRow[]} */
    const out = [];
    const before = direct.findIndex((first) => first >= key);
    const start = before < 0 ? direct.length - 1 : Math.max(0, before - 1);
    for (let file = start; file >= 0 && file < direct.length; file++) {
      if (file > start && !direct[file].startsWith(key)) break;
      const rows = await yearbook.directFile(file);
      out.push(...rows.filter((row) => row[0].startsWith(key)));
      // A short beginning fits thousands; the first files show enough of them.
      if (out.length > 200) break;
    }
    return out;
  }
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
