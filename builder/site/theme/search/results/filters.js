// Counts beside the hits: each is a link that filters, or takes the filter away.
(function (yearbook) {
  "use strict";

  const { make } = yearbook;
  /** @type {Record<string, string>} */
  const NAMES = { volume: "卷册", year: "年份", kind: "体裁", section: "类目", issuer: "发文机关", person: "人物", place: "地名", organisation: "机构" };
  const SHOWN = 12;
  const MOST_MONTHS = 600;

  yearbook.facetNames = Object.keys(NAMES);

  /**
   * @param {string} name
   * @param {string} value
   * @param {number} count
   * @param {Yearbook.State} state
   * @param {Yearbook.Labels} directory
   */
  function choice(name, value, count, state, directory) {
    const active = (state.filters[name] || []).includes(value);
    const text = yearbook.filterLabel(name, value, directory);
    return make(
      "li",
      {},
      make("a", { href: yearbook.toggled(state, name, value), "aria-current": active ? "true" : null },
        `${text} `, make("span", { class: "yearbook-count" }, String(count))),
    );
  }

  /**
   * @param {string} name
   * @param {Yearbook.Counts} counts
   * @returns {HTMLElement|null} the values of one facet, most frequent first; null where there is
   *   no choice
   */
  yearbook.facet = function (name, counts, state, directory) {
    const chosen = state.filters[name] || [];
    const values = Object.keys(counts).filter((value) => !chosen.includes(value));
    values.sort((a, b) => counts[b] - counts[a] || (a < b ? -1 : 1));
    // One value for all hits tells nothing, unless it is there to be taken away.
    if (!chosen.length && values.length < 2) return null;
    const items = [...chosen, ...values].map((value) => choice(name, value, counts[value] || 0, state, directory));
    /** @type {HTMLElement[]} */
    const parts = [make("h2", {}, NAMES[name]), make("ul", {}, ...items.slice(0, SHOWN))];
    if (items.length > SHOWN) {
      const rest = items.slice(SHOWN);
      parts.push(make("details", {}, make("summary", {}, `其余 ${rest.length} 项`), make("ul", {}, ...rest)));
    }
    return make("section", { class: "yearbook-facet" }, ...parts);
  };

  /** @param {Yearbook.Counts} counts */
  function months(counts) {
    const known = Object.keys(counts).sort();
    /** @type {string[]} */
    const out = [];
    if (!known.length) return out;
    const last = known[known.length - 1];
    for (let [year, month] = known[0].split("-").map(Number); ; ) {
      const name = `${year}-${String(month).padStart(2, "0")}`;
      out.push(name);
      // Far apart, the empty months between would be most of the picture.
      if (name >= last || out.length > MOST_MONTHS) return out;
      [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
    }
  }

  /**
   * @param {string} name
   * @param {number} i
   * @param {Yearbook.Counts} counts
   * @param {number} most
   * @param {Yearbook.State} state
   */
  function bar(name, i, counts, most, state) {
    const count = counts[name] || 0;
    const fill = make("span", { class: "yearbook-bar-fill" });
    fill.style.height = `${(100 * count) / most}%`;
    const [year, month] = name.split("-").map(Number);
    const hidden = { "aria-hidden": "true" };
    const under = make("span", { class: "yearbook-bar-month", ...hidden }, String(month));
    // The year stands once, below its first month: a reader who cannot hover reads it there.
    const below = make("span", { class: "yearbook-bar-year", ...hidden }, !i || month === 1 ? `${year}年` : "");
    const text = `${yearbook.label("month", name)}：${count} 处`;
    const active = (state.filters.month || []).includes(name);
    const column = make("span", { class: "yearbook-bar-column" }, fill);
    if (!count && !active) return make("li", { title: text }, column, under, below);
    const attributes = { href: yearbook.toggled(state, "month", name), title: text, "aria-label": text, "aria-current": active ? "true" : null };
    return make("li", {}, make("a", attributes, column, under), below);
  }

  /** @returns {HTMLElement} a bar for each month, which filters; its place is as high without any */
  yearbook.monthBars = function (counts, state) {
    const names = months(counts);
    if (!names.length) return make("p", { class: "yearbook-no-months" }, "这些地方都没有注明月份。");
    const most = Math.max(...Object.values(counts));
    const bars = names.map((name, i) => bar(name, i, counts, most, state));
    return make("section", { "aria-label": "各月出现的次数" }, make("ol", {}, ...bars));
  };
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
