"""Direct answers: months, persons, places, documents, found by the beginning of a name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from .codec import write_script
from .fold import fold

FILE_SIZE = 8_000


def write_direct(direct: Sequence[Mapping[str, Any]], out: Path) -> list[str]:
    """Write `direct/0.js`, ... and return the first key of each file.

    A row is `[folded key, kind, label, url]`, one for each key, in the order of the keys: the
    answers to what a reader has typed so far stand together.
    """
    rows = sorted(
        {
            (fold(key), str(answer["kind"]), str(answer["label"]), str(answer["url"]))
            for answer in direct
            for key in (answer["label"], *answer.get("keys", ()))
            if fold(key)
        }
    )
    first_keys: list[str] = []
    batch: list[tuple[str, str, str, str]] = []
    size = 0
    for row in [*rows, None]:
        if batch and (row is None or size > FILE_SIZE):
            write_script(out, f"direct/{len(first_keys)}", batch)
            first_keys.append(batch[0][0])
            batch, size = [], 0
        if row is not None:
            batch.append(row)
            size += sum(map(len, row))
    return first_keys
