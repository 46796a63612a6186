// Counts beside the hits: each is a link that filters, or takes the filter away.
(function (yearbook) {
  "use strict";

  const { make } = yearbook;
  const NAMES = { volume: "卷册", year: "年份", kind: "体裁", issuer: "发文机关", person: "人物", place: "地名", organisation: "机构" };
  const SHOWN = 12;

  function choice(name, value, count, state, directory) {
    const active = (state.filters[name] || []).includes(value);
    const text = yearbook.label(name, value, directory);
    return make(
      "li",
      {},
      make("a", { href: yearbook.toggled(state, name, value), "aria-current": active ? "true" : null },
        `${text} `, make("span", { class: "yearbook-count" }, String(count))),
    );
  }

  function facet(name, counts, state, directory) {
    const chosen = state.filters[name] || [];
    const values = Object.keys(counts).filter((value) => !chosen.includes(value));
    values.sort((a, b) => counts[b] - counts[a] || (a < b ? -1 : 1));
    // One value for all hits tells nothing, unless it is there to be taken away.
    if (!chosen.length && values.length < 2) return null;
    const items = [...chosen, ...values].map((value) => choice(name, value, counts[value] || 0, state, directory));
    const parts = [make("h2", {}, NAMES[name]), make("ul", {}, ...items.slice(0, SHOWN))];
    if (items.length > SHOWN) {
      const rest = items.slice(SHOWN);
      parts.push(make("details", {}, make("summary", {}, `其余 ${rest.length} 项`), make("ul", {}, ...rest)));
    }
    return make("section", { class: "yearbook-facet" }, ...parts);
  }

  /** @returns {HTMLElement} the facets of a result */
  yearbook.facetList = function (facets, state, directory) {
    const parts = Object.keys(NAMES).map((name) => facets[name] && facet(name, facets[name], state, directory));
    return make("div", { class: "yearbook-facets" }, ...parts.filter(Boolean));
  };

  function months(counts) {
    const known = Object.keys(counts).sort();
    const out = [];
    if (!known.length) return out;
    const last = known[known.length - 1];
    for (let [year, month] = known[0].split("-").map(Number); ; ) {
      const name = `${year}-${String(month).padStart(2, "0")}`;
      out.push(name);
      // Far apart, the empty months between would be most of the picture.
      if (name >= last || out.length > 600) return out;
      [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
    }
  }

  /** @returns {HTMLElement|null} a bar for each month, which filters */
  yearbook.monthBars = function (counts, state) {
    const names = months(counts);
    if (names.length < 2) return null;
    const most = Math.max(...Object.values(counts));
    const bars = names.map((name) => {
      const count = counts[name] || 0;
      const bar = make("span", { class: "yearbook-bar-fill" });
      bar.style.height = `${(100 * count) / most}%`;
      const text = `${yearbook.label("month", name)}：${count} 处`;
      const active = (state.filters.month || []).includes(name);
      if (!count && !active) return make("li", { title: text }, bar);
      return make(
        "li",
        {},
        make("a", { href: yearbook.toggled(state, "month", name), title: text, "aria-label": text, "aria-current": active ? "true" : null }, bar),
      );
    });
    const ends = make("p", { class: "yearbook-bar-ends" }, make("span", {}, names[0]), make("span", {}, names[names.length - 1]));
    return make("section", { class: "yearbook-months", "aria-label": "各月出现的次数" }, make("ol", {}, ...bars), ends);
  };
})((globalThis.yearbook = globalThis.yearbook || {}));
