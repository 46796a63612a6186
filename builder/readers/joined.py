"""Lines of the raw file that look like a heading or a label and were joined into a paragraph: each is a doubt.

So a text that is read under another texture than its own, whose rules take its line ends for those of the paper,
does not lose its headings in silence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import pairwise

from builder.engine.text import Text
from builder.language.dates import label
from builder.language.headings import heading
from builder.language.labels import SIGNS
from builder.language.numbering import number
from builder.readers.source import Source
from builder.readers.titles import scheme

# Marks of recognised Markdown and of entries in front of what a line says.
_DRESS = re.compile(rf"^[#*{''.join(SIGNS)} \t\u00a0\u3000]*")
# A number that is printed twice, sign by sign, as bold type is in a text layer.
TWICE = re.compile(r"[（(]{2}(?P<n>[一二三四五六七八九十])(?P=n)")
# A heading behind the end of a sentence on one line, as two columns are glued.
GLUED = re.compile(r"[。！？][ \u3000]*第[一二三四五六七八九十百]+[章节][ \u3000]+[^。；，：]{2,30}$")
_ENDED = re.compile(r"[。！？”）；]$")
_SENTENCE = re.compile(r"[。；，：]")
# A line as long as the others may be broken by the paper: a heading is shorter.
_SHORT, _SHARE, _REST = 40, 0.75, 12


def joined(texts: Iterator[Text], source: Source, raw: str) -> None:
    """Add a doubt for each raw line within a text that looks like a heading or the label of an entry.

    Texts that keep their lines (a form, a signing block) have joined none.
    """
    starts = [0, *(found.end() for found in re.finditer("\n", raw))]
    for text in texts:
        first = bisect_right(starts, text.first()) - 1
        last = bisect_right(starts, text.last()) - 1
        if first < last and "\n" not in text.s:
            pieces = list(_pieces(text, starts[first + 1 : last + 1]))
            wide, before = max(len(piece.s) for piece in pieces), ""
            for piece, below in pairwise([*pieces, Text.empty()]):
                said = _DRESS.sub("", piece.s).replace("**", "").strip()
                if key := _key(said, before, below.s, wide):
                    source.doubt(key, piece)
                before = said or before


def _pieces(text: Text, starts: Sequence[int]) -> Iterator[Text]:
    """What a text has of each raw line; `starts` are the raw offsets at which all but the first begin."""
    done, waiting = 0, deque(starts)
    for place, at in enumerate(text.at):
        if waiting and at >= waiting[0]:
            yield text[done:place]
            done = place
            while waiting and at >= waiting[0]:
                waiting.popleft()
    yield text[done:]


def _key(said: str, before: str, below: str, wide: int) -> str:
    # What ends a little below is a run-in head of two lines.
    found = number(said)
    short = len(said) <= _SHORT and not _SENTENCE.search(said + below[:_REST])
    numbered = found and found.kind in ("chapter", "section", "n") and found.width < len(said) <= _SHARE * wide
    if GLUED.search(said) or short and (numbered or heading(said) or scheme(said) or TWICE.match(said)):
        return "heading.joined"
    # A line may begin with a date by chance: an entry begins where the line before ends a sentence.
    if not before or not _ENDED.search(before):
        return ""
    day = label(said)
    return "label.joined" if day and not day.bare and day.form in ("day", "dated", "same-day") else ""
