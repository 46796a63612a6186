// What to offer when nothing is exactly found.
(function (yearbook) {
  "use strict";

  const MOST_NAMES = 5;
  const MOST_FORMS = 30;
  const MOST_WORDS = 6;
  const MOST_CHARACTERS = 400;

  /**
   * The plan with one word written otherwise; its distance to the word before stays.
   * @param {Yearbook.Plan} plan
   * @param {number} i
   * @param {string} text
   * @returns {Yearbook.Plan}
   */
  function reworded(plan, i, text) {
    return { ...plan, words: plan.words.map((word, j) => (i === j ? { ...word, text } : word)) };
  }

  /** @param {Yearbook.Plan} plan */
  function otherForms(plan) {
    /** @type {Yearbook.Draft[]} */
    const out = [];
    plan.words.forEach(({ text }, i) => {
      for (const form of yearbook.variants(text)) out.push({ plan: reworded(plan, i, form.text), reason: form.reason });
    });
    // All words rewritten together: a whole query in traditional characters.
    /** @param {string} word */
    const simple = (word) => (yearbook.variants(word).find(({ reason }) => reason === "又作") || { text: word }).text;
    const words = plan.words.map((word) => ({ ...word, text: simple(word.text) }));
    if (plan.words.length > 1) out.push({ plan: { ...plan, words }, reason: "又作" });
    return out.slice(0, MOST_FORMS);
  }

  /**
   * "person: 李明": a space behind the colon cuts the value off.
   * @param {Yearbook.Plan} plan
   */
  function joined(plan) {
    /** @type {Yearbook.Draft[]} */
    const out = [];
    plan.words.forEach(({ text }, i) => {
      const next = plan.words[i + 1];
      if (!next || !/^[a-z]+:$/.test(text)) return;
      const filter = { name: text.slice(0, -1), value: next.text, minus: false };
      const words = plan.words.filter((_, j) => j < i || j > i + 1);
      const query = yearbook.writeQuery({ ...plan, words, filters: [...plan.filters, filter] });
      out.push({ plan: yearbook.parse(query), reason: "冒号后面不空格" });
    });
    return out;
  }

  /**
   * @param {Yearbook.Plan} plan
   * @param {Yearbook.Directory} directory
   * @param {Yearbook.Problem[]} problems
   */
  async function spellings(plan, directory, problems) {
    /** @type {Yearbook.Draft[]} */
    const out = [];
    for (const [i, { text }] of plan.words.entries()) {
      for (const label of await yearbook.namesNear(text, directory, problems)) {
        out.push({ plan: reworded(plan, i, label), reason: "写法相近的名称" });
      }
    }
    for (const filter of plan.filters) {
      for (const value of await yearbook.valuesNear(filter, directory, problems)) {
        const filters = plan.filters.map((one) => (one === filter ? { ...one, value } : one));
        out.push({ plan: { ...plan, filters }, reason: "写法相近的名称" });
      }
    }
    return out;
  }

  /**
   * The same words with one condition less.
   * @param {Yearbook.Plan} plan
   * @param {Yearbook.Filters} filters
   */
  function loosened(plan, filters) {
    /** @type {Yearbook.Draft[]} */
    const out = Object.keys(filters).length ? [{ plan, reason: "不加筛选", filters: {} }] : [];
    if (!plan.words.length) return out;
    for (const filter of plan.filters) {
      const rest = plan.filters.filter((one) => one !== filter);
      out.push({ plan: { ...plan, filters: rest }, reason: `不加“${yearbook.writeFilter(filter)}”` });
    }
    if (plan.without.length) out.push({ plan: { ...plan, without: [] }, reason: `不减去“${plan.without.join("”“")}”` });
    if (plan.words.some(({ near }) => near !== null)) {
      const words = plan.words.map((word) => ({ ...word, near: null }));
      out.push({ plan: { ...plan, words }, reason: "不限距离" });
    }
    if (plan.title) out.push({ plan: { ...plan, title: false }, reason: "不限于题名" });
    return out;
  }

  /**
   * Only offers that are found, each with how often.
   * @param {Yearbook.Draft[]} rows
   * @param {Yearbook.Filters} filters
   * @param {Yearbook.Problem[]} problems
   */
  async function counted(rows, filters, problems) {
    const out = await Promise.all(
      rows.map(async (row) => {
        const query = yearbook.writeQuery(row.plan);
        const total = await yearbook.totalOf(query, row.filters || filters, problems);
        return { query, reason: row.reason, total, ...(row.filters && { filters: row.filters }) };
      }),
    );
    return out.filter(({ total }) => total);
  }

  /**
   * @param {Yearbook.Plan} plan
   * @param {Yearbook.Filters} filters
   * @param {Yearbook.Problem[]} problems
   */
  async function parts(plan, filters, problems) {
    /** @param {string[]} words */
    const rewritten = (words) => yearbook.writeQuery({ ...plan, words: words.map((text) => ({ text, near: null })) });
    /** @param {string[]} words */
    const count = (words) => yearbook.totalOf(rewritten(words), filters, problems);
    const found = await yearbook.withAllParts(plan.words.map(({ text }) => text), count, problems);
    if (!found) return [];
    const left = found.left.map((text) => `“${text.length > 20 ? `${text.slice(0, 20)}…` : text}”`);
    const reason = left.length ? `只有其中一部分（没有${left.join("、")}）` : "各部分分别出现";
    return [{ query: rewritten(found.words), reason, total: found.total, whole: !left.length }];
  }

  /**
   * @param {Yearbook.Plan} plan
   * @param {Yearbook.Filters} filters
   * @param {Yearbook.Problem[]} problems
   * @returns {Promise<Yearbook.Offer[]>}
   */
  async function offers(plan, filters, problems) {
    const directory = await yearbook.directory();
    const [near, open, forms, some] = await Promise.all([
      spellings(plan, directory, problems).then((rows) => counted(rows, filters, problems)),
      counted(loosened(plan, filters), filters, problems),
      counted([...joined(plan), ...otherForms(plan)], filters, problems),
      parts(plan, filters, problems),
    ]);
    // The name that occurs most is the likeliest to be meant.
    near.sort((a, b) => b.total - a.total);
    // Where all of it is found in another form, a part of it is no help.
    const rest = forms.length ? some.filter(({ whole }) => whole) : some;
    /** @type {(Yearbook.Offer & {whole?: boolean})[]} */
    const all = [...open, ...forms, ...near.slice(0, MOST_NAMES), ...rest];
    return all.map(({ whole, ...row }) => row);
  }

  /**
   * @param {string} query one that has no exact hit
   * @param {Yearbook.Filters} [filters]
   * @param {Yearbook.Problem[]} [problems] files that could not be read are added
   * @returns {Promise<Yearbook.Offer[]>} other queries, each with the number of its own exact hits, operators and filters kept (but where
   *   `filters` says otherwise); never hits of this query
   */
  yearbook.nearby = async function (query, filters = {}, problems = []) {
    const plan = yearbook.parse(query);
    const words = plan.words.slice(0, MOST_WORDS);
    const short = { ...plan, words };
    if (words.map(({ text }) => text).join("").length > MOST_CHARACTERS) return counted(loosened(plan, filters).slice(0, 1), filters, problems);
    let found = await offers(short, filters, problems);
    if (!found.length && Object.keys(filters).length) {
      found = await offers(short, {}, problems);
      found = found.map((one) => ({ ...one, reason: `${one.reason}，不加筛选`, filters: {} }));
    }
    const seen = new Set([query, yearbook.writeQuery(short)]);
    return found.filter((one) => one.reason === "不加筛选" || (!seen.has(one.query) && seen.add(one.query)));
  };
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
