// On the page of a hit: marks the words, and leads from one place to the next.
(function (yearbook) {
  "use strict";

  const MOST = 2000;
  // What is not the official text, or not its reading: never searched, so never marked.
  const SKIP = "[data-furniture], [data-base], rt, rp, script, style, noscript, template, button, select, input, textarea, nav";
  // A correction: its base text stands in it, or is put there when the reader asks for it.
  const FIX = "[data-fix], .fix";
  // A place in one unit and a place in the next are no neighbours.
  const BREAK = "h1, h2, h3, h4, h5, h6, table, caption, article, section, aside, figure, [data-unit], p[id], li[id], div[id], tr[id]";

  /** The text nodes that are read, with null where a unit may end. */
  function readNodes(root) {
    const out = [];
    const visit = (node) => {
      if (node.nodeType === Node.TEXT_NODE) out.push(node);
      if (node.nodeType !== Node.ELEMENT_NODE || node.matches(SKIP)) return;
      const apart = node.matches(BREAK);
      if (apart) out.push(null);
      node.childNodes.forEach(visit);
      if (apart) out.push(null);
    };
    visit(root);
    return out;
  }

  /** Folded text of some nodes, and for each of its characters the node and the place in it. */
  function foldNodes(nodes) {
    let text = "";
    const from = [];
    for (const node of nodes) {
      const folded = yearbook.foldMap(node.data);
      for (let i = 0; i < folded.text.length; i++) from.push([node, folded.start[i], folded.end[i]]);
      text += folded.text;
    }
    return { text, from };
  }

  function runs(nodes) {
    const out = [[]];
    for (const node of nodes) {
      if (node) out[out.length - 1].push(node);
      else if (out[out.length - 1].length) out.push([]);
    }
    return out;
  }

  /** The pieces of text nodes that one place covers. */
  function pieces(from, at, length) {
    const out = [];
    for (let i = at; i < at + length; i++) {
      const [node, start, end] = from[i];
      const last = out[out.length - 1];
      if (last && last.node === node) last.end = end;
      else out.push({ node, start, end });
    }
    return out;
  }

  function placesIn({ text, from }, words) {
    const taken = new Uint8Array(text.length);
    const out = [];
    // Longer words first: a word inside a marked one needs no mark of its own.
    for (const word of [...words].sort((a, b) => b.length - a.length)) {
      for (const at of yearbook.places(text, word)) {
        if (out.length >= MOST || taken.subarray(at, at + word.length).includes(1)) continue;
        taken.fill(1, at, at + word.length);
        out.push({ at, pieces: pieces(from, at, word.length) });
      }
    }
    return out.sort((a, b) => a.at - b.at);
  }

  function wrap({ node, start, end }) {
    if (end < node.length) node.splitText(end);
    const middle = start > 0 ? node.splitText(start) : node;
    const mark = yearbook.make("mark", { class: "yearbook-hit" });
    middle.replaceWith(mark);
    mark.append(middle);
    // Where the page shows the base text, the reading is hidden: what stands for it is marked too.
    const fix = mark.closest(FIX);
    if (fix) fix.classList.add("yearbook-hit-fix");
    return mark;
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
    return all
      .reverse()
      .map((place) => place.pieces.reverse().map(wrap).reverse())
      .reverse();
  };

  /** The shown part of a place: the reading, or the base text that stands for it. */
  function shown(marks) {
    const seen = marks.find((mark) => mark.getClientRects().length);
    const fix = !seen && marks[0].closest(FIX);
    return seen || (fix && fix.querySelector("[data-base]")) || marks[0];
  }

  function bar(places, words) {
    let now = -1;
    const count = yearbook.make("span", { "aria-live": "polite" });
    const go = (step) => {
      for (const mark of document.querySelectorAll("[data-now]")) mark.removeAttribute("data-now");
      now = (now + step + places.length) % places.length;
      for (const mark of places[now]) mark.setAttribute("data-now", "");
      shown(places[now]).scrollIntoView({ block: "center" });
      count.textContent = `第 ${now + 1} 处，共 ${places.length} 处`;
    };
    const close = () => {
      for (const mark of document.querySelectorAll("mark.yearbook-hit")) {
        const parent = mark.parentNode;
        mark.replaceWith(...mark.childNodes);
        parent.normalize();
      }
      for (const fix of document.querySelectorAll(".yearbook-hit-fix")) fix.classList.remove("yearbook-hit-fix");
      element.remove();
    };
    const button = (text, click) => yearbook.make("button", { type: "button", click }, text);
    const element = yearbook.make(
      "div",
      { class: "yearbook-bar", role: "region", "aria-label": "本页中的查找结果", "data-furniture": true },
      yearbook.make("span", { class: "yearbook-bar-words" }, words.join(" ")),
      count,
      button("上一处", () => go(-1)),
      button("下一处", () => go(1)),
      button("清除标记", close),
    );
    return { element, go, start: (index) => ((now = index - 1), go(1)) };
  }

  /** The first place in the anchor's element or behind it; -1 where the anchor has none. */
  function firstFor(places, anchor) {
    if (!anchor) return places.length ? 0 : -1;
    return places.findIndex(([mark]) => {
      const order = anchor.compareDocumentPosition(mark);
      return order & (Node.DOCUMENT_POSITION_CONTAINED_BY | Node.DOCUMENT_POSITION_FOLLOWING);
    });
  }

  /** Marks what the address asks for (`?h=`), and goes to the first place at its anchor. */
  yearbook.markPage = function () {
    const words = (new URLSearchParams(location.search).get("h") || "").split(/\s+/).map(yearbook.fold).filter(Boolean);
    const root = document.querySelector("[data-yearbook-text]") || document.querySelector("main article, main") || document.body;
    if (!words.length) return;
    const places = yearbook.markWords(words, root);
    if (!places.length) return;
    const { element, start } = bar(places, words);
    document.body.append(element);
    const name = decodeURIComponent(location.hash.slice(1));
    const first = firstFor(places, name && document.getElementById(name));
    if (first >= 0) start(first);
  };
})((globalThis.yearbook = globalThis.yearbook || {}));
