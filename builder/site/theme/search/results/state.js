// The state of the results page is its address: to share, to reload, to go back to.
(function (yearbook) {
  "use strict";

  const FILTERS = ["volume", "year", "month", "kind", "section", "issuer", "person", "place", "organisation"];
  const MOST = 5000;

  yearbook.filterNames = FILTERS;

  /**
   * @returns {Yearbook.State} `n` is how many hits have been asked for; 0 for the first page
   */
  yearbook.readState = function (address) {
    const parameters = new URL(address).searchParams;
    /** @type {Yearbook.Filters} */
    const filters = {};
    for (const name of FILTERS) {
      const values = [...new Set(parameters.getAll(name))].filter(Boolean);
      if (values.length) filters[name] = values;
    }
    return {
      q: parameters.get("q") || "",
      sort: parameters.get("sort") === "date" ? "date" : "",
      group: parameters.get("group") === "1",
      n: Math.min(MOST, Math.max(0, Number.parseInt(parameters.get("n") || "", 10) || 0)),
      filters,
    };
  };

  /** The address of a state; `change` is laid over it. Other results begin at their first page. */
  yearbook.stateAddress = function (state, change = {}) {
    const { q, sort, group, filters, n } = { ...state, n: 0, ...change };
    return yearbook.address("search/", { q, sort, group: group ? "1" : "", n: n ? String(n) : "", ...filters });
  };

  /** The same state with one value of a filter put in or taken out. */
  yearbook.toggled = function (state, name, value) {
    const now = state.filters[name] || [];
    const values = now.includes(value) ? now.filter((one) => one !== value) : [...now, value];
    return yearbook.stateAddress(state, { filters: { ...state.filters, [name]: values } });
  };

  /** What a reader sees for the value of a filter; an address may hold any, as month=zzz. */
  yearbook.filterLabel = function (name, value, directory) {
    if (name === "month" && !/^\d{4}-\d\d$/.test(value)) return value;
    return yearbook.label(name, value, directory);
  };
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
