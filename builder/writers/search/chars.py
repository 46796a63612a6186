"""Characters that stand nearly everywhere: where the whole list of places would be large."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from .bits import gamma, pack, spread
from .codec import checksum, encode, gaps, write_script
from .layout import Field


def write_chars(fields: Sequence[Field], codes: Collection[int], out: Path) -> str:
    """Write `chars/<code>.js` for each character, and return the coded characters.

    A file has the numbers of the fields that contain the character, which is all that a query of
    this one character needs. For a frequent one they are a tenth of its places.
    """
    having: dict[int, list[int]] = {code: [] for code in sorted(codes)}
    for number, field in enumerate(fields):
        for code in having.keys() & set(field.codes):
            having[code].append(number)
    for code, numbers in having.items():
        packed = pack(gamma(len(numbers)) + spread(numbers, len(fields)))
        write_script(out, f"chars/{code}", [checksum(packed), packed])
    return encode(gaps(having))
