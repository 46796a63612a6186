// On the page of a hit: which of the marked places was meant, and how it comes into sight.
(function (yearbook) {
  "use strict";

  const { DOCUMENT_POSITION_CONTAINED_BY: INSIDE, DOCUMENT_POSITION_FOLLOWING: BEHIND } = Node;

  /**
   * Where the unit of an anchor begins: the label of an annex stands before its heading.
   * @param {Element} anchor
   */
  function beginning(anchor) {
    const before = anchor.previousElementSibling;
    return before && before.matches(".annex-label") ? before : anchor;
  }

  /**
   * The first place in an element or behind it; -1 without any.
   * @param {HTMLElement[][]} places
   * @param {Element} element
   */
  function firstBehind(places, element) {
    return places.findIndex(([mark]) => element.compareDocumentPosition(mark) & (INSIDE | BEHIND));
  }

  /**
   * The place of a hit in the text; -1 where it has none.
   * @param {HTMLElement[][]} places
   * @param {Element|null} anchor
   */
  function inText(places, anchor) {
    if (!anchor) return 0;
    const first = firstBehind(places, beginning(anchor));
    // An entry has a row of its own: a place in another row belongs to another entry.
    const row = anchor.closest(".row");
    return row && first >= 0 && !row.contains(places[first][0]) ? -1 : first;
  }

  /**
   * The place of a hit by its title: in the heading that is the anchor, or in the label of its day nearby.
   * @param {HTMLElement[][]} places
   * @param {Element|null} anchor
   */
  function inTitle(places, anchor) {
    if (!anchor) return 0;
    const day = anchor.closest("section");
    return places.findIndex(([mark]) => {
      if (anchor.contains(mark)) return true;
      const label = mark.closest(".label");
      // Farther off, showing the label would take the entry out of sight.
      return label && label.parentElement === day && Math.abs(top(anchor) - top(label)) < innerHeight / 3;
    });
  }

  /** @param {Element} element */
  const top = (element) => element.getBoundingClientRect().top;

  /**
   * @param {HTMLElement[][]} places
   * @param {boolean} title
   */
  function standing(places, title) {
    const text = places.filter(([mark]) => !mark.closest("h1, .label")).length;
    if (!title) return `本页共 ${places.length} 处`;
    return text ? `这一处在题名里，正文另有 ${text} 处` : "这一处在题名里";
  }

  /**
   * The browser goes to the anchor when all is loaded, after us: then the place is shown once more.
   * @param {HTMLElement} place
   */
  function keepInSight(place) {
    /** @type {any[]} The library knows no type for this name. */
    const [visit] = performance.getEntriesByType("navigation");
    // Who comes back or reloads stands where they stood.
    if (visit && visit.type !== "navigate") return;
    let moved = false;
    const move = () => (moved = true);
    for (const kind of ["wheel", "touchmove", "pointerdown", "keydown"]) addEventListener(kind, move, { once: true, passive: true });
    const again = () => {
      const { top: above, bottom } = place.getBoundingClientRect();
      if (!moved && (above < 0 || bottom > innerHeight * 0.85)) place.scrollIntoView({ block: "center" });
    };
    // The first frame after loading may still be the one in which the browser goes to the anchor.
    const later = () => requestAnimationFrame(() => requestAnimationFrame(again));
    if (document.readyState === "complete") later();
    else addEventListener("load", later);
  }

  /** @param {string} hash */
  function anchorOf(hash) {
    try {
      return document.getElementById(decodeURIComponent(hash.slice(1)));
    } catch {
      return null; // A broken escape in an address names no place.
    }
  }

  /**
   * Marks what the address asks for (`?h=`), and goes to the place that was found. `yearbook.seekHit`
   * goes there again where only the anchor has changed, as long as there are marks.
   */
  yearbook.markPage = function () {
    const asked = new URLSearchParams(location.search);
    const words = (asked.get("h") || "").split(/\s+/).map(yearbook.fold).filter(Boolean);
    if (!words.length) return;
    const texts = [...document.querySelectorAll("[data-yearbook-text]")];
    if (!texts.length) texts.push(document.querySelector("main article, main") || document.body);
    const head = document.querySelector("header.title h1");
    const roots = head && !texts.some((text) => text.contains(head)) ? [head, ...texts] : texts;
    const places = roots.flatMap((root) => yearbook.markWords(words, root));
    if (!places.length) return;
    const bar = yearbook.hitBar(places, words);
    const title = asked.get("in") === "title";
    yearbook.seekHit = () => {
      const anchor = anchorOf(location.hash);
      const found = (title ? inTitle : inText)(places, anchor);
      if (found >= 0) return bar.start(found);
      bar.stand(Math.max(0, anchor ? firstBehind(places, anchor) : 0), standing(places, title));
      return null;
    };
    const place = yearbook.seekHit();
    if (place) keepInSight(place);
  };
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
