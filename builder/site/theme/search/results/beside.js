// What stands beside the hits: direct answers, a typed date as a filter, other queries.
(function (yearbook) {
  "use strict";

  const { make } = yearbook;
  /**
   * @param {string} text
   * @param {string} href
   */
  const link = (text, href) => make("a", { href }, text);

  /**
   * Runs a step that only adds to the hits: a file that fails is told and ends the step.
   * @template T
   * @param {string} what
   * @param {Yearbook.Tell} problem
   * @param {() => Promise<T>} step
   */
  async function attempt(what, problem, step) {
    try {
      return await step();
    } catch (error) {
      if (!(error instanceof yearbook.FileError)) throw error;
      problem(yearbook.lackText(what, [error]));
      return null;
    }
  }

  /** @returns {Promise<Yearbook.Shown>} months, persons, documents whose name begins as the query */
  yearbook.directAnswers = async function (state, directory, problem) {
    const answers = await attempt("直达的条目查不了", problem, () => yearbook.direct(state.q));
    if (!answers || !answers.length) return [];
    const items = answers.map(({ kind, label, url }) =>
      make("li", {}, make("span", { class: "yearbook-kind" }, yearbook.label("kind", kind, directory)), " ", link(label, yearbook.address(url))),
    );
    return [make("h2", {}, "直达"), make("ul", {}, ...items)];
  };

  /**
   * @param {Yearbook.DateFilter} filter
   * @param {Yearbook.State} state
   */
  async function dateLink({ label, query }, state) {
    const { total } = await yearbook.search(query, { ...state.filters, limit: 1, facets: false });
    return make("span", {}, link(`${label}的全部内容`, yearbook.stateAddress(state, { q: query })), `（${total} 处）`);
  }

  /** @returns {Promise<Yearbook.Shown>} the typed date as a filter, and how much is dated so */
  yearbook.dateOffers = async function (state, directory, problem) {
    const date = yearbook.dateIn(state.q);
    const found = date && await attempt("日期筛选用不上", problem, () => yearbook.dateFilters(date, directory));
    if (!found) return [];
    if (!found.length) return ["上面查的是这几个字；没有一处的日期是这一天或这个月。"];
    return ["上面查的是这几个字。也可以看：", ...(await Promise.all(found.map((one) => dateLink(one, state))))];
  };

  /** @returns {Promise<Yearbook.Shown>} other queries, for one that is not found */
  yearbook.nearOffers = async function (state, problem) {
    /** @type {Yearbook.Problem[]} */
    const problems = [];
    const found = await attempt("相近的查法用不上", problem, async () => {
      await yearbook.part("near.js", "nearby");
      return yearbook.nearby(state.q, state.filters, problems);
    });
    if (problems.length) problem(yearbook.lackText("相近的查法可能不全", problems));
    if (!found || !found.length) return [];
    const items = found.map(({ query, reason, total, filters }) =>
      make("li", {}, link(query, yearbook.stateAddress(state, { q: query, filters: filters || state.filters })), ` ${reason}，${total} 处`),
    );
    const text = "没有一处与所查的完全相同。下面是相近的查法，不是所查的结果：";
    return [make("section", { class: "yearbook-offers" }, make("p", {}, text), make("ul", {}, ...items))];
  };
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
