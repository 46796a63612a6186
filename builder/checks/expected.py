"""What the catalogue expects of a volume, held against what was read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from builder.edition.counts import counts
from builder.edition.read import Read
from builder.sources import catalogue
from builder.sources.finding import Finding, finding


def missed(root: Path, reads: Sequence[Read]) -> Iterator[Finding]:
    """Expectations of the catalogue that the result does not meet."""
    path = root / "source_texts" / "catalogue.toml"
    for index, read in enumerate(reads):
        expect = dict(read.record.get("expect", {}))
        removed, _ = read.ledger.counts()
        found = {**counts(read.volume), **{f"removed.{rule}": n for rule, n in removed.items()}}
        wanted = {k: v for k, v in expect.items() if k != "removed"}
        wanted |= {f"removed.{rule}": n for rule, n in expect.get("removed", {}).items()}
        for name, number in wanted.items():
            if found.get(name, 0) != number:
                line = catalogue.table_line(path, "volume", index)
                facts = {"volume": read.volume.id, "what": name, "found": found.get(name, 0), "wanted": number}
                yield finding("source_texts/catalogue.toml", line, "expect.missed", **facts)
