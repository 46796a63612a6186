"""`yearbook finish`: what belongs into `site/` beside MkDocs' pages."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from builder.finding import only
from builder.writers import found
from builder.writers.files import write
from builder.writers.search import write_search

STAMP = "site.stamp"
_INPUTS = ("source_texts", "builder", "docs", "mkdocs.yml", "requirements.txt")


def finish(root: Path) -> None:
    """Complete `root/site`. Raises `Findings` when `build` or MkDocs has not run."""
    data, site = root / "build" / "data", root / "site"
    if not data.is_dir():
        raise only("build/data", 1, "finish.data", "does not exist", "run `yearbook build` first")
    if not (site / "index.html").exists():
        raise only("site/index.html", 1, "finish.site", "does not exist", "run `mkdocs build` first")
    copy_data(data, site / "data")
    rows = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(data.glob("*.json"))}
    write_search(rows["units"], found.facets(rows), site / "search", list(found.direct(rows)), found.labels(rows))
    write(root / "build" / STAMP, inputs_digest(root))


def copy_data(data: Path, target: Path) -> None:
    """The data files and their schemas."""
    aside = target.with_name("data.new")
    shutil.rmtree(aside, ignore_errors=True)
    shutil.copytree(data, aside)
    for schema in sorted(resources.files("builder").joinpath("schemas").iterdir(), key=lambda s: s.name):
        write(aside / "schema" / schema.name, schema.read_text("utf-8"))
    shutil.rmtree(target, ignore_errors=True)
    aside.rename(target)


def is_fresh(root: Path) -> bool:
    """True when nothing that the site is made from has changed since it was finished."""
    stamp = root / "build" / STAMP
    built = (root / "site" / "data" / "units.json").exists() and stamp.exists()
    return built and stamp.read_text("utf-8") == inputs_digest(root)


def inputs_digest(root: Path) -> str:
    """One digest over the names and contents of everything that the site is made from."""
    total = hashlib.sha256()
    for path in _input_files(root):
        total.update(path.relative_to(root).as_posix().encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest() + "\n"


def _input_files(root: Path) -> Iterator[Path]:
    for name in _INPUTS:
        path = root / name
        found = sorted(path.rglob("*")) if path.is_dir() else [path]
        yield from (f for f in found if f.is_file() and "__pycache__" not in f.parts)
