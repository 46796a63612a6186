// The rows of the list under a field: what a narrow line must show stands at its beginning.
(function (yearbook) {
  "use strict";

  const { make } = yearbook;
  // A line of a phone holds some twenty characters; the first mark must be among them.
  const LEAD = 8;
  const SHORT = 12;

  /** @typedef {{text: string, marks: Yearbook.Mark[]}} Marked */

  /** One choice; `href` is where it leads. */
  yearbook.choice = function (id, href, ...content) {
    return make("li", { role: "option", id, "aria-selected": "false", "data-href": href }, ...content);
  };

  /** Choices under a name. */
  yearbook.choices = function (name, id, options) {
    const title = make("span", { class: "yearbook-group", id, role: "presentation" }, name);
    return make("li", { role: "presentation" }, title, make("ul", { role: "group", "aria-labelledby": id }, ...options));
  };

  /**
   * A part of a text with the marks that are in it.
   * @param {Marked} whole
   * @param {number} from
   * @param {number} to
   * @returns {Marked}
   */
  function part({ text, marks }, from, to) {
    const inside = marks.filter(([first, last]) => first < to && last > from);
    return {
      text: text.slice(from, to),
      marks: inside.map(([first, last]) => [Math.max(first, from) - from, Math.min(last, to) - from]),
    };
  }

  /**
   * The text from a little before its first mark: behind an ellipsis no mark is seen.
   * @param {Marked} whole
   * @returns {Marked}
   */
  function nearMark(whole) {
    const { text, marks } = whole;
    if (!marks.length || marks[0][0] <= LEAD + 1) return whole;
    let from = marks[0][0] - LEAD;
    // The second half of a character beyond the first 65,536 is no beginning.
    if (/[\udc00-\udfff]/.test(text[from])) from += 1;
    const rest = part(whole, from, text.length);
    return { text: `…${rest.text}`, marks: rest.marks.map(([first, last]) => [first + 1, last + 1]) };
  }

  /** @param {Marked} whole */
  const shown = ({ text, marks }) => yearbook.marked(text, marks);

  /**
   * The heading goes first: sections of one document all begin with its title.
   * @param {Yearbook.Hit} hit
   * @param {Yearbook.Labels|null} directory
   */
  function titleOf(hit, directory) {
    const whole = { text: hit.title, marks: hit.titleMarks };
    const name = yearbook.label("document", hit.id.split("#")[0], directory);
    if (!hit.title.startsWith(`${name} `)) return make("span", { class: "yearbook-title" }, shown(nearMark(whole)));
    const over = part(whole, 0, name.length);
    const own = part(whole, name.length + 1, hit.title.length);
    const only = over.marks.length && !own.marks.length;
    const first = only && own.text.length > SHORT ? `${own.text.slice(0, SHORT)}…` : shown(nearMark(own));
    // Marked in the document's title alone, it needs the second line to show that.
    const attributes = { class: only ? "yearbook-title yearbook-long" : "yearbook-title" };
    return make("span", attributes, first, " ", make("span", { class: "yearbook-of" }, shown(only ? nearMark(over) : over)));
  }

  /**
   * A hit as a choice.
   * @param {string} id
   * @param {Yearbook.Hit} hit
   * @param {string} href
   * @param {Yearbook.Labels|null} directory for the titles of documents
   */
  yearbook.hitChoice = function (id, hit, href, directory) {
    const text = shown(nearMark({ text: hit.snippet, marks: hit.marks }));
    return yearbook.choice(id, href, titleOf(hit, directory), make("span", { class: "yearbook-snippet" }, text));
  };
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
