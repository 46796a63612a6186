// What is said of a result, and of what went wrong.
(function (yearbook) {
  "use strict";

  const { make } = yearbook;
  const LONGEST = 60;

  /** @param {string} text */
  const cut = (text) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

  /**
   * @param {Yearbook.State} state
   * @param {Yearbook.Labels} directory
   */
  function asked(state, directory) {
    if (state.q.trim()) return `“${cut(state.q)}”`;
    const names = Object.entries(state.filters).flatMap(([name, values]) =>
      values.map((value) => yearbook.filterLabel(name, value, directory)),
    );
    return `筛选“${cut(names.join("、"))}”`;
  }

  /** @returns {string} how much was found of what */
  yearbook.totalText = function (state, result, directory) {
    const what = asked(state, directory);
    if (!result.total && result.problems.length) return `${what}：索引读不全，查不下去`;
    return result.total ? `${what}：找到 ${result.total} 处` : `${what}：未找到`;
  };

  /**
   * @param {string} what what fails for want of the files; hits are not touched by it
   * @param {Yearbook.Problem[]} problems
   */
  yearbook.lackText = function (what, problems) {
    return `${what}：${yearbook.filesText(problems)}读不出来。`;
  };

  /**
   * Why something that looks like an operator was taken as plain text.
   * @param {string} text
   */
  function oddText(text) {
    const said = `“${cut(text)}”`;
    if (/^near/i.test(text)) return `${said}要写在两个词之间，这里按文字查了。`;
    const name = text.replace(/^[-－]/, "").split(/[:：]/)[0].toLowerCase();
    if (/[:：]$/.test(text)) return `${said}后面没有紧接着写出内容，这里按文字查了。`;
    if (["after", "before", "month", "day"].includes(name)) return `${said}里没有可读的日期，这里按文字查了。`;
    return name === "in" ? `${said}不能用，in: 后面只能写 title，这里按文字查了。` : `${said}不是可用的写法，这里按文字查了。`;
  }

  /** @returns {HTMLElement[]} what to know of a result before reading it */
  yearbook.notices = function (state, result, again) {
    /** @type {HTMLElement[]} */
    const out = [];
    /**
     * @param {Record<string, Yearbook.Attribute>} attributes
     * @param {...(Node|string)} content
     */
    const say = (attributes, ...content) => out.push(make("p", { class: "yearbook-problem", ...attributes }, ...content));
    if (result.problems.length) {
      say({ role: "alert" }, yearbook.problemText(result.problems), make("button", { type: "button", click: again }, "重试"));
    }
    const plan = yearbook.parse(state.q);
    for (const odd of plan.odd || []) say({}, oddText(odd));
    if (plan.title && !plan.words.length) say({}, "in:title 的旁边没有要查的词。");
    if (result.dropped) say({}, `词太多，最后 ${result.dropped} 个没有用上。`);
    return out;
  };
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
