"""Numbers as printable characters, and data files as scripts.

Every file is a classic script with one call: that is all a page opened from a folder may load, and
the same code path serves it over http.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

# Printable ASCII without the two characters that a JavaScript string would have to escape.
ALPHABET = "".join(chr(c) for c in range(0x20, 0x7F) if chr(c) not in '"\\')
# The first characters end a number, the rest carry on. Gaps between places are mostly two or three
# digits long; this split makes the smallest files after gzip.
ENDS = 64
MORE = len(ALPHABET) - ENDS


def _spell(number: int) -> str:
    out = [ALPHABET[number % ENDS]]
    number //= ENDS
    while number:
        number -= 1
        out.append(ALPHABET[ENDS + number % MORE])
        number //= MORE
    return "".join(reversed(out))


_SMALL = [_spell(n) for n in range(ENDS + ENDS * MORE)]


def encode(numbers: Iterable[int]) -> str:
    """Return non-negative numbers as one string of printable characters."""
    small, limit = _SMALL, len(_SMALL)
    return "".join([small[n] if n < limit else _spell(n) for n in numbers])


def gaps(numbers: Iterable[int]) -> list[int]:
    """Return rising numbers as the first one and the differences, each less one."""
    out, last = [], -1
    for number in numbers:
        out.append(number - last - 1)
        last = number
    return out


def shared(first: Sequence[Any], second: Sequence[Any]) -> int:
    """Return how many leading characters (or other items) two sequences share."""
    length = min(len(first), len(second))
    return next((i for i in range(length) if first[i] != second[i]), length)


def behind(values: Sequence[str]) -> list[Any]:
    """Return strings as the number of characters shared with the one before, and the rest."""
    out: list[Any] = []
    last = ""
    for value in values:
        keep = shared(last, value)
        out += [keep, value[keep:]]
        last = value
    return out


def checksum(coded: str) -> int:
    """Return the check number (Adler-32) by which the browser knows a damaged file."""
    return zlib.adler32(coded.encode("ascii"))


def write_script(out: Path, name: str, payload: Any) -> None:
    """Write `payload` as the script `out/name.js`, which hands it to the engine under `name`."""
    body = json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
    # Both are legal in JSON; older browsers read them as line ends inside a script's string.
    body = body.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    path = out / f"{name}.js"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'yearbook.put("{name}",{body});\n', encoding="utf-8", newline="\n")
