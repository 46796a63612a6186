"""Doubtful boundaries of a volume, less those that the editor has looked at and accepted in the catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from builder.edition.read import Read
from builder.engine.ledger import Ledger
from builder.model.doubt import TELLS, Doubt
from builder.sources import catalogue
from builder.sources.finding import Finding, finding


def doubtful(root: Path, reads: Sequence[Read], least: int) -> Iterator[Finding]:
    """Findings for doubts of at least this weight that are not accepted, and for acceptances that nothing needs."""
    for read in reads:
        open_, unneeded = _sorted_out(read)
        yield from (_finding(read, one) for one in open_ if one.weight >= least)
        for number in unneeded:
            line = catalogue.line(root / "source_texts", read.record, "accept", number)
            yield finding(catalogue.FILE, line, "accept.unneeded", near=read.record.accept[number].near[:24])


def counted(read: Read) -> tuple[int, int, int]:
    """How many doubts there are: accepted, light, and those that `check` tells."""
    open_, _ = _sorted_out(read)
    told = sum(1 for one in open_ if one.weight >= TELLS)
    return len(read.doubts) - len(open_), len(open_) - told, told


def listed(read: Read, least: int = 1) -> list[Finding]:
    """Every doubt of at least this weight that is not accepted."""
    return [_finding(read, one) for one in _sorted_out(read)[0] if one.weight >= least]


def _sorted_out(read: Read) -> tuple[list[Doubt], list[int]]:
    """The doubts that nobody has accepted, and the numbers of the acceptances that no doubt needs."""
    accepts = [one.near for one in read.record.accept]
    needed, open_ = set[int](), list[Doubt]()
    for one in read.doubts:
        line = read.ledger.line(one.offset)
        start = read.ledger.line_start(line)
        raw = "".join(read.ledger.raw[start:].split("\n", 1)[0].split())
        found = [n for n, near in enumerate(accepts) if "".join(near.split()) in raw]
        needed.update(found)
        open_ += [] if found else [one]
    return open_, [n for n in range(len(accepts)) if n not in needed]


def _finding(read: Read, one: Doubt) -> Finding:
    return finding_of(read.file, read.ledger, one)


def finding_of(file: str, ledger: Ledger, one: Doubt) -> Finding:
    """A doubt as it is told."""
    return finding(file, ledger.line(one.offset), f"doubt.{one.key}", said=one.said, **dict(one.facts))
