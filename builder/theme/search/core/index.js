// Decodes the index files: numbers, lists of addresses, stored text.
(function (yearbook) {
  "use strict";

  // The same alphabet and split as in builder/writers/search/codec.py.
  const ENDS = 64;
  const DIGIT = new Int16Array(128).fill(-1);
  let count = 0;
  for (let code = 0x20; code < 0x7f; code++) if (code !== 0x22 && code !== 0x5c) DIGIT[code] = count++;
  const MORE = count - ENDS;

  /**
   * @param {string} coded
   * @returns {Float64Array} the numbers
   */
  yearbook.decode = function (coded) {
    const out = new Float64Array(coded.length);
    let length = 0;
    let high = 0;
    for (let i = 0; i < coded.length; i++) {
      const digit = DIGIT[coded.charCodeAt(i)];
      if (!(digit >= 0)) throw new Error("not a digit");
      if (digit < ENDS) {
        out[length++] = high * ENDS + digit;
        high = 0;
      } else high = high * MORE + digit - ENDS + 1;
    }
    return out.subarray(0, length);
  };

  /** Turns gaps into rising numbers, in place. */
  yearbook.rising = function (gaps) {
    let last = -1;
    for (let i = 0; i < gaps.length; i++) last = gaps[i] += last + 1;
    return gaps;
  };

  /** Turns sizes into starts; the end of the last one stands behind them. */
  yearbook.starts = function (sizes, first = 0, unit = 1) {
    const out = new Int32Array(sizes.length + 1);
    out[0] = first;
    for (let i = 0; i < sizes.length; i++) out[i + 1] = out[i] + sizes[i] * unit;
    return out;
  };

  /** @returns {number} the last index whose value is not above `value`; -1 for none */
  yearbook.floor = function (sorted, value) {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] <= value) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };

  function adler(text) {
    let a = 1;
    let b = 0;
    for (let i = 0; i < text.length; i++) {
      a = (a + text.charCodeAt(i)) % 65521;
      b = (b + a) % 65521;
    }
    return b * 65536 + a;
  }

  /**
   * Reads a file of pairs.
   * @returns {Map<number, {at: Int32Array, wide: boolean}>} pair -> where it stands; `wide` lists
   *   give only the first address of the grain
   */
  function readPairs([check, ...parts], alphabet, directory) {
    if (adler(parts.join("")) !== check) throw new Error("check number");
    const [runs, seconds, lengths, body] = parts.map(yearbook.decode);
    const lists = new Map();
    let first = -1;
    let row = 0;
    let place = 0;
    for (let run = 0; run < runs.length; run += 2) {
      first += runs[run] + 1;
      let second = -1;
      for (let left = runs[run + 1]; left > 0; left--, row++) {
        second += seconds[row] + 1;
        const length = lengths[row] + 1;
        const wide = length <= directory.rare;
        const at = Int32Array.from(yearbook.rising(body.subarray(place, (place += length))));
        if (wide) for (let i = 0; i < length; i++) at[i] *= directory.grain;
        lists.set(first * 65536 + alphabet[second], { at, wide });
      }
    }
    return lists;
  }

  /** @returns {Promise<Map>} all pairs of one file */
  yearbook.pairFile = function (number, directory) {
    // Asked for together: the lists cannot be read without the alphabet.
    const fields = yearbook.fields(directory);
    fields.catch(() => {});
    return yearbook.load(`pairs/${number}`, async (payload) => readPairs(payload, (await fields).alphabet, directory));
  };

  /** Strings that are stored as the length they share with the one before, and the rest. */
  yearbook.unfold = function (column) {
    const out = [];
    let last = "";
    for (let i = 0; i < column.length; i += 2) out.push((last = last.slice(0, column[i]) + column[i + 1]));
    return out;
  };

  /** @returns {Promise<{ids: string[], urls: string[]}>} */
  yearbook.idFile = function (number) {
    const { unfold } = yearbook;
    return yearbook.load(`ids/${number}`, ([ids, urls]) => ({ ids: unfold(ids), urls: unfold(urls) }));
  };

  function readTexts([ids, urls, titles, tails, dates, texts, pages, numbers]) {
    const [id, url, title] = [ids, urls, titles].map(yearbook.unfold);
    return id.map((_, i) => ({
      id: id[i],
      url: url[i],
      // The end of a title that the text begins with is stored once.
      title: title[i] + texts[i].slice(0, tails[i]),
      date: dates[i],
      text: texts[i],
      page: pages[i],
      number: numbers[i],
    }));
  }

  /** @returns {Promise<object>} the stored row of one unit */
  yearbook.row = async function (unit, directory) {
    const file = yearbook.floor(directory.texts, unit);
    return (await yearbook.load(`texts/${file}`, readTexts))[unit - directory.texts[file]];
  };

  /** @returns {object} a row's title or text, folded; kept with the row */
  yearbook.folded = function (row, name) {
    row.folds = row.folds || {};
    return (row.folds[name] = row.folds[name] || yearbook.foldMap(row[name]));
  };

  /**
   * @returns {Promise<{title: Int32Array, text: Int32Array, alphabet: Float64Array}>} the first
   *   address of every title and text, and the second characters of pairs
   */
  yearbook.fields = function (directory) {
    return yearbook.load("fields", ([coded, alphabet]) => {
      const sizes = yearbook.decode(coded);
      if (sizes.length !== 2 * directory.units) throw new Error("length");
      return {
        title: yearbook.starts(sizes.subarray(0, directory.units), 0, directory.grain),
        text: yearbook.starts(sizes.subarray(directory.units), directory.titlesEnd, directory.grain),
        alphabet: yearbook.decode(alphabet),
      };
    });
  };
})((globalThis.yearbook = globalThis.yearbook || {}));
