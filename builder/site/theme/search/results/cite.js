// Citations of hits: the same as the page of each hit gives for it, from the same forms.
(function (yearbook) {
  "use strict";

  /** @typedef {(forms: Yearbook.CiteForms, facts: Yearbook.CitedFacts) => string} Write */

  function today() {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
  }

  /** Where the site is published, if it says so: a copy on a disk is cited by that address. */
  function root() {
    const canonical = document.querySelector('link[rel="canonical"]');
    return canonical ? new URL("../", canonical.href).href : yearbook.root;
  }

  /**
   * @param {string} form
   * @param {Yearbook.CitedFacts} facts
   */
  const fill = (form, facts) => form.replace(/\{(title|page|url|key|today)\}/g, (_, name) => facts[name]);

  /**
   * Form and facts of one hit; null for one whose page is not known.
   * @param {Yearbook.Hit} hit
   * @param {Map<string, any>} volumes
   */
  function lookUp(hit, volumes) {
    const { forms, pages } = volumes.get(yearbook.volumeOf(hit));
    const [address, anchor = ""] = hit.url.split("#");
    const page = pages[address];
    if (!page) return null;
    const [form, id, title, range, places] = page;
    const [name, printed] = places[anchor] || ["", range];
    const whole = !places[anchor];
    // An entry has a title of its own; a provision is a place in its document.
    const full = whole ? title : name.startsWith("·") ? title + name : name;
    const key = `jincheng-${id}${whole ? "" : `-${anchor}`}`.replace(/[^\w-]/g, "-");
    const url = root() + address + (whole ? "" : `#${anchor}`);
    return { forms: forms[form], facts: { title: full, page: printed, url, key, today: today() } };
  }

  /**
   * The citations of all hits, each once: a section and its table are cited alike.
   * @param {Yearbook.Hit[]} hits
   * @param {Write} write
   */
  async function cited(hits, write) {
    const names = [...new Set(hits.map(yearbook.volumeOf))];
    const files = await Promise.all(names.map((name) => yearbook.load(`cite/${name}`)));
    const volumes = new Map(names.map((name, i) => [name, files[i]]));
    const found = hits.map((hit) => {
      const known = lookUp(hit, volumes);
      return known ? write(known.forms, known.facts) : null;
    });
    return [...new Set(found.filter((text) => text !== null))];
  }

  /**
   * @param {string} form
   * @param {Yearbook.CitedFacts} facts
   */
  const withoutPage = (form, facts) =>
    form.split("\n").filter((line) => facts.page || !line.includes("{page}")).join("\n");

  /** @returns {Promise<string>} a numbered list in the form of GB/T 7714 */
  yearbook.hitsAsGbt = async function (hits) {
    /** @type {Write} */
    const write = ([gbt], facts) => fill(facts.page ? gbt : gbt.replace(": {page}", ""), facts);
    const lines = await cited(hits, write);
    return lines.map((line, i) => `[${i + 1}] ${line}\n`).join("");
  };

  yearbook.hitsAsBibtex = async function (hits) {
    return (await cited(hits, ([, bibtex], facts) => `${fill(withoutPage(bibtex, facts), facts)}\n`)).join("\n");
  };

  yearbook.hitsAsRis = async function (hits) {
    return (await cited(hits, ([, , ris], facts) => fill(withoutPage(ris, facts), facts))).join("\n");
  };
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
