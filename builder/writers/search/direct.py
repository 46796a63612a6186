"""Direct answers: months, persons, places, documents, found by the beginning of a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from .codec import behind, write_script
from .fold import fold

FILE_SIZE = 10_000
# 2021-03-15, 2021.3: the browser asks for the date in words, whatever way it was typed.
DIGITS = re.compile(r"\d{4}[-./]\d\d?([-./]\d\d?)?")
YEARLESS = {"day": re.compile(r"\d{4}年(\d+月\d+日)"), "month": re.compile(r"\d{4}年(\d+月)")}

Answer = tuple[str, str, str, str]


def _keys(answer: Mapping[str, Any]) -> Iterator[str]:
    """Yield the folded names of an answer; a day and a month are asked for without their year too."""
    for key in map(fold, (answer["label"], *answer.get("keys", ()))):
        if not DIGITS.fullmatch(key):
            yield key
        short = YEARLESS[answer["kind"]].match(key) if answer["kind"] in YEARLESS else None
        if short:
            yield short[1]


def _write(batch: Sequence[Answer], number: int, out: Path) -> None:
    keys, kinds, labels, urls = zip(*batch, strict=True)
    names = sorted(set(kinds))
    # Most labels are their own keys.
    other = ["" if label == key else label for key, label in zip(keys, labels, strict=True)]
    columns = [behind(keys), names, [names.index(kind) for kind in kinds], behind(other), behind(urls)]
    write_script(out, f"direct/{number}", columns)


def write_direct(direct: Sequence[Mapping[str, Any]], out: Path) -> list[str]:
    """Write `direct/0.js`, ... and return the first key of each file.

    There is a row for each key of each answer, in the order of the folded keys: the answers to
    what a reader has typed so far stand together.
    """
    rows: list[Answer] = sorted(
        {
            (key, str(answer["kind"]), str(answer["label"]), str(answer["url"]))
            for answer in direct
            for key in _keys(answer)
            if key
        }
    )
    first_keys: list[str] = []
    batch: list[Answer] = []
    size = 0
    for row in rows:
        batch.append(row)
        size += sum(map(len, row))
        if size > FILE_SIZE or row is rows[-1]:
            _write(batch, len(first_keys), out)
            first_keys.append(batch[0][0])
            batch, size = [], 0
    return first_keys
