// The state of the results page is its address: to share, to reload, to go back to.
(function (yearbook) {
  "use strict";

  const FILTERS = ["volume", "year", "month", "kind", "issuer", "person", "place", "organisation"];

  yearbook.filterNames = FILTERS;

  /** @returns {{q: string, sort: string, group: boolean, filters: Object<string, string[]>}} */
  yearbook.readState = function (address) {
    const parameters = new URL(address).searchParams;
    const filters = {};
    for (const name of FILTERS) {
      const values = [...new Set(parameters.getAll(name))].filter(Boolean);
      if (values.length) filters[name] = values;
    }
    return {
      q: parameters.get("q") || "",
      sort: parameters.get("sort") === "date" ? "date" : "",
      group: parameters.get("group") === "1",
      filters,
    };
  };

  /** The address of a state; `change` is laid over it. */
  yearbook.stateAddress = function (state, change = {}) {
    const { q, sort, group, filters } = { ...state, ...change };
    return yearbook.address("search/", { q, sort, group: group ? "1" : "", ...filters });
  };

  /** The same state with one value of a filter put in or taken out. */
  yearbook.toggled = function (state, name, value) {
    const now = state.filters[name] || [];
    const values = now.includes(value) ? now.filter((one) => one !== value) : [...now, value];
    return yearbook.stateAddress(state, { filters: { ...state.filters, [name]: values } });
  };
})((globalThis.yearbook = globalThis.yearbook || {}));
