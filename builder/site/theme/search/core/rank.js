// From the places of the words to units in order.
(function (yearbook) {
  "use strict";

  const TITLE = 100;
  const WHOLE_TITLE = 50;

  /** @typedef {(unit: number, points: number) => void} Add */
  /** @typedef {Yearbook.Group & {at: Int32Array}} Part the places of one word in titles, or in texts */

  /**
   * Groups rising addresses by unit: units[i] has the addresses from begin[i] to begin[i + 1].
   * @param {Int32Array} at
   * @param {number} from
   * @param {number} to
   * @param {Int32Array} starts
   */
  function group(at, from, to, starts) {
    const units = [];
    const begin = [];
    for (let i = from, unit = 0; i < to; ) {
      unit = yearbook.floor(starts, at[i], unit);
      units.push(unit);
      begin.push(i);
      const end = starts[unit + 1];
      while (i < to && at[i] < end) i++;
    }
    begin.push(to);
    return { units, begin };
  }

  /** Splits the places of a word into its titles and its texts. */
  yearbook.byUnit = function (at, { directory, fields }) {
    const middle = yearbook.floor(at, directory.titlesEnd - 1) + 1;
    return {
      at,
      title: group(at, 0, middle, fields.title),
      text: group(at, middle, at.length, fields.text),
    };
  };

  /**
   * @param {Yearbook.Placed} found
   * @param {Yearbook.Word} word
   * @param {Yearbook.Search} search
   * @param {Add} add
   */
  function addTitles(found, word, { fields }, add) {
    found.title.units.forEach((unit, i) => {
      const start = found.at[found.title.begin[i]] - fields.title[unit];
      // At its beginning, and the title hardly longer: what was asked for by name.
      const room = fields.title[unit + 1] - fields.title[unit];
      add(unit, TITLE + (start === 0 ? WHOLE_TITLE * Math.min(1, word.text.length / room) : 0));
    });
  }

  /**
   * @param {Yearbook.Placed} found
   * @param {Yearbook.Search} search
   * @param {Add} add
   */
  function addTexts(found, { fields }, add) {
    found.text.units.forEach((unit, i) => {
      const begin = found.text.begin[i];
      const length = fields.text[unit + 1] - fields.text[unit];
      const times = found.text.begin[i + 1] - begin;
      // Often, early, and in a short text: each weighs, none as much as a title.
      const early = 1 - (found.at[begin] - fields.text[unit]) / length;
      add(unit, Math.log2(1 + times) + early + 2 / Math.log2(2 + length / 64));
    });
  }

  /**
   * The smallest distance, in characters between them, of two words in one field.
   * @param {Part} one
   * @param {number} i
   * @param {Part} two
   * @param {number} j
   * @param {number} lengthOne
   * @param {number} lengthTwo
   */
  function distance(one, i, two, j, lengthOne, lengthTwo) {
    let best = Infinity;
    let b = two.begin[j];
    for (let a = one.begin[i]; a < one.begin[i + 1]; a++) {
      const place = one.at[a];
      while (b < two.begin[j + 1] - 1 && two.at[b + 1] <= place) b++;
      for (let k = b; k <= b + 1 && k < two.begin[j + 1]; k++) {
        const gap = two.at[k] >= place ? two.at[k] - place - lengthOne : place - two.at[k] - lengthTwo;
        best = Math.min(best, Math.max(0, gap));
      }
    }
    return best;
  }

  /**
   * @param {Yearbook.Placed} one
   * @param {Yearbook.Placed} two
   * @param {Yearbook.Field} part
   * @param {[one: number, two: number]} lengths
   * @returns {Map<number, number>} unit -> smallest distance of two words, where both stand
   */
  function distances(one, two, part, lengths) {
    const out = new Map();
    const first = { ...one[part], at: one.at };
    const second = { ...two[part], at: two.at };
    let j = 0;
    first.units.forEach((unit, i) => {
      while (j < second.units.length && second.units[j] < unit) j++;
      if (second.units[j] === unit) out.set(unit, distance(first, i, second, j, ...lengths));
    });
    return out;
  }

  /**
   * @param {Yearbook.Placed[]} founds
   * @param {Yearbook.Word[]} words
   * @param {boolean} title
   * @param {(i: number, best: Map<number, number>) => void} visit
   */
  function nearness(founds, words, title, visit) {
    for (let i = 1; i < founds.length; i++) {
      /** @type {[one: number, two: number]} */
      const lengths = [words[i - 1].text.length, words[i].text.length];
      /** @type {Yearbook.Field[]} */
      const parts = title ? ["title"] : ["title", "text"];
      const best = new Map();
      for (const part of parts) {
        for (const [unit, gap] of distances(founds[i - 1], founds[i], part, lengths)) {
          best.set(unit, Math.min(gap, best.get(unit) ?? Infinity));
        }
      }
      visit(i, best);
    }
  }

  /**
   * Two rising lists as one, without repeats.
   * @param {number[]} one
   * @param {number[]} two
   */
  function merge(one, two) {
    if (!one.length) return two;
    const out = [];
    let i = 0;
    let j = 0;
    while (i < one.length || j < two.length) {
      const next = j >= two.length || one[i] <= two[j] ? one[i] : two[j];
      if (one[i] === next) i++;
      if (two[j] === next) j++;
      out.push(next);
    }
    return out;
  }

  /**
   * @param {Yearbook.Placed[]} founds places of each word (byUnit)
   * @param {Yearbook.Plan} plan
   * @returns {Promise<{units: number[], score: Float32Array}>} the units that have all words, rising
   */
  yearbook.combine = async function (founds, plan, search) {
    const count = new Uint8Array(search.directory.units);
    const score = new Float32Array(search.directory.units);
    for (const [i, found] of founds.entries()) {
      await yearbook.breathe();
      /** @type {Add} */
      const add = (unit, points) => {
        if (count[unit] === i) count[unit] = i + 1;
        if (count[unit] === i + 1) score[unit] += points;
      };
      addTitles(found, plan.words[i], search, add);
      if (!plan.title) addTexts(found, search, add);
    }
    const all = founds.length;
    await yearbook.breathe();
    if (all > 1) {
      nearness(founds, plan.words, plan.title, (i, best) => {
        const { near } = plan.words[i];
        for (const [unit, gap] of best) {
          score[unit] += 8 / (1 + gap / 8);
          if (near !== null && gap > near) count[unit] = 0;
        }
        if (near === null) return;
        const last = founds[i];
        for (const unit of [...last.title.units, ...last.text.units]) if (!best.has(unit)) count[unit] = 0;
      });
    }
    const last = founds[all - 1];
    const units = plan.title ? last.title.units : merge(last.title.units, last.text.units);
    return { units: units.filter((unit) => count[unit] === all), score };
  };

  /** @returns {number[]} the units, those of most points first; equal ones as they stood */
  yearbook.byScore = function (units, score) {
    // Counted, not compared: a tenth of the time where a word stands in a hundred thousand units.
    const points = new Int32Array(units.length);
    let most = 0;
    for (let i = 0; i < units.length; i++) {
      points[i] = Math.round(100 * score[units[i]]);
      if (points[i] > most) most = points[i];
    }
    const next = new Int32Array(most + 2);
    for (let i = 0; i < points.length; i++) next[most - points[i] + 1]++;
    for (let i = 1; i < next.length; i++) next[i] += next[i - 1];
    const out = new Array(units.length);
    for (let i = 0; i < units.length; i++) out[next[most - points[i]]++] = units[i];
    return out;
  };
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
