// What to offer when nothing is exactly found.
(function (yearbook) {
  "use strict";

  const MOST_FILES = 24;
  const MOST_NEAR = 60;
  const MOST_NAMES = 5;

  /** Whether one change (a character put in, left out, or another) turns one word into the other. */
  yearbook.oneApart = function (a, b) {
    if (a === b || Math.abs(a.length - b.length) > 1) return false;
    let start = 0;
    while (start < a.length && a[start] === b[start]) start++;
    let end = 0;
    while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
    return Math.max(a.length, b.length) - start - end <= 1;
  };

  async function names(directory) {
    const count = Math.min(MOST_FILES, directory.direct.length);
    const files = await Promise.all(Array.from({ length: count }, (_, i) => yearbook.directFile(i).catch(() => [])));
    return files.flat();
  }

  async function spellings(word, filters) {
    if (word.length < 2 || word.length > 20) return [];
    const directory = await yearbook.directory();
    const near = (await names(directory)).filter(([key]) => yearbook.oneApart(word, key));
    const labels = [...new Set(near.map(([, , label]) => label))].slice(0, MOST_NEAR);
    const found = await Promise.all(labels.map((label) => yearbook.totalOf(label, filters)));
    const out = labels.map((label, i) => ({ query: label, reason: "写法相近的名称", total: found[i] }));
    // The name that occurs most is the likeliest to be meant.
    return out.filter(({ total }) => total).sort((a, b) => b.total - a.total).slice(0, MOST_NAMES);
  }

  async function otherForms(query, words, filters) {
    const forms = new Map();
    words.forEach((word, i) => {
      for (const { text, reason } of yearbook.variants(word)) {
        forms.set(words.map((one, j) => (i === j ? text : one)).join(" "), reason);
      }
    });
    // All words rewritten together: a whole query in traditional characters.
    const all = words.map((word) => (yearbook.variants(word).find(({ reason }) => reason === "又作") || { text: word }).text).join(" ");
    if (all !== words.join(" ")) forms.set(all, "又作");
    const queries = [...forms.keys()].slice(0, 30);
    const found = await Promise.all(queries.map((one) => yearbook.totalOf(one, filters)));
    return queries.map((one, i) => ({ query: one, reason: forms.get(one), total: found[i] })).filter(({ total }) => total);
  }

  async function withoutFilters(query, filters) {
    if (!Object.keys(filters).length) return [];
    const total = await yearbook.totalOf(query, {});
    return total ? [{ query, reason: "不加筛选", total, filters: {} }] : [];
  }

  /**
   * @param {string} query one that has no exact hit
   * @param {Object<string, string[]>} [filters]
   * @returns {Promise<{query: string, reason: string, total: number, filters?: object}[]>} other
   *   queries, each with the number of its own exact hits; never hits of this query
   */
  yearbook.nearby = async function (query, filters = {}) {
    const words = yearbook.parse(query).words.map(({ text }) => text).slice(0, 6);
    if (!words.length || words.join("").length > 400) return withoutFilters(query, filters);
    const [open, forms, near, parts] = await Promise.all([
      withoutFilters(query, filters),
      otherForms(query, words, {}),
      words.length === 1 ? spellings(words[0], {}) : [],
      yearbook.withAllParts(words.join(" "), {}),
    ]);
    const all = [...open, ...forms, ...near];
    if (parts && !all.some((one) => one.query === parts.query)) all.push({ ...parts, reason: "各部分分别出现" });
    const seen = new Set([query]);
    return all.filter((one) => one.filters || (!seen.has(one.query) && seen.add(one.query)));
  };
})((globalThis.yearbook = globalThis.yearbook || {}));
