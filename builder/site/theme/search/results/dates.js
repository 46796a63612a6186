// A typed date is searched as text; the filter is offered beside it.
(function (yearbook) {
  "use strict";

  const WORDS = /^(?:(\d{4})年)?(?:(\d{1,2})月(?:(\d{1,2})[日号]?)?)?$/;
  const FIGURES = /^(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?$/;
  /** @param {number} number */
  const two = (number) => String(number).padStart(2, "0");

  /**
   * 2021年2月30日 is no day; 2月29日 is one, in some years.
   * @param {number} year
   * @param {number} month
   * @param {number} day
   */
  function isDay(year, month, day) {
    const date = new Date(Date.UTC(year || 2000, month - 1, day));
    return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  }

  /**
   * @param {string} query
   * @returns {Yearbook.TypedDate|null} 0 for what was not typed; null for no date
   */
  yearbook.dateIn = function (query) {
    const text = yearbook.arabic(yearbook.fold(query));
    const match = WORDS.exec(text) || FIGURES.exec(text);
    if (!match || !text) return null;
    const [year, month, day] = match.slice(1).map((part) => Number(part || 0));
    if (match[2] && !isDay(year, month, match[3] ? day : 1)) return null;
    return { year, month, day };
  };

  /**
   * @param {Yearbook.TypedDate} date
   * @returns {Yearbook.DateFilter}
   */
  function asFilter({ year, month, day }) {
    const label = `${year}年${month ? `${month}月` : ""}${day ? `${day}日` : ""}`;
    let end = [year + 1];
    if (day) {
      const next = new Date(Date.UTC(year, month - 1, day + 1));
      end = [next.getUTCFullYear(), next.getUTCMonth() + 1, next.getUTCDate()];
    } else if (month) end = month === 12 ? [year + 1, 1] : [year, month + 1];
    /** @param {number[]} parts */
    const written = (parts) => parts.map((part, i) => (i ? two(part) : part)).join("-");
    return { label, query: `after:${written([year, month, day].filter(Boolean))} before:${written(end)}` };
  }

  /**
   * The years in which the texts know this month, or day.
   * @param {Yearbook.TypedDate} date
   * @param {Yearbook.Directory} directory
   */
  async function yearsOf({ month, day }, directory) {
    const known = await yearbook.column(day ? "day" : "month", directory);
    const end = `-${two(month)}${day ? `-${two(day)}` : ""}`;
    const found = ((known && known.values) || []).filter((when) => when.slice(4) === end);
    return found.map((when) => Number(when.slice(0, 4))).sort((a, b) => a - b);
  }

  /**
   * @param {Yearbook.TypedDate} date
   * @returns {Promise<Yearbook.DateFilter[]>} the date as a filter; one for each year
   *   that has it, where no year was typed
   */
  yearbook.dateFilters = async function (date, directory) {
    const years = date.year ? [date.year] : await yearsOf(date, directory);
    return years.map((year) => asFilter({ ...date, year }));
  };
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
