// The query language: what a reader types -> words, operators, filters.
(function (yearbook) {
  "use strict";

  const MOST_WORDS = 24;
  const NAMES = "person|place|organisation|no|after|before|in|volume|year|month|day|kind|section|issuer|document";
  const FIELD = new RegExp(`^(?:${NAMES})[:：]`, "i");
  // Straight quotes hold a phrase; Chinese ones, which also stand in texts, where they have to: around
  // a space, or behind the name of a field.
  const QUOTED = new RegExp(`([-－]?)((?:(?:${NAMES})[:：])?)"([^"]+)"(?=\\s|$)`, "iy");
  const CHINESE = new RegExp(`([-－]?)((?:(?:${NAMES})[:：])?)“([^“”]+)”(?=\\s|$)`, "iy");
  const DATE = /^(\d{4})(?:[-./年](\d{1,2})(?:[-./月](\d{1,2})日?|月)?|年)?$/;
  const NEAR = /^NEAR[/／](\d{1,4})$/i;

  /** @typedef {{whole: string, minus: boolean, field: string, text: string, quoted: boolean}} Token */

  /**
   * @param {string} query
   * @param {number} at
   */
  function quotedAt(query, at) {
    for (const pattern of [QUOTED, CHINESE]) {
      pattern.lastIndex = at;
      const found = pattern.exec(query);
      const phrase = found && found[3].trim() && (pattern === QUOTED || found[2] || /\s/.test(found[3]));
      if (phrase) return { end: pattern.lastIndex, whole: found[0], minus: !!found[1], field: found[2], text: found[3], quoted: true };
    }
    return null;
  }

  /**
   * Cuts at white space; a quote holds a phrase only when both its ends are at an edge.
   * @param {string} query
   */
  function cut(query) {
    /** @type {Token[]} */
    const tokens = [];
    const word = /\S+/g;
    for (let match; (match = word.exec(query)); ) {
      const quoted = quotedAt(query, match.index);
      if (quoted) word.lastIndex = quoted.end;
      tokens.push(quoted || bare(match[0]));
    }
    return tokens;
  }

  /**
   * @param {string} whole
   * @returns {Token}
   */
  function bare(whole) {
    const minus = whole.length > 1 && /^[-－]/.test(whole);
    const rest = minus ? whole.slice(1) : whole;
    const field = (FIELD.exec(rest) || [""])[0];
    return { whole, minus, field, text: rest.slice(field.length), quoted: false };
  }

  /**
   * 2021-3, 2021年3月, 2021.3.5 -> as dates are stored; null for no date.
   * @param {string} text
   */
  function asDate(text) {
    const match = DATE.exec(yearbook.fold(text));
    const parts = match && match.slice(1).filter(Boolean);
    if (!parts || Number(parts[1]) > 12 || Number(parts[2]) > 31) return null;
    return parts.map((part) => part.padStart(2, "0")).join("-");
  }

  /** @type {Record<string, (text: string) => string|null>} */
  const READ = { after: asDate, before: asDate, month: asDate, day: asDate, in: (text) => (/^title$/i.test(text) ? "title" : null) };

  /** @param {Token} token */
  function asFilter(token) {
    const name = token.field.slice(0, -1).toLowerCase();
    const value = name && token.text && (READ[name] ? READ[name](token.text) : token.text);
    return value ? { name, value, minus: token.minus } : null;
  }

  /**
   * @param {string} query
   * @returns {Yearbook.Plan} words and `without` are folded; `near` is the distance to the word before;
   *   `odd` looked like operators and were taken as words
   */
  yearbook.parse = function (query) {
    /** @type {Yearbook.Plan} */
    const plan = { words: [], without: [], filters: [], title: false, dropped: 0, odd: [] };
    const tokens = cut(String(query));
    /** @type {number|null} */
    let near = null;
    tokens.forEach((token, i) => {
      const filter = asFilter(token);
      const next = tokens[i + 1];
      const distance = !token.quoted && NEAR.exec(token.whole);
      if (filter && filter.name === "in") plan.title = true;
      else if (filter) plan.filters.push(filter);
      else if (distance && plan.words.length && near === null && isWord(next)) near = Number(distance[1]);
      else if (token.minus && !token.field) plan.without.push(yearbook.fold(token.text));
      else {
        if (token.field || distance) plan.odd.push(token.whole);
        add(plan.words, yearbook.fold(token.quoted && !token.field ? token.text : token.whole), near);
        near = null;
      }
    });
    plan.without = plan.without.filter((word) => word);
    // Without anything to subtract from, a minus is a character: the cut "-2025" of "2020-2025".
    if (!plan.words.length && !plan.filters.length && plan.without.length) {
      plan.without = [];
      for (const token of tokens) add(plan.words, yearbook.fold(token.whole), null);
    }
    plan.dropped = Math.max(0, plan.words.length - MOST_WORDS);
    plan.words.length = Math.min(plan.words.length, MOST_WORDS);
    return plan;
  };

  /** @param {Token|undefined} token */
  function isWord(token) {
    return !!token && !token.minus && !token.field && !NEAR.test(token.whole) && yearbook.fold(token.text) !== "";
  }

  /**
   * @param {Yearbook.Word[]} words
   * @param {string} text
   * @param {number|null} near
   */
  function add(words, text, near) {
    if (text && (near !== null || !words.some((word) => word.text === text))) words.push({ text, near });
  }
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
