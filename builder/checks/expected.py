"""What the catalogue expects of a volume, held against what was read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from builder.edition.counts import counts
from builder.edition.read import Read
from builder.records.base import nearest
from builder.sources import catalogue
from builder.sources.finding import Finding, finding


def missed(root: Path, reads: Sequence[Read]) -> Iterator[Finding]:
    """Expectations of the catalogue that the result does not meet."""
    sources = root / "source_texts"
    for read in reads:
        removed, _ = read.ledger.counts()
        found = {**counts(read.volume), **{f"removed.{rule}": n for rule, n in removed.items()}}
        for name, number in read.record.expect.counted().items():
            place = ("expect", *name.split(".", 1))
            rule = name.partition(".")[2]
            if rule and rule not in read.reasons:
                near = nearest(rule, read.reasons)
                yield finding(
                    catalogue.FILE, catalogue.line(sources, read.record, *place), "expect.rule", rule=rule, near=near
                )
            elif found.get(name, 0) != number:
                line = catalogue.line(sources, read.record, *place)
                facts = {"volume": read.volume.id, "what": name, "found": found.get(name, 0), "wanted": number}
                yield finding(catalogue.FILE, line, "expect.missed", **facts)
