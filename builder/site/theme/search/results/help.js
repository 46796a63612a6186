// The query language in words, with examples that the texts of this site answer.
(function (yearbook) {
  "use strict";

  const { make } = yearbook;
  /** @type {[kind: string, say: (query: string) => string][]} */
  const ROWS = [
    ["two", () => "空格隔开的几个词都要有，每个词一字不差"],
    ["phrase", () => "引号里的空格不算隔开：两个词紧接着出现"],
    ["minus", (query) => query.replace(/^(.+) -(.+)$/, "有“$1”而没有“$2”")],
    ["near", () => "两个词相隔不超过 20 个字"],
    ["title", () => "只查题名"],
    ["person", () => "写到某人的地方；place: 是地名，organisation: 是机构"],
    ["number", () => "发文字号"],
    ["time", () => "从前一个月起，到后一个月以前"],
  ];

  /** @param {Record<string, string|undefined>} examples */
  function rows(examples) {
    return ROWS.flatMap(([kind, say]) => {
      const query = examples[kind];
      if (!query) return [];
      const link = make("a", { href: yearbook.address("search/", { q: query }) }, query);
      return [make("tr", {}, make("td", {}, link), make("td", {}, say(query)))];
    });
  }

  /**
   * @param {boolean} [open] whether it is unfolded, as on a page with nothing else to read
   * @returns {HTMLElement}
   */
  yearbook.searchHelp = function (open = false) {
    const text =
      "全角和半角、大写和小写、空白、六角括号和方括号、各种引号和连接号算作相同；此外一字不差。" +
      "引号和减号只在词的两端才是记号，在词的中间就是普通的字。";
    const body = make("tbody", {});
    yearbook.directory().then(
      ({ labels }) => body.replaceChildren(...rows(labels.example || {})),
      () => body.replaceChildren(),
    );
    const table = make("table", {}, body);
    return make("details", { class: "yearbook-help", open }, make("summary", {}, "怎样查"), make("p", {}, text), table);
  };
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
