"""Text: a string that remembers the raw offset of every character, and the two ways to change one."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Edit(NamedTuple):
    """Replace the characters `start:end` of a text by `new` (positions in the text it was made for)."""

    start: int
    end: int
    new: str


class Move(NamedTuple):
    """Take the characters `start:end` out and put them in front of position `to`."""

    start: int
    end: int
    to: int


@dataclass(slots=True)
class Text:
    """A string and, for each of its characters, where it stood in the raw file.

    `at[i]` is the raw offset of character `i`; for a character that stands in no raw file
    it is `~offset` (negative), `offset` being the raw place in front of which it was added.
    """

    s: str
    at: array[int]

    @classmethod
    def raw(cls, s: str) -> Text:
        """The raw file itself: character `i` stands at offset `i`."""
        return cls(s, array("l", range(len(s))))

    @classmethod
    def empty(cls) -> Text:
        """A text without characters."""
        return cls("", array("l"))

    @classmethod
    def join(cls, parts: Iterable[Text]) -> Text:
        """The parts one behind the other, with nothing between them."""
        kept = list(parts)
        at: array[int] = array("l")
        for part in kept:
            at.extend(part.at)
        return cls("".join(part.s for part in kept), at)

    def __len__(self) -> int:
        return len(self.s)

    def __str__(self) -> str:
        return self.s

    def __repr__(self) -> str:
        return f"Text({self.s!r})"

    def __getitem__(self, part: slice) -> Text:
        return Text(self.s[part], self.at[part])

    def strip(self, chars: str | None = None) -> Text:
        """The text without white space (or `chars`) at its two ends."""
        end = len(self.s.rstrip(chars))
        return self[len(self.s[:end]) - len(self.s[:end].lstrip(chars)) : end]

    def lines(self) -> list[Text]:
        """The lines of the text, without their line ends."""
        found, start = [], 0
        for line in self.s.split("\n"):
            found.append(self[start : start + len(line)])
            start += len(line) + 1
        return found

    def first(self) -> int:
        """Raw offset of the first character that stands in the raw file; -1 where there is none."""
        return next((at for at in self.at if at >= 0), -1)

    def last(self) -> int:
        """Raw offset of the last character that stands in the raw file; -1 where there is none."""
        return next((at for at in reversed(self.at) if at >= 0), -1)


def raw_span(text: Text, start: int, end: int) -> tuple[int, int]:
    """The raw offsets that the characters `start:end` cover; an empty span for an insertion."""
    if end - start == 1 and (at := text.at[start]) >= 0:
        return at, at + 1
    here = [at for at in text.at[start:end] if at >= 0]
    if here:
        return min(here), max(here) + 1
    place = text.at[start] if start < len(text) else (text.at[-1] + 1 if len(text) else 0)
    place = place if place >= 0 else ~place
    return place, place


def trimmed(old: str, edit: Edit) -> Edit:
    """The same edit without the characters that `old` and `edit.new` share at their ends."""
    new, head, tail = edit.new, 0, 0
    short = min(len(old), len(new))
    while head < short and old[head] == new[head]:
        head += 1
    while tail < short - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return Edit(edit.start + head, edit.end - tail, new[head : len(new) - tail])


def apply_edits(text: Text, edits: Sequence[Edit]) -> Text:
    """The text after `edits`, which are sorted and do not overlap.

    A replacement of equal length keeps the raw offsets, character for character; a character
    more than there was is marked as added. The whole is built in one pass: slicing the offsets
    once per edit would make the time grow with the square of the text.
    """
    chars: list[str] = []
    at: array[int] = array("l")
    done = 0
    for start, end, new in edits:
        chars.append(text.s[done:start])
        at.extend(text.at[done:start])
        if new:
            chars.append(new)
            at.extend(_offsets(text, start, end, len(new)))
        done = end
    chars.append(text.s[done:])
    at.extend(text.at[done:])
    return Text("".join(chars), at)


def _offsets(text: Text, start: int, end: int, count: int) -> array[int]:
    """Raw offsets for `count` new characters put in the place of `start:end`."""
    if end - start == count:
        return text.at[start:end]
    if start < len(text.at):
        here = text.at[start]
        place = here if here >= 0 else ~here
    else:
        place = text.at[-1] + 1 if len(text.at) and text.at[-1] >= 0 else 0
    return array("l", [~place]) * count


def apply_moves(text: Text, moves: Sequence[Move]) -> Text:
    """The text after `moves`; several moves to one place keep their order."""
    taken = sorted(moves, key=lambda move: move.start)
    arrive: dict[int, list[Move]] = {}
    for move in moves:
        arrive.setdefault(move.to, []).append(move)
    cuts = sorted({0, len(text), *arrive, *(m.start for m in moves), *(m.end for m in moves)})
    parts: list[Text] = []
    gone = iter([*taken, Move(len(text) + 1, len(text) + 1, 0)])
    out = next(gone)
    for here, after in zip(cuts, [*cuts[1:], len(text)], strict=True):
        parts.extend(text[move.start : move.end] for move in arrive.get(here, []))
        while here >= out.end:
            out = next(gone)
        if not (out.start <= here < out.end):
            parts.append(text[here:after])
    return Text.join(parts)
