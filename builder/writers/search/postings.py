"""The index proper: for every pair of neighbouring characters, the addresses where it stands."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from .codec import checksum, encode, gaps, write_script
from .layout import GRAIN, Field

# Characters of coded addresses in one file: about 10 KB after gzip.
FILE_SIZE = 11_500
# A list of this many numbers or fewer is in grains. In a larger corpus every candidate is in a text
# file of its own, so that fewer of them are worth looking at.
RARE, RARE_IN_MANY, MANY_UNITS = 24, 12, 5_000


def rare(units: int) -> int:
    """Return the length up to which lists are in grains, for so many units."""
    return RARE if units <= MANY_UNITS else RARE_IN_MANY


class Stored(NamedTuple):
    """A pair with the length and the code of its list."""

    pair: int
    length: int
    coded: str


def pairs(fields: Sequence[Field]) -> dict[int, array[int]]:
    """Return the rising addresses of each pair; a pair is `first << 16 | second`.

    The last character of a field is paired with 0, so that one character alone is found as the
    union of all pairs that begin with it.
    """
    # Arrays, not lists: at fifty times the text, lists of numbers would fill a gigabyte.
    found: dict[int, array[int]] = defaultdict(lambda: array("I"))
    for field in fields:
        last, at = 0, field.start - 1
        for code in field.codes:
            if last:
                found[last << 16 | code].append(at)
            last = code
            at += 1
        if last:
            found[last << 16].append(at)
    return found


def places(addresses: Sequence[int], limit: int) -> Sequence[int]:
    """Return what is stored of a pair: its addresses, or only their grains where it is rare.

    A rare pair leaves so few candidates that the browser can look at their texts, which it loads
    anyway to show them; the six bits that say where in the grain it stands would be a tenth of
    the index. A list of more than `limit` numbers is exact, a shorter one is in grains.
    """
    if len(addresses) > limit:
        return addresses
    return sorted({address // GRAIN for address in addresses})


def _files(found: Mapping[int, Sequence[int]], limit: int) -> Iterator[list[Stored]]:
    """Yield the pairs in order, cut into files."""
    batch: list[Stored] = []
    size = 0
    for pair in sorted(found):
        numbers = places(found[pair], limit)
        coded = encode(gaps(numbers))
        if batch and size + len(coded) > FILE_SIZE:
            yield batch
            batch, size = [], 0
        batch.append(Stored(pair, len(numbers), coded))
        # A pair costs about two characters more than its addresses.
        size += len(coded) + 2
    if batch:
        yield batch


def alphabet(found: Iterable[int]) -> list[int]:
    """Return the second characters of all pairs, those of most pairs first.

    Within a file a second character is written as its place here: small numbers close together,
    a third less to send than code points.
    """
    count = Counter(pair & 0xFFFF for pair in found)
    return sorted(count, key=lambda code: (-count[code], code))


def _head(batch: Sequence[Stored], rank: Mapping[int, int]) -> list[str]:
    """Return the pairs of a file: runs of first characters, second characters, list lengths.

    Three strings instead of one, because like stands beside like and gzip makes less of it.
    """
    runs: list[int] = []
    seconds: list[int] = []
    last = -1
    for first, group in groupby((row.pair for row in batch), key=lambda pair: pair >> 16):
        row = [rank[pair & 0xFFFF] for pair in group]
        runs += [first - last - 1, len(row)]
        last = first
        seconds += gaps(row)
    return [encode(runs), encode(seconds), encode(row.length - 1 for row in batch)]


def write_postings(found: Mapping[int, Sequence[int]], second: Sequence[int], limit: int, out: Path) -> str:
    """Write the files `pairs/0.js`, `pairs/1.js`, ... and return the coded first pair of each.

    `second` is the alphabet of second characters, `limit` the length up to which lists are in
    grains. Files are cut in the order of the characters themselves: which file to ask for must be
    known before the alphabet has come.
    """
    rank = {code: place for place, code in enumerate(second)}
    first_pairs: list[int] = []
    for number, batch in enumerate(_files(found, limit)):
        first_pairs.append(batch[0].pair)
        rows = sorted(batch, key=lambda row: (row.pair >> 16, rank[row.pair & 0xFFFF]))
        parts = [*_head(rows, rank), "".join(row.coded for row in rows)]
        write_script(out, f"pairs/{number}", [checksum("".join(parts)), *parts])
    return encode(gaps(first_pairs))
