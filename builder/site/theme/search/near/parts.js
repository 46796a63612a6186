// The parts of a phrase that do stand in the texts.
(function (yearbook) {
  "use strict";

  const LONGEST = 80;
  // A number or a word of letters is never cut: "2月3" of 2月30日 is another day.
  const ATOMS = /[\p{Script=Latin}\d.%]+|[^]/gu;

  /** @typedef {(text: string) => Promise<number>} Count how often a text is found */

  /** How often a query is found; files that cannot be read are added to `problems`. */
  yearbook.totalOf = async function (query, filters, problems) {
    const found = await yearbook.search(query, { ...filters, limit: 1, facets: false });
    for (const one of found.problems) {
      if (!problems.some(({ file }) => file === one.file)) problems.push(one);
    }
    return found.total;
  };

  /** @param {string} text */
  const alone = (text) => yearbook.writeQuery({ words: [{ text }], without: [], filters: [] });

  /**
   * How many of the first atoms are found together; 0 where that is less than two characters.
   * @param {string[]} atoms
   * @param {Count} found
   */
  async function longest(atoms, found) {
    /** @param {number} count */
    const long = (count) => atoms.slice(0, count).join("");
    let good = 0;
    let bad = atoms.length + 1;
    // A longer phrase is never found more often: halving finds the last length that is.
    while (bad - good > 1) {
      const middle = (good + bad) >> 1;
      if (long(middle).length < 2 || (await found(long(middle)))) good = middle;
      else bad = middle;
    }
    return long(good).length > 1 && (await found(long(good))) ? good : 0;
  }

  /**
   * Cuts one word; what is found goes to `parts`, what is not to `left`.
   * @param {string} word
   * @param {Count} found
   * @param {string[]} parts
   * @param {string[]} left
   */
  async function cutWord(word, found, parts, left) {
    if (word.length < LONGEST && (await found(word))) return parts.push(word);
    for (const piece of word.slice(0, LONGEST).split(/[^\p{L}\p{N}.%]+/u)) {
      let lost = "";
      /** @type {string[]} */
      let rest = piece.match(ATOMS) || [];
      while (rest.length) {
        const count = await longest(rest, found);
        const text = rest.slice(0, count || 1).join("");
        rest = rest.slice(count || 1);
        if (!count) lost += text;
        if (lost && (count || !rest.length)) left.push(lost);
        if (count) [lost] = ["", parts.push(text)];
      }
    }
    return word.length > LONGEST && left.push(word.slice(LONGEST));
  }

  /** @param {string[]} words */
  const size = (words) => words.join("").replace(/[^\p{L}\p{N}]/gu, "").length;

  /**
   * @param {string[]} words
   * @param {(words: string[]) => Promise<number>} count how often words are found together
   * @param {Yearbook.Problem[]} problems
   * @returns {Promise<{words: string[], left: string[], total: number}|null>} places with all parts
   *   of the words that are found at all, the shortest left out until there are any; null where
   *   less than half would remain: that is no longer what was asked
   */
  yearbook.withAllParts = async function (words, count, problems) {
    /** @type {string[][]} */
    const [parts, left] = [[], []];
    /** @type {Map<string, number>} */
    const known = new Map();
    /** @param {string} text */
    const found = async (text) => {
      const total = known.get(text) ?? (await yearbook.totalOf(alone(text), {}, problems));
      known.set(text, total);
      return total;
    };
    for (const word of words) await cutWord(word, found, parts, left);
    const kept = [...new Set(parts)];
    const order = words.join(" ");
    while (kept.length && size(kept) * 2 >= size(words)) {
      const total = await count(kept);
      if (total) return { words: kept, left: left.sort((a, b) => order.indexOf(a) - order.indexOf(b)), total };
      left.push(...kept.splice(kept.indexOf(kept.reduce((a, b) => (b.length <= a.length ? b : a))), 1));
    }
    return null;
  };
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
