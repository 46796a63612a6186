"""The proof that ends at the page: every published text stands on one page, in the order of the print.

The ledger proves that each raw character is in the model once; here the model is held against the pages. Two
months or chapters with one id would make one page, and the text of the other would stand nowhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from builder.checks.outside import expected
from builder.edition.chapter import Chapters
from builder.edition.read import Read
from builder.edition.walk import Line
from builder.engine.text import Text
from builder.model.address import page_file
from builder.sources.finding import Finding, finding


def standing(reads: Sequence[Read], chapters: Sequence[Chapters]) -> Iterator[Finding]:
    """Findings for pages and entries that share an id, texts that stand on no page, and lines out of order."""
    pages: dict[str, str] = {}
    for read, some in zip(reads, chapters, strict=True):
        volume = _Volume(read, some)
        yield from volume.twice(pages)
        yield from volume.lost()
        yield from volume.disordered()


class _Volume:
    """A volume beside its pages."""

    def __init__(self, read: Read, chapters: Chapters) -> None:
        self._read, self._chapters = read, chapters
        self._pages = expected(chapters)

    def twice(self, pages: dict[str, str]) -> Iterator[Finding]:
        """Pages and entries with an id that another one has; `pages` holds those of the volumes before."""
        own = [(chapter.url, chapter.id, chapter.lines()) for _, chapter in self._chapters.front[:1]]
        for _, chapter in (*self._chapters.parts, *self._chapters.documents):
            own.append((chapter.url, chapter.id, chapter.lines()))
        for url, name, lines in own:
            file = page_file(url)
            if file in pages:
                yield self._finding(lines, "page.twice", id=name, other=pages[file])
            pages.setdefault(file, name)
        seen: set[str] = set()
        for entry in (entry for part in self._chapters.volume.parts for entry in part.entries):
            if entry.id in seen:
                yield self._finding_at(next(entry.texts()), "entry.twice", id=entry.id)
            seen.add(entry.id)

    def lost(self) -> Iterator[Finding]:
        """Texts of the model that stand on no page, or on two."""
        wanted = Counter((text.first(), text.s) for text in self._chapters.volume.texts() if text.s)
        shown = Counter((line.text.first(), line.text.s) for lines in self._pages.values() for line in lines)
        for key, odd in (("page.lost", wanted - shown), ("page.surplus", shown - wanted)):
            for first, said in sorted(odd):
                yield finding(self._read.file, self._line(first), key, said=said[:20])

    def disordered(self) -> Iterator[Finding]:
        """The first line of each page that stands behind a later one.

        The note of a table stands with it, though a form may be printed between; the label of an entry stands
        in front of it, though some books print it behind.
        """
        for name, shown in self._pages.items():
            lines = [line for line in shown if line.kind not in ("note", "label") and line.text.first() >= 0]
            places = [line.text.first() for line in lines]
            if places != sorted(places):
                # What a rule has moved stands where the rule put it.
                places = [self._order[at] for at in places]
                late = next((n for n, (a, b) in enumerate(pairwise(places)) if a > b), None)
                if late is not None:
                    yield self._finding_at(lines[late + 1].text, "page.order", page=page_file(name))

    @cached_property
    def _order(self) -> dict[int, int]:
        return {raw: place for place, raw in enumerate(self._read.text.at)}

    def _finding(self, lines: Iterator[Line], key: str, **facts: str) -> Finding:
        return self._finding_at(next((line.text for line in lines), Text.empty()), key, **facts)

    def _finding_at(self, text: Text, key: str, **facts: str) -> Finding:
        return finding(self._read.file, self._line(text.first()), key, **facts)

    def _line(self, offset: int) -> int:
        return self._read.ledger.line(max(offset, 0))
