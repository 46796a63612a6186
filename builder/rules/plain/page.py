"""Page numbers and running heads between the lines of a plain text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from builder.engine.rule import Facts, Mark, Proposal
from builder.engine.text import Edit, Text
from builder.language.date_tokens import value
from builder.language.document_numbers import number_line
from builder.language.headings import heading
from builder.language.labels import bare
from builder.language.numbering import iso_date
from builder.rules.any import furniture

# Dashes or dots around a number, 第3页, or a number pushed far to the right.
_DASH = r"[—–－\-·•～~=]"
NUMBER = re.compile(
    rf"(?m)^[ \t\u3000]*(?:{_DASH}+[ \t\u3000]*(\d{{1,4}})[ \t\u3000]*{_DASH}+"
    r"|第[ \u3000]?(\d{1,4})[ \u3000]?页(?:[ \u3000]*共[ \u3000]?\d+[ \u3000]?页)?"
    r"|(?<=[ ]{16})(\d{1,4})|P\.[ ]?(\d{1,4}))[ \t\u3000]*$"
)
# A number by itself; in Chinese figures where it is set to the middle.
_BARE = re.compile(
    r"(?m)^(?:[ \t\u3000]*(?P<open>[（(])?(?P<number>\d{1,4})(?(open)[）)])"
    r"|(?: {4,}|\u3000{2,})(?P<chinese>[一二三四五六七八九十〇○百]{1,4}))[ \t\u3000]*$"
)
# So many bare numbers in a row, each the next one and with so much text between that holds a sentence, are pages: a
# single one, and those of a table's rows, may be cells.
_ROW, _PAGE = 3, 160
_NEAR = re.compile(r"\s*")
_BOOK = re.compile(r"大[ \u3000]*事[ \u3000]*记|年[ \u3000]*鉴|公[ \u3000]*报|志$")
_FOLIO = rf"{_DASH}*[ \u3000]?(?:\d{{1,4}})[ \u3000]?{_DASH}*"
_PAGED = re.compile(
    rf"(?m)^[ \u3000]*(?:(?P<first>{_FOLIO})[ \u3000]{{2,}}(?P<behind>[^\d\n。；，][^\n。；，]{{1,19}})"
    rf"|(?P<before>[^\d\n。；，][^\n。；，]{{1,19}}?)[ \u3000]{{2,}}(?P<last>{_FOLIO}))[ \u3000]*$"
)
_ISSUE = re.compile(r"·?(?:(?:\d{4}年?)?[·第]*\d{1,3}期|\d{4}[.·]\d{1,2})[^。；，：]{0,20}")
_DIGITS = re.compile(r"[\d０-９\s\u3000]+")
_OFFICE = re.compile(r"(?:政府|办公[室厅]|委员会|[局厅委部院署])$")
# Counted without the gap that pushes one half of it to the right.
_SHORTEST, _LONGEST = 4, 32
_LATIN = re.compile(r"[A-Z][A-Z' ]{3,40}")
_WIDE_GAP = re.compile(r"[ \u3000]{2,}")
_COVER = 3
# Heads stand on every page, or on every second one; some are lost.
_HEADS, _NEAR_PAGES = 2, 4
_YEARS = range(1800, 2100)
# The least text between two heads: a line or two.
_LINES = 60
# Within so many characters the cover says the name of the book and a year.
_TITLE = 120


def number(text: Text, facts: Facts) -> Iterator[Proposal]:
    """每页上下单占一行的页码，文字前后相接，页码另记。

    Leaves a mark `page` with the next number on the text behind it, which begins the next page.
    """
    if facts.data.record.kind == "yearbook":
        yield from furniture.numbers(text, facts)
        return
    for found in _numbers(text.s, [one for one in _BARE.finditer(text.s) if _is_folio(text, facts, one)]):
        behind = _NEAR.match(text.s, found.end())
        if behind and behind.end() < len(text):
            printed = next(one for one in found.groups() if one and one not in "（(")
            yield Mark("page", behind.end(), behind.end() + 1, str(value(printed) + 1))
        yield Edit(found.start(), min(found.end() + 1, len(text)), "")


def head(text: Text, facts: Facts) -> Iterator[Proposal]:
    """页码上下重复印出的书名、类目（书眉）。

    A short line beside a page number or behind a form feed that recurs there, or that says the name of the book. A
    title in the middle of a page stands beside no number; the name of the book on its cover is left alone. Leaves a
    mark `folio` on a bare number that only the name of the book beside it tells.
    """
    if facts.data.record.kind == "yearbook":
        yield from furniture.heads(text, facts)
        return
    cover = [found.end() for found in re.finditer(r"\S[^\n]*\n", text.s)][:_COVER]
    front = cover[-1] if cover else 0
    books = {bare(one) for one in text.s[:front].split("\n")}
    # A line alone on its page stands beside two numbers.
    folios = [one for one in _BARE.finditer(text.s) if _under_book(text.s, one)]
    yield from (Mark("folio", one.start(), one.end()) for one in folios)
    numbers = _numbers(text.s, folios)
    lines = {found.start() for found in numbers}
    edges = [*(found.span() for found in numbers), *((at, at + 1) for at, c in enumerate(text.s) if c == "\f")]
    beside = {one for edge in edges for one in _beside(text.s, *edge) if not _numbered(one, lines)}
    times = Counter(_DIGITS.sub("", text.s[start:end]) for start, end in beside)
    issues = {*_issues(text.s, front), *_with_page(text.s)}
    for start, end in sorted(beside | issues):
        said = text.s[start:end].strip()
        # Under the name of the book, the same in Latin letters.
        latin = _LATIN.fullmatch(said) is not None and _BOOK.search(text.s[slice(*_above(text.s, start))].strip())
        recurs = latin or times[_DIGITS.sub("", said)] > 1
        own = _BOOK.search(said) is not None and bool(cover) and start >= front
        # The name of the chronicle may open it; that of the book is on the cover.
        own = own and (bare(said) in books or not _opens(text.s, end))
        if (start, end) in issues or (recurs or own) and not _is_text(said):
            # What stands in front of it on its line, a form feed above all, is left to the blank lines.
            lead = end - start - len(text.s[start:end].lstrip())
            yield Edit(start + lead, end if lead else min(end + 1, len(text)), "")


def _issues(s: str, cover: int) -> list[tuple[int, int]]:
    """The lines behind the cover that say the name of the book, as a line of the cover does, and its issue, at least
    twice; a column of the book or the page may stand behind them."""
    names = map(bare, s[:cover].split("\n"))
    books = [name[: named.end()] for name in names if (named := _BOOK.search(name))]
    lines = ((one, bare(one[0])) for one in re.finditer(r"[^\n]+", s) if one.start() >= cover)
    found = [one.span() for one, said in lines for book in books if _is_issue(said, book)]
    return found if len(found) > 1 else []


def _with_page(s: str) -> list[tuple[int, int]]:
    """The lines that hold the name of the book, or of a part of it, and behind a gap a page that counts on.

    A name that is none of a book must stand twice. Rows of contents and of tables follow each other at once, and a
    list of books names years.
    """
    found = [(int(re.sub(r"\D", "", one["first"] or one["last"])), _name(one), one) for one in _PAGED.finditer(s)]
    said = Counter(name for _, name, _ in found)
    heads = [
        (page, name, one.span())
        for page, name, one in found
        if page not in _YEARS and (_BOOK.search(name) or said[name] > 1 and len(name) >= _SHORTEST)
    ]
    pages = [page for page, _, _ in heads]
    apart = all(below[0] - above[1] >= _LINES for (*_, above), (*_, below) in pairwise(heads))
    if len(pages) < _HEADS or pages != sorted(set(pages)) or not apart:
        return []
    near = pages[-1] - pages[0] <= _NEAR_PAGES * len(pages)
    return [span for *_, span in heads] if near or all(_BOOK.search(name) for _, name, _ in heads) else []


def _name(paged: re.Match[str]) -> str:
    return bare(paged["behind"] or paged["before"])


def _is_issue(said: str, book: str) -> bool:
    return said.startswith(book) and _ISSUE.fullmatch(said, len(book)) is not None


def _opens(s: str, end: int) -> bool:
    """True where the heading of a month follows: the line above it is that of its chronicle."""
    named = heading(s[end:].lstrip().partition("\n")[0].strip())
    return named is not None and named.month is not None


def _is_text(said: str) -> bool:
    """True for what may stand beside a number and is text: a heading, a date or the office of a signing block."""
    named = heading(said) is not None and "·" not in said
    stands = named or iso_date(said) is not None or number_line(said) is not None
    short = len(_DIGITS.sub("", said)) < _SHORTEST and _BOOK.fullmatch(said) is None
    return stands or _OFFICE.search(said) is not None or short


def _numbers(s: str, folios: list[re.Match[str]]) -> list[re.Match[str]]:
    """The lines that are page numbers: by their form, by counting on, by what stands beside them (`folios`)."""
    found = {one.start(): one for one in (*folios, *_bare(s), *NUMBER.finditer(s))}
    return [found[at] for at in sorted(found)]


def _is_folio(text: Text, facts: Facts, number: re.Match[str]) -> bool:
    piece = text[number.start() : number.end()]
    return bool(facts.marked("folio", piece.first(), piece.last() + 1))


def _bare(s: str) -> list[re.Match[str]]:
    """The bare numbers that count pages: the longest row of them in which each is the next one."""
    found = [one for one in _BARE.finditer(s) if not NUMBER.match(s, one.start())]
    rows = dict[int, list[re.Match[str]]]()
    for one in found:
        number = _count(one)
        row = rows.get(number - 1)
        between = s[row[-1].end() : one.start()] if row else ""
        # The last page may be a short one.
        page = len(between) >= _PAGE or not s[one.end() :].strip()
        longer = [*row, one] if row and page and "。" in between else [one]
        # A cell that bears the number of the page it stands on takes no place in the row.
        rows[number] = max(rows.get(number, []), longer, key=len)
    longest = max(rows.values(), key=len, default=[])
    # What is numbered in brackets, or in Chinese figures, from the first on are items.
    items = bool(longest) and longest[0]["number"] in ("1", None) and _count(longest[0]) == 1
    items = items and (longest[0]["open"] is not None or longest[0]["chinese"] is not None)
    return longest if len(longest) >= _ROW and not items else []


def _count(number: re.Match[str]) -> int:
    return value(number["number"] or number["chinese"])


def _under_book(s: str, number: re.Match[str]) -> bool:
    """True for a number that stands beside the name of the book, and not on its cover."""
    return number.start() > _TITLE and any(_BOOK.search(s[a:b].strip()) for a, b in _beside(s, *number.span()))


def _beside(s: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines in front of a place and behind it, over blank ones, where they are short and no sentences; and the one
    in front of its name in Latin letters."""
    above = _above(s, start)
    first = end + len(s[end:]) - len(s[end:].lstrip())
    below = (s.rfind("\n", 0, first) + 1, (s + "\n").find("\n", first))
    latin = [_above(s, above[0])] if _LATIN.fullmatch(s[slice(*above)].strip()) else []
    for one in (above, below, *latin):
        said = s[one[0] : one[1]].strip()
        if said and len(_WIDE_GAP.sub(" ", said)) <= _LONGEST and not re.search(r"[。；，：]", said):
            yield one


def _above(s: str, start: int) -> tuple[int, int]:
    last = len(s[:start].rstrip())
    return s.rfind("\n", 0, last) + 1, last


def _numbered(line: tuple[int, int], numbers: set[int]) -> bool:
    """True for a line that is a page number itself."""
    return any(line[0] <= number < line[1] for number in numbers)
