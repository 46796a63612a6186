// The bar on the page of a hit: how many places there are, and the way from one to the next.
(function (yearbook) {
  "use strict";

  const BLOCK = "p, li, td, th, caption, dd, h1, h2, h3, h4, h5, h6";
  /** @type {Record<string, number>} */
  const STEPS = { n: 1, N: -1 };
  const { make } = yearbook;

  /**
   * The shown part of a place: the reading, or the base text that stands for it.
   * @param {HTMLElement[]} marks
   */
  function shown(marks) {
    const seen = marks.find((mark) => mark.getClientRects().length);
    const fix = !seen && marks[0].closest(yearbook.FIX);
    return seen || (fix && fix.querySelector("[data-base]")) || marks[0];
  }

  /**
   * Lets the keyboard and a screen reader go on from here; a text is no stop of the Tab key.
   * @param {HTMLElement} element
   */
  function focusOn(element) {
    element.setAttribute("tabindex", "-1");
    element.addEventListener("blur", () => element.removeAttribute("tabindex"), { once: true });
    element.focus({ preventScroll: true });
  }

  /** @param {KeyboardEvent & {target: HTMLElement}} event */
  function typing({ target }) {
    return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  }

  /**
   * n and N, as in readers of all kinds; off with the site's other shortcuts.
   * @param {(step: number) => HTMLElement} go
   */
  function listen(go) {
    /** @param {KeyboardEvent & {target: HTMLElement}} event */
    const key = (event) => {
      const step = STEPS[event.key];
      if (!step || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || typing(event)) return;
      if (document.documentElement.dataset.shortcuts === "off" || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      focusOn(go(step));
    };
    document.addEventListener("keydown", key);
    return () => document.removeEventListener("keydown", key);
  }

  /**
   * The bar for some places.
   * @param {HTMLElement[][]} places the marks of each
   * @param {string[]} words
   * @returns {Yearbook.Bar} `start` goes to
   *   a place; `stand` says something and goes nowhere: the next place is that of the number
   */
  yearbook.hitBar = function (places, words) {
    // Between two places it is a half: both ways lead to a neighbour.
    let now = -0.5;
    const count = make("span", { role: "status" });
    /** @param {number} step */
    const go = (step) => {
      const next = step > 0 ? Math.floor(now) + 1 : Math.ceil(now) - 1;
      now = (next + places.length) % places.length;
      for (const mark of document.querySelectorAll("[data-now]")) mark.removeAttribute("data-now");
      for (const mark of places[now]) mark.setAttribute("data-now", "");
      const place = shown(places[now]);
      place.scrollIntoView({ block: "center" });
      count.textContent = `第 ${now + 1} 处，共 ${places.length} 处`;
      return place;
    };
    const deaf = listen(go);
    const close = () => {
      const block = shown(places[Math.max(0, Math.floor(now))]).closest(BLOCK);
      yearbook.unmark();
      yearbook.seekHit = null;
      deaf();
      bar.remove();
      if (block) focusOn(block);
    };
    /**
     * @param {string} text
     * @param {() => unknown} click
     * @param {string} [key]
     */
    const button = (text, click, key) =>
      make("button", { type: "button", click, title: key && `快捷键 ${key}`, "aria-keyshortcuts": key && key.replace("N", "Shift+N") }, text);
    const bar = make(
      "div",
      { class: "yearbook-bar", role: "region", "aria-label": "本页中的查找结果", "data-furniture": true },
      make("span", { class: "yearbook-bar-words" }, words.join(" ")),
      count,
      make("span", { class: "yearbook-bar-steps" }, button("上一处", () => go(-1), "N"), button("下一处", () => go(1), "n"), button("清除标记", close)),
    );
    // It stands below on the screen, but first for the Tab key: behind the text are hundreds of links.
    const skip = document.querySelector("a.skip");
    if (skip) skip.after(bar);
    else document.body.prepend(bar);
    return {
      start(index) {
        now = index - 1;
        return go(1);
      },
      stand(index, text) {
        now = index - 0.5;
        count.textContent = text;
      },
    };
  };
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
