// The row above the hits: their order, and the list to carry away; the button below them.
(function (yearbook) {
  "use strict";

  const { make } = yearbook;
  /** @typedef {"hitsAsCsv" | "hitsAsGbt" | "hitsAsBibtex" | "hitsAsRis"} Writer */
  /** @typedef {[text: string, ending: string, type: string, write: Writer]} File */

  /** @type {File[]} */
  const FILES = [
    ["下载 CSV", "csv", "text/csv", "hitsAsCsv"],
    ["下载引文", "txt", "text/plain", "hitsAsGbt"],
    ["BibTeX", "bib", "application/x-bibtex", "hitsAsBibtex"],
    ["RIS", "ris", "application/x-research-info-systems", "hitsAsRis"],
  ];

  /**
   * @param {string} text
   * @param {string} href
   * @param {boolean} current
   */
  function link(text, href, current) {
    return make("a", { href, "aria-current": current ? "true" : null }, text);
  }

  /**
   * Hands all hits to the reader in one form; returns what is to be said of it.
   * @param {File} file
   * @param {() => Promise<Yearbook.Result>} all
   * @param {Yearbook.Labels} directory
   */
  async function save([, ending, type, write], all, directory) {
    try {
      await yearbook.part("export.js", "hitsAsCsv");
      const { hits } = await all();
      yearbook.saveText(`search.${ending}`, await yearbook[write](hits, directory), type);
      const lost = hits.filter(({ missing }) => missing).length;
      return lost ? `已存 ${hits.length} 处，其中 ${lost} 处的正文读不出来，只有编号和地址。` : `已存 ${hits.length} 处。`;
    } catch (error) {
      if (!(error instanceof yearbook.FileError)) throw error;
      return yearbook.lackText("没有存成", [error]);
    }
  }

  /**
   * @param {Yearbook.State} state
   * @param {Yearbook.Labels} directory
   * @param {() => Promise<Yearbook.Result>} all asks for all hits
   * @returns {HTMLElement}
   */
  yearbook.tools = function (state, directory, all) {
    const said = make("span", { role: "status", class: "yearbook-saved" });
    const buttons = FILES.map((file) => {
      const click = async () => {
        said.textContent = "正在写…";
        said.textContent = await save(file, all, directory);
      };
      return make("button", { type: "button", click }, file[0]);
    });
    return make(
      "div",
      { class: "yearbook-tools" },
      link("按相关程度", yearbook.stateAddress(state, { sort: "", group: false }), !state.sort && !state.group),
      link("按日期", yearbook.stateAddress(state, { sort: "date", group: false }), state.sort === "date"),
      link("按文件分组", yearbook.stateAddress(state, { sort: "", group: true }), state.group),
      ...buttons,
      said,
    );
  };

  /**
   * @param {() => Promise<void>} next adds hits to the list
   * @param {HTMLElement} list
   * @returns {HTMLButtonElement} the button that asks for more
   */
  yearbook.moreButton = function (next, list) {
    const click = async () => {
      const before = list.querySelectorAll(".yearbook-result").length;
      await next();
      list.querySelectorAll(".yearbook-result > a")[before]?.focus();
    };
    return make("button", { type: "button", class: "yearbook-more", hidden: true, click }, "再看一些");
  };
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
