// On the page of a hit: marks the words. They are found as search finds them, in the folded text.
(function (yearbook) {
  "use strict";

  const MOST = 2000;
  // What is not the official text, or not its reading: never searched, so never marked.
  const SKIP = "[data-furniture], [data-base], rt, rp, script, style, noscript, template, button, select, input, textarea, nav";
  // A correction: its base text stands in it, or is put there when the reader asks for it.
  yearbook.FIX = "[data-fix], .fix";
  // A place in one unit and a place in the next are no neighbours.
  const BREAK = "h1, h2, h3, h4, h5, h6, table, caption, article, section, aside, figure, [data-unit], p[id], li[id], div[id], tr[id]";

  /** @typedef {{data: string, silent: true}} Silent */
  /** @typedef {Text | Silent} Read */
  /** @typedef {[node: Read, start: number, end: number]} Origin where a folded character comes from */
  /** @typedef {{node: Text, start: number, end: number}} Piece */
  /** @typedef {{at: number, pieces: Piece[]}} Place */

  /**
   * Read but not marked: what completes a title, and no official text.
   * @param {string} data
   * @returns {Silent}
   */
  const silent = (data) => ({ data, silent: true });

  /**
   * "15日" is a day of its month: the title of its entries is the whole date.
   * @param {Element} label
   */
  function monthOf(label) {
    const [year, month] = (label.getAttribute("data-day") || "").split("-");
    return month ? [silent(`${year}年${Number(month)}月`)] : [];
  }

  /**
   * The text nodes that are read, with null where a unit may end.
   * @param {Node} root
   */
  function readNodes(root) {
    /** @type {(Read|null)[]} */
    const out = [];
    /** @param {Node} node */
    const visit = (node) => {
      if (node instanceof Text) out.push(node);
      if (!(node instanceof Element)) return;
      if (node.matches(SKIP)) {
        if (node.matches("h1 > [data-furniture]")) out.push(silent(node.textContent));
        return;
      }
      const apart = node.matches(BREAK);
      if (apart) out.push(null, ...monthOf(node));
      node.childNodes.forEach(visit);
      if (apart) out.push(null);
    };
    visit(root);
    return out;
  }

  /**
   * Folded text of some nodes, and for each of its characters the node and the place in it.
   * @param {Read[]} nodes
   */
  function foldNodes(nodes) {
    let text = "";
    /** @type {Origin[]} */
    const from = [];
    for (const node of nodes) {
      const folded = yearbook.foldMap(node.data);
      for (let i = 0; i < folded.text.length; i++) from.push([node, folded.start[i], folded.end[i]]);
      text += folded.text;
    }
    return { text, from };
  }

  /** @param {(Read|null)[]} nodes */
  function runs(nodes) {
    /** @type {Read[][]} */
    const out = [[]];
    for (const node of nodes) {
      if (node) out[out.length - 1].push(node);
      else if (out[out.length - 1].length) out.push([]);
    }
    return out;
  }

  /**
   * The pieces of text nodes that one place covers.
   * @param {Origin[]} from
   * @param {number} at
   * @param {number} length
   */
  function pieces(from, at, length) {
    /** @type {Piece[]} */
    const out = [];
    for (let i = at; i < at + length; i++) {
      const [node, start, end] = from[i];
      if ("silent" in node) continue;
      const last = out[out.length - 1];
      if (last && last.node === node) last.end = end;
      else out.push({ node, start, end });
    }
    return out;
  }

  /**
   * @param {{text: string, from: Origin[]}} folded
   * @param {string[]} words
   */
  function placesIn({ text, from }, words) {
    const taken = new Uint8Array(text.length);
    /** @type {Place[]} */
    const out = [];
    // Longer words first: a word inside a marked one needs no mark of its own.
    for (const word of [...words].sort((a, b) => b.length - a.length)) {
      for (const at of yearbook.places(text, word)) {
        if (out.length >= MOST || taken.subarray(at, at + word.length).includes(1)) continue;
        const parts = pieces(from, at, word.length);
        if (!parts.length) continue;
        taken.fill(1, at, at + word.length);
        out.push({ at, pieces: parts });
      }
    }
    return out.sort((a, b) => a.at - b.at);
  }

  /** @param {Piece} piece */
  function wrap({ node, start, end }) {
    if (end < node.length) node.splitText(end);
    const middle = start > 0 ? node.splitText(start) : node;
    const mark = yearbook.make("mark", { class: "yearbook-hit" });
    middle.replaceWith(mark);
    mark.append(middle);
    // Where the page shows the base text, the reading is hidden: what stands for it is marked too.
    const fix = mark.closest(yearbook.FIX);
    if (fix) fix.classList.add("yearbook-hit-fix");
    return mark;
  }

  /**
   * A correction that left words out has nothing to wrap; its base text is inside the place all the same.
   * @param {HTMLElement[][]} places
   * @param {Element} root
   */
  function joinFixes(places, root) {
    const empty = [...root.querySelectorAll(yearbook.FIX)].filter((fix) => {
      const base = fix.querySelector("[data-base]");
      return fix.textContent === (base ? base.textContent : "");
    });
    /**
     * @param {Node} a
     * @param {Node} b
     */
    const follows = (a, b) => a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING;
    for (const fix of empty) {
      const inside = places.some((marks) => follows(marks[0], fix) && follows(fix, marks[marks.length - 1]));
      if (inside) fix.classList.add("yearbook-hit-fix");
    }
  }

  /**
   * Marks words in the page.
   * @param {string[]} words folded
   * @param {Element} root
   * @returns {HTMLElement[][]} for each place its marks (several where it runs over elements)
   */
  yearbook.markWords = function (words, root) {
    const all = runs(readNodes(root)).flatMap((nodes) => placesIn(foldNodes(nodes), words));
    // From the end, so that splitting a node leaves the places before it right.
    const places = all
      .reverse()
      .map((place) => place.pieces.reverse().map(wrap).reverse())
      .reverse();
    joinFixes(places, root);
    return places;
  };

  /** Takes all marks away; the text nodes stay cut, as other scripts may hold them. */
  yearbook.unmark = function () {
    for (const mark of document.querySelectorAll("mark.yearbook-hit")) mark.replaceWith(...mark.childNodes);
    for (const fix of document.querySelectorAll(".yearbook-hit-fix")) fix.classList.remove("yearbook-hit-fix");
  };
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
