"""The printed contents of a yearbook: what they list, how deep and on which page, and where they end."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from builder.engine.text import Text
from builder.language.contents_rows import cells, paged
from builder.language.labels import squeeze
from builder.language.sections import BRACKET, is_book, is_document, key
from builder.model.blocks import Item
from builder.model.volume import Contents, FrontPage
from builder.readers.contents import HEADING
from builder.readers.source import Source
from builder.readers.yearbook.columns import Row, apart, run_on

# Names without a page that follow each other: headings of sections, of columns.
_UNPAGED = 14
_LONGEST = 44
# Rows that stand above all others are set in less than any of them.
_ABOVE = 1000
# Rows that the body may leave out, one behind the other.
_AHEAD = 12
# So many rows without any page are contents without pages.
_NONE = 6
# A line that is set in so far stands in the middle.
MIDDLE = 6
_FIGURES = "0123456789 \u3000"


class Listing(NamedTuple):
    """The contents: lines `start:end`, their rows. Without contents both are 0. `body` are the names of lines
    and of titles behind them."""

    start: int
    end: int
    rows: tuple[Row, ...]
    body: frozenset[str] = frozenset()

    def depths(self) -> list[int]:
        """How deep each row stands where they are set in by steps (0, 1, 2); [] where they are not."""
        if run_on(self.rows):
            return []
        has_pages = any(row.page is not None for row in self.rows)
        # A name without a page, among others that have one, stands above them. The heading of a column, a line of
        # dashes, a page number of the contents stand nowhere in the body, and above nothing.
        above = [has_pages and row.page is None and row.name in self.body for row in self.rows]
        # Where the next row is set in, the indent tells, and a section without subsections has its page.
        # Documents stand under their section without an indent in many books.
        pairs = zip(pairwise(self.rows), above, strict=False)
        stepped = [row.indent < below.indent for (row, below), up in pairs if up and not is_document(below.name)]
        if stepped and all(stepped):
            above = [False] * len(above)
        indents = [row.indent - _ABOVE if up else row.indent for up, row in zip(above, self.rows, strict=True)]
        steps = sorted(
            {
                one
                for one, row in zip(indents, self.rows, strict=True)
                if not has_pages or row.page or row.name in self.body
            }
        )
        if not 1 < len(steps) <= len(("section", "subsection", "item")) + 1:
            return []
        return [max(bisect_right(steps, one) - 1, 0) for one in indents]

    def levels(self) -> dict[str, int]:
        """How deep a name stands where the rows are set in by steps: name -> 0, 1, 2; the deepest where it recurs."""
        found: dict[str, Counter[int]] = {}
        for row, depth in zip(self.rows, self.depths(), strict=False):
            found.setdefault(row.name, Counter())[depth] += 1
        return {name: counted.most_common(1)[0][0] for name, counted in found.items()}


class Cursor:
    """Goes through the rows as the body does: the same name may be that of a subsection here, of an item there."""

    def __init__(self, found: Listing) -> None:
        self._rows, self._depths, self._at = found.rows, found.depths(), 0

    def level(self, name: str, usual: int) -> int:
        """How deep the next row of this name stands; `usual` where none is near."""
        near = range(self._at, min(self._at + _AHEAD, len(self._depths)))
        at = next((at for at in near if self._rows[at].name == name), None)
        if at is None:
            return usual
        self._at = at + 1
        return self._depths[at]


def listing(lines: list[Text], source: Source) -> Listing:
    """The contents of a yearbook, from its heading 目录 on."""
    headings = (i for i, line in enumerate(lines) if HEADING.fullmatch(line.s))
    start, end = next(((i, end) for i in headings if (end := _end(lines, i)) > i + 1), (0, 0))
    if not end:
        return Listing(0, 0, ())
    set_in = indents(source)
    titles = (found["title"] for line in lines[end:] if (found := BRACKET.match(line.s)))
    pairs = (one.s + two.s for one, two in pairwise(lines[end:]) if len(one.s) + len(two.s) <= _LONGEST)
    body = frozenset(map(key, (*(line.s for line in lines[end:]), *titles, *pairs)))
    rows: list[Row] = []
    for line in lines[start + 1 : end]:
        rows += _rows(line, _indent(line, set_in, source), next((r.page for r in reversed(rows) if r.page), 0))
    rows = apart(rows, source.text.lines())
    return Listing(start, end, tuple(_whole(rows, body)), body)


def _whole(rows: list[Row], body: frozenset[str]) -> Iterator[Row]:
    """The rows, titles that are set in two lines as one: the body says both in one line."""
    first: Row | None = None
    for row in (row for row in rows if row.name and not (row.page is None and row.name.isdigit())):
        if first is not None and first.name + row.name in body:
            yield row._replace(name=first.name + row.name, indent=first.indent)
            first = None
            continue
        if first is not None:
            yield first
        first = row if row.page is None and row.name not in body else None
        if first is None:
            yield row
    if first is not None:
        yield first


def _end(lines: list[Text], start: int) -> int:
    end, last = start + 1, 0
    for i in range(start + 1, len(lines)):
        found = cells(lines[i].s) or paged(lines[i].s)
        if found and found[0].page >= last - _BACK and not is_book(found[0].name):
            # Of columns beside each other the first goes on from the first above.
            end, last = i + 1, max(last, found[0].page)
        elif i >= end + _UNPAGED or len(lines[i].s) > _LONGEST or "。" in lines[i].s:
            break
    if not last:
        return _unpaged(lines, start)
    # A running head and a page number of the contents themselves close them.
    while end < len(lines) and (HEADING.fullmatch(lines[end].s.rstrip(_FIGURES)) or lines[end].s.isdigit()):
        end += 1
    return end


_GLUED = re.compile(r"(?P<name>\D*[^\d.．%％])(?P<page>\d{1,4})")
# Between two rows of contents lie not more pages.
_ON = 80
# A page may be printed wrong, or its figures be recognised wrong.
_BACK = 3


def _unpaged(lines: list[Text], start: int) -> int:
    """The line at which the first name of contents without pages stands again; none but names stand between."""
    first = key(lines[start + 1].s) if start + 1 < len(lines) else ""
    for i in range(start + 1, len(lines)):
        if first and key(lines[i].s) == first and i > start + _NONE:
            return i
        if "。" in lines[i].s or len(lines[i].s) > _LONGEST or lines[i].s.startswith("【"):
            break
    return start + 1


def _rows(line: Text, indent: int, last: int) -> Iterator[Row]:
    """The rows on a line; a page may be glued to its name, where it goes on from the page above."""
    if HEADING.fullmatch(line.s):
        return
    found = cells(line.s) or paged(line.s)
    glued = _GLUED.fullmatch(line.s)
    for one in found:
        if not HEADING.fullmatch(one.name):
            # The running head of the contents (目录 1) is none of their rows.
            yield Row(key(one.name), one.page, indent, line)
    if not found and glued and last - _BACK <= int(glued["page"]) <= last + _ON:
        yield Row(key(glued["name"]), int(glued["page"]), indent, line)
    elif not found:
        yield Row(key(line.s), None, indent, line)


def _indent(line: Text, set_in: dict[int, int], source: Source) -> int:
    """How far a row is set in, in half steps: one in bold type stands above others of its indent or column."""
    # - **农业** …: the sign of a list may stand in front.
    lead = next((at for at, c in enumerate(line.s) if c.isalnum()), 0)
    bold = bool(source.marked("bold", line[lead : lead + 1]))
    return 2 * set_in.get(line.strip().first(), 0) + (not bold)


def indents(source: Source) -> dict[int, int]:
    """How far lines are set in, by the raw offset of their first character."""
    return {
        kept.first(): len(line.s) - len(line.s.lstrip()) for line in source.text.lines() if (kept := line.strip()).s
    }


def contents_page(lines: list[Text], found: Listing, source: Source) -> tuple[FrontPage, list[Contents]]:
    """The contents as a page, as printed but for their leaders, and as data: each row under the last without a page."""
    blocks = [Item(_shown(line, source)) for line in lines[found.start : found.end]]
    listed, section = list[Contents](), None
    for row in found.rows:
        if row.page is None:
            section = squeeze(row.line.s)
        else:
            listed.append(Contents(row.name, row.page, section))
    return FrontPage("contents", "contents", "目录", list(blocks)), listed


def _shown(line: Text, source: Source) -> Text:
    """A row with one character in the place of each leader."""
    parts, done = list[Text](), 0
    for one in cells(line.s):
        start, end = one.gap
        if end - start > 1:
            space = next((at for at in range(start, end) if line.s[at].isspace()), start)
            parts += [line[done:start], line[space : space + 1]]
            source.drop("contents.leader", line[start:space])
            source.drop("contents.leader", line[space + 1 : end])
            done = end
    return Text.join([*parts, line[done:]])
