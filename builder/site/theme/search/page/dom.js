// Small helpers: elements and addresses.
(function (yearbook) {
  "use strict";

  /**
   * Makes an element. Text is always text, never markup: queries and texts cannot inject anything.
   * Null and false leave an attribute out; functions are listeners.
   */
  yearbook.make = function (name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (typeof value === "function") element.addEventListener(key, value);
      else if (value !== null && value !== false && value !== undefined) element.setAttribute(key, value === true ? "" : value);
    }
    element.append(...children);
    return element;
  };

  /** A text with its marked places as <mark>. */
  yearbook.marked = function (text, marks) {
    const out = document.createDocumentFragment();
    let at = 0;
    for (const [from, to] of marks) {
      out.append(text.slice(at, from), yearbook.make("mark", {}, text.slice(from, to)));
      at = to;
    }
    out.append(text.slice(at));
    return out;
  };

  /**
   * The full address of a place in the site. A folder opened from a disk has no index page.
   * @param {string} url relative to the site's root
   * @returns {string}
   */
  yearbook.address = function (url, parameters = {}) {
    const full = new URL(url, yearbook.root);
    if (full.protocol === "file:" && full.pathname.endsWith("/")) full.pathname += "index.html";
    for (const [key, value] of Object.entries(parameters)) {
      for (const one of [value].flat()) if (one) full.searchParams.append(key, one);
    }
    return full.href;
  };

  const NAMED = ["person", "place", "organisation"];

  /**
   * The names asked for as filters: the text of a hit has them like words.
   * @param {string} query
   * @param {URLSearchParams} [parameters] filters beside the query
   * @returns {string[]} folded
   */
  yearbook.namesAsked = function (query, parameters = new URLSearchParams()) {
    const typed = yearbook.parse(query).filters.filter(({ name, minus }) => NAMED.includes(name) && !minus);
    const values = [...typed.map(({ value }) => value), ...NAMED.flatMap((name) => parameters.getAll(name))];
    return values.map(yearbook.fold).filter(Boolean);
  };

  /** What the results page was asked for stands in its address; another page's address asks for nothing. */
  function namesHere() {
    if (!document.querySelector("[data-yearbook-results]")) return [];
    const parameters = new URLSearchParams(location.search);
    return yearbook.namesAsked(parameters.get("q") || "", parameters);
  }

  /**
   * The address of a hit: the words go along, to be marked there.
   * @param {Yearbook.Hit} hit
   * @param {string[]} words folded
   * @param {string[]} [names] of filters, folded; those of the results page where left out
   * @returns {string}
   */
  yearbook.hitAddress = function (hit, words, names = namesHere()) {
    // Found in the title alone: without a word of it, the page would lead to a place farther down.
    const title = hit.titleMarks && hit.titleMarks.length && !hit.marks.length;
    const all = [...new Set([...words, ...names])];
    return yearbook.address(hit.url, { h: all.join(" ").slice(0, 400), in: title ? "title" : "" });
  };

  /** @type {Record<string, string>} */
  const KINDS = {
    item: "年鉴条目", entry: "大事记条目", section: "文件段落", table: "表格", box: "专栏", front: "卷首",
    month: "月份", day: "日期", person: "人物", place: "地名", organisation: "机构",
    document: "文件", volume: "卷册", office: "职务", number: "文号", project: "项目",
  };

  /** What a reader sees for a value of a facet, or for a kind of direct answer. */
  yearbook.label = function (facet, value, directory) {
    const given = directory && (directory.labels[facet] || {})[value];
    if (given) return given;
    if (facet === "kind") return KINDS[value] || value;
    if (facet === "year") return `${value}年`;
    if (facet === "month") return `${value.slice(0, 4)}年${Number(value.slice(5))}月`;
    return value;
  };

  /** @type {Record<string, string>} */
  const REASONS = { missing: "找不到", damaged: "已损坏", late: "迟迟没有传来" };

  /** Files that could not be read, each with the reason. */
  yearbook.filesText = function (problems) {
    return problems.map(({ file, reason }) => `${file}（${REASONS[reason] || reason}）`).join("、");
  };

  /** What is said of index files that could not be read. */
  yearbook.problemText = function (problems) {
    return `索引文件读不出来：${yearbook.filesText(problems)}。结果可能不全。`;
  };
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
