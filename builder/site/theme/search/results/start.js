// The results page: reads its address, searches, shows.
(function (yearbook) {
  "use strict";

  // Without it nothing of this file runs.
  const place =
    /** @type {HTMLElement} */
    (document.querySelector("[data-yearbook-results]"));
  const emptyTitle = document.title;
  /** @type {[part: keyof Yearbook, file: string][]} */
  const NEEDED = [["parse", "engine.js"], ["make", "page.js"]];
  let asked = 0;
  let shown = "";
  /** @type {HTMLElement} */
  let total;
  /** @type {HTMLElement} */
  let body;

  /**
   * Where the reader stood, unless they have moved on meanwhile.
   * @param {number} y
   */
  function backTo(y) {
    const stop = new AbortController();
    for (const name of ["wheel", "touchmove", "keydown"]) {
      window.addEventListener(name, () => stop.abort(), { once: true, signal: stop.signal });
    }
    return () => {
      if (y && !stop.signal.aborted) window.scrollTo(0, y);
      stop.abort();
    };
  }

  function remember() {
    try {
      history.replaceState({ ...history.state, y: window.scrollY }, "");
    } catch {
      // Without it, Back goes to the top of the list.
    }
  }

  /**
   * @param {string} address
   * @param {number} [y]
   */
  async function show(address, y = 0) {
    const turn = ++asked;
    const current = () => turn === asked;
    const state = yearbook.readState(address);
    shown = new URL(address).search;
    for (const input of document.querySelectorAll("form[data-yearbook-search] input")) input.value = state.q;
    if (!state.q.trim() && !Object.keys(state.filters).length) {
      total.textContent = "";
      document.title = emptyTitle;
      body.removeAttribute("aria-busy");
      return body.replaceChildren(yearbook.searchHelp(true));
    }
    const back = backTo(y);
    total.textContent = "正在查…";
    body.setAttribute("aria-busy", "true");
    const view = await new yearbook.ResultView(state, current, () => show(location.href)).begin();
    if (!current()) return undefined;
    body.replaceChildren(view.draw(), yearbook.searchHelp());
    body.setAttribute("aria-busy", "false");
    total.textContent = view.title;
    document.title = `${view.title} - ${emptyTitle}`;
    await view.complete();
    if (current()) back();
    return undefined;
  }

  /** The link that was followed is gone: the reader goes to what has come in its stead. */
  function toTotal() {
    total.focus({ preventScroll: true });
    const { top } = total.getBoundingClientRect();
    if (top < 0 || top > window.innerHeight / 2) total.scrollIntoView();
  }

  /** @param {MouseEvent & {target: HTMLElement}} event */
  function follow(event) {
    const chosen = event.target.closest("a[href]");
    if (!chosen || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const [target, here] = [new URL(chosen.href), new URL(location.href)];
    if (target.pathname !== here.pathname || target.protocol !== here.protocol) return;
    remember();
    try {
      history.pushState(null, "", target.href);
    } catch {
      return; // A folder on a disk may not allow it: then the link does what links do.
    }
    event.preventDefault();
    show(target.href);
    toTotal();
  }

  function listen() {
    // Links inside the results change the address without loading the page again.
    place.addEventListener("click", follow);
    // The browser would scroll before the hits have come.
    history.scrollRestoration = "manual";
    window.addEventListener("pagehide", remember);
    window.addEventListener("popstate", ({ state }) => {
      // A link to a place in this page, as to its beginning, changes nothing of the results.
      if (location.search !== shown || state?.y) show(location.href, state?.y);
    });
  }

  function start() {
    const lost = NEEDED.find(([name]) => !yearbook[name]);
    if (lost) {
      place.setAttribute("role", "alert");
      place.textContent = `search/${lost[1]} 读不出来，查不了。请再打开一次；仍然不行，可以从目录按卷、按月查找。`;
      return;
    }
    const { make } = yearbook;
    // One and the same element for all results: what is new in it is read out.
    total = make("p", { class: "yearbook-total", role: "status", tabindex: "-1" });
    body = make("div", { class: "yearbook-body" });
    place.replaceChildren(total, body);
    listen();
    show(location.href, history.state?.y);
  }

  if (place) start();
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
