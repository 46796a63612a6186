// Filters and counts: columns of the units, and names with the units they stand in.
(function (yearbook) {
  "use strict";

  const ALWAYS = ["volume", "year", "kind"];
  const MANY = ["person", "place", "organisation"];
  /** @type {Record<string, number>} */
  const PREFIX = { month: 7, day: 10 };

  /**
   * @param {{values: string[], runs: string}} stored
   * @param {number} units
   * @returns {Yearbook.Column}
   */
  function column({ values, runs }, units) {
    const decoded = yearbook.decode(runs);
    const index = new Uint32Array(units);
    let at = 0;
    for (let i = 0; i < decoded.length; i += 2) {
      index.fill(decoded[i], at, (at += decoded[i + 1] + 1));
    }
    if (at !== units) throw new Error("length");
    return { values, index };
  }

  /**
   * @param {string} name
   * @param {Yearbook.Directory} directory
   * @returns {Promise<Yearbook.Column>}
   */
  function loadColumn(name, { units }) {
    if (ALWAYS.includes(name)) {
      return yearbook
        .load("facets/always", (all) => Object.fromEntries(ALWAYS.map((key) => [key, column(all[key], units)])))
        .then((all) => all[name]);
    }
    return yearbook.load(`facets/${name}`, (payload) => column(payload, units));
  }

  /**
   * A column cut to its month or day: 2020-01-06 counts for 2020-01.
   * @param {Yearbook.Column} column
   * @param {number} length
   * @returns {Yearbook.Column}
   */
  function shorten({ values, index }, length) {
    const short = values.map((value) => (value.length >= length ? value.slice(0, length) : ""));
    const names = [...new Set(short)].sort();
    const number = short.map((value) => names.indexOf(value));
    return { values: names, index: index.map((value) => number[value]) };
  }

  /** @type {Map<string, Yearbook.Column>} */
  const shortened = new Map();

  /**
   * @param {string} name volume, year, kind, month, day, when, issuer, number or document
   * @returns {Promise<{values: string[], index: Uint32Array}|null>} the value of every unit; null
   *   where the site has no such data
   */
  yearbook.column = async function (name, directory) {
    const length = PREFIX[name];
    const source = length ? "when" : name;
    if (!directory.facets.includes(source)) return null;
    const full = await loadColumn(source, directory);
    if (!length) return full;
    const cut = shortened.get(name) || shorten(full, length);
    shortened.set(name, cut);
    return cut;
  };

  yearbook.names = async function (name, directory) {
    if (!directory.facets.includes(name)) return null;
    return yearbook.load(
      `facets/${name}`,
      /** @param {[label: string, coded: string][]} rows */
      (rows) => rows.map(([label, coded]) => ({
        name: label,
        fold: yearbook.fold(label),
        units: yearbook.rising(yearbook.decode(coded)),
      })),
    );
  };

  /**
   * @param {string} name
   * @param {string[]} values
   * @param {Yearbook.Directory} directory
   */
  async function unitsNamed(name, values, directory) {
    const rows = (await yearbook.names(name, directory)) || [];
    const allowed = new Uint8Array(directory.units);
    for (const value of values.map(yearbook.fold)) {
      const equal = rows.filter((row) => row.fold === value);
      // A part of a name will do where no name is the whole of it.
      for (const row of equal.length ? equal : rows.filter((one) => value && one.fold.includes(value))) {
        for (const unit of row.units) allowed[unit] = 1;
      }
    }
    return allowed;
  }

  /**
   * @param {string} name
   * @param {(value: string) => boolean} accept
   * @param {Yearbook.Directory} directory
   */
  async function unitsWith(name, accept, directory) {
    const found = await yearbook.column(name, directory);
    if (!found) return new Uint8Array(directory.units);
    const good = found.values.map((value) => (accept(value) ? 1 : 0));
    return Uint8Array.from(found.index, (value) => good[value]);
  }

  /**
   * By document number; a part of one will do where none is the whole.
   * @param {string[]} values
   * @param {Yearbook.Directory} directory
   */
  async function unitsNumbered(values, directory) {
    const found = await yearbook.column("number", directory);
    const numbers = new Set(((found && found.values) || []).map(yearbook.fold));
    /**
     * @param {string} number
     * @param {string} value
     */
    const match = (number, value) => number === value || (!numbers.has(value) && number.includes(value));
    return unitsWith("number", (number) => values.some((value) => number && match(yearbook.fold(number), value)), directory);
  }

  // A unit known by its year or month alone is after a day if all of it is, and before it likewise.
  /** @param {string} when */
  const firstDay = (when) => when + "-01-01".slice(when.length - 4);
  /** @param {string} when */
  const lastDay = (when) => when + "-12-31".slice(when.length - 4);

  /**
   * @param {Yearbook.Choice} filter
   * @param {Yearbook.Directory} directory
   */
  function allowedBy({ name, values }, directory) {
    if (MANY.includes(name)) return unitsNamed(name, values, directory);
    if (name === "after") {
      return unitsWith("when", (when) => when !== "" && values.every((value) => firstDay(when) >= firstDay(value)), directory);
    }
    if (name === "before") {
      return unitsWith("when", (when) => when !== "" && values.every((value) => lastDay(when) < firstDay(value)), directory);
    }
    if (name === "no") return unitsNumbered(values.map(yearbook.fold), directory);
    const labels = directory.labels[name] || {};
    const folded = values.map(yearbook.fold);
    /** @param {string} value */
    const match = (value) => value !== "" && folded.includes(yearbook.fold(value));
    return unitsWith(name, (value) => match(value) || match(labels[value] || ""), directory);
  }

  /**
   * @param {Yearbook.Choice[]} filters
   * @returns {Promise<Uint8Array|null>} 1 for every unit that all filters allow; null without any
   */
  yearbook.allowed = async function (filters, search) {
    if (!filters.length) return null;
    const out = new Uint8Array(search.directory.units).fill(1);
    const parts = await Promise.all(filters.map((filter) => search.attempt(() => allowedBy(filter, search.directory))));
    parts.forEach((part, i) => {
      // A filter that cannot be read lets nothing pass: what it would keep out must not be shown.
      if (!part) out.fill(0);
      else for (let unit = 0; unit < out.length; unit++) if (part[unit] === (filters[i].minus ? 1 : 0)) out[unit] = 0;
    });
    return out;
  };

  /** @returns {Promise<Yearbook.Counts>} how many of the units have each value */
  yearbook.countBy = async function (name, units, directory) {
    /** @type {Yearbook.Counts} */
    const out = {};
    if (MANY.includes(name)) {
      const wanted = new Uint8Array(directory.units);
      for (const unit of units) wanted[unit] = 1;
      for (const row of (await yearbook.names(name, directory)) || []) {
        let count = 0;
        for (const unit of row.units) count += wanted[unit];
        if (count) out[row.name] = count;
      }
      return out;
    }
    const found = await yearbook.column(name, directory);
    if (!found) return out;
    const counts = new Uint32Array(found.values.length);
    for (const unit of units) counts[found.index[unit]]++;
    found.values.forEach((value, i) => {
      if (value !== "" && counts[i]) out[value] = counts[i];
    });
    return out;
  };
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
