// Reading text and base text: corrections and widths are undone in place, and done again.
(function (yearbook) {
  "use strict";

  const WIDE = "，；：？！（）";
  const NARROW = ",;:?!()";
  // What was made narrow, by place in its block: text nodes may be split or melted by then (by the
  // marks of search, for one), and a text kept for a node would be put into another one.
  /** @type {Map<HTMLElement, Set<number>>} */
  const changed = new Map();
  let wrapped = false;

  function wrapFixes() {
    wrapped = true;
    for (const fix of document.querySelectorAll(".fix[data-was]")) {
      const reading = yearbook.element("span", { "data-reading": true });
      reading.append(...fix.childNodes);
      const base = yearbook.element("span", { "data-base": true, "data-furniture": true }, fix.dataset.was || "");
      fix.setAttribute("data-fix", "");
      fix.append(reading, base);
    }
  }

  /** @param {HTMLElement} block */
  function textNodes(block) {
    /** @type {Text[]} */
    const out = [];
    /** @param {Node} node */
    const visit = (node) => {
      if (node instanceof Text) out.push(node);
      else if (!(node instanceof Element) || !node.hasAttribute("data-furniture")) node.childNodes.forEach(visit);
    };
    visit(block);
    return out;
  }

  /**
   * Puts `to` for `from` in a block where `wanted` has the place; returns the places changed.
   * @param {HTMLElement} block
   * @param {string} from
   * @param {string} to
   * @param {(at: number) => boolean} wanted
   */
  function exchange(block, from, to, wanted) {
    const places = new Set();
    let at = 0;
    for (const node of textNodes(block)) {
      let text = "";
      for (const c of node.data) {
        const i = from.indexOf(c);
        const fits = i >= 0 && wanted(at);
        if (fits) places.add(at);
        text += fits ? to[i] : c;
        // The places of the data count no white space.
        if (!/\s/.test(c)) at += 1;
      }
      if (text !== node.data) node.data = text;
    }
    return places;
  }

  /** @param {HTMLElement} block */
  function narrow(block) {
    const value = block.dataset.w || "";
    const some = new Set(value.split(" ").map(Number));
    changed.set(block, exchange(block, WIDE, NARROW, (at) => value === "*" || some.has(at)));
  }

  /** Shows the base text (true) or the reading text (false). */
  yearbook.showBase = function (on) {
    if (!wrapped) wrapFixes();
    document.documentElement.classList.toggle("data-base", on);
    for (const [block, places] of changed) exchange(block, NARROW, WIDE, (at) => places.has(at));
    changed.clear();
    if (on) document.querySelectorAll("[data-yearbook-text] [data-w]").forEach(narrow);
  };

  /** The switch beside the title, where there is anything to undo. */
  yearbook.startReading = function () {
    const place = document.querySelector("[data-tools]");
    if (!place || !document.querySelector("[data-yearbook-text] [data-w], [data-yearbook-text] .fix")) return;
    const button = yearbook.element("button", { type: "button", "aria-pressed": "false", title: "快捷键 t" }, "底本原文");
    button.addEventListener("click", () => {
      const on = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(on));
      yearbook.showBase(on);
      yearbook.say(on ? "底本原文：校订与标点宽窄已还原" : "校订本");
    });
    place.append(button);
    yearbook.toggleBase = () => button.click();
  };
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
