// How the page is shown: scheme, size, contrast, shortcuts. Chosen once, remembered.
(function (yearbook) {
  "use strict";

  /** @typedef {{key: string, name: string, values: [value: string, said: string][]}} Choice */

  /** @type {Choice[]} */
  const CHOICES = [
    { key: "scheme", name: "深浅", values: [["", "随系统"], ["light", "浅"], ["dark", "深"]] },
    { key: "size", name: "字号", values: [["", "常规"], ["large", "大字"]] },
    { key: "contrast", name: "对比", values: [["", "常规"], ["high", "高"]] },
    { key: "shortcuts", name: "快捷键", values: [["", "开"], ["off", "关"]] },
  ];

  /**
   * @param {string} key
   * @param {string|null} value
   */
  function apply(key, value) {
    if (value) document.documentElement.setAttribute(`data-${key}`, value);
    else document.documentElement.removeAttribute(`data-${key}`);
  }

  /** Shows the page as it was chosen; called before anything else. */
  yearbook.applyDisplay = function () {
    for (const { key, values } of CHOICES) {
      const kept = yearbook.recall(key);
      if (values.some(([value]) => value && value === kept)) apply(key, kept);
    }
  };

  /**
   * @param {Choice} choice
   * @returns {HTMLElement}
   */
  function choice({ key, name, values }) {
    const now = document.documentElement.getAttribute(`data-${key}`) || "";
    const buttons = values.map(([value, said]) =>
      yearbook.element("button", { type: "button", "aria-pressed": String(value === now), click: () => choose(value) }, said),
    );
    /** @param {string} value */
    function choose(value) {
      apply(key, value);
      yearbook.keep(key, value);
      buttons.forEach((button, i) => button.setAttribute("aria-pressed", String(values[i][0] === value)));
    }
    return yearbook.element("div", { class: "choice", role: "group", "aria-label": name }, yearbook.element("span", {}, name), ...buttons);
  }

  /** Puts the switches into the menu, and lets the menu close. */
  yearbook.startDisplay = function () {
    const place = document.querySelector("[data-display]");
    if (place) {
      place.append(...CHOICES.map(choice));
      place.hidden = false;
    }
    const menu = document.querySelector("details.menu");
    if (!menu) return;
    document.addEventListener("click", (event) => menu.contains(event.target) || (menu.open = false));
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary")?.focus();
    });
  };
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
