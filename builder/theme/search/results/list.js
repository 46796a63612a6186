// The hits of the results page.
(function (yearbook) {
  "use strict";

  const { make } = yearbook;

  function facts(hit, directory) {
    const out = [hit.date, yearbook.label("volume", hit.volume || "", directory), hit.number];
    if (hit.page !== null && hit.page !== undefined) out.push(`原书第 ${hit.page} 页`);
    return out.filter(Boolean).join(" · ");
  }

  function item(hit, words, directory) {
    const link = make("a", { href: yearbook.hitAddress(hit, words) }, yearbook.marked(hit.title, hit.titleMarks));
    const line = make("p", { class: "yearbook-facts" }, facts(hit, directory));
    const text = hit.missing ? "（这一处的正文读不出来）" : yearbook.marked(hit.snippet, hit.marks);
    return make("li", { class: "yearbook-result" }, link, make("p", { class: "yearbook-snippet" }, text), line);
  }

  /** The document of a hit, or its volume: what the grouped list stands under. */
  function heading(hit, directory) {
    const document = hit.id.split("#")[0];
    const name = yearbook.label("document", document, directory);
    return name === document ? yearbook.label("volume", hit.volume || "", directory) : name;
  }

  /**
   * @param {object[]} hits
   * @param {{words: string[], group: boolean, directory: object}} how
   * @returns {Node[]} ordered lists; one for each document where grouped
   */
  yearbook.hitList = function (hits, { words, group, directory }) {
    const out = [];
    let last = null;
    for (const hit of hits) {
      const name = group ? heading(hit, directory) : "";
      if (name !== last) {
        if (group) out.push(make("h2", { class: "yearbook-heading" }, name));
        out.push(make("ol", { class: "yearbook-results" }));
        last = name;
      }
      out[out.length - 1].append(item(hit, words, directory));
    }
    return out;
  };
})((globalThis.yearbook = globalThis.yearbook || {}));
