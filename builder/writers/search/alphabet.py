"""The characters of the texts, most frequent first: in files each is written as its place here.

A Chinese character takes three bytes in UTF-8, of which gzip saves little in a small file. One or
two printable characters, shorter for the frequent ones, make the stored texts a quarter smaller.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from .codec import ALPHABET
from .fold import fold, units16

# So many characters are written as one, the others as two; those of no place, as themselves.
ONES = 60
CODES = ONES + (len(ALPHABET) - ONES) * len(ALPHABET)
PRINTABLE = range(0x20, 0x7F)
SURROGATES = range(0xD800, 0xE000)


def _code(place: int) -> str:
    if place < ONES:
        return ALPHABET[place]
    lead, rest = divmod(place - ONES, len(ALPHABET))
    return ALPHABET[ONES + lead] + ALPHABET[rest]


def characters(units: Iterable[Mapping[str, Any]]) -> list[int]:
    """Return the UTF-16 code units of all titles and texts, as printed and folded, and 0."""
    count = Counter({0: 1})
    for unit in units:
        for text in (unit["title"], unit["text"]):
            count.update(units16(text))
            count.update(units16(fold(text)))
    order = sorted(count, key=lambda code: (-count[code], code))
    # A printable ASCII character cannot stand for itself: it must have a place among the codes.
    late = [code for code in order[CODES:] if code in PRINTABLE]
    return late + [code for code in order if code not in set(late)]


def spelling(alphabet: Sequence[int]) -> dict[int, str]:
    """Return the table with which `str.translate` writes a text as codes.

    A character above U+FFFF stands for itself: half of it has no meaning in a file.
    """
    return {code: _code(place) for place, code in enumerate(alphabet[:CODES]) if code not in SURROGATES}
