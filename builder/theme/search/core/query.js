// The query language: what a reader types -> words, operators, filters.
(function (yearbook) {
  "use strict";

  const MOST_WORDS = 24;
  const NAMES = "person|place|organisation|no|after|before|in|volume|year|month|kind|issuer";
  const FIELD = new RegExp(`^(?:${NAMES})[:：]`, "i");
  const QUOTED = new RegExp(`(-?)((?:(?:${NAMES})[:：])?)"([^"]+)"(?=\\s|$)`, "iy");
  const VALID = { after: /^\d{4}(-\d\d(-\d\d)?)?$/, before: /^\d{4}(-\d\d(-\d\d)?)?$/, in: /^title$/i };
  const NEAR = /^NEAR\/(\d{1,4})$/;

  /** Cuts at white space; a straight quote holds a phrase only when both its ends are at an edge. */
  function cut(query) {
    const tokens = [];
    const word = /\S+/g;
    for (let match; (match = word.exec(query)); ) {
      QUOTED.lastIndex = match.index;
      const quoted = QUOTED.exec(query);
      if (quoted && quoted[3].trim()) {
        word.lastIndex = QUOTED.lastIndex;
        tokens.push({ whole: quoted[0], minus: !!quoted[1], field: quoted[2], text: quoted[3], quoted: true });
      } else tokens.push(bare(match[0]));
    }
    return tokens;
  }

  function bare(whole) {
    const minus = whole.length > 1 && whole[0] === "-";
    const rest = minus ? whole.slice(1) : whole;
    const field = (FIELD.exec(rest) || [""])[0];
    return { whole, minus, field, text: rest.slice(field.length), quoted: false };
  }

  function asFilter(token) {
    const name = token.field.slice(0, -1).toLowerCase();
    if (!name || !token.text || (VALID[name] && !VALID[name].test(token.text))) return null;
    return { name, value: token.text, minus: token.minus };
  }

  /**
   * @param {string} query
   * @returns {{words: {text: string, near: number|null}[], without: string[],
   *   filters: {name: string, value: string, minus: boolean}[], title: boolean, dropped: number}}
   *   words and `without` are folded; `near` is the distance to the word before
   */
  yearbook.parse = function (query) {
    const plan = { words: [], without: [], filters: [], title: false, dropped: 0 };
    const tokens = cut(String(query));
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

  function isWord(token) {
    return !!token && !token.minus && !token.field && !NEAR.test(token.whole) && yearbook.fold(token.text) !== "";
  }

  function add(words, text, near) {
    if (text && (near !== null || !words.some((word) => word.text === text))) words.push({ text, near });
  }
})((globalThis.yearbook = globalThis.yearbook || {}));
