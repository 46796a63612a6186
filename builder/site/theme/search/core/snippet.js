// What a hit shows: a piece of the stored text around the words, and where the words are in it.
(function (yearbook) {
  "use strict";

  const BEFORE = 24;
  const LENGTH = 96;

  /** @typedef {{from: number, to: number, word: string}} Occurrence */

  /**
   * Where the words stand in a row's title or text: {from, to, word}, rising.
   * @param {Yearbook.Row} row
   * @param {Yearbook.Field} name
   * @param {string[]} words
   * @returns {Occurrence[]}
   */
  function occurrences(row, name, words) {
    const { text, start, end } = yearbook.folded(row, name);
    const found = words.flatMap((word) =>
      yearbook.places(text, word).map((at) => ({ from: start[at], to: end[at + word.length - 1], word })),
    );
    return found.sort((a, b) => a.from - b.from || a.to - b.to);
  }

  /** @param {Occurrence[]} found */
  function merged(found) {
    /** @type {Yearbook.Mark[]} */
    const out = [];
    for (const { from, to } of found) {
      const last = out[out.length - 1];
      if (last && from <= last[1]) last[1] = Math.max(last[1], to);
      else out.push([from, to]);
    }
    return out;
  }

  /**
   * @param {Yearbook.Row} row
   * @param {"title"|"text"} name
   * @param {string[]} words folded
   * @returns {number[][]} where the words stand in the row's title or text: [from, to], rising,
   *   not overlapping
   */
  yearbook.marks = function (row, name, words) {
    return merged(occurrences(row, name, words));
  };

  /**
   * The window of `length` characters that shows most different words, then most of them.
   * @param {Occurrence[]} found
   * @param {string} text
   * @param {number} length
   */
  function best(found, text, length) {
    const before = Math.floor((BEFORE * length) / LENGTH);
    let start = 0;
    let most = 0;
    /** @type {Occurrence[]} */
    let shown = [];
    for (let i = 0, j = 0; i < found.length; i++) {
      while (j < found.length && found[j].to <= found[i].from + length - before) j++;
      const inside = found.slice(i, Math.max(j, i + 1));
      const worth = new Set(inside.map(({ word }) => word)).size + inside.length / (found.length + 1);
      if (worth > most) [most, start, shown] = [worth, found[i].from, inside];
    }
    const from = Math.max(0, Math.min(start - before, text.length - length));
    // A word longer than the window is shown whole, as far as a reader can bear.
    const long = shown.length ? Math.min(shown[0].to, from + 3 * LENGTH) : 0;
    return { from, to: Math.min(text.length, Math.max(from + length, long)), words: shown.map(({ word }) => word) };
  }

  /**
   * One window, or two short ones where the words stand far apart.
   * @param {Occurrence[]} found
   * @param {string} text
   */
  function windows(found, text) {
    const whole = best(found, text, LENGTH);
    const missing = found.filter(({ word }) => !whole.words.includes(word));
    if (!missing.length) return [whole];
    const first = best(found, text, LENGTH / 2);
    const rest = found.filter(({ word }) => !first.words.includes(word));
    const [one, two] = [first, best(rest, text, LENGTH / 2)].sort((a, b) => a.from - b.from);
    return one.to < two.from ? [one, two] : [{ from: one.from, to: Math.max(one.to, two.to) }];
  }

  /**
   * @param {Yearbook.Row} row
   * @param {string[]} words folded
   * @returns {{snippet: string, marks: number[][]}} marks are places in the snippet
   */
  yearbook.snippet = function (row, words) {
    const { text } = row;
    const found = occurrences(row, "text", words);
    const all = merged(found);
    /** @type {Yearbook.Mark[]} */
    const marks = [];
    let snippet = "";
    for (const { from, to: end } of windows(found, text)) {
      // A word is not cut by the end of the window, if it is one that a reader types.
      const cut = all.find(([first, last]) => first < end && last > end && last - end < BEFORE);
      const to = cut ? cut[1] : end;
      if (from > 0) snippet += "…";
      const shift = snippet.length - from;
      for (const [first, last] of all) {
        if (first < to && last > from) marks.push([Math.max(first, from) + shift, Math.min(last, to) + shift]);
      }
      snippet += text.slice(from, to).replace(/\n/g, " ");
      if (to === text.length) return { snippet, marks };
    }
    return { snippet: `${snippet}…`, marks };
  };
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
