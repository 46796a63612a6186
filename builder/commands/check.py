"""`yearbook check`: holds the result against the raw texts and our promises; changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from builder.checks.links import broken_links
from builder.checks.outside import differences, extensions
from builder.checks.private import gate
from builder.commands.build import OWNED_DOCS, Product, product
from builder.edition.counts import counts
from builder.edition.read import Read
from builder.sources import catalogue
from builder.sources import register as published
from builder.sources.finding import Finding


def check(root: Path) -> tuple[list[Finding], list[Read], Product]:
    """All findings, the volumes as they were read, and all that is made. Raises `Findings` for bad input."""
    reads, made = product(root)
    findings = [
        *stale_pages(root, made),
        *missed(root, reads),
        *gone_ids(root, made),
        *(Finding(one.owner, 1, one.name, one.problem, one.hint) for one in made.linkage.checks),
        *broken_links(made.docs, root / "docs"),
        *(f for some in made.chapters for f in differences(some, made.docs, extensions(root / "mkdocs.yml"))),
        *gate(made.docs | {f"data/{name}": text for name, text in made.data.items()}, decided(root)),
    ]
    return findings, reads, made


def decided(root: Path) -> frozenset[str]:
    """What someone has decided to let through the gate (`source_texts/decided.toml`)."""
    rows = catalogue.load_toml(root / "source_texts" / "decided.toml").get("decided", [])
    return frozenset(str(row["find"]) for row in rows)


def stale_pages(root: Path, made: Product) -> Iterator[Finding]:
    """Pages in `docs/` that are not what the raw texts make now."""
    hint = "run `yearbook build` and look at `git diff docs/`"
    docs = root / "docs"
    for name, content in made.docs.items():
        path = docs / name
        if not path.exists():
            yield Finding(f"docs/{name}", 1, "docs.missing", "does not exist", hint)
        elif (now := path.read_text("utf-8")) != content:
            yield Finding(f"docs/{name}", _first_difference(now, content), "docs.stale", "is not up to date", hint)
    for top in OWNED_DOCS:
        for path in sorted((docs / top).rglob("*.md")):
            name = path.relative_to(docs).as_posix()
            if name not in made.docs:
                yield Finding(f"docs/{name}", 1, "docs.surplus", "is made from nothing", hint)


def _first_difference(now: str, then: str) -> int:
    old, new = now.splitlines(), then.splitlines()
    same = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    return same + 1


def missed(root: Path, reads: list[Read]) -> Iterator[Finding]:
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
                problem = f"{read.volume.id}: {name} is {found.get(name, 0)}, {number} expected"
                hint = "find out why before you change the number"
                yield Finding("source_texts/catalogue.toml", line, "expect.missed", problem, hint)


def gone_ids(root: Path, made: Product) -> list[Finding]:
    """Published ids that are gone or name something else now, and new ones that are not registered yet."""
    findings = list(made.faults)
    fresh = published.load(root / "source_texts").fresh(made.ids)
    if fresh:
        hint = "run `yearbook build` and commit the register"
        problem = f"{len(fresh)} ids are not registered, the first is {fresh[0]}"
        findings.append(Finding(f"source_texts/{published.NAME}", 1, "id.new", problem, hint))
    return findings
