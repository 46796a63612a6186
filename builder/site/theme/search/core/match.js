// Finds the places of one phrase: exactly, from lists of pairs, with the help of stored texts.
(function (yearbook) {
  "use strict";

  // A long phrase mostly needs no more lists than this (in files of the common size) to leave few
  // candidates; two at least, whatever they weigh.
  const ENOUGH = 4;
  const LEAST = 2;
  // What a text file weighs beside a file of pairs.
  const TEXT_WEIGHT = 0.4;
  // Without a list for any pair, all texts are read instead, where they are not too many.
  const READ_ALL = 1000;
  const NONE = new Int32Array(0);

  /**
   * @param {string} phrase
   * @param {number} offset
   */
  const pairAt = (phrase, offset) => phrase.charCodeAt(offset) * 65536 + phrase.charCodeAt(offset + 1);

  /**
   * @param {string} phrase
   * @param {number} offset
   * @param {Yearbook.Directory} directory
   */
  function weight(phrase, offset, { pairs, weights }) {
    return 1 + (weights[yearbook.floor(pairs, pairAt(phrase, offset))] || 0);
  }

  /**
   * The pairs that together cover every character and weigh least.
   * @param {string} phrase
   * @param {Yearbook.Directory} directory
   */
  function cover(phrase, directory) {
    // least[i]: the weight of the pairs that cover the first i characters; the last begins at i - 2.
    const least = [0, Infinity];
    for (let end = 2; end <= phrase.length; end++) {
      least[end] = Math.min(least[end - 1], least[end - 2]) + weight(phrase, end - 2, directory);
    }
    /** @type {number[]} */
    const offsets = [];
    for (let end = phrase.length; end > 0; end = least[end - 1] < least[end - 2] ? end - 1 : end - 2) offsets.unshift(end - 2);
    return offsets;
  }

  /**
   * Those to ask for first: light ones, from all over the phrase.
   * @param {string} phrase
   * @param {number[]} offsets
   * @param {Yearbook.Directory} directory
   */
  function lightest(phrase, offsets, directory) {
    const order = [...offsets.filter((_, i) => i % 2 === 0), ...offsets.filter((_, i) => i % 2 === 1)];
    const rows = order.map((offset) => ({ offset, weight: weight(phrase, offset, directory) }));
    rows.sort((a, b) => a.weight - b.weight);
    let sum = 0;
    return rows.filter((row, i) => (sum += row.weight) <= ENOUGH || i < LEAST).map((row) => row.offset);
  }

  /**
   * @param {number} pair
   * @param {Yearbook.Search} search
   */
  async function listOf(pair, search) {
    const file = yearbook.floor(search.directory.pairs, pair);
    if (file < 0) return NONE;
    const lists = await search.attempt(() => yearbook.pairFile(file, search.directory));
    return lists && (lists.get(pair) || NONE);
  }

  /**
   * The lists of a phrase at these offsets; a list that cannot be read is left out.
   * @param {string} phrase
   * @param {number[]} offsets
   * @param {Yearbook.Search} search
   */
  async function lookUp(phrase, offsets, search) {
    /** @param {number} offset */
    const get = async (offset) => ({ offset, at: await listOf(pairAt(phrase, offset), search) });
    return (await Promise.all(offsets.map(get))).flatMap(({ offset, at }) => (at ? [{ offset, at }] : []));
  }

  /**
   * Where the phrase may begin: the places that all lists, each shifted by its offset, allow.
   * @param {{offset: number, at: Int32Array}[]} lists
   */
  async function intersect(lists) {
    const [first, ...rest] = [...lists].sort((a, b) => a.at.length - b.at.length);
    let found = first.at.map((at) => at - first.offset);
    for (const { at, offset } of rest) {
      await yearbook.breathe();
      let j = 0;
      found = found.filter((start) => {
        while (j < at.length && at[j] < start + offset) j++;
        return at[j] === start + offset;
      });
    }
    return found;
  }

  /**
   * All addresses of the phrase in the fields (their numbers: titles first, then texts) given.
   * @param {string} phrase
   * @param {number[]} numbers
   * @param {Yearbook.Search} search
   */
  async function verify(phrase, numbers, search) {
    const { directory, fields } = search;
    const parts = await Promise.all(
      numbers.map(async (number) => {
        const title = number < directory.units;
        const unit = title ? number : number - directory.units;
        const row = await search.attempt(() => yearbook.row(unit, directory));
        if (!row) return [];
        const start = title ? fields.title[unit] : fields.text[unit];
        return yearbook.places(yearbook.folded(row, title ? "title" : "text").text, phrase, start);
      }),
    );
    return Int32Array.from(parts.flat());
  }

  /** @returns {number[]} where `phrase` begins in `text`, overlapping ones too, plus `start` */
  yearbook.places = function (text, phrase, start = 0) {
    const out = [];
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) out.push(start + at);
    return out;
  };

  /**
   * @param {Int32Array} found
   * @param {Yearbook.Search} search
   */
  function fieldNumbers(found, { directory, fields }) {
    const numbers = new Set();
    for (const at of found) {
      const title = at < directory.titlesEnd;
      numbers.add(yearbook.floor(title ? fields.title : fields.text, at) + (title ? 0 : directory.units));
    }
    return [...numbers].sort((a, b) => a - b);
  }

  /**
   * How many text files hold the candidates.
   * @param {Int32Array} found
   * @param {Yearbook.Search} search
   */
  function textFiles(found, search) {
    const { directory } = search;
    const files = fieldNumbers(found, search).map((number) => yearbook.floor(directory.texts, number % directory.units));
    return new Set(files).size;
  }

  /**
   * One character: all pairs that begin with it, or a short list of the fields with it.
   * @param {string} phrase
   * @param {boolean} placed
   * @param {Yearbook.Search} search
   */
  async function single(phrase, placed, search) {
    const code = phrase.charCodeAt(0);
    const pair = code * 65536;
    const { chars, pairs } = search.directory;
    const found = !placed && chars.has(code) && (await search.attempt(() => yearbook.charFile(code, search.directory)));
    if (found) return found;
    const files = [];
    for (let file = Math.max(0, yearbook.floor(pairs, pair)); file < pairs.length && pairs[file] <= pair + 65535; file++) files.push(file);
    const loaded = await Promise.all(files.map((file) => search.attempt(() => yearbook.pairFile(file, search.directory))));
    const rows = loaded.flatMap((lists) => (lists ? [...lists].filter(([key]) => key >= pair && key <= pair + 65535) : []));
    const all = new Int32Array(rows.reduce((sum, [, at]) => sum + at.length, 0));
    let length = 0;
    for (const [, at] of rows) {
      all.set(at, length);
      length += at.length;
    }
    return all.sort();
  }

  /**
   * @param {string} phrase
   * @param {Yearbook.Search} search
   */
  async function several(phrase, search) {
    const { directory } = search;
    const whole = cover(phrase, directory);
    const now = lightest(phrase, whole, directory);
    const rest = whole.filter((offset) => !now.includes(offset));
    let lists = await lookUp(phrase, now, search);
    await search.ready;
    if (!lists.length) {
      if (directory.texts.length > READ_ALL) return NONE;
      return verify(phrase, Array.from({ length: 2 * directory.units }, (_, i) => i), search);
    }
    let found = await intersect(lists);
    // The texts decide about the rest, unless the lists not yet asked for are less to load.
    const more = rest.reduce((sum, offset) => sum + weight(phrase, offset, directory), 0);
    if (rest.length && textFiles(found, search) * TEXT_WEIGHT > more) {
      lists = [...lists, ...(await lookUp(phrase, rest, search))];
      found = await intersect(lists);
    }
    if (!found.length || lists.length === whole.length) return found;
    return verify(phrase, fieldNumbers(found, search), search);
  }

  /**
   * Finds a folded phrase.
   * @param {string} phrase
   * @param {Yearbook.Search} search what one search shares: directory, fields, ready, attempt
   * @param {boolean} placed whether the very places are needed; if not, the beginning of each title
   *   and text that has the phrase will do
   * @returns {Promise<Int32Array>} the rising addresses where it begins
   */
  yearbook.phrase = async function (phrase, search, placed) {
    // 0 marks the end of a field in the lists.
    if (phrase.includes("\0")) return NONE;
    const found = await (phrase.length > 1 ? several(phrase, search) : single(phrase, placed, search));
    await search.ready;
    return found;
  };
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
