// Decodes the index files: numbers, lists of addresses, stored text.
(function (yearbook) {
  "use strict";

  // The same alphabet and split as in builder/writers/search/codec.py.
  const ENDS = 64;
  const DIGIT = new Int16Array(128).fill(-1);
  let count = 0;
  for (let code = 0x20; code < 0x7f; code++) if (code !== 0x22 && code !== 0x5c) DIGIT[code] = count++;
  const MORE = count - ENDS;
  // So many characters of a text are written as one digit, the others as two.
  const ONES = 60;

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

  /**
   * @param {ArrayLike<number>} sorted rising
   * @param {number} value
   * @param {number} [from] where to begin: near there, an answer is found at once
   * @returns {number} the last index whose value is not above `value`; -1 for none
   */
  yearbook.floor = function (sorted, value, from = 0) {
    let low = from;
    let high = from;
    for (let step = 1; high < sorted.length && sorted[high] <= value; step *= 2) {
      low = high + 1;
      high += step;
    }
    high = Math.min(high, sorted.length);
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] <= value) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };

  /** @param {string} text */
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
   * Adds the places in titles that begin like the title before: the index has them only once.
   * @param {Int32Array} at rising addresses as stored
   * @param {Yearbook.Fields} fields
   * @returns {Int32Array} all of them, rising
   */
  function repeated(at, { title, runs }) {
    const more = [];
    for (let i = 0; i < at.length && at[i] < runs.end; i++) {
      const run = yearbook.floor(runs.start, at[i]);
      const offset = run < 0 ? Infinity : at[i] - runs.start[run];
      if (offset + 1 >= runs.shared[run] || run < 0) continue;
      for (let unit = 1; unit <= runs.more[run]; unit++) more.push(title[runs.first[run] + unit] + offset);
    }
    if (!more.length) return at;
    const all = new Int32Array(at.length + more.length);
    all.set(at);
    all.set(more, at.length);
    return all.sort();
  }

  /** @typedef {[check: number, packed: string]} Packed */

  /** @type {(file: Packed) => Yearbook.Bits} The bits of a file, once they are known to be whole. */
  function checked([check, packed]) {
    if (adler(packed) !== check) throw new Error("check number");
    return yearbook.bits(packed);
  }

  /** Pair -> the addresses where it stands. */
  /** @type {(payload: Packed, fields: Yearbook.Fields, directory: Yearbook.Directory) => Map<number, Int32Array>} */
  function readPairs(payload, fields, directory) {
    const bits = checked(payload);
    const lists = new Map();
    let first = -1;
    for (let left = bits.gamma(); left > 0; left--) {
      first += bits.gamma();
      for (const second of bits.spread(bits.gamma(), fields.alphabet.length)) {
        const at = bits.spread(bits.gamma(), directory.end);
        lists.set(first * 65536 + fields.alphabet[second], repeated(at, fields));
      }
    }
    return lists;
  }

  /** @returns {Promise<Map<number, Int32Array>>} all pairs of one file */
  yearbook.pairFile = function (number, directory) {
    // Asked for together: the lists cannot be read without the alphabet.
    const fields = yearbook.fields(directory);
    fields.catch(() => {});
    return yearbook.load(`pairs/${number}`, async (payload) => readPairs(payload, await fields, directory));
  };

  /** @returns {Promise<Int32Array>} the first addresses of the fields with a very common character */
  yearbook.charFile = function (code, directory) {
    const fields = yearbook.fields(directory);
    fields.catch(() => {});
    return yearbook.load(`chars/${code}`, async (payload) => {
      const bits = checked(payload);
      const { title, text } = await fields;
      const { units } = directory;
      return bits.spread(bits.gamma(), 2 * units).map((number) => (number < units ? title[number] : text[number - units]));
    });
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

  /**
   * Turns the codes of builder/writers/search/alphabet.py into text.
   * @param {string} codes
   * @param {Float64Array} alphabet
   */
  function spelled(codes, alphabet) {
    let out = "";
    for (let i = 0; i < codes.length; i++) {
      const digit = DIGIT[codes.charCodeAt(i)];
      if (digit < ONES) out += digit >= 0 ? String.fromCharCode(alphabet[digit]) : codes[i];
      else if (digit === undefined) out += codes[i];
      else out += String.fromCharCode(alphabet[ONES + (digit - ONES) * count + DIGIT[codes.charCodeAt(++i)]]);
    }
    return out;
  }

  /** @type {(file: any[][], fields: Yearbook.Fields) => Yearbook.Row[]} */
  function readTexts([ids, urls, dates, titles, tails, texts, pages, numbers], { alphabet }) {
    const [id, url, date, title] = [ids, urls, dates, titles].map(yearbook.unfold);
    return texts.map((codes, i) => {
      const text = spelled(codes, alphabet);
      return {
        id: id[i],
        url: url[i],
        date: date[i] || null,
        // The end of a title that the text begins with is stored once.
        title: spelled(title[i], alphabet) + text.slice(0, tails[i]),
        text,
        page: pages[i],
        number: numbers[i],
      };
    });
  }

  /** @returns {Promise<Yearbook.Row>} the stored row of one unit */
  yearbook.row = async function (unit, directory) {
    const file = yearbook.floor(directory.texts, unit);
    const fields = yearbook.fields(directory);
    const rows = await yearbook.load(`texts/${file}`, async (payload) => readTexts(payload, await fields));
    return rows[unit - directory.texts[file]];
  };

  /** @returns {Yearbook.FoldMap} a row's title or text, folded; kept with the row */
  yearbook.folded = function (row, name) {
    row.folds = row.folds || {};
    return (row.folds[name] = row.folds[name] || yearbook.foldMap(row[name]));
  };

  /**
   * Runs of titles that begin alike: `shared` characters are those of the title of unit `first`.
   * @param {string} coded
   * @param {Int32Array} title
   * @param {number} end
   */
  function readRuns(coded, title, end) {
    const rows = yearbook.decode(coded);
    /** @type {Yearbook.Runs} */
    const runs = { first: [], more: [], shared: [], start: [], end };
    for (let i = 0, unit = 0; i < rows.length; i += 3) {
      runs.first.push((unit += rows[i]));
      runs.start.push(title[unit]);
      runs.more.push(rows[i + 1]);
      runs.shared.push(rows[i + 2]);
      unit += rows[i + 1];
    }
    return runs;
  }

  /**
   * @returns {Promise<Yearbook.Fields>} the first address of every title and text, the titles that begin alike, and the characters
   */
  yearbook.fields = function (directory) {
    return yearbook.load("fields", ([coded, runs, alphabet]) => {
      const { units, grain, titlesEnd } = directory;
      const sizes = yearbook.decode(coded);
      if (sizes.length !== 2 * units) throw new Error("length");
      const title = yearbook.starts(sizes.subarray(0, units), 0, grain);
      return {
        title,
        text: yearbook.starts(sizes.subarray(units), titlesEnd, grain),
        runs: readRuns(runs, title, titlesEnd),
        alphabet: yearbook.decode(alphabet),
      };
    });
  };
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
