// Shortcuts: one letter each, off where the reader types, and off for good on request.
(function (yearbook) {
  "use strict";

  const HELP = [
    ["/", "搜索"],
    ["j", "下一条"],
    ["k", "上一条"],
    ["[", "前一月、前一篇"],
    ["]", "后一月、后一篇"],
    ["t", "底本原文与校订本"],
    ["c", "引用这一条"],
    ["n", "本页下一处查找结果"],
    ["N", "本页上一处查找结果"],
    ["?", "这张表"],
  ];
  const STOPS = ".row > p[id], .doc :is(h2, h3, h4, h5, h6)[id], .doc p[id], .doc .runin[id], .doc .box";
  /** @type {HTMLElement|null} */
  let now = null;

  /**
   * The entry or provision on which the reader stands; else the first one in sight.
   * @param {HTMLElement[]} stops
   */
  function current(stops) {
    const at = now ? stops.indexOf(now) : -1;
    return at >= 0 ? at : stops.findIndex((one) => one.getBoundingClientRect().bottom > 40) - 1;
  }

  /** @param {number} by */
  function step(by) {
    const stops = [...document.querySelectorAll(STOPS)].filter((one) => one.id);
    if (!stops.length) return;
    const at = Math.max(0, Math.min(stops.length - 1, current(stops) + by));
    now?.classList.remove("here");
    now = stops[at];
    now.classList.add("here");
    if (now.tabIndex < 0) now.tabIndex = -1;
    now.focus({ preventScroll: true });
    now.scrollIntoView({ block: "center" });
  }

  /** @param {string} rel */
  function follow(rel) {
    const link = document.querySelector(`.pager a[rel="${rel}"]`);
    if (link) location.assign(link.href);
  }

  function help() {
    const rows = HELP.flatMap(([key, said]) => [
      yearbook.element("dt", {}, yearbook.element("kbd", {}, key)),
      yearbook.element("dd", {}, said),
    ]);
    const off = yearbook.element("p", {}, "不想用时，可在“目录”的“显示”里关掉。");
    yearbook.dialog("快捷键", yearbook.element("dl", {}, ...rows), off);
  }

  /** @type {Record<string, () => unknown>} */
  const ACTIONS = {
    "/": () => document.querySelector("form[role=search] input")?.focus(),
    j: () => step(1),
    k: () => step(-1),
    "[": () => follow("prev"),
    "]": () => follow("next"),
    t: () => yearbook.toggleBase?.(),
    c: () => document.getElementById("page-data") && yearbook.cite(now ? now.id : ""),
    "?": help,
  };

  /** @param {HTMLElement} target */
  function typing(target) {
    return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  }

  /** Listens. */
  yearbook.startKeys = function () {
    document.addEventListener("keydown", (event) => {
      const off = document.documentElement.dataset.shortcuts === "off";
      if (off || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      if (document.querySelector("dialog[open]") || !ACTIONS[event.key]) return;
      event.preventDefault();
      ACTIONS[event.key]();
    });
  };
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
