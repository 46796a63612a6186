// The search itself: query -> units -> hits with snippets and counts.
(function (yearbook) {
  "use strict";

  /** @type {Yearbook.FilterName[]} */
  const OPTIONS = [
    "volume", "year", "month", "day", "kind", "section", "issuer", "document",
    "person", "place", "organisation", "no", "after", "before",
  ];

  /** @typedef {{units: number[], score: Float32Array|null}} Found */

  /**
   * What the parts of one search share; a file that fails is noted once and does not stop it.
   * @returns {Promise<Yearbook.Search>}
   */
  async function begin() {
    /** @type {Yearbook.Problem[]} */
    const problems = [];
    /** @type {Yearbook.Search["attempt"]} */
    const attempt = async (get) => {
      try {
        return await get();
      } catch (error) {
        if (!(error instanceof yearbook.FileError)) throw error;
        const { file, reason } = error;
        if (!problems.some((one) => one.file === file)) problems.push({ file, reason });
        return null;
      }
    };
    const directory = await attempt(yearbook.directory);
    // Not yet whole: without a directory nothing more is asked of it, and `ready` brings the fields.
    /** @type {any} */
    const search = { directory, fields: null, problems, attempt };
    if (!directory) return search;
    search.ready = attempt(() => yearbook.fields(directory)).then((fields) => {
      search.fields = fields;
      if (!fields) throw new yearbook.FileError("fields", "missing");
    });
    // Awaited where it is needed; unless a search ends before that.
    search.ready.catch(() => {});
    return search;
  }

  /**
   * @param {Yearbook.Plan} plan
   * @param {Yearbook.Options} options
   * @returns {Yearbook.Choice[]}
   */
  function filtersOf(plan, options) {
    /** @type {Yearbook.Choice[]} */
    const filters = plan.filters.map(({ name, value, minus }) => ({ name, values: [value], minus }));
    for (const name of OPTIONS) {
      const value = options[name];
      const values = (Array.isArray(value) ? value : [value]).filter((one) => one !== null && one !== undefined && one !== "");
      if (values.length) filters.push({ name, values: values.map(String), minus: false });
    }
    return filters;
  }

  /**
   * The names asked for as filters: where they stand in a text, they are marked too.
   * @param {Yearbook.Choice[]} filters
   */
  function names(filters) {
    const asked = filters.filter(({ name, minus }) => ["person", "place", "organisation"].includes(name) && !minus);
    // Namesakes are told apart in brackets, which no text has.
    return asked.flatMap(({ values }) => values.map((value) => yearbook.fold(value.replace(/（.*）$/, "")))).filter(Boolean);
  }

  /**
   * @param {Int32Array[]} founds
   * @param {Yearbook.Search} search
   */
  async function byUnit(founds, search) {
    const out = [];
    for (const found of founds) {
      await yearbook.breathe();
      out.push(yearbook.byUnit(found, search));
    }
    return out;
  }

  /**
   * @param {Yearbook.Plan} plan
   * @param {Yearbook.Options} options
   * @param {Yearbook.Search} search
   * @returns {Promise<Found>}
   */
  async function findUnits(plan, options, search) {
    const [allowed, founds, without] = await Promise.all([
      yearbook.allowed(filtersOf(plan, options), search),
      Promise.all(plan.words.map(({ text }) => yearbook.phrase(text, search, plan.words.length > 1))),
      Promise.all(plan.without.map((text) => yearbook.phrase(text, search, false))),
    ]);
    await search.ready;
    /** @type {number[]} */
    let units;
    /** @type {Float32Array|null} */
    let score = null;
    if (founds.length) {
      ({ units, score } = await yearbook.combine(await byUnit(founds, search), plan, search));
    } else units = allowed ? Array.from({ length: search.directory.units }, (_, unit) => unit) : [];
    if (allowed) units = units.filter((unit) => allowed[unit]);
    if (without.length) {
      const bad = new Set();
      for (const { title, text } of await byUnit(without, search)) {
        for (const unit of [...title.units, ...text.units]) bad.add(unit);
      }
      units = units.filter((unit) => !bad.has(unit));
    }
    return { units, score };
  }

  /**
   * @param {Found} found
   * @param {string|null} order
   * @param {Yearbook.Search} search
   */
  async function inOrder({ units, score }, order, search) {
    if (order === "date") {
      const when = await search.attempt(() => yearbook.column("when", search.directory));
      if (!when) return units;
      // Units without a date stand behind all others.
      const key = when.values.map((value) => value || "9999");
      return units.slice().sort((a, b) => {
        const [one, two] = [key[when.index[a]], key[when.index[b]]];
        return one < two ? -1 : one > two ? 1 : a - b;
      });
    }
    await yearbook.breathe();
    return score && order !== "place" ? yearbook.byScore(units, score) : units;
  }

  /**
   * @param {number} unit
   * @param {Yearbook.Search} search
   */
  async function idOf(unit, search) {
    const size = search.directory.idsPerFile;
    const file = await search.attempt(() => yearbook.idFile(Math.floor(unit / size)));
    return file ? { id: file.ids[unit % size], url: file.urls[unit % size] } : { id: `#${unit}`, url: "" };
  }

  /**
   * All ids; the files in turn are loaded at once, and none of them twice.
   * @param {number[]} units
   * @param {Yearbook.Search} search
   * @returns {Promise<any[]>} strings, in the place of hits
   */
  async function ids(units, search) {
    const size = search.directory.idsPerFile;
    const numbers = [...new Set(units.map((unit) => Math.floor(unit / size)))];
    const files = new Map();
    await Promise.all(
      numbers.map(async (number) => files.set(number, await search.attempt(() => yearbook.idFile(number)))),
    );
    return units.map((unit) => {
      const file = files.get(Math.floor(unit / size));
      return file ? file.ids[unit % size] : `#${unit}`;
    });
  }

  /**
   * @param {number} unit
   * @param {Float32Array|null} score
   * @param {string[]} words
   * @param {Yearbook.Search} search
   * @returns {Promise<Yearbook.Hit>}
   */
  async function hit(unit, score, words, search) {
    const points = score ? Math.round(score[unit] * 100) / 100 : 0;
    const row = await search.attempt(() => yearbook.row(unit, search.directory));
    if (!row) {
      const { id, url } = await idOf(unit, search);
      const bare = { title: id, titleMarks: [], date: null, snippet: "", marks: [], missing: true };
      return { unit, id, url, score: points, ...bare, volume: id.split(/[/#]/)[0] };
    }
    const { id, url, title, date, page, number } = row;
    const titleMarks = yearbook.marks(row, "title", words);
    const volume = id.split(/[/#]/)[0];
    const snippet = yearbook.snippet(row, words);
    return { unit, id, url, title, titleMarks, date, score: points, ...snippet, page, number, volume };
  }

  /**
   * Searches.
   * @param {string} query the query language of the search help
   * @param {Yearbook.Options} [options] limit (20; 0: `hits` are all ids), offset, order ("date"; "place": as printed),
   *   facets (false: none; or names beside volume, year, kind), and filters: volume, year, month,
   *   day, kind, issuer, document, person, place, organisation, no, after, before (a value or an
   *   array of values, any of which will do)
   * @returns {Promise<Yearbook.Result>} `problems` name the files that could not be read: with any, hits may lack
   */
  yearbook.search = async function (query, options = {}) {
    const { limit = 20, offset = 0, order = null, facets = [] } = options || {};
    const plan = yearbook.parse(query);
    const words = plan.words.map((word) => word.text);
    const shown = [...new Set([...words, ...names(filtersOf(plan, options || {}))])];
    const search = await begin();
    const { problems } = search;
    /** @type {Yearbook.Result} */
    const out = { exact: true, total: 0, hits: [], facets: {}, words, problems, dropped: plan.dropped, units: [] };
    if (!search.directory) return out;
    const counted = facets === false ? [] : ["volume", "year", "kind", ...facets];
    // Asked for now, so that they come along with the lists and not after them.
    for (const name of counted) yearbook.countBy(name, [], search.directory).catch(() => {});
    let found;
    try {
      found = await findUnits(plan, options || {}, search);
    } catch (error) {
      if (error instanceof yearbook.FileError) return out;
      throw error;
    }
    out.total = found.units.length;
    out.units = await inOrder(found, order, search);
    if (limit === 0) out.hits = await ids(out.units, search);
    else {
      const page = out.units.slice(offset, offset + limit);
      out.hits = await Promise.all(page.map((unit) => hit(unit, found.score, shown, search)));
    }
    for (const name of counted) {
      await yearbook.breathe();
      out.facets[name] = (await search.attempt(() => yearbook.countBy(name, found.units, search.directory))) || {};
    }
    return out;
  };
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
