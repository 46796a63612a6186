"""Text that the extraction has put out of its place, put back."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.rule import Facts, Proposal, deletes, rule, swaps
from builder.rules.pdf_layout import Line, lines
from builder.rules.pdf_title import announced
from builder.text import Edit, Move, Text

_ANNEX = re.compile(r"附件[0-9０-９一二三四五六七八九十]*")
_ENDED = re.compile(r"[。；，、：:]$|^（此件|^\d{4} ?年")
_VARIANT = re.compile(r"[（(][一二三四五六七八九十\d]+[)）]$")
_LONGEST = 40
_DEEPEST = 5
_GLUED = re.compile(r"(?<=。)( )第[一二三四五六七八九十]+[章节] [^\n，。；：]{2,30}(?=\n|$)")


def title(text: Text, facts: Facts) -> Iterator[Proposal]:
    """通栏标题在文字层中落到本页文字之后，移回页首（一页有两份表单的，移到各自之前）。

    A title-like line without sentence end that is the last of its page and is announced elsewhere:
    in a list of annexes, in 《…》, or by the word 附件 itself. On a page that ends so, a block like
    it further up belongs before the text in front of it too.
    """
    known = announced(text)
    for page in _pages(text, facts):
        at = _last_block(page, known)
        if at == 0 or at == len(page):
            continue
        begun = 0
        for start, end in _blocks(page, known, at):
            if start > begun:
                yield from _whole(text, page[start].start, page[end - 1].end, page[begun].start)
            begun = end


def _whole(text: Text, start: int, end: int, to: int) -> Iterator[Move]:
    """The lines `start:end` moved with a line end: that before them where none stands behind them."""
    if end < len(text):
        yield Move(start, end + 1, to)
    else:
        yield Move(start, end, to)
        yield Move(start - 1, start, to)


def _pages(text: Text, facts: Facts) -> Iterator[list[Line]]:
    starts = {m.start for m in facts.marks.get("page", [])}
    page: list[Line] = []
    for line in lines(text):
        if line.raw in starts and page:
            yield page
            page = []
        if line.s.strip():
            page.append(line)
    if page:
        yield page


def _is_title(page: list[Line], at: int, known: set[str]) -> bool:
    """True when a displaced title may begin at line `at`: 附件N, or an announced name on one or two lines."""
    s = "".join(page[at].s.split())
    if _ANNEX.fullmatch(s):
        return True
    two = s + "".join(page[at + 1].s.split()) if at + 1 < len(page) else s
    return any(_VARIANT.sub("", name) in known or name in known for name in (s, two))


def _plain(line: Line) -> bool:
    return len(line.s) <= _LONGEST and not _ENDED.search(line.s.strip())


def _last_block(page: list[Line], known: set[str]) -> int:
    """Where the displaced title at the end of a page begins; the page's length where there is none."""
    found = len(page)
    for at in range(len(page) - 1, max(0, len(page) - 1 - _DEEPEST), -1):
        if not _plain(page[at]):
            break
        if _is_title(page, at, known):
            found = at
    return found


def _blocks(page: list[Line], known: set[str], last: int) -> Iterator[tuple[int, int]]:
    """All displaced titles of a page that ends with one, from top to bottom, as (start, end)."""
    at = 1
    while at < last:
        if _is_title(page, at, known) and _plain(page[at]):
            end = at + 1
            while end < last and _plain(page[end]) and end - at < 3:
                end += 1
            yield at, end
            at = end
        else:
            at += 1
    yield last, len(page)


def placed(text: Text, facts: Facts) -> Iterator[Proposal]:
    """文字层中错位的文字，据版面数据移回原处，每处皆列理由。

    Data: `[[move]]` of layout/<id>.toml, raw lines found as marks `layout.move` and `layout.to`.
    """
    where = {line.raw: line.start for line in lines(text)}
    goals = {m.value: m for m in facts.marks.get("layout.to", [])}
    for mark in facts.marks.get("layout.move", []):
        inside = [line for line in lines(text) if mark.start <= line.raw < mark.end]
        goal = goals.get(mark.value)
        to = next((at for raw, at in sorted(where.items()) if goal and raw >= goal.start), None)
        if inside and to is not None:
            yield from _whole(text, inside[0].start, inside[-1].end, to)


def glued(text: Text, facts: Facts) -> Iterator[Proposal]:
    """章节标题粘在上一段末尾，另起一行。

    Only behind a full stop, to the end of the line, and without a mark in it: 第三节 within a
    sentence stands behind no full stop.
    """
    for found in _GLUED.finditer(text.s):
        yield Edit(found.start(1), found.end(1), "\n")


TITLE = rule("page.title", title, deletes("(?!)"), moves=True)
PLACED = rule("layout.moved", placed, deletes("(?!)"), moves=True)
GLUED = rule("heading.glued", glued, swaps({" ": "\n"}))
