"""Numbers as bits: single ones in Elias's gamma code, rising ones by binary interpolative coding.

The middle number of a list is written first, in as many bits as its possible range needs; it halves
the range of the numbers on either side, and so on (A. Moffat, L. Stuiver, "Binary interpolative
coding for effective index compression", 2000). Places of a pair of characters cluster, and this
code gains by it: a tenth smaller than gaps coded one by one.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence


def gamma(number: int) -> str:
    """Return the bits of a number from 1: as many zeros as bits follow its first one, then itself."""
    return "0" * (number.bit_length() - 1) + f"{number:b}"


def _within(value: int, size: int) -> str:
    """Return the bits of a value from 0 to `size` - 1; the first values take one bit less."""
    length = size.bit_length() - 1
    short = (2 << length) - size
    if value < short:
        return f"{value:0{length}b}" if length else ""
    return f"{value + short:0{length + 1}b}"


def spread(numbers: Sequence[int], end: int) -> str:
    """Return the bits of rising numbers from 0 to `end` - 1; their count is known to the reader."""
    out: list[str] = []

    def write(first: int, last: int, low: int, high: int) -> None:
        while first < last:
            middle = (first + last) >> 1
            number = numbers[middle]
            # Numbers rise: each of those before and behind takes a place of its own.
            lowest = low + middle - first
            out.append(_within(number - lowest, high - (last - 1 - middle) - lowest + 1))
            write(first, middle, low, number - 1)
            first, low = middle + 1, number + 1

    write(0, len(numbers), 0, end - 1)
    return "".join(out)


def pack(bits: str) -> str:
    """Return bits as base64 without padding: characters that neither a script nor gzip minds."""
    whole = bits + "0" * (-len(bits) % 8)
    return base64.b64encode(int(whole or "0", 2).to_bytes(len(whole) // 8, "big")).decode().rstrip("=")
