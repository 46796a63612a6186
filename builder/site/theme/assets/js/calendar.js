// What depends on the day of the reader and on where the reader is on the page.
(function (yearbook) {
  "use strict";

  function markToday() {
    const now = new Date();
    const page = document.querySelector(".month .strip");
    const id = document.getElementById("page-data");
    if (!page || !id || Number(JSON.parse(id.textContent).id.slice(-2)) !== now.getMonth() + 1) return;
    page.querySelectorAll("li")[now.getDate() - 1]?.firstElementChild?.classList.add("now");
  }

  function followContents() {
    const links = new Map();
    for (const link of document.querySelectorAll(".toc a")) {
      const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (target) links.set(target, link);
    }
    if (!links.size || !globalThis.IntersectionObserver) return;
    const watcher = new IntersectionObserver((seen) => {
      const first = seen.find((one) => one.isIntersecting);
      if (!first) return;
      for (const link of links.values()) link.removeAttribute("aria-current");
      links.get(first.target).setAttribute("aria-current", "true");
    }, { rootMargin: "0px 0px -70% 0px" });
    for (const target of links.keys()) watcher.observe(target);
  }

  /** Marks today in the calendar and the place in the contents. */
  yearbook.startCalendar = function () {
    markToday();
    followContents();
  };
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
