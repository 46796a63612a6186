"""The printed contents beside the body: which row names which head, and what does not agree."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from builder.engine.rule import Mark
from builder.engine.text import Text
from builder.readers.pages import Pagination
from builder.readers.source import Source
from builder.readers.yearbook.columns import Row
from builder.readers.yearbook.contents import Listing

# So many heads may stand between two that the contents name one behind the other; fewer where the second has a name
# that recurs (概况): the next of that name may be another one's.
_AHEAD, _NEAR = 400, 60
# The page of a head may be one off where a page turn fell between its lines.
_OFF = 1


class Placed(NamedTuple):
    """A head of the body: its name as it is compared, its text."""

    name: str
    text: Text


def matches(found: Listing, heads: list[Placed]) -> Iterator[tuple[Row, Placed | None]]:
    """Each row with the head that it names: the next one of that name, in printed order."""
    at, times = 0, Counter(head.name for head in heads)
    for row in found.rows:
        reach = _AHEAD if times[row.name] == 1 else _NEAR
        hit = next((n for n in range(at, min(at + reach, len(heads))) if heads[n].name == row.name), None)
        yield row, None if hit is None else heads[hit]
        at = at if hit is None else hit + 1


def placed(found: Listing, heads: list[Placed]) -> list[tuple[Text, int]]:
    """The heads whose page the contents give."""
    return [(head.text, row.page) for row, head in matches(found, heads) if head and row.page is not None]


def shifted(marks: list[Mark], known: list[tuple[Text, int]]) -> list[Mark]:
    """The marks of pages, their numbers one up or down where most heads of the contents say so: whether a number stood
    at the head or at the foot of its page, a line of text does not tell."""
    pages = Pagination.of_marks(marks, [])
    found = Counter(page - counted for text, page in known if (counted := pages.of(text.first())) is not None)
    step, times = found.most_common(1)[0] if found else (0, 0)
    if abs(step) != 1 or times * 3 < 2 * sum(found.values()):
        return marks
    return [mark._replace(value=str(int(mark.value) + step)) if mark.value.isdigit() else mark for mark in marks]


def lost(pages: Pagination, marks: list[Mark], known: list[tuple[Text, int]]) -> Pagination:
    """The pages with those turns whose number was lost in the text, where the contents say that a head begins a page:
    a later one than the last that is printed, and an earlier one than the next."""
    numbers = sorted((mark.start, int(mark.value)) for mark in marks if mark.value.isdigit())
    turns = sorted({mark.start for mark in marks})
    for text, page in known:
        at = bisect_right(numbers, (text.first(), 1 << 30))
        counted = pages.of(text.first())
        if not 0 < at < len(numbers) or counted is None or not counted < page < numbers[at][1]:
            continue
        (start, first), (end, last) = numbers[at - 1], numbers[at]
        if last - first > bisect_right(turns, end) - bisect_right(turns, start):
            insort(turns, text.first())
            insort(numbers, (text.first(), page))
    return Pagination(turns, numbers)


def reconcile(found: Listing, heads: list[Placed], pages: Pagination | None, source: Source) -> None:
    """Add a doubt for each row that names nothing in the body, and for each whose page is another one there."""
    for row, head in matches(found, heads):
        if head is None:
            source.doubt("contents.missing", row.line)
        elif pages is not None and row.page is not None:
            page = pages.of(head.text.first())
            if page is not None and abs(page - row.page) > _OFF:
                source.doubt("contents.page", row.line, listed=row.page, found=page)
