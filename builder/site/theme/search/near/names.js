// Names that differ in one character from what was typed.
(function (yearbook) {
  "use strict";

  const MOST_FILES = 24;
  const MOST_NEAR = 60;
  const MANY = ["person", "place", "organisation"];
  /** @type {Record<string, string>} */
  const COLUMNS = { no: "number", issuer: "issuer" };

  /** Whether one change (a character put in, left out, or another) turns one word into the other. */
  yearbook.oneApart = function (a, b) {
    if (a === b || Math.abs(a.length - b.length) > 1) return false;
    let start = 0;
    while (start < a.length && a[start] === b[start]) start++;
    let end = 0;
    while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
    return Math.max(a.length, b.length) - start - end <= 1;
  };

  /**
   * What a file gives; null, and a problem noted, where it cannot be read.
   * @template T
   * @param {Promise<T>} promise
   * @param {Yearbook.Problem[]} problems
   */
  async function attempt(promise, problems) {
    try {
      return await promise;
    } catch (error) {
      if (!(error instanceof yearbook.FileError)) throw error;
      problems.push({ file: error.file, reason: error.reason });
      return null;
    }
  }

  /** @returns {Promise<string[]>} names of persons, places, documents that are spelled almost like `word` */
  yearbook.namesNear = async function (word, directory, problems) {
    if (word.length < 2 || word.length > 20) return [];
    const numbers = Array.from({ length: Math.min(MOST_FILES, directory.direct.length) }, (_, i) => i);
    const files = await Promise.all(numbers.map((number) => attempt(yearbook.directFile(number), problems)));
    const near = files.flatMap((rows) => rows || []).filter(([key]) => yearbook.oneApart(word, key));
    return [...new Set(near.map(([, , label]) => label))].slice(0, MOST_NEAR);
  };

  /**
   * @param {string} name
   * @param {Yearbook.Directory} directory
   * @param {Yearbook.Problem[]} problems
   */
  async function known(name, directory, problems) {
    if (MANY.includes(name)) {
      const rows = await attempt(yearbook.names(name, directory), problems);
      return (rows || []).map((row) => row.name);
    }
    if (!COLUMNS[name]) return [];
    const column = await attempt(yearbook.column(COLUMNS[name], directory), problems);
    return column ? column.values : [];
  }

  /** @returns {Promise<string[]>} values a filter may take that are written almost like its own */
  yearbook.valuesNear = async function ({ name, value }, directory, problems) {
    const typed = yearbook.fold(value);
    const forms = yearbook.variants(typed).map(({ text }) => yearbook.fold(text));
    /** @param {string} one */
    const fits = (one) => forms.includes(one) || (typed.length > 1 && yearbook.oneApart(typed, one));
    return (await known(name, directory, problems)).filter((one) => one && fits(yearbook.fold(one))).slice(0, MOST_NEAR);
  };
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
