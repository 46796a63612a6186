"""The finished site of a small project, with the pages that are written by hand."""

from __future__ import annotations

from pathlib import Path

from builder.commands.build import build
from builder.commands.finish import finish
from tests.project import ROOT, rendered

# Pages that the program does not write, to which its pages lead.
BY_HAND = ("search", "today", "about")


def finished(root: Path) -> Path:
    """Build, render and finish the project of a folder; returns its site."""
    build(root)
    docs = ROOT / "docs"
    found = [path for name in BY_HAND for pattern in (f"{name}.md", f"{name}/**/*.md") for path in docs.glob(pattern)]
    rendered(root, {path.relative_to(docs).as_posix(): path.read_text("utf-8") for path in found})
    finish(root)
    return root / "site"
