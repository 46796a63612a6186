// A read query, written down again: offers change a part of it and keep the rest.
(function (yearbook) {
  "use strict";

  /**
   * Quoted where it would else be read as an operator, or fall apart.
   * @param {string} text
   */
  function asTyped(text) {
    const { words, odd } = yearbook.parse(text);
    const plain = !/^[-－]/.test(text) && !odd.length && words.length === 1 && words[0].text === yearbook.fold(text);
    return plain ? text : `"${text.replace(/"/g, "")}"`;
  }

  /** @param {string} value */
  const asValue = (value) => (/[\s"]/.test(value) ? `"${value.replace(/"/g, "")}"` : value);

  /** @returns {string} an operator as it is typed: "person:李明" */
  yearbook.writeFilter = function ({ name, value, minus }) {
    return `${minus ? "-" : ""}${name}:${asValue(value)}`;
  };

  /**
   * @param {Yearbook.Written} plan what `yearbook.parse` returns
   * @returns {string} a query that is read as this plan
   */
  yearbook.writeQuery = function (plan) {
    const words = plan.words.flatMap(({ text, near }, i) => {
      const far = near === null || near === undefined || !i ? [] : [`NEAR/${near}`];
      return [...far, asTyped(text)];
    });
    const without = plan.without.map((text) => `-${asTyped(text)}`);
    return [...words, ...without, ...(plan.title ? ["in:title"] : []), ...plan.filters.map(yearbook.writeFilter)].join(" ");
  };
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
