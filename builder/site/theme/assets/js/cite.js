// Citations of a page, an entry, a provision; links to copy; reports of errors.
(function (yearbook) {
  "use strict";

  const NAMES = { gbt: "GB/T 7714—2025", link: "链接", bibtex: "BibTeX", ris: "RIS", csl: "CSL-JSON" };
  const CHINESE = "〇一二三四五六七八九十";
  /** @type {Yearbook.PageData} */
  let data;

  function pageAddress() {
    const canonical = document.querySelector('link[rel="canonical"]');
    return canonical ? canonical.href : location.href.split(/[?#]/)[0].replace(/index\.html$/, "");
  }

  function today() {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
  }

  /** @param {number} n */
  function chinese(n) {
    if (n <= 10) return CHINESE[n];
    const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10];
    const last = ones ? CHINESE[ones] : "";
    if (!hundreds) return `${tens > 1 ? CHINESE[tens] : ""}十${last}`;
    return `${CHINESE[hundreds]}百${tens ? `${CHINESE[tens]}十` : ones ? "〇" : ""}${last}`;
  }

  /** `n-2-3-1` -> 二（三）1; other anchors by the number or title that stands there. */
  yearbook.provision = function (id, element) {
    const found = /(?:^|-)n((?:-\d+)+)$/.exec(id);
    const article = /(?:^|-)art-(\d+)$/.exec(id);
    if (article) return `第${chinese(Number(article[1]))}条`;
    if (!found) return (element.querySelector(".no, caption") || element).textContent.trim().replace(/、$/, "").slice(0, 40);
    const [one, two, three, four] = found[1].slice(1).split("-").map(Number);
    return `${chinese(one)}${two ? `（${chinese(two)}）` : ""}${three || ""}${four ? `(${four})` : ""}`;
  };

  /**
   * @param {string} id
   * @returns {string}
   */
  function entryTitle(id) {
    const [, year, month, day, n] =
      /** @type {RegExpExecArray} */
      (/^(\d+)-(\d+)-(\w+)-(\d+)$/.exec(id));
    const date = day === "month" ? "是月" : `${Number(day)}日`;
    return `${year}年${Number(month)}月${date}第${n}条`;
  }

  /**
   * The printed page on which an element begins: the last turn before it; none where turns are not known.
   * @param {HTMLElement} element
   * @returns {string}
   */
  function printedPage(element) {
    if (data.open) return "";
    let page = data.pages.split("-")[0];
    for (const turn of document.querySelectorAll("[data-yearbook-text] .turn")) {
      if (turn.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) break;
      page = turn.dataset.page || "";
    }
    return page;
  }

  /**
   * @param {string} id
   * @returns {Yearbook.CitedFacts}
   */
  function factsOf(id) {
    const url = pageAddress() + (id ? `#${id}` : "");
    const key = `jincheng-${data.id}${id ? `-${id}` : ""}`.replace(/[^\w-]/g, "-");
    if (!id) return { title: data.title, page: data.pages, url, key, today: today() };
    const element =
      /** @type {HTMLElement} */
      (document.getElementById(id));
    const row = element.closest(".row");
    const title = row ? entryTitle(id) : `${data.title}·${yearbook.provision(id, element)}`;
    const page = row ? row.nextElementSibling?.querySelector(".at")?.dataset.p || "" : printedPage(element);
    return { title, page, url, key, today: today() };
  }

  /**
   * @param {string} form
   * @param {Yearbook.CitedFacts} facts
   */
  const fill = (form, facts) => form.replace(/\{(title|page|url|key|today)\}/g, (_, name) => facts[name]);

  /**
   * @param {string} form
   * @param {Yearbook.CitedFacts} facts
   */
  function filledJson(form, facts) {
    /** @type {(value: any) => any} */
    const walk = (value) => {
      if (typeof value === "string") return fill(value, facts);
      if (Array.isArray(value)) return value.map(walk);
      if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, walk(v)]));
      return value;
    };
    const row = walk(JSON.parse(form));
    if (!facts.page) delete row.page;
    return JSON.stringify(row, null, 1);
  }

  /** All forms of the citation of an entry or provision; of the page where `id` is empty. */
  yearbook.citation = function (id) {
    const facts = factsOf(id);
    /** @param {string} form */
    const lines = (form) => form.split("\n").filter((line) => facts.page || !line.includes("{page}")).join("\n");
    return {
      gbt: fill(facts.page ? data.forms.gbt : data.forms.gbt.replace(": {page}", ""), facts),
      link: facts.url,
      bibtex: fill(lines(data.forms.bibtex), facts),
      ris: fill(lines(data.forms.ris), facts),
      csl: filledJson(data.forms.csl, facts),
      title: facts.title,
    };
  };

  /**
   * @param {string} id
   * @param {string} title
   */
  function report(id, title) {
    const element = id && document.getElementById(id);
    const raw = (element && (element.closest("[data-l]") || element).dataset.l) || "";
    const said = element ? element.textContent.trim().replace(/\s+/g, "").slice(0, 60) : "";
    return [`报错：${title}`, `编号 ${data.id}${id ? `#${id}` : ""}`, raw && `底本第 ${raw} 行`, said && `文字：${said}`, "问题："].filter(Boolean).join("\n");
  }

  /**
   * @param {string} name
   * @param {string} text
   */
  function block(name, text) {
    const copy = yearbook.element("button", { type: "button", click: () => yearbook.copy(text) }, "复制");
    return [yearbook.element("h3", {}, yearbook.element("span", {}, name), copy), yearbook.element("pre", { tabindex: "0" }, text)];
  }

  /** Opens the sheet of citations. */
  yearbook.cite = function (id = "") {
    const forms = yearbook.citation(id);
    const content = Object.entries(NAMES).flatMap(([key, name]) => block(name, forms[key]));
    const text = report(id, forms.title);
    const parts = block("报错：复制下文，补上问题，寄给编者", text);
    const contact = document.body.querySelector("[data-contact]")?.dataset.contact;
    if (contact) {
      const href = `mailto:${contact}?subject=${encodeURIComponent(text.split("\n")[0])}&body=${encodeURIComponent(text)}`;
      parts.push(yearbook.element("p", {}, yearbook.element("a", { href }, "写邮件报错")));
    }
    yearbook.dialog(`引用：${forms.title}`, ...content, ...parts);
  };

  /** @param {string} id */
  function tools(id) {
    const link = () => yearbook.copy(yearbook.citation(id).link, "链接已复制");
    return [
      yearbook.element("button", { type: "button", click: link }, "链接"),
      yearbook.element("button", { type: "button", click: () => yearbook.cite(id) }, "引用"),
    ];
  }

  function provisionTools() {
    /** @type {HTMLElement|null} */
    let bar = null;
    const hide = () => (bar?.remove(), (bar = null));
    document.addEventListener("click", (event) => {
      const number = event.target.closest("a.no");
      if (!number) return bar && !bar.contains(event.target) ? hide() : undefined;
      hide();
      bar = yearbook.element("span", { class: "at-no", "data-furniture": true }, ...tools(number.hash.slice(1)));
      document.body.append(bar);
      const at = number.getBoundingClientRect();
      bar.style.left = `${Math.max(8, at.left + scrollX)}px`;
      bar.style.top = `${at.bottom + scrollY + 4}px`;
      return undefined;
    });
    document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  }

  /** Adds the tools to each entry, to the page's title, and to the numbers of provisions. */
  yearbook.startCite = function () {
    const source = document.getElementById("page-data");
    if (!source) return;
    data = JSON.parse(source.textContent);
    for (const line of document.querySelectorAll(".side .at")) {
      const link = line.querySelector("a");
      if (link) line.append(...tools(link.hash.slice(1)));
    }
    const cite = yearbook.element("button", { type: "button", click: () => yearbook.cite("") }, "引用");
    document.querySelector("[data-tools]")?.append(cite);
    provisionTools();
  };
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
