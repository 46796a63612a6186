"""`yearbook check`: holds the result against the raw texts and our promises; changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from builder.checks.doubtful import doubtful
from builder.checks.links import broken_links
from builder.checks.outside import differences, extensions
from builder.commands.build import OWNED_DOCS, Product, held, product
from builder.edition.read import Read
from builder.model.doubt import STOPS, TELLS
from builder.sources import register as published
from builder.sources.finding import Finding, finding


def check(root: Path) -> tuple[list[Finding], list[Read], Product]:
    """All findings, the volumes as they were read, and all that is made. Raises `Findings` for bad input."""
    reads, made = product(root)
    stops = list(doubtful(root, reads, STOPS))
    findings = [
        *stale_pages(root, made),
        *held(root, reads, made),
        *(one for one in doubtful(root, reads, TELLS) if one not in stops),
        *fresh_ids(root, made),
        *contradictions(reads, made),
        *broken_links(made.docs, root / "docs"),
        *(f for some in made.chapters for f in differences(some, made.docs, extensions(root / "mkdocs.yml"))),
    ]
    return findings, reads, made


def stale_pages(root: Path, made: Product) -> Iterator[Finding]:
    """Pages in `docs/` that are not what the raw texts make now."""
    docs = root / "docs"
    for name, content in made.docs.items():
        path = docs / name
        if not path.exists():
            yield finding(f"docs/{name}", 1, "docs.missing")
        elif (now := path.read_text("utf-8")) != content:
            yield finding(f"docs/{name}", _first_difference(now, content), "docs.stale")
    for top in OWNED_DOCS:
        for path in sorted((docs / top).rglob("*.md")):
            name = path.relative_to(docs).as_posix()
            if name not in made.docs:
                yield finding(f"docs/{name}", 1, "docs.surplus")


def _first_difference(now: str, then: str) -> int:
    old, new = now.splitlines(), then.splitlines()
    same = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    return same + 1


def contradictions(reads: list[Read], made: Product) -> Iterator[Finding]:
    """Entries that say another thing than the document they announce, at their raw lines."""
    entries = {entry.id: (read, entry) for read in reads for part in read.volume.parts for entry in part.entries}
    for one in made.linkage.checks:
        read, entry = entries[one.owner]
        lines = next((found for text in entry.texts() if (found := read.apparatus.lines(text))), (1, 1))
        yield finding(read.file, lines[0], one.name, **one.facts)


def fresh_ids(root: Path, made: Product) -> Iterator[Finding]:
    """New ids that are not registered yet."""
    fresh = published.load(root / "source_texts").fresh(made.ids)
    if fresh:
        yield finding(f"source_texts/{published.NAME}", 1, "id.new", count=len(fresh), first=fresh[0])
