// Chinese numerals in dates and numbers, as digits.
(function (yearbook) {
  "use strict";

  const DIGITS = "〇一二三四五六七八九";

  /** 二〇二一年三月十五日 -> 2021年3月15日; numerals that count nothing of a date stay. */
  yearbook.arabic = function (text) {
    return text
      .replace(/[〇零○一二三四五六七八九]{4}(?=年)/g, (year) => [...year.replace(/[零○]/g, "〇")].map((char) => DIGITS.indexOf(char)).join(""))
      .replace(/([一二三]?)十([一二三四五六七八九]?)(?=[月日号期届])/g, (_, tens, ones) =>
        String(10 * (tens ? DIGITS.indexOf(tens) : 1) + (ones ? DIGITS.indexOf(ones) : 0)))
      .replace(/[一二三四五六七八九](?=[月日号])/g, (char) => String(DIGITS.indexOf(char)));
  };
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
