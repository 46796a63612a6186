// The parts of a phrase that do stand in the texts.
(function (yearbook) {
  "use strict";

  const LONGEST = 80;

  async function total(query, filters) {
    return (await yearbook.search(query, { ...filters, limit: 1, facets: false })).total;
  }

  /** The longest beginning of `text` that is found, at least two characters; "" for none. */
  async function longest(text, filters) {
    let good = 0;
    let bad = text.length + 1;
    // A longer phrase is never found more often: halving finds the last length that is.
    while (bad - good > 1) {
      const middle = (good + bad) >> 1;
      if (middle < 2 || (await total(quoted(text.slice(0, middle)), filters))) good = middle;
      else bad = middle;
    }
    return good >= 2 ? text.slice(0, good) : "";
  }

  /** A part as the query language wants it: not an operator by accident. */
  function quoted(text) {
    return /^-|[:"]/.test(text) ? `"${text.replace(/"/g, "")}"` : text;
  }

  /**
   * @param {string} query
   * @returns {Promise<{query: string, total: number}|null>} places with all parts of the query that
   *   are found at all; parts are left out from the shortest until there are any
   */
  yearbook.withAllParts = async function (query, filters) {
    const parts = [];
    for (const piece of query.slice(0, LONGEST).split(/[^\p{L}\p{N}.%]+/u)) {
      for (let rest = yearbook.fold(piece); rest.length > 1; ) {
        const part = await longest(rest, filters);
        if (part && !parts.includes(part)) parts.push(part);
        rest = rest.slice(part.length || 1);
      }
    }
    while (parts.length) {
      const joined = parts.map(quoted).join(" ");
      const found = await total(joined, filters);
      if (found) return { query: joined, total: found };
      parts.splice(parts.indexOf(parts.reduce((a, b) => (b.length <= a.length ? b : a))), 1);
    }
    return null;
  };

  yearbook.totalOf = total;
})((globalThis.yearbook = globalThis.yearbook || {}));
