// The query language in words.
(function (yearbook) {
  "use strict";

  const { make } = yearbook;
  const ROWS = [
    ["丹河新城 金村", "空格隔开的几个词都要有，每个词一字不差"],
    ['"市长 王震"', "引号里的空格不算隔开：两个词紧接着出现"],
    ["王震 -会议", "有“王震”而没有“会议”"],
    ["市委 NEAR/20 市长", "两个词相隔不超过 20 个字"],
    ["in:title 人口普查", "只查题名"],
    ["person:王震", "写到某人的地方；place: 是地名，organisation: 是机构"],
    ["no:晋市政发〔2021〕1号", "发文字号"],
    ["after:2021-03 before:2021-06", "2021年3月起，6月以前"],
  ];

  /**
   * @param {boolean} [open] whether it is unfolded, as on a page with nothing else to read
   * @returns {HTMLElement}
   */
  yearbook.searchHelp = function (open = false) {
    const rows = ROWS.map(([query, text]) =>
      make("tr", {}, make("td", {}, make("a", { href: yearbook.address("search/", { q: query }) }, query)), make("td", {}, text)),
    );
    const text =
      "全角和半角、大写和小写、空白、六角括号和方括号、各种引号和连接号算作相同；此外一字不差。" +
      "引号和减号只在词的两端才是记号，在词的中间就是普通的字。";
    const body = make("table", {}, make("tbody", {}, ...rows));
    return make("details", { class: "yearbook-help", open }, make("summary", {}, "怎样查"), make("p", {}, text), body);
  };
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
