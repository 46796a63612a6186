// What a hit shows: a piece of the stored text around the words, and where the words are in it.
(function (yearbook) {
  "use strict";

  const BEFORE = 24;
  const LENGTH = 96;

  /**
   * @param {object} row a stored row
   * @param {"title"|"text"} name
   * @param {string[]} words folded
   * @returns {number[][]} where the words stand in the row's title or text: [from, to], rising,
   *   not overlapping
   */
  yearbook.marks = function (row, name, words) {
    const folded = yearbook.folded(row, name);
    const found = words.flatMap((word) =>
      yearbook
        .places(folded.text, word)
        .map((at) => [folded.start[at], folded.end[at + word.length - 1]]),
    );
    found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    const out = [];
    for (const [from, to] of found) {
      const last = out[out.length - 1];
      if (last && from <= last[1]) last[1] = Math.max(last[1], to);
      else out.push([from, to]);
    }
    return out;
  };

  /** The beginning of the window that holds most marks. */
  function best(marks) {
    let start = 0;
    let most = 0;
    for (let i = 0, j = 0; i < marks.length; i++) {
      while (j < marks.length && marks[j][1] <= marks[i][0] + LENGTH - BEFORE) j++;
      if (j - i > most) {
        most = j - i;
        start = marks[i][0];
      }
    }
    return start;
  }

  /**
   * @param {object} row
   * @param {string[]} words folded
   * @returns {{snippet: string, marks: number[][]}} marks are places in the snippet
   */
  yearbook.snippet = function (row, words) {
    const { text } = row;
    const all = yearbook.marks(row, "text", words);
    const from = Math.max(0, Math.min(best(all) - BEFORE, text.length - LENGTH));
    // A word longer than the window is shown whole, as far as a reader can bear.
    const first = all.find((mark) => mark[0] >= from);
    const to = Math.min(text.length, Math.max(from + LENGTH, first ? Math.min(first[1], from + 3 * LENGTH) : 0));
    const lead = from > 0 ? "…" : "";
    const cut = (place) => Math.min(Math.max(place, from), to) - from + lead.length;
    return {
      snippet: lead + text.slice(from, to).replace(/\n/g, " ") + (to < text.length ? "…" : ""),
      marks: all.filter((mark) => mark[0] < to && mark[1] > from).map((mark) => mark.map(cut)),
    };
  };
})((globalThis.yearbook = globalThis.yearbook || {}));
