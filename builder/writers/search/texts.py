"""Stored text: what a hit shows, and the ids of all units."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from .alphabet import spelling
from .codec import behind, encode, write_script

# Characters in one text file: about 3 KB after gzip. A first page of hits may need a file each, so
# small files cost less than they save.
FILE_SIZE = 3_000
IDS_PER_FILE = 1_000


def _batches(units: Sequence[Mapping[str, Any]]) -> Iterator[list[Mapping[str, Any]]]:
    """Yield the units, cut into files."""
    batch: list[Mapping[str, Any]] = []
    size = 0
    for unit in units:
        length = len(unit["text"]) + len(unit["title"])
        if batch and size + length > FILE_SIZE:
            yield batch
            batch, size = [], 0
        batch.append(unit)
        size += length
    if batch:
        yield batch


def _tail(unit: Mapping[str, Any]) -> int:
    """Return how many characters at the end of the title stand at the beginning of the text.

    A section's title ends in its heading, and so does its text begin: it is stored once.
    """
    title, text = unit["title"], unit["text"]
    return next((n for n in range(min(len(title), len(text)), 0, -1) if title.endswith(text[:n])), 0)


def write_texts(
    units: Sequence[Mapping[str, Any]], facets: Mapping[str, Mapping[str, Any]], alphabet: Sequence[int], out: Path
) -> str:
    """Write `texts/0.js`, ... and return the coded number of units in each file.

    A file holds columns: ids, addresses, dates and titles (as differences), how much of each title
    is to be taken from the text, texts, printed pages and document numbers; the last two come from
    `facets` and are null where unknown. Titles and texts are spelled with the alphabet.
    """
    table = spelling(alphabet)
    counts: list[int] = []
    for batch in _batches(units):
        more = [facets.get(unit["id"], {}) for unit in batch]
        tails = [_tail(unit) for unit in batch]
        titles = [unit["title"][: len(unit["title"]) - tail] for unit, tail in zip(batch, tails, strict=True)]
        columns: list[list[Any]] = [
            *(behind([unit[name] or "" for unit in batch]) for name in ("id", "url", "date")),
            behind([title.translate(table) for title in titles]),
            tails,
            [unit["text"].translate(table) for unit in batch],
            *([row.get(name) for row in more] for name in ("page", "number")),
        ]
        write_script(out, f"texts/{len(counts)}", columns)
        counts.append(len(batch))
    return encode(counts)


def write_ids(units: Sequence[Mapping[str, Any]], out: Path) -> int:
    """Write `ids/0.js`, ... (ids and addresses) and return how many units are in each file."""
    for number, start in enumerate(range(0, len(units), IDS_PER_FILE)):
        part = units[start : start + IDS_PER_FILE]
        payload = [behind([unit[name] for unit in part]) for name in ("id", "url")]
        write_script(out, f"ids/{number}", payload)
    return IDS_PER_FILE
