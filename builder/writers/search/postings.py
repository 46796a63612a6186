"""The index proper: for every pair of neighbouring characters, the addresses where it stands."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from .bits import gamma, pack, spread
from .codec import checksum, encode, gaps, write_script
from .layout import Field

# Bits of coded addresses in one file, heads included: about 7 KB after gzip.
FILE_SIZE = 56_000
# What a pair costs in the head of its file, in bits.
HEAD = 10
# A character whose pairs fill more than a file is asked for by a list of its own.
MOST = FILE_SIZE


class Stored(NamedTuple):
    """A pair with the length and the bits of its list."""

    pair: int
    length: int
    bits: str


def pairs(fields: Sequence[Field]) -> dict[int, array[int]]:
    """Return the rising addresses of each pair; a pair is `first << 16 | second`.

    The last character of a field is paired with 0, so that one character alone is found as the
    union of all pairs that begin with it.
    """
    # Arrays, not lists: at fifty times the text, lists of numbers would fill a gigabyte.
    found: dict[int, array[int]] = defaultdict(lambda: array("I"))
    for field in fields:
        # A pair whose both characters repeat another title is known from there.
        begin = max(0, field.known - 1)
        last, at = 0, field.start + begin - 1
        for code in field.codes[begin:]:
            if last:
                found[last << 16 | code].append(at)
            last = code
            at += 1
        if last:
            found[last << 16].append(at)
    return found


def _size(batch: Sequence[Stored]) -> int:
    return sum(len(row.bits) + HEAD for row in batch)


def _files(found: Mapping[int, Sequence[int]], end: int) -> Iterator[list[Stored]]:
    """Yield the pairs in order, cut into files; a list longer than a file has one to itself."""
    batch: list[Stored] = []
    size = 0
    for pair in sorted(found):
        row = Stored(pair, len(found[pair]), spread(found[pair], end))
        if batch and size + len(row.bits) > FILE_SIZE:
            yield batch
            batch, size = [], 0
        batch.append(row)
        size += len(row.bits) + HEAD
    if batch:
        yield batch


def _bits(batch: Sequence[Stored], rank: Mapping[int, int]) -> str:
    """Return a file: how many first characters it has; for each its distance from the last one, how
    many second characters it has and which (as places in the alphabet), and for each of these the
    length of its list and the list.
    """
    out = [gamma(len({row.pair >> 16 for row in batch}))]
    last = -1
    for first, group in groupby(batch, key=lambda row: row.pair >> 16):
        rows = sorted(group, key=lambda row: rank[row.pair & 0xFFFF])
        out += [gamma(first - last), gamma(len(rows))]
        out.append(spread([rank[row.pair & 0xFFFF] for row in rows], len(rank)))
        out += [gamma(row.length) + row.bits for row in rows]
        last = first
    return "".join(out)


class Written(NamedTuple):
    """What the directory says of the files of pairs, and the characters with too many of them.

    `first` is the coded first pair of each file. `weights` is the coded size of each, in files of
    the common size, less one.
    """

    first: str
    weights: str
    common: list[int]


def write_postings(found: Mapping[int, Sequence[int]], alphabet: Sequence[int], end: int, out: Path) -> Written:
    """Write the files `pairs/0.js`, `pairs/1.js`, ...; `end` is the address behind the last one.

    Files are cut in the order of the characters themselves: which file to ask for must be known
    before the alphabet has come.
    """
    rank = {code: place for place, code in enumerate(alphabet)}
    first_pairs: list[int] = []
    weights: list[int] = []
    of_character: Counter[int] = Counter()
    for number, batch in enumerate(_files(found, end)):
        first_pairs.append(batch[0].pair)
        weights.append(max(0, round(_size(batch) / FILE_SIZE) - 1))
        for row in batch:
            of_character[row.pair >> 16] += len(row.bits)
        packed = pack(_bits(batch, rank))
        write_script(out, f"pairs/{number}", [checksum(packed), packed])
    common = [code for code, bits in of_character.items() if bits > MOST]
    return Written(encode(gaps(first_pairs)), encode(weights), common)
