"""The signing block of a document: its offices, or the head of one, and the date under them."""

from __future__ import annotations

import re
from itertools import pairwise

from builder.engine.text import Text
from builder.readers.shapes import issuer
from builder.readers.source import Source
from builder.readers.titles import SIGNED, org, signed_date

# So many lines may stand above the date; a line so long is text, not a name.
_OFFICES, _LINE = 6, 20
_ENDED = re.compile(r"[。！？：；”）)》]$")


def signing(lines: list[Text], i: int, source: Source) -> int:
    """How many lines from line `i` on are a signing block; 0 where none begins.

    A date alone is one where the offices stand elsewhere, and none where it is a day that the text names.
    """
    end = i
    while end < len(lines) and end < i + _OFFICES and _signs(lines[end].s):
        end += 1
    if end == len(lines) or not signed_date(lines[end].s):
        return 0
    alone = end == i and SIGNED.fullmatch(lines[i].s.strip()) is None
    if alone and (_signed_below(lines, i) or _within(lines, i)):
        source.doubt("date.inside", lines[i])
        return 0
    return end + 1 - i


def _signs(line: str) -> bool:
    return issuer(line) or org(line)


def _signed_below(lines: list[Text], i: int) -> bool:
    return any(_signs(office.s) and signed_date(day.s) for office, day in pairwise(lines[i + 1 :]))


def _within(lines: list[Text], i: int) -> bool:
    """True where the line above is text that ends no sentence, and text follows."""
    above = lines[i - 1].s if i else ""
    return len(above) > _LINE and _ENDED.search(above) is None and i + 1 < len(lines)
