// The search field of every page: direct answers and first hits while typing.
(function (yearbook) {
  "use strict";

  const PAUSE = 60;
  const FIRST = 2;
  const HITS = 6;
  const DIRECT = 4;
  let number = 0;

  const { make } = yearbook;

  function option(id, href, ...content) {
    return make("li", { role: "option", id, "aria-selected": "false", "data-href": href }, ...content);
  }

  function group(name, id, options) {
    const title = make("span", { class: "yearbook-group", id, role: "presentation" }, name);
    return make("li", { role: "presentation" }, title, make("ul", { role: "group", "aria-labelledby": id }, ...options));
  }

  function hitOption(id, hit, words) {
    const title = make("span", { class: "yearbook-title" }, yearbook.marked(hit.title, hit.titleMarks));
    const text = make("span", { class: "yearbook-snippet" }, yearbook.marked(hit.snippet, hit.marks));
    return option(id, yearbook.hitAddress(hit, words), title, text);
  }

  /** One field: what is open, what is chosen, what has been asked last. */
  class Combobox {
    constructor(form) {
      this.form = form;
      this.input = form.querySelector("input");
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

    later() {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.ask(), PAUSE);
    }

    async ask() {
      const query = this.input.value.trim();
      const asked = ++this.asked;
      if (!query) return this.close();
      const fresh = () => asked === this.asked;
      const direct = yearbook.direct(query, DIRECT);
      // The first two on their own: each hit may need a file, and the reader should not wait for six.
      for (const limit of [FIRST, HITS]) {
        const result = await yearbook.search(query, { limit, facets: false });
        const answers = await direct;
        // An answer to what was typed before must not replace a newer one.
        if (!fresh() || document.activeElement !== this.input) return undefined;
        this.show(query, answers, result);
        if (result.total <= limit) return undefined;
      }
      return undefined;
    }

    show(query, answers, result) {
      let count = 0;
      const next = () => `${this.id}-${count++}`;
      const parts = [];
      if (answers.length) {
        const options = answers.map(({ kind, label, url }) => {
          const tag = make("span", { class: "yearbook-kind" }, yearbook.label("kind", kind));
          return option(next(), yearbook.address(url), make("span", { class: "yearbook-title" }, label), tag);
        });
        parts.push(group("直达", `${this.id}-direct`, options));
      }
      if (result.hits.length) {
        const options = result.hits.map((hit) => hitOption(next(), hit, result.words));
        options.push(option(next(), this.results(query), make("span", { class: "yearbook-all" }, `查看全部 ${result.total} 处`)));
        parts.push(group("正文", `${this.id}-hits`, options));
      }
      const trouble = result.problems.length > 0;
      if (!parts.length || trouble) {
        const text = trouble ? yearbook.problemText(result.problems) : `未找到“${query.slice(0, 40)}”`;
        parts.push(option(next(), this.results(query), make("span", { class: "yearbook-none" }, text)));
      }
      const active = this.shown === query ? this.active : -1;
      this.shown = query;
      this.list.replaceChildren(...parts);
      this.choose(active);
      this.toggle(true);
      this.status.textContent = result.total ? `找到 ${result.total} 处` : trouble ? "" : "未找到";
    }

    results(query) {
      return yearbook.address("search/", { q: query });
    }

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

    choose(index) {
      const options = [...this.list.querySelectorAll("[role=option]")];
      options.forEach((one, i) => one.setAttribute("aria-selected", String(i === index)));
      this.active = options[index] ? index : -1;
      if (this.active < 0) return this.input.removeAttribute("aria-activedescendant");
      this.input.setAttribute("aria-activedescendant", options[index].id);
      return options[index].scrollIntoView({ block: "nearest" });
    }

    move(step) {
      if (this.list.hidden) return this.ask();
      const size = this.list.querySelectorAll("[role=option]").length;
      // One step beyond either end is the field itself.
      return this.choose(((this.active + 1 + step + size + 1) % (size + 1)) - 1);
    }

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

    open(chosen) {
      this.close();
      location.assign(chosen.getAttribute("data-href"));
    }

    submit() {
      const query = this.input.value.trim();
      this.close();
      if (query) location.assign(this.results(query));
    }
  }

  /** Makes comboboxes of all search forms in the page. */
  yearbook.enhanceForms = function () {
    for (const form of document.querySelectorAll("form[data-yearbook-search]")) {
      if (form.querySelector("input")) new Combobox(form);
    }
  };
})((globalThis.yearbook = globalThis.yearbook || {}));
