"""The register of published ids: an id that was published once stays, or has an alias."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from builder.sources.finding import Finding, Findings

NAME = "published_ids.txt"


def registered(folder: Path) -> dict[str, str]:
    """Every published id, and the id that took its place (`old = new` in the register; else itself)."""
    path = folder / NAME
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    found = {}
    for line in lines:
        old, _, new = line.partition(" = ")
        if old.strip():
            found[old.strip()] = new.strip() or old.strip()
    return found


def gone(folder: Path, ids: Iterable[str]) -> Findings | None:
    """The findings for ids that were published and are no longer there; None when all are."""
    now = set(ids)
    hint = f"bring it back, or write its alias into {NAME}: old = new"
    findings = [
        Finding(f"source_texts/{NAME}", line, "id.gone", f"the published id {old} is gone", hint)
        for line, (old, new) in enumerate(registered(folder).items(), 1)
        if new not in now
    ]
    return Findings(findings) if findings else None


def append(folder: Path, ids: Iterable[str]) -> None:
    """Add new ids at the end of the register, in sorted order; lines that stand are not touched."""
    known = registered(folder)
    fresh = sorted(set(ids) - known.keys())
    if fresh:
        with (folder / NAME).open("a", encoding="utf-8", newline="\n") as register:
            register.writelines(f"{one}\n" for one in fresh)
