// The results page: reads its address, searches, shows.
(function (yearbook) {
  "use strict";

  const STEP = 20;
  const { make } = yearbook;
  const place = document.querySelector("[data-yearbook-results]");
  let asked = 0;

  function link(text, href, current) {
    return make("a", { href, "aria-current": current ? "true" : null }, text);
  }

  function tools(state, result, directory) {
    const all = async () => (await ask(state, result.total, 0)).hits;
    const save = (name, type, write) => async () => yearbook.saveText(name, write(await all(), directory), type);
    return make(
      "p",
      { class: "yearbook-tools" },
      link("按相关程度", yearbook.stateAddress(state, { sort: "", group: false }), !state.sort && !state.group),
      link("按日期", yearbook.stateAddress(state, { sort: "date", group: false }), state.sort === "date"),
      link("按文件分组", yearbook.stateAddress(state, { sort: "", group: true }), state.group),
      make("button", { type: "button", click: save("search.csv", "text/csv", yearbook.hitsAsCsv) }, "下载 CSV"),
      make("button", { type: "button", click: save("search.txt", "text/plain", yearbook.hitsAsCitations) }, "下载引文"),
    );
  }

  function ask(state, limit, offset) {
    const order = state.group ? "place" : state.sort;
    const facets = ["month", ...yearbook.filterNames.slice(4)];
    return yearbook.search(state.q, { ...state.filters, order, limit, offset, facets });
  }

  function more(state, result, directory, list) {
    let shown = result.hits.length;
    const button = make("button", {
      type: "button",
      class: "yearbook-more",
      click: async () => {
        const next = await ask(state, STEP, shown);
        shown += next.hits.length;
        list.append(...yearbook.hitList(next.hits, { words: next.words, group: state.group, directory }));
        list.querySelectorAll("li.yearbook-result a")[shown - next.hits.length]?.focus();
        button.hidden = shown >= result.total;
      },
    }, "再看一些");
    button.hidden = shown >= result.total;
    return button;
  }

  function notices(result) {
    const out = [];
    if (result.problems.length) {
      const again = make("button", { type: "button", click: () => show(location.href) }, "重试");
      out.push(make("p", { role: "alert", class: "yearbook-problem" }, yearbook.problemText(result.problems), again));
    }
    if (result.dropped) out.push(make("p", { class: "yearbook-problem" }, `词太多，最后 ${result.dropped} 个没有用上。`));
    return out;
  }

  function heading(state, result) {
    const name = state.q.length > 60 ? `${state.q.slice(0, 60)}…` : state.q;
    if (!result.total && result.problems.length) return `“${name}”：索引读不全，查不下去`;
    return result.total ? `“${name}”：找到 ${result.total} 处` : `“${name}”：未找到`;
  }

  async function offers(state, result) {
    if (result.total || result.problems.length) return [];
    try {
      await yearbook.part("near.js", "nearby");
      const found = await yearbook.nearby(state.q, state.filters);
      if (!found.length) return [];
      const items = found.map(({ query, reason, total, filters }) =>
        make("li", {}, link(query, yearbook.stateAddress(state, { q: query, filters: filters || {} })), ` ${reason}，${total} 处`),
      );
      const text = "没有一处与所查的文字完全相同。下面是相近的查法，不是所查的结果：";
      return [make("section", { class: "yearbook-offers" }, make("p", {}, text), make("ul", {}, ...items))];
    } catch (error) {
      if (error instanceof yearbook.FileError) return [];
      throw error;
    }
  }

  function answersList(answers, directory) {
    if (!answers.length) return [];
    const items = answers.map(({ kind, label, url }) =>
      make("li", {}, make("span", { class: "yearbook-kind" }, yearbook.label("kind", kind, directory)), " ", link(label, yearbook.address(url))),
    );
    return [make("section", { class: "yearbook-direct" }, make("h2", {}, "直达"), make("ul", {}, ...items))];
  }

  function dateOffer(state) {
    const found = yearbook.dateIn(state.q);
    if (!found) return [];
    const href = yearbook.stateAddress(state, { q: found.query });
    return [make("p", { class: "yearbook-offer" }, "上面查的是这几个字。也可以看：", link(`${found.label}的全部内容`, href))];
  }

  /** The bars show where else the words occur, so a chosen month must not empty the others. */
  async function monthCounts(state, result) {
    if (!state.filters.month) return result.facets.month || {};
    const whole = { ...state, filters: { ...state.filters, month: [] } };
    return (await ask(whole, 1, 0)).facets.month || {};
  }

  function chosenFilters(state, directory) {
    const links = Object.entries(state.filters).flatMap(([name, values]) =>
      values.map((value) => link(`去掉“${yearbook.label(name, value, directory)}”`, yearbook.toggled(state, name, value))),
    );
    return links.length ? [make("p", { class: "yearbook-chosen" }, "已筛选：", ...links)] : [];
  }

  async function show(address) {
    const turn = ++asked;
    const state = yearbook.readState(address);
    for (const input of document.querySelectorAll("form[data-yearbook-search] input")) input.value = state.q;
    if (!state.q.trim() && !Object.keys(state.filters).length) return place.replaceChildren(yearbook.searchHelp());
    place.setAttribute("aria-busy", "true");
    const [result, answers] = await Promise.all([ask(state, STEP, 0), yearbook.direct(state.q)]);
    const directory = await yearbook.directory().catch(() => ({ labels: {}, facets: [] }));
    const near = await offers(state, result);
    const months = await monthCounts(state, result);
    if (turn !== asked) return undefined;
    const list = make("div", { class: "yearbook-hits" }, ...yearbook.hitList(result.hits, { words: result.words, group: state.group, directory }));
    const title = make("p", { class: "yearbook-total", role: "status" }, heading(state, result));
    const side = make("aside", { class: "yearbook-side", "aria-label": "筛选" }, yearbook.facetList(result.facets, state, directory));
    const body = make("div", { class: "yearbook-main" });
    body.append(...chosenFilters(state, directory), ...notices(result), ...answersList(answers, directory), ...dateOffer(state), ...near);
    if (result.total) {
      const bars = yearbook.monthBars(months, state);
      body.append(...(bars ? [bars] : []), tools(state, result, directory), list, more(state, result, directory, list));
    }
    place.replaceChildren(title, make("div", { class: "yearbook-columns" }, body, side), yearbook.searchHelp());
    place.setAttribute("aria-busy", "false");
    document.title = heading(state, result);
    return undefined;
  }

  function listen() {
    // Links inside the results change the address without loading the page again.
    place.addEventListener("click", (event) => {
      const chosen = event.target.closest("a[href]");
      if (!chosen || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
      const [target, here] = [new URL(chosen.href), new URL(location.href)];
      if (target.pathname !== here.pathname || target.protocol !== here.protocol) return;
      try {
        history.pushState(null, "", target.href);
      } catch {
        return; // A folder on a disk may not allow it: then the link does what links do.
      }
      event.preventDefault();
      show(target.href);
    });
    window.addEventListener("popstate", () => show(location.href));
  }

  if (place) {
    listen();
    show(location.href);
  }
})((globalThis.yearbook = globalThis.yearbook || {}));
