"""Rows of `volumes.json`, and the ledger of each volume."""

from __future__ import annotations

from typing import Any

from builder.edition.counts import counts, places_of
from builder.engine.ledger import MASK, WITHHELD, Balance, Ledger
from builder.model.address import volume_folder
from builder.model.volume import Volume
from builder.records.corrections import Corrections
from builder.records.volume import VolumeRecord


def volume_row(
    volume: Volume, record: VolumeRecord, ledger: Ledger, total: Balance, data: Corrections
) -> dict[str, Any]:
    """One volume with its bibliographic facts, its sums and its counts."""
    removed, added = ledger.counts()
    return {
        "id": volume.id,
        "kind": volume.kind,
        "texture": record.texture,
        "title": record.title,
        "publisher": record.publisher,
        "published": record.published,
        "year": record.year,
        **({} if record.volume_year is None else {"volume_year": record.volume_year}),
        "issue": record.issue,
        "url": volume_folder(volume.id),
        "source_file": record.raw,
        "sha256": record.sha256,
        "raw_characters": total.raw,
        "published_characters": total.published,
        "removed": dict(sorted(removed.items())),
        "added": dict(sorted(added.items())),
        "corrections": places_of(data.correction),
        "doubts": places_of(data.doubt),
        "counts": counts(volume),
        "expected": record.expect.model_dump(exclude_none=True, exclude_defaults=True),
    }


def ledger_rows(ledger: Ledger) -> list[dict[str, Any]]:
    """Every edit in raw order; a withheld text stands as one ■ for each of its characters."""
    rows = []
    for row in sorted(ledger.rows, key=lambda r: (r.start, r.end)):
        old = MASK * len(row.old) if row.rule == WITHHELD else row.old
        one: dict[str, Any] = {"rule": row.rule, "lines": list(ledger.lines(row)), "old": old, "new": row.new}
        if row.to >= 0:
            one["to"] = ledger.line(row.to)
        rows.append(one)
    return rows
