"""What the links are looked for in: entries and documents as plain strings with their dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from builder.model.blocks import Block, Box, Roster, Table
from builder.model.volume import Document, Entry, Volume


@dataclass
class Unit:
    """An owner of links. `city` is True for entries of a chronicle volume, False for a gazette's.

    `texts` are in the order that `Span.part` counts in; `date` is the day it begins or was signed.
    """

    id: str
    volume: str
    city: bool
    texts: tuple[str, ...]
    date: str | None
    end: str | None
    year: int
    month: int | None
    entry: Entry | None = None
    document: Document | None = None

    @cached_property
    def reading(self) -> str:
        """All its texts in one string."""
        return "\n".join(self.texts)

    @cached_property
    def names(self) -> dict[int, tuple[str, str]]:
        """Parts that are nothing but a person's name in a roster -> (name, office)."""
        if self.document is None:
            return {}
        parts = {id(text): i for i, text in enumerate(self.document.texts())}
        found = {}
        for roster in _rosters(self.document.all_blocks()):
            for person in roster.people:
                found[parts[id(person.name)]] = (person.name.s, person.office.s)
        return found

    @cached_property
    def cells(self) -> frozenset[int]:
        """Parts that are cells of tables: no running text, hence no sentence to read names from."""
        if self.document is None:
            return frozenset()
        parts = {id(text): i for i, text in enumerate(self.document.texts())}
        tables = [b for b in self.document.all_blocks() if isinstance(b, Table)]
        return frozenset(parts[id(c.text)] for t in tables for c in t.cells if id(c.text) in parts)


def _rosters(blocks: Iterator[Block]) -> Iterator[Roster]:
    for block in blocks:
        if isinstance(block, Roster):
            yield block
        elif isinstance(block, Box):
            yield from _rosters(iter(block.blocks))


def units(volumes: Sequence[Volume]) -> list[Unit]:
    """All entries and documents of the volumes, in the order of the catalogue."""
    found: list[Unit] = []
    for volume in volumes:
        for month in volume.months:
            for entry in month.entries:
                texts = tuple(p.s for p in entry.paragraphs)
                found.append(
                    Unit(
                        entry.id,
                        volume.id,
                        volume.kind == "chronicle",
                        texts,
                        entry.start,
                        entry.end,
                        month.year,
                        month.month,
                        entry=entry,
                    )
                )
        found.extend(_document(volume, document) for document in volume.documents)
    return found


def _document(volume: Volume, document: Document) -> Unit:
    date = document.date
    year, month = (int(date[:4]), int(date[5:7])) if date else (0, None)
    texts = tuple(t.s for t in document.texts())
    return Unit(document.id, volume.id, False, texts, date, date, year, month, document=document)
