// The hits of the results page.
(function (yearbook) {
  "use strict";

  const { make } = yearbook;

  /** The volume of a hit, from its id: "chronicle-2020#cover" has one too. */
  yearbook.volumeOf = (hit) => hit.id.split(/[/#]/)[0];

  /**
   * @param {Yearbook.Hit} hit
   * @param {Yearbook.Labels} directory
   */
  function facts(hit, directory) {
    const out = [hit.date, yearbook.label("volume", yearbook.volumeOf(hit), directory), hit.number];
    if (hit.page !== null && hit.page !== undefined) out.push(`原书第 ${hit.page} 页`);
    return out.filter(Boolean).join(" · ");
  }

  /**
   * @param {Yearbook.Hit} hit
   * @param {string[]} words
   * @param {Yearbook.Labels} directory
   */
  function item(hit, words, directory) {
    const link = make("a", { href: yearbook.hitAddress(hit, words) }, yearbook.marked(hit.title, hit.titleMarks));
    const line = make("p", { class: "yearbook-facts" }, facts(hit, directory));
    const text = hit.missing ? "（这一处的正文读不出来）" : yearbook.marked(hit.snippet, hit.marks);
    return make("li", { class: "yearbook-result" }, link, make("p", { class: "yearbook-snippet" }, text), line);
  }

  /**
   * The document of a hit, or its volume: what the grouped list stands under.
   * @param {Yearbook.Hit} hit
   * @param {Yearbook.Labels} directory
   */
  function heading(hit, directory) {
    const document = hit.id.split("#")[0];
    const name = yearbook.label("document", document, directory);
    return name === document ? yearbook.label("volume", yearbook.volumeOf(hit), directory) : name;
  }

  /**
   * Adds hits to the end of a list; a document that it ends with goes on.
   * @param {HTMLElement} list
   * @param {Yearbook.Hit[]} hits
   * @param {Yearbook.Manner} how
   */
  yearbook.addHits = function (list, hits, { words, group, directory }) {
    for (const hit of hits) {
      const name = group ? heading(hit, directory) : "";
      if (!list.lastElementChild || name !== list.dataset.last) {
        if (group) list.append(make("h2", { class: "yearbook-heading" }, name));
        list.append(make("ol", { class: "yearbook-results" }));
        list.dataset.last = name;
      }
      list.lastElementChild?.append(item(hit, words, directory));
    }
  };
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
