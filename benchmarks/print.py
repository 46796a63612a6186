"""Our prints beside WeasyPrint and Chromium on the same chapters: time, memory, pages, size.

Run by `make bench` after `make site`. Writes the table of the README to build/bench/print.md.
Every figure is of a process of its own that starts when its input is ready; the fonts are the same.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

import pypdf
from playwright.sync_api import sync_playwright

from builder.edition.book import Edition
from builder.records.yearbook import Yearbook
from builder.writers.epub import package
from builder.writers.epub.inline import ContentDocument
from builder.writers.print.jobs import Job
from builder.writers.print.press import load_rows, print_all

ROWS, OUT = Path("build/print"), Path("build/bench/print")
PEERS = Path("build/bench/venv/bin/python")
CHROMIUM = "/usr/bin/chromium"
STYLE = """@page{size:A4;margin:31mm 30mm 30mm}
body{font:11pt/18.5pt "Noto Serif CJK SC";text-align:justify}
.aid{font-family:"Noto Sans CJK SC";font-size:8pt}p{margin:0 0 9pt}h1{font-size:24pt}"""
WEASYPRINT = """import resource, sys
from pathlib import Path
from weasyprint import HTML
for path in sorted(Path(sys.argv[1]).glob("*.html")):
    HTML(path).write_pdf(Path(sys.argv[2], path.stem + ".pdf"))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


class Row(NamedTuple):
    """A line of the table."""

    name: str
    seconds: float
    megabytes: float | None
    folder: Path

    def cells(self) -> list[str]:
        """The line's cells: name, files, pages, seconds, memory, size."""
        files = sorted(self.folder.rglob("*.pdf"))
        pages = sum(len(pypdf.PdfReader(path).pages) for path in files)
        size = sum(path.stat().st_size for path in files) / 1e6
        memory = "–" if self.megabytes is None else f"{self.megabytes:.0f} MB"
        return [self.name, str(len(files)), str(pages), f"{self.seconds:.1f} s", memory, f"{size:.1f} MB"]


def is_chapter(job: Job) -> bool:
    """The twelve months of each chronicle."""
    return job.kind == "month" and job.volume["kind"] == "chronicle"


KINDS: dict[str, Callable[[Job], bool]] = {
    "monthly chapters": is_chapter,
    "year books": lambda job: job.kind == "book" and job.volume["kind"] == "chronicle",
    "documents": lambda job: job.kind == "document",
    "everything": lambda job: True,
}


def ours(kind: str) -> Row:
    """Print one kind in a process of its own."""
    folder = OUT / kind.replace(" ", "-")
    done = subprocess.run([sys.executable, "-m", "benchmarks.print", kind], check=True, capture_output=True, text=True)
    seconds, megabytes = map(float, done.stdout.split())
    return Row(f"Typst, {kind}", seconds, megabytes, folder)


def print_kind(kind: str) -> None:
    """What the process of `ours` does: fonts, template and all jobs, and the figures on standard output."""
    start = time.perf_counter()
    print_all(ROWS, OUT / kind.replace(" ", "-"), only=KINDS[kind], edition=Edition(Yearbook(edition="bench")))
    seconds = time.perf_counter() - start
    print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def chapters_as_pages(volumes: Iterable[dict[str, Any]], folder: Path) -> list[Path]:
    """The monthly chapters as HTML with a print style sheet: what the peers are given."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for volume in volumes:
        for month in volume["months"] if volume["kind"] == "chronicle" else ():
            chapter = ContentDocument("x.xhtml", month["title"])
            page = package.page("month", month["title"], month, chapter, {})
            link = '<link rel="stylesheet" type="text/css" href="style.css"/>'
            path = folder / f"{month['id'].replace('/', '_')}.html"
            html = page.split("?>\n", 1)[1].replace(link, f"<meta charset='utf-8'><style>{STYLE}</style>")
            path.write_text(html, "utf-8")
            paths.append(path)
    return paths


def weasyprint(pages: list[Path]) -> Row:
    """WeasyPrint on all chapters, in one process."""
    folder = OUT / "weasyprint"
    folder.mkdir(parents=True, exist_ok=True)
    start = time.perf_counter()
    done = subprocess.run([PEERS, "-c", WEASYPRINT, pages[0].parent, folder], check=True, capture_output=True)
    return Row("WeasyPrint, monthly chapters", time.perf_counter() - start, float(done.stdout), folder)


def chromium(pages: list[Path]) -> Row:
    """Chromium on all chapters, in one browser; its memory is spread over its processes."""
    folder = OUT / "chromium"
    folder.mkdir(parents=True, exist_ok=True)
    start = time.perf_counter()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        tab = browser.new_page()
        for path in pages:
            tab.goto(path.resolve().as_uri())
            tab.pdf(path=folder / f"{path.stem}.pdf", prefer_css_page_size=True, tagged=True, outline=True)
        browser.close()
    return Row("Chromium, monthly chapters", time.perf_counter() - start, None, folder)


def main() -> None:
    """Measure, and print the table."""
    if len(sys.argv) > 1:
        print_kind(sys.argv[1])
        return
    rows = [ours(kind) for kind in KINDS]
    pages = chapters_as_pages(load_rows(ROWS), OUT / "html")
    rows += [chromium(pages), weasyprint(pages)]
    head = ["", "files", "pages", "time", "memory", "size"]
    lines = [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}", *(f"| {' | '.join(r.cells())} |" for r in rows)]
    slowest = rows[0].seconds / min(rows[-1].seconds, rows[-2].seconds)
    lines.append(f"\nThe chapters take {slowest:.2f} of the time of the faster peer.")
    (OUT.parent / "print.md").write_text("\n".join(lines) + "\n", "utf-8")
    OUT.parent.joinpath("print.json").write_text(
        json.dumps({r.name: [round(r.seconds, 2), r.megabytes] for r in rows}, indent=1) + "\n", "utf-8"
    )
    print("\n".join(lines))


if __name__ == "__main__":
    main()
