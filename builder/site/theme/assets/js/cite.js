// Citations of a page, an entry, a provision; links to copy; reports of errors.
(function (yearbook) {
  "use strict";

  const NAMES = { gbt: "GB/T 7714—2025", link: "链接", bibtex: "BibTeX", ris: "RIS", csl: "CSL-JSON" };
  /** @type {Yearbook.PageData} */
  let data;

  /** A citation with the day of access, which is the reader's: all else was written when the site was made. */
  yearbook.dated = function (form) {
    const now = new Date();
    const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
    return form.replaceAll("{today}", day);
  };

  /**
   * The address of a place; from a folder its id, for a path of the reader's own disk leads nobody there.
   * @param {string} id
   */
  function linkOf(id) {
    const canonical = document.querySelector('link[rel="canonical"]');
    if (!canonical && location.protocol === "file:") return `${data.id}${id ? `#${id}` : ""}`;
    const page = canonical ? canonical.href : location.href.split(/[?#]/)[0];
    return page + (id ? `#${id}` : "");
  }

  /** All forms of the citation of an entry or provision; of the page where `id` is empty or has none of its own. */
  yearbook.citation = async function (id) {
    const all = await yearbook.load(`cite/${data.page}`);
    const [title, gbt, bibtex, ris, csl] = all[id] || all[""];
    return { gbt, link: linkOf(id), bibtex: yearbook.dated(bibtex), ris: yearbook.dated(ris), csl, title };
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
  yearbook.cite = async function (id = "") {
    const forms = await yearbook.citation(id);
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
    const link = () => yearbook.copy(linkOf(id), "链接已复制");
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
