"""How much a volume holds, in the words of the catalogue's expectations."""

from __future__ import annotations

from collections.abc import Iterable

from builder.model.blocks import Box, Heading
from builder.model.volume import Volume
from builder.records.corrections import Correction, Doubt


def counts(volume: Volume) -> dict[str, int]:
    """What a volume holds, in the words of the catalogue's expectations."""
    blocks = [block for document in volume.documents for block in document.all_blocks()]
    found = {
        "months": len(volume.months),
        "entries": sum(len(month.entries) for month in volume.months),
        "subsections": len(volume.subsections),
        "items": sum(len(part.entries) for part in volume.subsections),
        "documents": len(volume.documents),
        "sections": sum(1 for b in blocks if isinstance(b, Heading) and (b.anchor or "").startswith("s-")),
        "boxes": sum(1 for b in blocks if isinstance(b, Box)),
        "headings": sum(1 for b in blocks if isinstance(b, Heading) and b.level > 0),
        "tables": sum(1 for b in blocks if b.type == "table"),
        "rosters": sum(1 for b in blocks if b.type == "roster"),
    }
    return {name: n for name, n in found.items() if n}


def places_of(named: Iterable[Correction | Doubt]) -> int:
    """How many places corrections or doubts name: one may stand several times."""
    return sum(one.times for one in named)
