// Reading text and base text: corrections and widths are undone in place, and done again.
(function (yearbook) {
  "use strict";

  const WIDE = "，；：？！（）";
  const NARROW = ",;:?!()";
  const kept = new Map();
  let wrapped = false;

  function wrapFixes() {
    wrapped = true;
    for (const fix of document.querySelectorAll(".fix[data-was]")) {
      const reading = yearbook.element("span", { "data-reading": true });
      reading.append(...fix.childNodes);
      const base = yearbook.element("span", { "data-base": true, "data-furniture": true }, fix.dataset.was);
      fix.setAttribute("data-fix", "");
      fix.append(reading, base);
    }
  }

  function textNodes(block) {
    const out = [];
    const visit = (node) => {
      if (node.nodeType === Node.TEXT_NODE) out.push(node);
      else if (!node.hasAttribute || !node.hasAttribute("data-furniture")) node.childNodes.forEach(visit);
    };
    visit(block);
    return out;
  }

  /** The text of a node with the punctuation at `wanted` (null: all of it) half as wide. */
  function narrowed(text, start, wanted) {
    let at = start;
    let out = "";
    for (const c of text) {
      const i = WIDE.indexOf(c);
      out += i >= 0 && (!wanted || wanted.has(at)) ? NARROW[i] : c;
      if (!/\s/.test(c)) at += 1;
    }
    return [out, at];
  }

  function narrow(block) {
    const value = block.dataset.w;
    const wanted = value === "*" ? null : new Set(value.split(" ").map(Number));
    let at = 0;
    for (const node of textNodes(block)) {
      const [text, next] = narrowed(node.data, at, wanted);
      at = next;
      if (text === node.data) continue;
      kept.set(node, node.data);
      node.data = text;
    }
  }

  /** Shows the base text (true) or the reading text (false). */
  yearbook.showBase = function (on) {
    if (!wrapped) wrapFixes();
    document.documentElement.classList.toggle("data-base", on);
    for (const [node, text] of kept) node.data = text;
    kept.clear();
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
})((globalThis.yearbook = globalThis.yearbook || {}));
