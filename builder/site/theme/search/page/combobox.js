// The search field of every page: direct answers and first hits while typing.
(function (yearbook) {
  "use strict";

  const PAUSE = 60;
  const FIRST = 2;
  const HITS = 6;
  const DIRECT = 4;
  // Of the longest characters as many as fit into an address that every server takes (8 KB).
  const LONGEST = 500;
  const TOO_LONG = `太长了，只留下前 ${LONGEST} 个字`;
  let number = 0;

  const { make, choice, choices } = yearbook;

  /** @param {string} query */
  const results = (query) => yearbook.address("search/", { q: query });

  /** @typedef {() => string} Next gives the id of the next choice */

  /** @type {(id: string, answers: Yearbook.Direct[], next: Next) => HTMLLIElement} */
  function directChoices(id, answers, next) {
    const options = answers.map(({ kind, label, url }) => {
      const tag = make("span", { class: "yearbook-kind" }, yearbook.label("kind", kind));
      return choice(next(), yearbook.address(url), make("span", { class: "yearbook-title" }, label), tag);
    });
    return choices("直达", `${id}-direct`, options);
  }

  /** @type {(id: string, query: string, result: Yearbook.Result, directory: Yearbook.Labels|null, next: Next) => HTMLLIElement} */
  function hitChoices(id, query, result, directory, next) {
    const names = yearbook.namesAsked(query);
    const options = result.hits.map((hit) => {
      const href = yearbook.hitAddress(hit, result.words, names);
      return yearbook.hitChoice(next(), hit, href, directory);
    });
    options.push(choice(next(), results(query), make("span", { class: "yearbook-all" }, `查看全部 ${result.total} 处`)));
    return choices("正文", `${id}-hits`, options);
  }

  /** One field: what is open, what is chosen, what has been asked last. */
  class Combobox {
    /** @param {HTMLFormElement} form */
    constructor(form) {
      this.form = form;
      this.input =
        /** @type {HTMLInputElement} */
        (form.querySelector("input"));
      this.id = `yearbook-list-${++number}`;
      this.asked = 0;
      this.active = -1;
      this.list = make("ul", { role: "listbox", id: this.id, class: "yearbook-list", "aria-label": "查找结果", hidden: true });
      this.status = make("div", { role: "status", class: "yearbook-status" });
      this.form.append(this.list, this.status);
      const attributes = {
        role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.id,
        autocomplete: "off", autocapitalize: "off", spellcheck: "false",
      };
      for (const [name, value] of Object.entries(attributes)) this.input.setAttribute(name, value);
      this.listen();
    }

    listen() {
      const { input, form, list } = this;
      // The letters of an input method are not yet a query; its end is.
      input.addEventListener("input", (event) => event.isComposing || this.later());
      input.addEventListener("compositionend", () => this.later());
      input.addEventListener("keydown", (event) => this.key(event));
      input.addEventListener("focus", () => yearbook.directory().catch(() => {}), { once: true });
      form.addEventListener("focusout", (event) => form.contains(event.relatedTarget) || this.close());
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.submit();
      });
      // A press would take the focus from the field, and the list away before the click.
      list.addEventListener("mousedown", (event) => event.preventDefault());
      list.addEventListener("click", (event) => {
        const chosen = event.target.closest("[role=option]");
        if (chosen) this.open(chosen);
      });
    }

    /** Cuts what is too long for an address at once, where the reader sees it, and says so. */
    shorten() {
      const characters = [...this.input.value];
      this.cut = characters.length > LONGEST;
      if (!this.cut) return;
      this.input.value = characters.slice(0, LONGEST).join("");
      this.list.replaceChildren(this.note(`${this.id}-0`, TOO_LONG));
      this.choose(-1);
      this.toggle(true);
      this.status.textContent = TOO_LONG;
    }

    later() {
      clearTimeout(this.timer);
      this.shorten();
      this.timer = setTimeout(() => this.ask(), PAUSE);
    }

    async ask() {
      const query = this.input.value.trim();
      const asked = ++this.asked;
      if (!query) return this.close();
      const fresh = () => asked === this.asked;
      /** @type {Yearbook.Problem[]} */
      const broken = [];
      const direct = yearbook.direct(query, DIRECT).catch((error) => {
        if (!(error instanceof yearbook.FileError)) throw error;
        broken.push({ file: error.file, reason: error.reason });
        return [];
      });
      // The first two on their own: each hit may need a file, and the reader should not wait for six.
      for (const limit of [FIRST, HITS]) {
        const result = await yearbook.search(query, { limit, facets: false });
        const answers = await direct;
        const directory = await yearbook.directory().catch(() => null);
        // An answer to what was typed before must not replace a newer one.
        if (!fresh() || document.activeElement !== this.input) return undefined;
        result.problems.push(...broken.filter(({ file }) => !result.problems.some((one) => one.file === file)));
        this.show(query, answers, result, directory);
        if (result.total <= limit) return undefined;
      }
      return undefined;
    }

    /**
     * @param {string} query
     * @param {Yearbook.Direct[]} answers
     * @param {Yearbook.Result} result
     * @param {Yearbook.Labels|null} directory
     */
    show(query, answers, result, directory) {
      let count = 0;
      const next = () => `${this.id}-${count++}`;
      const parts = [];
      if (answers.length) parts.push(directChoices(this.id, answers, next));
      if (result.hits.length) parts.push(hitChoices(this.id, query, result, directory, next));
      const trouble = result.problems.length > 0;
      // Direct answers are no hits: with them alone, the reader still has to know that nothing was found.
      if (!result.total || trouble) {
        const text = trouble ? yearbook.problemText(result.problems) : `未找到“${[...query].slice(0, 40).join("")}”`;
        parts.push(this.note(next(), text));
      }
      if (this.cut) parts.push(this.note(next(), TOO_LONG));
      const active = this.shown === query ? this.active : -1;
      this.shown = query;
      this.list.replaceChildren(...parts);
      this.choose(active);
      this.toggle(true);
      this.say(answers.length, result.total, trouble);
    }

    /**
     * A line about the query; it leads to the results page, where there is room for more.
     * @param {string} id
     * @param {string} text
     */
    note(id, text) {
      return choice(id, results(this.input.value.trim()), make("span", { class: "yearbook-none" }, text));
    }

    /**
     * @param {number} answers
     * @param {number} total
     * @param {boolean} trouble
     */
    say(answers, total, trouble) {
      let text = total ? `找到 ${total} 处` : answers ? `直达 ${answers} 项，正文未找到` : "未找到";
      if (trouble) text = "索引文件读不出来，结果不全";
      this.status.textContent = this.cut ? `${TOO_LONG}。${text}` : text;
    }

    /** @param {boolean} open */
    toggle(open) {
      this.list.hidden = !open;
      this.input.setAttribute("aria-expanded", String(open));
    }

    close() {
      clearTimeout(this.timer);
      this.asked++;
      this.choose(-1);
      this.toggle(false);
      this.status.textContent = "";
    }

    /** @param {number} index */
    choose(index) {
      const options = [...this.list.querySelectorAll("[role=option]")];
      options.forEach((one, i) => one.setAttribute("aria-selected", String(i === index)));
      this.active = options[index] ? index : -1;
      if (this.active < 0) return this.input.removeAttribute("aria-activedescendant");
      this.input.setAttribute("aria-activedescendant", options[index].id);
      return options[index].scrollIntoView({ block: "nearest" });
    }

    /** @param {number} step */
    move(step) {
      if (this.list.hidden) return this.ask();
      const size = this.list.querySelectorAll("[role=option]").length;
      // One step beyond either end is the field itself.
      return this.choose(((this.active + 1 + step + size + 1) % (size + 1)) - 1);
    }

    /** @param {KeyboardEvent} event */
    key(event) {
      if (event.isComposing || event.keyCode === 229) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        this.move(event.key === "ArrowDown" ? 1 : -1);
      } else if (event.key === "Enter" && this.active >= 0 && !this.list.hidden) {
        event.preventDefault();
        this.open(this.list.querySelectorAll("[role=option]")[this.active]);
      } else if (event.key === "Escape" && !this.list.hidden) {
        event.preventDefault();
        this.close();
      }
    }

    /** @param {Element} chosen */
    open(chosen) {
      this.close();
      const href = chosen.getAttribute("data-href") || "";
      const here = href.split("#")[0] === location.href.split("#")[0];
      location.assign(href);
      // Another hit of the same words in this page: the browser only moves, and nothing is loaded again.
      if (here && yearbook.seekHit) yearbook.seekHit();
    }

    submit() {
      // A field that the browser filled again has had no event of its own.
      this.shorten();
      const query = this.input.value.trim();
      this.close();
      if (query) location.assign(results(query));
    }
  }

  /** Makes comboboxes of all search forms in the page. */
  yearbook.enhanceForms = function () {
    for (const form of document.querySelectorAll("form[data-yearbook-search]")) {
      if (form.querySelector("input")) new Combobox(form);
    }
  };
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
