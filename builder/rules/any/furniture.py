"""The page furniture of a yearbook: page numbers at head or foot, running heads (the name of the book on one side,
the section on the other), with the number on the line or beside it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from builder.engine.rule import Facts, Mark, Proposal
from builder.engine.text import Edit, Text
from builder.language.contents_rows import cells, paged
from builder.language.sections import is_book, key
from builder.rules.any.page_lines import YEAR, Line, letters, lines_of, may_head

_GAP = r"[ \t\u3000\u00a0]"
_SIGN = re.compile(r" [·•|｜/] ")
_PARTS = re.compile(rf"{_GAP}*[·•・|｜/—－-]+{_GAP}*|[ \u3000]{{1,}}")
# The page numbers of a book count on; of so many in a row some are lost.
_LOST = 6
# Two pages are not so near; a shorter one has a number in a dress.
_NEAR = 16
# The heading of a section stands on so many pages in front of its first running head, or nearer.
_PAGES = 4
# A heading that stands so often by itself is that of an item (概况), whatever stands at the head of a page.
_OFTEN = 3
# Two lines of one character may be anything.
_SHORT = 2
# Between two rows of the contents stand not more lines without a page: headings, their own page numbers.
_BETWEEN = 3
HEADING = re.compile(r"目[ \u00a0\u3000]*[录次]")


def heads(text: Text, facts: Facts) -> Iterator[Proposal]:
    """每页重复印出的书名、类目（书眉），同行的页码另记。

    Leaves a mark `head` with the name on each running head, a mark `page` where the number stands on its line.
    """
    lines = lines_of(text.s)
    numbers = _pages(text.s, lines)
    running = _running(text.s, lines, numbers)
    for at in sorted(running):
        line = lines[at]
        yield Mark("head", line.start, line.end, line.name or line.said.strip())
        beside = {at - 1, at + 1} & numbers
        if not beside and (behind := _behind(text.s, lines, at, numbers | running)) is not None:
            # Where the number beside it is lost, a page begins all the same.
            yield Mark("page", behind, behind + 1, "" if line.page is None else str(line.page))
        lead = len(text.s[line.start : line.end]) - len(text.s[line.start : line.end].lstrip())
        yield Edit(line.start + lead, line.end if lead else min(line.end + 1, len(text)), "")


def numbers(text: Text, facts: Facts) -> Iterator[Proposal]:
    """每页上下单占一行的页码，文字前后相接，页码另记。

    Leaves a mark `page` on the text behind: with the number itself at the head of a page, with the next one at its
    foot.
    """
    lines = lines_of(text.s)
    pages = _pages(text.s, lines)
    for at in sorted(pages):
        line = lines[at]
        top = "\f" in text.s[line.start : line.end] or text.s[: line.start].rstrip(" \n\u3000").endswith("\f")
        behind = _behind(text.s, lines, at, pages)
        if behind is not None and line.page is not None:
            yield Mark("page", behind, behind + 1, str(line.page if top else line.page + 1))
        yield Edit(line.start, min(line.end + 1, len(text)), "")


def _at_feed(s: str, line: Line) -> bool:
    """True for a line beside a form feed."""
    return "\f" in s[line.start : line.end] or s[line.end :].lstrip("\n \u3000").startswith("\f")


def _pages(s: str, lines: list[Line]) -> set[int]:
    """Which lines are page numbers and nothing else: those in a dress, those beside
    a form feed, and bare ones that count on with the rest."""
    found = {at for at, line in enumerate(lines) if line.sure or line.page is not None and _at_feed(s, line)}
    return {at for at in {*_chain(lines), *found} if not lines[at].name}


def _chain(lines: list[Line]) -> set[int]:
    """The longest row of numbers that count on, over some that are lost."""
    longest, rows = list[int](), dict[int, list[int]]()
    listed = _listed(lines)
    for at, line in enumerate(lines):
        if line.page is None or at in listed:
            continue
        page, row = line.page, list[int]()
        for step in range(1, _LOST + 1):
            before = rows.get(page - step, [])
            apart = not before or line.start - lines[before[-1]].end >= _NEAR
            if before and apart and len(before) > len(row):
                row = before
        # Of two rows as long the later one goes on: the contents have pages of their own.
        rows[page] = max([*row, at], rows.get(page, []), key=len)
        longest = max(rows[page], longest, key=len)
    return set(longest) if len(longest) > _OFTEN else set()


def _listed(lines: list[Line]) -> set[int]:
    """Names with a page that stand one below the other: rows of contents or of an index. Text parts running heads."""
    found: set[int] = set()
    for is_row, run in groupby(range(len(lines)), key=lambda at: bool(lines[at].name)):
        rows = list(run)
        found |= set(rows) if is_row and len(rows) >= _OFTEN else set()
    for start in (at for at, line in enumerate(lines) if HEADING.fullmatch(line.said.strip("#* "))):
        last = start
        for at in range(start + 1, len(lines)):
            if lines[at].name or cells(lines[at].said) or paged(lines[at].said):
                last = at
            elif at - last > _BETWEEN or "。" in lines[at].said:
                break
        found |= set(range(start + 1, last + 1))
    # The running heads of the contents are furniture too.
    return {at for at in found if not is_book(lines[at].key)}


def _running(s: str, lines: list[Line], pages: set[int]) -> set[int]:
    """Which lines are running heads."""
    with_page = {at for at in _chain(lines) if lines[at].name}
    edges = {at for at, line in enumerate(lines) if s[line.start : line.end].startswith("\f") and line.page is None}
    for at in pages:
        edges |= {near for near in (at - 1, at + 1) if 0 <= near < len(lines) and near not in pages}
    edges |= {
        at - 1 for at in range(1, len(lines)) if lines[at].start and s[lines[at - 1].end : lines[at].start].count("\f")
    }
    edges = {at for at in edges if may_head(lines[at])} - with_page
    times = Counter(lines[at].key for at in (*edges, *with_page))
    apart = {*edges, *with_page, *_listed(lines)}
    # A row of the contents names the section; it is not its heading.
    standing = [
        at
        for at, line in enumerate(lines)
        if at not in apart and may_head(line) and (is_book(line.key) or not cells(line.said))
    ]
    inside = Counter(lines[at].key for at in standing)
    contents = (at for at, line in enumerate(lines) if HEADING.fullmatch(line.said.strip("#* ")))
    front = next(contents, min(pages | with_page, default=len(lines)))
    found = set(with_page)
    at_edge, below = _by_key(lines, sorted(edges)), _by_key(lines, standing)
    beside = _by_key(lines, sorted(with_page))
    for name in times:
        own, opened = at_edge.get(name, []), below.get(name, [])
        if is_book(name):
            # The name of the book heads a page whose number is lost, too; on the cover it heads none.
            found |= {at for at in opened if at > front}
        recurs = times[name] > 1 or bool(own and opened and _opens(own[0], opened, pages))
        if not own or not recurs or inside[name] >= _OFTEN * times[name]:
            continue
        # The first one is the heading of its section where that stands nowhere in front of it.
        is_head = is_book(name) or _opens(own[0], opened, pages) or any(at < own[0] for at in beside.get(name, []))
        found |= set(own if is_head else own[1:])
    # 文化·旅游 is a section by itself where the contents list it.
    rows = {key(cell.name) for line in lines for cell in cells(line.said)}
    named = rows | {line.key for line in lines if may_head(line)}
    found |= {
        at
        for at, line in enumerate(lines)
        if (at in edges or _SIGN.search(line.said)) and line.key not in rows and _is_pair(line.said, named)
    }
    return found | _split(lines, pages | edges, found) | _vertical(lines, pages, named)


def _is_pair(said: str, named: set[str]) -> bool:
    """True for a running head that names a section and a subsection (工业 · 支柱产业), both of them headings."""
    parts = [letters(one) for one in _PARTS.split(said.strip("#* "))]
    return len(parts) > 1 and all(part in named for part in parts)


def _vertical(lines: list[Line], pages: set[int], named: set[str]) -> set[int]:
    """Running heads that are set upright at the edge: a heading with one character on each line, beside a number; a
    longer one where the number is lost, too."""
    found: set[int] = set()
    for is_one, run in groupby(range(len(lines)), key=lambda at: len(lines[at].key) == 1 == len(lines[at].said)):
        rows = list(run)
        beside = {rows[0] - 1, rows[-1] + 1} & pages
        if is_one and len(rows) > (1 if beside else _SHORT) and "".join(lines[at].key for at in rows) in named:
            found |= set(rows)
    return found


def _by_key(lines: list[Line], places: Iterable[int]) -> dict[str, list[int]]:
    """The places of lines by what the lines say."""
    found: dict[str, list[int]] = {}
    for at in places:
        found.setdefault(lines[at].key, []).append(at)
    return found


def _split(lines: list[Line], edges: set[int], found: set[int]) -> set[int]:
    """The running heads that are set in two lines at the edge of a page: the name and the year of the book, the halves
    of a name that is printed elsewhere in one. Where the number of the page is lost too, halves that stand nowhere by
    themselves tell: two lines of a title, of a list stand inside a page."""
    # A row of the index may say both halves in one: 组织工作概况 17.
    whole = {line.key for line in lines if may_head(line) and not cells(line.said)}
    said, pairs = Counter(line.key for line in lines), Counter((one.key, two.key) for one, two in pairwise(lines))
    more: set[int] = set()
    for at in range(len(lines) - 1):
        first, second = lines[at], lines[at + 1]
        if at in found and is_book(first.key) and YEAR.fullmatch(second.said):
            more.add(at + 1)
        near = bool({at - 1, at, at + 1, at + 2} & edges)
        near = near or said[first.key] == said[second.key] == pairs[first.key, second.key]
        if (
            near
            and may_head(first)
            and may_head(second)
            and first.key + second.key in whole
            and not {at, at + 1} & found
        ):
            more |= {at, at + 1}
    return more


def _opens(first: int, opened: list[int], pages: set[int]) -> bool:
    """True where the heading itself stands a few pages in front of the first running head, or nearer."""
    before = [at for at in opened if at < first]
    # Or right below it, where the page of the heading bears a running head too.
    return first + 1 in opened or bool(before) and sum(1 for at in pages if before[-1] < at < first) <= _PAGES


def _behind(s: str, lines: list[Line], at: int, gone: set[int]) -> int | None:
    """Where the text goes on behind a line, over those that are furniture too."""
    line = next((one for n, one in enumerate(lines[at + 1 :], at + 1) if n not in gone), None)
    return None if line is None else line.start + len(s[line.start : line.end]) - len(s[line.start : line.end].lstrip())
