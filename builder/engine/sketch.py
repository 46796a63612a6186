"""A sketch of a text: sixteen characters that stay alike when a little of the text changes."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from operator import add

from builder.engine.text import Text

_BINS = 8
_NONE = 1 << 32


class _Hashes(dict[str, int]):
    """The CRC of each pair of characters, computed once: Chinese has few pairs that recur very often."""

    def __missing__(self, pair: str) -> int:
        self[pair] = found = zlib.crc32(pair.encode())
        return found


_HASHES = _Hashes()


def pairs(texts: Iterable[Text], raw: str) -> set[int]:
    """The hashes of all neighbouring characters of the texts, as they stand in the raw file, spaces left out."""
    found: set[int] = set()
    for text in texts:
        chars = "".join("".join([raw[at] for at in text.at if at >= 0]).split())
        found.update(map(_HASHES.__getitem__, map(add, chars, chars[1:]) if len(chars) > 1 else chars))
    return found


def sketch(hashes: Iterable[int]) -> str:
    """One-permutation min-hash: of each of 8 bins two hexadecimal digits, `--` for an empty one.

    The digits are low bits of the least hash: its top bits are nothing but zeros in a long text.
    """
    least = [_NONE] * _BINS
    for one in hashes:
        if one < least[one & 7]:
            least[one & 7] = one
    return "".join("--" if one == _NONE else f"{one >> 3 & 255:02x}" for one in least)


def likeness(one: str, other: str) -> float:
    """How much two sketches agree, from 0 to 1: over the bins that are not empty in both."""
    if one == other:
        return 1.0
    bins = [(one[i : i + 2], other[i : i + 2]) for i in range(0, 2 * _BINS, 2)]
    full = [a == b for a, b in bins if (a, b) != ("--", "--")]
    return sum(full) / len(full)


def same(one: str, other: str) -> bool:
    """True when two sketches are of one thing: at least half of their bins agrees."""
    return likeness(one, other) >= 0.5
