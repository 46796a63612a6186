// What search takes to be "the same text". Python has the same function in
// builder/writers/search/fold.py; both are held to the vectors in tests/search/fold.json.
(function (yearbook) {
  "use strict";

  // eslint-disable-next-line no-control-regex -- separators of files and records are white space to Python
  const SPACE = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]/g;
  /** @type {Record<string, string>} */
  const SAME = {
    "〔": "[", "【": "[", "〕": "]", "】": "]",
    "“": '"', "”": '"', "‘": "'", "’": "'",
    "—": "-", "–": "-", "―": "-",
  };
  // A character and what normalisation may melt into it: marks, Hangul vowels and finals,
  // half-width voice marks. Folding cluster by cluster keeps the place of every character.
  const CLUSTER = /[\s\S][\p{M}\u1160-\u11ff\u3131-\u318e\uff9e-\uffdc]*/gu;
  const HAN = /^[\u4e00-\u9fff]$/;

  /** @param {string} cluster */
  function foldCluster(cluster) {
    let out = "";
    // Lower case per character: the whole word's lower case turns a last Σ into ς, so that a cut
    // of a word would not be found in the word.
    for (const char of cluster.normalize("NFKC")) out += SAME[char] || char.toLowerCase();
    return out.replace(SPACE, "");
  }

  /**
   * Folds a text and remembers where every folded character came from.
   * @param {string} text
   * @returns {{text: string, start: number[], end: number[]}} the folded text; for each of its
   *   UTF-16 units the place in `text` where its source begins and ends
   */
  yearbook.foldMap = function (text) {
    const start = [];
    const end = [];
    let folded = "";
    for (const match of text.matchAll(CLUSTER)) {
      const part = HAN.test(match[0]) ? match[0] : foldCluster(match[0]);
      for (let i = 0; i < part.length; i++) {
        start.push(match.index);
        end.push(match.index + match[0].length);
      }
      folded += part;
    }
    return { text: folded, start, end };
  };

  /**
   * @param {string} text
   * @returns {string} NFKC, lower case, no white space, square brackets, quotes and dashes of one
   *   kind; nothing else is the same
   */
  yearbook.fold = function (text) {
    return yearbook.foldMap(text).text;
  };
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
