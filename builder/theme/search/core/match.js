// Finds the places of one phrase: exactly, from lists of pairs, with the help of stored texts.
(function (yearbook) {
  "use strict";

  // A long phrase mostly needs no more lists than this to leave few candidates.
  const MOST_LISTS = 3;
  // Without a list for any pair, all texts are read instead, where they are not too many.
  const READ_ALL = 200;
  const NONE = { at: new Int32Array(0), wide: false };

  /** Which pairs of a phrase of `length` characters to look up: all of it, or a spread of it. */
  function offsets(length, all) {
    const last = length - 2;
    const count = Math.ceil(length / 2);
    if (all || count <= MOST_LISTS) return Array.from({ length: count }, (_, i) => Math.min(2 * i, last));
    return Array.from({ length: MOST_LISTS }, (_, i) => Math.round((i * last) / (MOST_LISTS - 1)));
  }

  async function listOf(pair, search) {
    const file = yearbook.floor(search.directory.pairs, pair);
    if (file < 0) return NONE;
    const lists = await search.attempt(() => yearbook.pairFile(file, search.directory));
    return lists && (lists.get(pair) || NONE);
  }

  /** Keeps of the candidates [low, high] those that a list, shifted by `offset`, allows. */
  function narrow(found, list, offset, grain) {
    const width = list.wide ? grain - 1 : 0;
    const low = [];
    const high = [];
    const at = list.at;
    const size = found.low.length;
    let i = 0;
    let j = 0;
    while (i < size && j < at.length) {
      const from = at[j] - offset;
      if (found.high[i] < from) i++;
      else if (from + width < found.low[i]) j++;
      else {
        low.push(Math.max(from, found.low[i]));
        high.push(Math.min(from + width, found.high[i]));
        if (found.high[i] <= from + width) i++;
        else j++;
      }
    }
    return { low, high, anchor: list.wide ? offset : found.anchor };
  }

  function first(list, offset, grain) {
    const low = list.at.map((at) => at - offset);
    return { low, high: list.wide ? low.map((at) => at + grain - 1) : low, anchor: offset };
  }

  function intersect(lists, grain) {
    const order = [...lists].sort((a, b) => a.list.at.length - b.list.at.length);
    let found = first(order[0].list, order[0].offset, grain);
    for (const { list, offset } of order.slice(1)) {
      if (!found.low.length) break;
      found = narrow(found, list, offset, grain);
    }
    return found;
  }

  /** All addresses of the phrase in the fields (their numbers: titles first, then texts) given. */
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

  function fieldNumbers(found, { directory, fields }) {
    const numbers = new Set();
    for (let i = 0; i < found.low.length; i++) {
      const at = found.low[i] + found.anchor;
      const title = at < directory.titlesEnd;
      numbers.add(yearbook.floor(title ? fields.title : fields.text, at) + (title ? 0 : directory.units));
    }
    return [...numbers].sort((a, b) => a - b);
  }

  /** How many text files hold the candidates. */
  function textFiles(found, search) {
    const { directory } = search;
    const files = fieldNumbers(found, search).map((number) => yearbook.floor(directory.texts, number % directory.units));
    return new Set(files).size;
  }

  /** One character: all pairs that begin with it. */
  async function single(phrase, search) {
    const pair = phrase.charCodeAt(0) * 65536;
    const { pairs } = search.directory;
    const files = [];
    for (let file = Math.max(0, yearbook.floor(pairs, pair)); file < pairs.length && pairs[file] <= pair + 65535; file++) files.push(file);
    const loaded = await Promise.all(files.map((file) => search.attempt(() => yearbook.pairFile(file, search.directory))));
    const rows = [];
    for (const lists of loaded) {
      if (lists) for (const [key, list] of lists) if (key >= pair && key <= pair + 65535) rows.push(list);
    }
    const at = new Int32Array(rows.reduce((sum, list) => sum + list.at.length, 0));
    let length = 0;
    for (const list of rows) {
      at.set(list.at, length);
      length += list.at.length;
    }
    return { at: at.sort(), loose: rows.some((list) => list.wide) };
  }

  async function lookUp(phrase, all, search) {
    const lists = await Promise.all(
      offsets(phrase.length, all).map(async (offset) => {
        const pair = phrase.charCodeAt(offset) * 65536 + phrase.charCodeAt(offset + 1);
        return { offset, list: await listOf(pair, search) };
      }),
    );
    return lists.filter(({ list }) => list);
  }

  function everywhere({ directory }) {
    return Array.from({ length: 2 * directory.units }, (_, i) => i);
  }

  async function several(phrase, search) {
    const complete = Math.ceil(phrase.length / 2);
    let lists = await lookUp(phrase, false, search);
    await search.ready;
    if (!lists.length) {
      if (search.directory.texts.length > READ_ALL) return { at: NONE.at, loose: false };
      return { at: await verify(phrase, everywhere(search), search), loose: false };
    }
    let found = intersect(lists, search.directory.grain);
    // The texts decide about the rest, unless the lists not yet asked for are less to load.
    if (lists.length < complete && textFiles(found, search) > complete - lists.length) {
      lists = await lookUp(phrase, true, search);
      found = intersect(lists, search.directory.grain);
    }
    if (!found.low.length) return { at: NONE.at, loose: false };
    const sure = lists.length >= complete && lists.every(({ list }) => !list.wide);
    if (sure) return { at: Int32Array.from(found.low), loose: false };
    return { at: await verify(phrase, fieldNumbers(found, search), search), loose: false };
  }

  /**
   * Finds a folded phrase.
   * @param {string} phrase
   * @param {object} search what one search shares: directory, fields, ready, attempt
   * @param {boolean} [placed] whether the very places are needed, not only the fields
   * @returns {Promise<{at: Int32Array, loose: boolean}>} rising addresses; `loose` ones are right
   *   to the field only
   */
  yearbook.phrase = async function (phrase, search, placed = false) {
    // 0 marks the end of a field in the lists.
    if (phrase.includes("\0")) return { at: NONE.at, loose: false };
    if (phrase.length > 2) return several(phrase, search);
    let found;
    if (phrase.length === 1) found = await single(phrase, search);
    else {
      const [{ list } = { list: null }] = await lookUp(phrase, true, search);
      if (!list) return several(phrase, search);
      found = { at: list.at, loose: list.wide };
    }
    await search.ready;
    if (!placed || !found.loose) return found;
    const same = { low: found.at, anchor: 0 };
    return { at: await verify(phrase, fieldNumbers(same, search), search), loose: false };
  };
})((globalThis.yearbook = globalThis.yearbook || {}));
