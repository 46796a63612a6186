"""Pages of a text layer: where they begin, their numbers, running heads, displaced titles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from builder.engine.rule import Facts, Mark, Proposal
from builder.engine.text import Edit, Text
from builder.rules.pdf.lines import TextLine, lines, marks, whole
from builder.rules.pdf.title import announced

# A number between dashes or behind dots, alone on its line: a bare number may be a table's cell.
_NUMBER = re.compile(
    r"(?m)^[ \t]*(?:[—–－-]+[ \t]*(\d{1,4})[ \t]*[—–－-]+|[·•]+[ \t]*(\d{1,4})(?:[ \t]*[·•]+)?)[ \t]*$"
)
_LEAD = re.compile(r"(?m)^[ \f]+(?=\S)")
_ISSUE = re.compile(r"[（(][^\n）)]*\d{4}[^\n）)]*[）)]")
_ANNEX = re.compile(r"附件[0-9０-９一二三四五六七八九十]*")
_ENDED = re.compile(r"[。；，、：:]$|^（此件|^\d{4} ?年")
_VARIANT = re.compile(r"[（(][一二三四五六七八九十\d]+[)）]$")
_LONGEST = 40
_DEEPEST = 5


def start(text: Text, facts: Facts) -> Iterator[Proposal]:
    """每页第一行前多出的空格，文字前后相接，原书页码另记。

    A page begins at a line with a leading space and no blank line before it: other lines of a text
    layer have lost their indent. Leaves a mark `page` on the first character of each page, and
    the marks of the layout data.
    """
    yield from marks(text, facts)
    for found in _LEAD.finditer(text.s):
        at = found.start()
        if at == 0 or (at > 1 and text.s[at - 2] != "\n") or "\f" in found[0]:
            if not _NUMBER.match(text.s, at):
                yield Mark("page", found.end(), found.end() + 1)
            yield Edit(at, found.end(), "")


def head(text: Text, facts: Facts) -> Iterator[Proposal]:
    """每页上方重复的刊名、期号（书眉）。

    A line that holds the volume's name and an issue in brackets, stands at the head of a page
    and recurs. The volume's own title stands once, and a citation of it at no page's head.
    """
    name = re.match(r"[\u4e00-\u9fff]{4,}", facts.data.record.title)
    if not name:
        return
    numbers = {found.end() for found in _NUMBER.finditer(text.s)}
    pages = {m.start for m in facts.marks.get("page", [])}
    found = [line for line in lines(text) if name[0] in line.s and _ISSUE.search(line.s)]
    times = Counter("".join(line.s.split()) for line in found)
    for line in found:
        behind_number = len(text.s[: line.start].rstrip()) in numbers
        if times["".join(line.s.split())] > 1 and (behind_number or line.raw in pages):
            yield Edit(line.start, min(line.end + 1, len(text)), "")


def number(text: Text, facts: Facts) -> Iterator[Proposal]:
    """每页下方的页码，文字前后相接，页码另记。

    Leaves a mark `page` with its number on the text behind it, which begins the next page.
    """
    for found in _NUMBER.finditer(text.s):
        behind = re.compile(r"\s*").match(text.s, found.end())
        if behind and behind.end() < len(text):
            yield Mark("page", behind.end(), behind.end() + 1, str(int(found[1] or found[2]) + 1))
        yield Edit(found.start(), min(found.end() + 1, len(text)), "")


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
                yield from whole(text, page[start].start, page[end - 1].end, page[begun].start)
            begun = end


def _pages(text: Text, facts: Facts) -> Iterator[list[TextLine]]:
    starts = {m.start for m in facts.marks.get("page", [])}
    page: list[TextLine] = []
    for line in lines(text):
        if line.raw in starts and page:
            yield page
            page = []
        if line.s.strip():
            page.append(line)
    if page:
        yield page


def _is_title(page: list[TextLine], at: int, known: set[str]) -> bool:
    """True when a displaced title may begin at line `at`: 附件N, or an announced name on one or two lines."""
    s = "".join(page[at].s.split())
    if _ANNEX.fullmatch(s):
        return True
    two = s + "".join(page[at + 1].s.split()) if at + 1 < len(page) else s
    return any(_VARIANT.sub("", name) in known or name in known for name in (s, two))


def _plain(line: TextLine) -> bool:
    return len(line.s) <= _LONGEST and not _ENDED.search(line.s.strip())


def _last_block(page: list[TextLine], known: set[str]) -> int:
    """Where the displaced title at the end of a page begins; the page's length where there is none."""
    found = len(page)
    for at in range(len(page) - 1, max(0, len(page) - 1 - _DEEPEST), -1):
        if not _plain(page[at]):
            break
        if _is_title(page, at, known):
            found = at
    return found


def _blocks(page: list[TextLine], known: set[str], last: int) -> Iterator[tuple[int, int]]:
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
