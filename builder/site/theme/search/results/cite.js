// Citations of hits: the same as the page of each hit gives for it, from the same file.
(function (yearbook) {
  "use strict";

  const FORMS = { gbt: 1, bibtex: 2, ris: 3 };

  /**
   * The citations of all hits, each once: a section and its table are cited alike.
   * @param {Yearbook.Hit[]} hits
   * @param {keyof typeof FORMS} form
   */
  async function cited(hits, form) {
    const found = await Promise.all(
      hits.map(async (hit) => {
        const [page, anchor = ""] = hit.url.split("#");
        /** @type {Yearbook.CitationFile} */
        const forms = await yearbook.load(`cite/${page.replace(/\/$/, "")}`);
        return yearbook.dated((forms[anchor] || forms[""])[FORMS[form]]);
      }),
    );
    return [...new Set(found)];
  }

  /** @returns {Promise<string>} a numbered list in the form of GB/T 7714 */
  yearbook.hitsAsGbt = async function (hits) {
    return (await cited(hits, "gbt")).map((line, i) => `[${i + 1}] ${line}\n`).join("");
  };

  yearbook.hitsAsBibtex = async function (hits) {
    return (await cited(hits, "bibtex")).map((entry) => `${entry}\n`).join("\n");
  };

  yearbook.hitsAsRis = async function (hits) {
    return (await cited(hits, "ris")).join("\n");
  };
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
