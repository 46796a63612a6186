"""The titles of items (条目) at the head of lines: in brackets, in bold, by a gap, on lines of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from builder.engine.text import Text
from builder.language.sections import BRACKET, key
from builder.readers.source import Source

SECTION, SUBSECTION, ITEM, TEXT = range(4)
# A second item that stands behind a full stop of the first, on one line.
_INSIDE = re.compile(r"(?<=[。！？”）])[ \u3000]*(?=【)")
_FEWEST, _LONGEST = 2, 40
# Between the title of an item and its text.
_GAP = re.compile(r"(?<=\S)(?:\u3000| {2,})[ \u3000]*(?=\S)")
# Titles of items on lines of their own are known from the contents alone: so many of them stand there.
_SIGNED = 0.02


@dataclass
class Token:
    """A line, or the part of one that an item takes: what it heads, and in an item where its title ends and its text
    begins."""

    line: Text
    level: int = TEXT
    title: tuple[int, int] = (0, 0)
    text: int = 0

    @property
    def key(self) -> str:
        """The name of the section, subsection or item as it is compared."""
        return key(self.line.s[slice(*self.title)] if self.level == ITEM else self.line.s)


def whole(lines: Sequence[Text], listed: frozenset[str]) -> list[Text]:
    """The lines, those as one that are a title of the contents set in two."""
    found: list[Text] = []
    for line in lines:
        above = found[-1] if found else Text.empty()
        if above.s and key(above.s) not in listed and key(above.s + line.s) in listed:
            found[-1] = Text.join([above, line])
        else:
            found.append(line)
    return found


def way_of(lines: Sequence[Text], listed: frozenset[str], source: Source) -> str:
    """How the titles of items are told: in brackets, in bold or by a gap at the head of their text, on a line of their
    own."""
    fewest = max(_FEWEST, _SIGNED * len(lines))
    if sum(1 for line in lines if BRACKET.match(line.s)) >= fewest:
        return "括号"
    if sum(1 for line in lines if 0 < bold(line, source) < len(line)) >= fewest:
        return "黑体"
    run_in = sum(1 for line in lines if _run_in(line, listed))
    alone = sum(1 for line in lines if key(line.s) in listed)
    return "行首" if run_in >= max(fewest, alone) else "独行"


def _run_in(line: Text, listed: frozenset[str]) -> int:
    """How many characters at the head of a line are a name of the contents with a gap behind it (概　况　　全县…)."""
    gaps = (one.start() for one in _GAP.finditer(line.s[: _LONGEST * 2]))
    return next((at for at in gaps if key(line.s[:at]) in listed), 0)


def bold(line: Text, source: Source) -> int:
    """How many characters at the head of a line are one bold run, which is no sentence; 0 where none are."""
    run = next((one for one in source.marked("bold", line[:1]) if one.start <= line.first() < one.end), None)
    if run is None:
        return 0
    end = sum(1 for at in line.at if run.start <= at < run.end)
    return end if end <= _LONGEST and "。" not in line.s[:end] else 0


def pieces(line: Text, way: str, listed: frozenset[str], source: Source) -> Iterator[Token]:
    """The items that a line holds, each from its title on, and what stands in front of the first."""
    cuts = [0, *(one.end() for one in _INSIDE.finditer(line.s) if way == "括号"), len(line)]
    for start, end in pairwise(cuts):
        piece = source.stripped(line[start:end])
        width = _run_in(piece, listed) if way == "行首" else _title(piece, way, source)
        if width and _is_title(piece.s, width, way):
            text = width + len(piece.s[width:]) - len(piece.s[width:].lstrip(" \u3000\u00a0:："))
            yield Token(piece, ITEM, (0, width), text)
        elif piece.s:
            yield Token(piece)


def _title(piece: Text, way: str, source: Source) -> int:
    """The width of the title that a line begins with; 0 without one."""
    if way == "括号" and (bracket := BRACKET.match(piece.s)):
        return bracket.end()
    # Some titles of a recognised book have lost their brackets, not their type.
    return bold(piece, source) if way != "独行" else 0


def _is_title(s: str, width: int, way: str) -> bool:
    """Bold type alone on its line may head anything; a caption in bold is none."""
    if way == "括号" and BRACKET.match(s):
        return True
    return bool(s[width:].strip()) and not re.match(r"表[\d一二三四五六七八九十]|注[：:]|图[\d一二三四五六七八九十]", s)
