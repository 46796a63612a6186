"""Runs as plain data: what the print template and the e-book set, piece by piece.

A piece is a string, or one object: `{"t": text, "u": 1, "b": 1, "k": 1}` (underlined: corrected or doubtful;
bold: a run-in heading; kept: not broken at a line's end), `{"note": n}` (with `again` where the note has been
referred to before), `{"t": word, "note": n, "a": punctuation}` (a note's number between what it must not
leave), `{"turn": page}`, `{"mark": [index keys]}`, `{"br": 1}` (a title's line ends here).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from builder.edition.notes import Note
from builder.edition.runs import Run, Turn
from builder.edition.walk import Line

Piece = str | dict[str, Any]

_INDEXED = ("person", "place")
_NOTED = ("fix", "doubt", "withheld")
# A middle dot, or a dash that joins (2021—2022), does not begin a line; a double dash may.
_KEPT = re.compile(r"(?:[0-9A-Za-z.%％]+|[^\s0-9A-Za-z—·])(?:[·～]|(?<!—)—(?!—))")
# What a note's number stands behind: a character, a number, a Latin word, with the punctuation it bears.
_WORD = re.compile(
    r"(?:[0-9A-Za-z.%]+|[^，。、；：！？）》〉”’」』】〕]|^)[，。、；：！？）》〉”’」』】〕]*$", re.DOTALL
)


class Pieces:
    """Makes the pieces of one chapter; a note is referred to by the number of what it says."""

    def __init__(self) -> None:
        self._referred: set[int] = set()

    def of(self, line: Line | None, breaks: Iterable[int] = ()) -> list[Piece]:
        """The pieces of a line; lines of a title begin at `breaks`."""
        return list(_bound(self._pieces(line, set(breaks)))) if line else []

    def lines(self, line: Line) -> list[list[Piece]]:
        """The pieces of each printed line of a signing block or a form."""
        found: list[list[Piece]] = [[]]
        for piece in self._pieces(line, set()):
            head, *more = _text(piece).split("\n")
            kept = [piece] if not more else [_with(piece, head)] if head else []
            found[-1] += kept
            found += [[_with(piece, text)] if text else [] for text in more]
        return [list(_bound(one)) for one in found if one]

    def _pieces(self, line: Line, breaks: set[int]) -> Iterator[Piece]:
        ended: list[Note] = []
        for item in line.runs:
            if isinstance(item, Turn):
                yield from self._notes(ended)
                yield {"turn": item.page} | ({"first": True} if item.first else {})
            elif isinstance(item, Run):
                yield from self._notes(ended)
                yield from ({"mark": [f"{s.name}:{s.target}"]} for s in item.spans if _is_marked(s, item))
                yield from _run(item, breaks)
                ended = [s.note for s in item.spans if s.note and s.end == item.end]
            else:
                yield from self._notes([*ended, item.note])
                ended = []
        yield from self._notes(ended)

    def _notes(self, ended: list[Note]) -> Iterator[Piece]:
        while ended:
            number = ended.pop(0).number
            yield {"note": number} | ({"again": True} if number in self._referred else {})
            self._referred.add(number)


def _is_marked(span: Any, item: Run) -> bool:
    return span.kind == "link" and span.name in _INDEXED and span.start == item.start


def _run(item: Run, breaks: set[int]) -> Iterator[Piece]:
    kinds = {one.kind for one in item.spans}
    style = ({"u": 1} if kinds & set(_NOTED) else {}) | ({"b": 1} if "runin" in kinds else {})
    start = item.start
    for end in [*sorted(at for at in breaks if item.start < at < item.end), item.end]:
        if start in breaks:
            yield {"br": 1}
        for text, kept in _kept(item.s[start - item.start : end - item.start]):
            yield {"t": text} | style | ({"k": 1} if kept else {}) if style or kept else text
        start = end


def _kept(s: str) -> Iterator[tuple[str, bool]]:
    """The string in parts; one that is `kept` must not be broken at the end of a line."""
    done = 0
    for found in _KEPT.finditer(s):
        if found.start() > done:
            yield s[done : found.start()], False
        yield found[0], True
        done = found.end()
    if done < len(s):
        yield s[done:], False


def _bound(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces, each note's number bound to the word before it and to a colon behind it.

    A line that began with the number of a note, or a colon behind one, would be a blunder; a
    character that forbids the break (U+2060) would spoil what is copied from the PDF.
    """
    bound: list[Piece] = []
    for piece in pieces:
        last = bound[-1] if bound else ""
        if (
            isinstance(piece, dict)
            and "note" in piece
            and _text(last)
            and not (isinstance(last, dict) and "note" in last)
        ):
            word = _WORD.search(_text(last))
            held = word[0] if word else ""
            bound.pop()
            if _text(last) != held:
                bound.append(_with(last, _text(last)[: -len(held)]))
            style = {k: v for k, v in last.items() if k in ("u", "b")} if isinstance(last, dict) else {}
            bound.append({"t": held} | piece | style)
        elif _text(piece) and isinstance(last, dict) and "note" in last and _text(piece)[0] in "：；":
            last["a"] = _text(piece)[0]
            rest = _text(piece)[1:]
            bound += [_with(piece, rest)] if rest else []
        else:
            bound.append(piece)
    return bound


def _with(piece: Piece, text: str) -> Piece:
    return {**piece, "t": text} if isinstance(piece, dict) else text


def _text(piece: Piece) -> str:
    return piece if isinstance(piece, str) else str(piece.get("t", ""))


def plain(pieces: Iterable[Piece]) -> str:
    """The published characters of pieces, in order."""
    return "".join(_text(one) + ("" if isinstance(one, str) else one.get("a", "")) for one in pieces)
