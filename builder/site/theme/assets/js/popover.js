// A correction tells its reason: on hover, on tap, and when it has the focus.
(function (yearbook) {
  "use strict";

  const PLACES = ".fix, .doubt, .withheld";
  /** @type {HTMLElement|null} */
  let pop = null;
  /** @type {HTMLElement|null} */
  let owner = null;

  /** @param {HTMLElement} element */
  function caseOf(element) {
    const name = element.id || element.dataset.of;
    const link = name && document.querySelector(`#notes a[href="#${name}"]`);
    return link ? link.closest("li") : null;
  }

  function hide() {
    pop?.remove();
    pop = owner = null;
  }

  /** @param {HTMLElement} element */
  function show(element) {
    const found = caseOf(element);
    if (!found || owner === element) return;
    hide();
    owner = element;
    pop = yearbook.element("div", { class: "pop", "data-furniture": true, "aria-hidden": "true" });
    pop.append(...[...found.childNodes].map((node) => node.cloneNode(true)));
    pop.querySelectorAll(".places").forEach((one) => one.remove());
    document.body.append(pop);
    const at = element.getClientRects()[0] || element.getBoundingClientRect();
    const left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - pop.offsetWidth - 8));
    pop.style.left = `${left + scrollX}px`;
    pop.style.top = `${at.bottom + scrollY + 8}px`;
  }

  /** Makes corrections and doubts reachable and lets them speak. */
  yearbook.startPopover = function () {
    for (const element of document.querySelectorAll(PLACES)) {
      const found = caseOf(element);
      // Inside a link it would be a control within a control.
      if (!found || !element.id || element.closest("a")) continue;
      element.tabIndex = 0;
      element.setAttribute("role", "note");
      element.setAttribute("aria-describedby", found.id);
    }
    document.addEventListener("mouseover", (event) => {
      const element = event.target.closest?.(PLACES);
      if (element) show(element);
      else if (pop && !pop.contains(event.target) && document.activeElement !== owner) hide();
    });
    document.addEventListener("focusin", (event) => (event.target.matches(PLACES) ? show(event.target) : hide()));
    document.addEventListener("click", (event) => {
      const element = event.target.closest(PLACES);
      if (element && !element.closest("a")) show(element);
      else if (pop && !pop.contains(event.target)) hide();
    });
    document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  };
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
