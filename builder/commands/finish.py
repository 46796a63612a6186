"""`yearbook finish`: what belongs into `site/` beside MkDocs' pages."""

from __future__ import annotations

import json
import shutil
import sys
from importlib import resources
from pathlib import Path
from typing import Any

from builder.checks.rendered import unproved
from builder.commands.fresh import STAMP, inputs_digest
from builder.commands.prints import typeset
from builder.edition.book import Edition
from builder.model.address import addresses
from builder.sources.finding import Findings, finding, only
from builder.sources.settings import Settings, settings
from builder.writers import feeds
from builder.writers.bundle import bag as bundle
from builder.writers.bundle.offline import Dangling
from builder.writers.data import spreadsheets
from builder.writers.epub import write_epubs
from builder.writers.files import write
from builder.writers.print.fonts import available
from builder.writers.print.press import load_rows
from builder.writers.search import asked, found, write_search
from builder.writers.search.cite import write_cite

Rows = dict[str, list[dict[str, Any]]]
NO_FONTS = "no fonts for the prints: install Debian's fonts-noto-cjk; the site is built without PDFs"


def finish(root: Path) -> None:
    """Complete `root/site`. Raises `Findings` when `build` or MkDocs has not run, or a print fails."""
    data, site = root / "build" / "data", root / "site"
    if not data.is_dir():
        raise only("build/data", 1, "finish.data")
    if not (site / "index.html").exists():
        raise only("site/index.html", 1, "finish.site")
    if found_wrong := list(unproved(site, root / "build")):
        raise Findings(found_wrong)
    rows = {path.stem: read(path) for path in sorted(data.glob("*.json"))}
    here = settings(root)
    copy_data(data, site / "data", rows)
    labels = found.labels(rows, here.yearbook.examples)
    write_search(found.printed(rows), found.facets(rows), site / "search", list(asked.direct(rows)), labels)
    write_cite([row for path in sorted((data / "citations").glob("*.json")) for row in read(path)], site / "search")
    pages = [path.relative_to(site).parent.as_posix() for path in sorted(site.rglob("index.html"))]
    # A page that only leads on is no page of its own for feeds and the site map.
    old = {url for row in rows.get("aliases", []) for url in addresses(row["id"])}
    shown = [url for page in pages if (url := f"{page}/".removeprefix("./")) not in old]
    for name, text in feeds.files(rows["volumes"], rows["documents"], shown, here.address, here.yearbook).items():
        write(site / name, text)
    carry_away(root, site, here)
    write(root / "build" / STAMP, inputs_digest(root))


def read(path: Path) -> list[dict[str, Any]]:
    """The rows of a data file."""
    rows: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))
    return rows


def copy_data(data: Path, target: Path, rows: Rows) -> None:
    """The data files with their schemas, and CSV beside them."""
    aside = target.with_name("data.new")
    shutil.rmtree(aside, ignore_errors=True)
    shutil.copytree(data, aside)
    for schema in sorted(resources.files("builder.writers.data").joinpath("schemas").iterdir(), key=lambda s: s.name):
        write(aside / "schema" / schema.name, schema.read_text("utf-8"))
    for name, text in spreadsheets.files(rows["entries"], rows["documents"]).items():
        write(aside / "csv" / name, text)
    shutil.rmtree(target, ignore_errors=True)
    aside.rename(target)


def carry_away(root: Path, site: Path, here: Settings) -> None:
    """Prints, e-books, the offline bundle and the checksums of all."""
    if available():
        typeset(root, site / "download" / "pdf", progress=_progress)
    else:
        print(NO_FONTS, file=sys.stderr)
    write_epubs(load_rows(root / "build" / "print"), site / "download" / "epub", Edition(here.yearbook, here.address))
    try:
        bundle.write_bundles(site, here.yearbook)
    except Dangling as error:
        raise Findings(
            finding(f"site/{page}", 1, "bundle.dangling", link=link)
            for page, _, link in (line.partition(": ") for line in str(error).split("\n"))
        ) from None


def _progress(done: int, total: int, name: str) -> None:
    if sys.stderr.isatty():
        print(f"\rprinting {done}/{total} {name:40.40}", end="" if done < total else "\n", file=sys.stderr)
