"""What every reader reads from: the cleaned text line by line, and a place to hand back what is not text."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import accumulate

from builder.engine.rule import Facts, Mark
from builder.engine.text import Text
from builder.language.labels import bare
from builder.model.doubt import Doubt
from builder.records.volume import VolumeRecord

_SPACES = " \u00a0\u3000\r\ufeff"


@dataclass
class Source:
    """The cleaned text of one volume: a line is a paragraph, a heading, a table row.

    A reader publishes each character in the model or gives it to `drop`; both are held against
    the raw file afterwards.
    """

    text: Text
    facts: Facts
    _drops: list[tuple[str, Text] | None] = field(default_factory=list)
    _ends: dict[int, int] = field(default_factory=dict)
    _index: dict[str, _Marks] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)

    @property
    def record(self) -> VolumeRecord:
        """The volume's record in the catalogue."""
        return self.facts.data.record

    @property
    def drops(self) -> list[tuple[str, Text]]:
        """Everything that was structure and not text, with the name of the reason."""
        return [one for one in self._drops if one is not None]

    def lines(self) -> list[Text]:
        """The lines that hold text, without the line ends and the spaces around (both dropped)."""
        found: list[Text] = []
        done = 0
        for line in self.text.lines():
            # The tabs at the ends of a table's row are its empty cells.
            kept = self.stripped(line, _SPACES if "\t" in line.s else None)
            found += [kept] if kept.s else []
            end = done + len(line)
            self._ends[kept.last()] = len(self._drops)
            self.drop("line.end", self.text[end : end + 1])
            done = end + 1
        return found

    def stripped(self, piece: Text, blank: str | None = None) -> Text:
        """A piece without the spaces (or `blank`) around it, which are dropped."""
        kept = piece.strip(blank)
        lead = len(piece.s) - len(piece.s.lstrip(blank))
        self.drop("line.space", piece[:lead])
        self.drop("line.space", piece[lead + len(kept) :])
        return kept

    def stack(self, lines: list[Text]) -> Text:
        """Lines that stay lines (a signing block, a form), with the line ends between them taken back."""
        parts: list[Text] = []
        for line in lines[:-1]:
            at = self._ends.get(line.last(), -1)
            parts.append(line)
            taken = self._drops[at] if 0 <= at < len(self._drops) else None
            if taken is not None and taken[0] == "line.end":
                parts.append(taken[1])
                self._drops[at] = None
        return Text.join([*parts, *lines[-1:]])

    def doubt(self, key: str, line: Text, **facts: object) -> None:
        """Say that a line may have been taken for the wrong thing; `key` is a name of `doubts.WEIGHTS`. Not of a line
        that the catalogue says to be a passage; a number may stand behind it."""
        if bare(line.s).startswith(tuple(bare(one) for one in self.record.profile.passages or ())):
            return
        self.doubts.append(Doubt(max(line.first(), 0), key, line.s[:24], tuple(facts.items())))

    def parted(self, above: Text, below: Text) -> bool:
        """True where a blank line, or a page turn, stood between two lines."""
        first, last = above.last(), below.first()
        return any(self._between(kind, first, last) for kind in ("gap", "page"))

    def _between(self, kind: str, first: int, last: int) -> bool:
        if kind not in self._index:
            self._index[kind] = _Marks(self.facts.marks.get(kind, []))
        return bool(self._index[kind].touching(first + 1, last + 1))

    def drop(self, rule: str, piece: Text) -> None:
        """Say that `piece` is structure and not text; `rule` is a name of `readers.structure`."""
        if piece.s:
            self._drops.append((rule, piece))

    def marked(self, kind: str, piece: Text) -> list[Mark]:
        """The marks of one kind on a piece of text, in the order of the raw file."""
        first, last = piece.first(), piece.last()
        if first < 0:
            return []
        if kind not in self._index:
            self._index[kind] = _Marks(self.facts.marks.get(kind, []))
        return self._index[kind].touching(min(first, last), max(first, last) + 1)


class _Marks:
    """Marks by place: a document of many pages must not look through the marks of all of them."""

    def __init__(self, marks: list[Mark]) -> None:
        self._marks = sorted(marks, key=lambda mark: mark.start)
        self._starts = [mark.start for mark in self._marks]
        self._reach = list(accumulate((mark.end for mark in self._marks), max))

    def touching(self, start: int, end: int) -> list[Mark]:
        """The marks that touch the raw offsets `start:end`."""
        found: list[Mark] = []
        at = bisect_left(self._starts, end) - 1
        while at >= 0 and self._reach[at] > start:
            if self._marks[at].end > start:
                found.append(self._marks[at])
            at -= 1
        return found[::-1]
