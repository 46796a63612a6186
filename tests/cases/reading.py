"""A case: a text of some office, read by a catalogue entry alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from builder.commands.build import Product, held, product
from builder.edition.read import Read
from tests.project import project

FOLDER = Path(__file__).parent
Entry = tuple[str, str, str | None, str | None, str, str, str]


def read_case(folder: Path, text: Path, kind: str, year: int, **facts: Any) -> tuple[Read, Product]:
    """The text as a volume of its own; what stands in the way of a site fails the test."""
    name = f"{kind}-{facts.get('volume_year', year)}" + ("-1" if kind == "gazette" else "")
    known = {"id": name, "kind": kind, "year": year, "title": "某书"}
    root = project(folder, text.read_bytes(), **(known | facts))
    reads, made = product(root)
    assert [str(one) for one in held(root, reads, made)] == []
    return reads[0], made


def texts() -> Iterator[tuple[Path, str, int]]:
    """All texts with the kind and the year of their catalogue entry."""
    for path in sorted((FOLDER / "shared").glob("*.txt")):
        number = int(path.stem[:2])
        yield (
            path,
            "gazette" if 20 <= number < 30 else "document" if 40 <= number < 50 or number == 65 else "chronicle",
            2023,
        )
    for path in sorted((FOLDER / "more").glob("*.txt")):
        kind = {"c": "chronicle", "g": "gazette", "d": "document"}[path.stem[0]]
        yield path, kind, int(json.loads(path.with_suffix(".json").read_text("utf-8")).get("year", 2023))


def entries(read: Read) -> list[Entry]:
    """(page, label, start, end, precision, title, text) of each entry, page by page."""
    return [
        (
            month.id.rpartition("/")[2],
            entry.label,
            entry.start,
            entry.end,
            entry.precision,
            entry.title.s.strip("【】 \u3000"),
            entry.reading,
        )
        for month in read.volume.months
        for entry in month.entries
    ]


def documents(read: Read) -> list[tuple[str, str, str, str | None, int | None, str | None]]:
    """(title, number, issuer, date, page, column of the contents) of each document."""
    return [
        (one.title.s, one.number_read, one.issuer_read, one.date, one.page, one.section)
        for one in read.volume.documents
    ]


def doubts(read: Read) -> list[tuple[int, str]]:
    """(raw line, name) of each doubt."""
    return [(read.ledger.line(one.offset), one.key) for one in read.doubts]
