// 历史上的今天 on the home page: a script for the month, loaded when it is needed; it works from a folder too.
(function (yearbook) {
  "use strict";

  const MOST = 5;
  const { element } = yearbook;

  /**
   * @param {number} month
   * @returns {Promise<Yearbook.Remembered[]>}
   */
  function load(month) {
    return new Promise((resolve) => {
      const name = String(month).padStart(2, "0");
      yearbook.today = (rows) => resolve(rows.map(([day, year, book, text, url]) => ({ month, day, year, book, text, url })));
      const script = element("script", { src: `${yearbook.base}assets/today/${name}.js` });
      script.addEventListener("error", () => resolve([]));
      document.head.append(script);
    });
  }

  /** @param {string} url */
  function address(url) {
    const full = new URL(url, yearbook.base);
    if (full.protocol === "file:" && full.pathname.endsWith("/")) full.pathname += "index.html";
    return full.href;
  }

  /**
   * @param {Yearbook.Remembered} row
   * @param {boolean} said
   */
  function item(row, said) {
    const link = element("a", { href: address(row.url) }, `${row.year}年${said ? `${row.month}月${row.day}日` : ""}${row.book ? "（公报）" : ""}`);
    return element("li", {}, link, " ", row.text);
  }

  /**
   * @param {string} title
   * @param {Yearbook.Remembered[]} rows
   * @param {boolean} said
   */
  function list(title, rows, said) {
    return [element("h3", {}, title), element("ul", { class: "years" }, ...rows.map((row) => item(row, said)))];
  }

  /**
   * The days of the week around a date, as `month-day`.
   * @param {Date} date
   */
  function week(date) {
    const monday = new Date(date);
    monday.setDate(date.getDate() - ((date.getDay() + 6) % 7));
    return Array.from({ length: 7 }, (_, i) => {
      const day = new Date(monday);
      day.setDate(monday.getDate() + i);
      return day;
    });
  }

  /** Fills the home page's place for the day. */
  yearbook.startToday = async function (date = new Date()) {
    const place = document.querySelector("[data-today]");
    if (!place) return;
    const days = week(date);
    /** @type {Yearbook.Remembered[]} */
    const rows = [];
    // One after the other: both hand their rows to the same name.
    for (const month of new Set(days.map((day) => day.getMonth() + 1))) rows.push(...(await load(month)));
    /** @param {Date} day */
    const on = (day) => rows.filter((row) => row.month === day.getMonth() + 1 && row.day === day.getDate());
    const now = on(date).slice(0, MOST);
    const near = days.filter((day) => day.getDate() !== date.getDate()).flatMap(on).slice(0, MOST - now.length);
    const title = `${date.getMonth() + 1}月${date.getDate()}日`;
    const parts = now.length ? list(title, now, false) : [];
    if (near.length) parts.push(...list(now.length ? "同一周" : `${title}无记，同一周`, near, true));
    place.replaceChildren(...parts);
  };
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
