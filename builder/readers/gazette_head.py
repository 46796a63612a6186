"""Where the documents of a gazette begin: a number, the shape of a title, the signing block of the one before."""

from __future__ import annotations

from collections import Counter

from builder.engine.text import Text
from builder.readers import titles
from builder.readers.contents import contents_end
from builder.readers.head import Head
from builder.readers.head_before import Before
from builder.readers.head_declared import DeclaredHeads
from builder.readers.head_lines import HeadLines
from builder.readers.head_numbered import NumberedHeads
from builder.readers.head_unnumbered import UnnumberedHeads
from builder.readers.source import Source


def heads(lines: list[Text], source: Source) -> list[Head]:
    """The heads of all documents, in printed order."""
    return _Finder(lines, source).all()


class _Finder:
    """Goes through the lines of a gazette; `at` knows the lines, `before` the heads above."""

    def __init__(self, lines: list[Text], source: Source) -> None:
        self.lines, self.source = lines, source
        self.at = HeadLines(lines, source, contents_end(lines))
        self.before = Before(self.at)
        self.ids: Counter[str] = Counter()
        numbered, without = NumberedHeads(self.at, self.before), UnnumberedHeads(self.at, self.before)
        self.declared = DeclaredHeads(self.at)
        self.ways = (
            self.declared.titled,
            numbered.below,
            without.decree,
            numbered.inline,
            numbered.led,
            numbered.above,
            without.marked,
            without.titled,
        )

    def all(self) -> list[Head]:
        """Every head, each begun behind the one before."""
        for i in range(self.at.floor, len(self.lines)):
            if i < self.at.done or self.declared.refuses(i):
                continue
            head = next((one for way in self.ways if (one := way(i))), None)
            if head:
                self.before.found.append(self._named(self._with_column(head)))
                self.at.done = head.body
        return self.before.found

    def _with_column(self, head: Head) -> Head:
        """The head with the heading of the column that stands above it."""
        at = head.start - 1
        if (
            at >= self.at.done
            and at >= self.at.floor
            and titles.column(self.lines[at].s)
            and self.before.ended(head.start)
        ):
            below = [head.column] if head.column.s else []
            return head._replace(start=at, column=self.source.stack([self.lines[at], *below]))
        return head

    def _named(self, head: Head) -> Head:
        """The head with an id of its own: the second document that bears a number gets -2 behind it, one
        without a number is counted (doc-2005-1)."""
        name = head.id or f"doc-{self.source.record.year}"
        self.ids[name] += 1
        return head if head.id and self.ids[name] == 1 else head._replace(id=f"{name}-{self.ids[name]}")
