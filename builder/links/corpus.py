"""What the links are looked for in: entries and documents as plain strings with their dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from builder.model.blocks import Block, Box, Roster, Table
from builder.model.volume import Attachment, Document, Entry, Part, Volume


@dataclass
class Unit:
    """An owner of links. `city` is True for entries of a chronicle volume, False for a gazette's.

    `texts` are in the order that `Link.part` counts in; `date` is the day it begins or was signed.
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
    def blocks(self) -> list[tuple[int, Block]]:
        """All blocks of a document, those in boxes too, each with the part that its first text is."""
        return list(_placed(self.document)) if self.document else []

    @cached_property
    def names(self) -> dict[int, tuple[str, str]]:
        """Parts that are nothing but a person's name in a roster -> (name, office)."""
        rosters = [(at, block.people) for at, block in self.blocks if isinstance(block, Roster)]
        return {at + 2 + 3 * n: (p.name.s, p.office.s) for at, people in rosters for n, p in enumerate(people)}

    @cached_property
    def cells(self) -> frozenset[int]:
        """Parts that are cells of tables: no running text, hence no sentence to read names from."""
        tables = [(at, len(block.cells)) for at, block in self.blocks if isinstance(block, Table)]
        return frozenset(at + 1 + n for at, count in tables for n in range(count))


def _placed(document: Document) -> Iterator[tuple[int, Block]]:
    at = len(document.head())
    for part in document.parts():
        if isinstance(part, Attachment):
            yield from _among(part.blocks, at + 2)
        else:
            yield from _among([part], at)
        at += sum(1 for _ in part.texts())


def _among(blocks: Sequence[Block], at: int) -> Iterator[tuple[int, Block]]:
    for block in blocks:
        yield at, block
        if isinstance(block, Box):
            yield from _among(block.blocks, at + 1)
        at += sum(1 for _ in block.texts())


def units(volumes: Sequence[Volume]) -> list[Unit]:
    """All entries and documents of the volumes, in the order of the catalogue."""
    found: list[Unit] = []
    for volume in volumes:
        found += [_entry(volume, part, entry) for part in volume.parts for entry in part.entries]
        found += [_document(volume, document) for document in volume.documents]
    return found


def by_batch(units: Sequence[Unit], batches: Mapping[str, str]) -> dict[str, list[Unit]]:
    """The units by the batches of their volumes (`batches`: volume -> batch), in the order of the batches' names."""
    found: dict[str, list[Unit]] = {}
    for unit in units:
        found.setdefault(batches.get(unit.volume, ""), []).append(unit)
    return dict(sorted(found.items()))


def _entry(volume: Volume, part: Part, entry: Entry) -> Unit:
    texts, when = tuple(p.s for p in entry.paragraphs), (entry.start, entry.end, part.year, part.month or None)
    return Unit(entry.id, volume.id, volume.kind == "chronicle", texts, *when, entry=entry)


def _document(volume: Volume, document: Document) -> Unit:
    date = document.date
    year, month = (int(date[:4]), int(date[5:7])) if date else (0, None)
    texts = tuple(t.s for t in document.texts())
    return Unit(document.id, volume.id, False, texts, date, date, year, month, document=document)
