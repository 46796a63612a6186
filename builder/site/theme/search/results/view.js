// One result on the page: the first hits at once, then, in places kept for it, all the rest.
(function (yearbook) {
  "use strict";

  const STEP = 20;
  const FIRST = 3;
  const WIDE = "(min-width: 60rem)";
  const { make } = yearbook;
  /** @type {any} All that is asked of a directory where nothing is found: labels and facets. */
  const NO_DIRECTORY = { labels: {}, facets: [] };

  /**
   * Lets the browser paint before the next work; a hidden page is never painted.
   * @type {() => Promise<void>}
   */
  const painted = () =>
    new Promise((resolve) => {
      const late = setTimeout(resolve, 60);
      requestAnimationFrame(() => setTimeout(() => (clearTimeout(late), resolve()), 0));
    });

  /**
   * @param {Yearbook.State} state
   * @param {number} limit
   * @param {number} offset
   */
  function ask(state, limit, offset) {
    return yearbook.search(state.q, { ...state.filters, order: state.group ? "place" : state.sort, limit, offset, facets: false });
  }

  /**
   * @param {Yearbook.State} state
   * @param {Yearbook.Labels} directory
   */
  function chosenFilters(state, directory) {
    const links = Object.entries(state.filters).flatMap(([name, values]) =>
      values.map((value) =>
        make("a", { href: yearbook.toggled(state, name, value) }, `去掉“${yearbook.filterLabel(name, value, directory)}”`),
      ),
    );
    return links.length ? [make("p", { class: "yearbook-chosen" }, "已筛选：", ...links)] : [];
  }

  /** One result. `current` says whether the reader still wants this one. */
  yearbook.ResultView = class {
    /**
     * @param {Yearbook.State} state
     * @param {() => boolean} current
     * @param {() => unknown} again
     */
    constructor(state, current, again) {
      Object.assign(this, { state, current, again, shown: 0 });
    }

    /**
     * Asks for the first hits alone: counts and twenty texts would keep the reader waiting.
     * @this {Yearbook.View}
     */
    async begin() {
      this.result = await ask(this.state, FIRST, 0);
      this.directory = await yearbook.directory().catch(() => NO_DIRECTORY);
      this.title = yearbook.totalText(this.state, this.result, this.directory);
      return this;
    }

    /**
     * The columns with the first hits.
     * @this {Yearbook.View}
     */
    draw() {
      const { state, result, directory } = this;
      this.problems = make("div", {}, ...yearbook.notices(state, result, this.again));
      this.direct = make("section", { class: "yearbook-direct", "aria-label": "直达" });
      this.date = make("p", { class: "yearbook-offer" });
      this.list = make("div", { class: "yearbook-hits" });
      this.main = make("div", { class: "yearbook-main" }, ...chosenFilters(state, directory), this.problems);
      if (state.q.trim()) this.main.append(this.direct);
      if (yearbook.dateIn(state.q)) this.main.append(this.date);
      this.columns = make("div", { class: "yearbook-columns" }, this.main);
      if (result.total) this.drawHits();
      return this.columns;
    }

    /** @this {Yearbook.View} */
    drawHits() {
      const { state, result, directory, main, list } = this;
      // A single place has no course over the months to show.
      this.months = make("div", { class: "yearbook-months" });
      if (result.total > 1) main.append(this.months);
      this.add(result);
      this.moreButton = yearbook.moreButton(() => this.more(STEP), list);
      main.append(yearbook.tools(state, directory, () => ask(state, result.total, 0)), list, this.moreButton);
      this.slots = yearbook.facetNames.map((name) => make("div", { "data-facet": name }));
      const facets = make("div", { class: "yearbook-facets" }, ...this.slots);
      const fold = make("details", { class: "yearbook-side", "aria-busy": "true" }, make("summary", {}, "筛选"), facets);
      this.side = fold;
      const wide = matchMedia(WIDE);
      const stand = () => {
        fold.open = wide.matches;
        // On a narrow page below twenty hits it would not be found, on a wide one tabbed through first.
        if (wide.matches) main.after(fold);
        else main.before(fold);
      };
      stand();
      wide.addEventListener("change", () => this.current() && stand());
    }

    /**
     * @param {Yearbook.Result} result
     * @this {Yearbook.View}
     */
    add({ hits, words }) {
      yearbook.addHits(this.list, hits, { words, group: this.state.group, directory: this.directory });
      this.shown += hits.length;
    }

    /**
     * @param {number} count
     * @this {Yearbook.View}
     */
    async more(count) {
      const before = new Set(this.result.problems.map(({ file }) => file));
      const next = await ask(this.state, count, this.shown);
      if (!this.current()) return;
      this.add(next);
      const fresh = next.problems.filter(({ file }) => !before.has(file));
      if (fresh.length) this.problem(yearbook.problemText(fresh));
      this.moreButton.hidden = this.shown >= this.result.total;
      if (this.shown > STEP) this.keep();
    }

    /**
     * The address remembers how many hits are shown, to come back to.
     * @this {Yearbook.View}
     */
    keep() {
      try {
        history.replaceState(history.state, "", yearbook.stateAddress(this.state, { n: this.shown }));
      } catch {
        // A folder on a disk may not allow it: then Back shows the first hits.
      }
    }

    /**
     * @param {string} text
     * @this {Yearbook.View}
     */
    problem(text) {
      if (!this.current() || [...this.problems.children].some((one) => one.textContent === text)) return;
      this.problems.append(make("p", { role: "alert", class: "yearbook-problem" }, text));
    }

    /**
     * The counts of one facet; null, and told, where its file cannot be read.
     * @param {string} name
     * @param {number[]} units
     * @this {Yearbook.View}
     */
    async counts(name, units) {
      try {
        return await yearbook.countBy(name, units, this.directory);
      } catch (error) {
        if (!(error instanceof yearbook.FileError)) throw error;
        this.problem(yearbook.lackText("筛选的数目不全", [error]));
        return null;
      }
    }

    /** @this {Yearbook.View} */
    async fillFacets() {
      const { state, directory, slots } = this;
      const all = yearbook.facetNames.map((name) => this.counts(name, this.result.units));
      // One after the other, as they stand: a late one must not push down what is being read.
      for (const [i, name] of yearbook.facetNames.entries()) {
        const counts = await all[i];
        const facet = counts && yearbook.facet(name, counts, state, directory);
        if (facet) slots[i].append(facet);
      }
      this.side.setAttribute("aria-busy", "false");
    }

    /** @this {Yearbook.View} */
    async fillMonths() {
      const { state, result, months } = this;
      let { units } = result;
      // The bars show where else the words occur, so a chosen month must not empty the others.
      if (state.filters.month) ({ units } = await ask({ ...state, filters: { ...state.filters, month: [] } }, 1, 0));
      const counts = await this.counts("month", units);
      if (!counts) return;
      months.append(yearbook.monthBars(counts, state));
      const chosen = months.querySelector("[aria-current]");
      const row = chosen?.closest("ol");
      if (chosen && row) row.scrollLeft = chosen.offsetLeft - chosen.offsetWidth;
    }

    /** @this {Yearbook.View} */
    async fillBeside() {
      const { state, directory } = this;
      /** @param {string} text */
      const problem = (text) => this.problem(text);
      /**
       * @param {HTMLElement} element
       * @param {Promise<Yearbook.Shown>} nodes
       */
      const fill = async (element, nodes) => element.append(...(await nodes));
      await Promise.all([
        state.q.trim() && fill(this.direct, yearbook.directAnswers(state, directory, problem)),
        yearbook.dateIn(state.q) && fill(this.date, yearbook.dateOffers(state, directory, problem)),
        !this.result.total && !this.result.problems.length && fill(this.main, yearbook.nearOffers(state, problem)),
      ]);
    }

    /**
     * All that can wait until the first hits stand there; resolved when the hits have come.
     * @this {Yearbook.View}
     */
    async complete() {
      await painted();
      if (!this.current()) return;
      const rest = [this.fillBeside()];
      if (this.result.total) {
        const hits = this.shown < this.result.total ? this.more(Math.max(STEP, this.state.n) - this.shown) : null;
        rest.push(this.fillFacets());
        if (this.result.total > 1) rest.push(this.fillMonths());
        await hits;
      }
      Promise.all(rest).then(() => this.current() && this.columns.setAttribute("data-complete", ""));
    }
  };
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
