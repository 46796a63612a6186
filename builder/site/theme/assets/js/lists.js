// Long lists: filter by words and year, order by strokes, say how many are shown.
(function (yearbook) {
  "use strict";

  const { element } = yearbook;

  /** @param {HTMLElement} item */
  function strokesOf(item) {
    return Number((item.dataset.strokes || "").slice(0, 2)) || 0;
  }

  /**
   * The items under headings of stroke counts: 7 画.
   * @param {HTMLElement[]} items
   */
  function byStrokes(items) {
    /** @param {HTMLElement} item */
    const key = (item) => item.dataset.strokes || "";
    const sorted = [...items].sort((a, b) => (key(a) < key(b) ? -1 : 1));
    const out = [];
    let last = -1;
    /** @type {HTMLElement|null} */
    let list = null;
    for (const item of sorted) {
      const strokes = strokesOf(item);
      if (strokes !== last) {
        list = element("ul", { class: "index" });
        out.push(element("h2", {}, strokes ? `${strokes} 画` : "其他"), list);
        last = strokes;
      }
      list?.append(item);
    }
    return out;
  }

  class List {
    /**
     * @param {HTMLElement} place
     * @param {HTMLElement[]} items
     */
    constructor(place, items) {
      this.place = place;
      this.items = items;
      this.texts = items.map((item) => item.textContent.toLowerCase());
      this.homes = items.map((item) => item.parentElement);
      this.year = "";
      this.word = "";
      this.parts = [...place.querySelectorAll(":scope > h2, :scope > ul.index, :scope > .letters")];
      this.count = element("span", { role: "status", class: "count" });
      document.querySelector("[data-list-tools]")?.append(...this.tools());
      this.show();
    }

    tools() {
      const input = element("input", { type: "search", id: "list-filter", autocomplete: "off" });
      input.addEventListener("input", () => ((this.word = input.value.trim().toLowerCase()), this.show()));
      const label = element("label", { for: "list-filter" }, "筛选");
      /** @type {HTMLElement[]} */
      const parts = [label, input];
      const years = [...new Set(this.items.flatMap((item) => (item.dataset.years || "").split(" ")))].filter(Boolean).sort();
      /** @type {[value: string, said: string][]} */
      const each = years.map((year) => [year, year]);
      if (years.length > 1) parts.push(this.choice("年份", [["", "全部"], ...each], (year) => ((this.year = year), this.show())));
      if (this.items.some(strokesOf)) parts.push(this.choice("排序", [["", "拼音"], ["strokes", "笔画"]], (order) => this.order(order)));
      return [...parts, this.count];
    }

    /**
     * @param {string} name
     * @param {[value: string, said: string][]} values
     * @param {(value: string) => void} chosen
     */
    choice(name, values, chosen) {
      const buttons = values.map(([value, said], i) =>
        element("button", { type: "button", "aria-pressed": String(i === 0), click: (event) => {
          buttons.forEach((one) => one.setAttribute("aria-pressed", String(one === event.currentTarget)));
          chosen(value);
        } }, said),
      );
      return element("span", { class: "choice", role: "group", "aria-label": name }, ...buttons);
    }

    /** @param {string} order */
    order(order) {
      this.place.querySelectorAll(":scope > [data-made]").forEach((one) => one.remove());
      for (const part of this.parts) part.hidden = order === "strokes";
      if (order === "strokes") {
        const made = byStrokes(this.items);
        for (const one of made) one.setAttribute("data-made", "");
        this.place.append(...made);
      } else {
        this.items.forEach((item, i) => this.homes[i]?.append(item));
      }
      this.show();
    }

    show() {
      let shown = 0;
      this.items.forEach((item, i) => {
        const fits = (!this.year || (item.dataset.years || "").includes(this.year)) && this.texts[i].includes(this.word);
        item.hidden = !fits;
        shown += Number(fits);
      });
      for (const list of this.place.querySelectorAll(":scope > ul.index")) {
        const empty = ![...list.children].some((item) => !item.hidden);
        const head = list.previousElementSibling;
        list.classList.toggle("none", empty);
        if (head && head.tagName === "H2") head.classList.toggle("none", empty);
      }
      this.count.textContent = shown === this.items.length ? `${shown} 条` : `${shown} / ${this.items.length} 条`;
    }
  }

  /** Gives a long list its tools. */
  yearbook.startLists = function () {
    const place = document.querySelector("[data-list]");
    const items = place ? [...place.querySelectorAll(":scope > ul.index > li")] : [];
    if (place && items.length && document.querySelector("[data-list-tools]")) new List(place, items);
  };
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
