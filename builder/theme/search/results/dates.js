// A typed date is searched as text; the filter is offered beside it.
(function (yearbook) {
  "use strict";

  const DATE = /^(\d{4})(?:年|[-./])(?:(\d{1,2})(?:月|[-./]?)(?:(\d{1,2})日?)?)?$/;
  const two = (number) => String(number).padStart(2, "0");

  /**
   * @param {string} query
   * @returns {{label: string, query: string}|null} the same date as a filter; null for no date
   */
  yearbook.dateIn = function (query) {
    const match = DATE.exec(yearbook.fold(query));
    if (!match) return null;
    const [year, month, day] = match.slice(1).map((part) => (part ? Number(part) : 0));
    if (month > 12 || day > 31 || (match[2] && !month)) return null;
    const start = [year, month, day].filter(Boolean);
    const label = `${year}年${month ? `${month}月` : ""}${day ? `${day}日` : ""}`;
    let end = [year + 1];
    if (day) {
      const next = new Date(Date.UTC(year, month - 1, day + 1));
      end = [next.getUTCFullYear(), next.getUTCMonth() + 1, next.getUTCDate()];
    } else if (month) end = month === 12 ? [year + 1, 1] : [year, month + 1];
    const text = (parts) => parts.map((part, i) => (i ? two(part) : part)).join("-");
    return { label, query: `after:${text(start)} before:${text(end)}` };
  };
})((globalThis.yearbook = globalThis.yearbook || {}));
