// Small helpers: elements, memory, a word to the reader, the clipboard.
(function (yearbook) {
  "use strict";

  /** The root of the site, from the address of this script: `…/assets/yearbook.js`. */
  yearbook.base = new URL(
    "../",
    /** @type {HTMLScriptElement} */
    (document.currentScript).src,
  ).href;

  /** Makes an element. Strings are text, never markup; functions are listeners. */
  yearbook.element = function (name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (typeof value === "function") element.addEventListener(key, value);
      else if (value !== null && value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : value);
    }
    element.append(...children);
    return element;
  };

  /** What the reader chose before; null where nothing is kept or may be kept. */
  yearbook.recall = function (key) {
    try {
      return localStorage.getItem(`yearbook-${key}`);
    } catch {
      return null;
    }
  };

  /** Keeps a choice; an empty one is forgotten. */
  yearbook.keep = function (key, value) {
    try {
      if (value) localStorage.setItem(`yearbook-${key}`, value);
      else localStorage.removeItem(`yearbook-${key}`);
    } catch {
      // A browser that keeps nothing still shows the choice on this page.
    }
  };

  let timer = 0;

  /** Says something for a moment, to the eye and to a screen reader. */
  yearbook.say = function (text) {
    let place = document.querySelector(".said");
    if (!place) {
      place = yearbook.element("div", { class: "said", role: "status", "data-furniture": true });
      document.body.append(place);
    }
    place.textContent = text;
    clearTimeout(timer);
    timer = setTimeout(() => (place.textContent = ""), 2200);
  };

  /** Copies a text and says so. */
  yearbook.copy = async function (text, said = "已复制") {
    try {
      await navigator.clipboard.writeText(text);
      yearbook.say(said);
    } catch {
      yearbook.say("浏览器不让复制，请手工选取");
    }
  };

  /** Opens a dialog with a title and a way out; the focus comes back by itself. */
  yearbook.dialog = function (title, ...content) {
    document.querySelector("dialog.yearbook")?.remove();
    const close = yearbook.element("button", { type: "button", class: "close", click: () => dialog.close() }, "关闭");
    const head = yearbook.element("h2", { id: "dialog-title" }, title);
    /** @type {HTMLDialogElement} */
    const dialog = yearbook.element("dialog", { class: "yearbook", "aria-labelledby": "dialog-title", "data-furniture": true }, close, head, ...content);
    dialog.addEventListener("close", () => dialog.remove());
    // A press outside the sheet closes it.
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
    document.body.append(dialog);
    dialog.showModal();
    return dialog;
  };
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
