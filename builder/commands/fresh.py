"""Whether `site/` is up to date: a digest over everything that it is made from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from builder.writers.print.fonts import available

STAMP = "site.stamp"
_INPUTS = ("source_texts", "docs", "mkdocs.yml", "requirements.txt")
PACKAGE = Path(__file__).parents[1]
# A bare `mkdocs build` empties `site/`: what `finish` adds last must still be there.
_OUTPUTS = ("index.html", "data/units.json", "download/SHA256SUMS")


def is_fresh(root: Path) -> bool:
    """True when nothing that the site is made from has changed since it was finished."""
    stamp = root / "build" / STAMP
    built = stamp.exists() and all((root / "site" / name).exists() for name in _OUTPUTS)
    return built and stamp.read_text("utf-8") == inputs_digest(root)


def inputs_digest(root: Path) -> str:
    """One digest over the names and contents of all inputs, and whether there are fonts to print with."""
    total = hashlib.sha256(b"fonts" if available() else b"no fonts")
    for name, path in _input_files(root):
        total.update(name.encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest() + "\n"


def _input_files(root: Path) -> Iterator[tuple[str, Path]]:
    """The files of the project and of the program, each by its place in its own folder."""
    for path in (*(root / name for name in _INPUTS), PACKAGE):
        found = sorted(path.rglob("*")) if path.is_dir() else [path]
        files = (f for f in found if f.is_file() and "__pycache__" not in f.parts)
        yield from ((f.relative_to(path.parent).as_posix(), f) for f in files)
