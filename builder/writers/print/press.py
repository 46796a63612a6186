"""The press: rows in, PDFs out, by Typst. One set of fonts and one compiler for a whole run."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from importlib import resources
from pathlib import Path
from typing import Any

import typst

from builder.edition.book import Edition
from builder.writers.files import write
from builder.writers.print import fonts
from builder.writers.print.jobs import Job, job_data, jobs

PAPERS = ("a4", "16k")
# Archival and accessible at once; a character without a glyph is an error under both.
_STANDARDS: list[Any] = ["a-2a", "ua-1"]
Progress = Callable[[int, int, str], None]


class Unprintable(Exception):
    """The template refused a job; the message says which and why."""


class Press:
    """Holds fonts and compiler. Raises `fonts.NoFonts` when it cannot be set up."""

    def __init__(self, paper: str = "a4", extra: Sequence[Path] = (), edition: Edition | None = None) -> None:
        self.paper = paper
        self.edition = edition or Edition()
        self._faces = fonts.load(extra)
        root = Path(str(resources.files("builder.writers.print").joinpath("template")))
        self._compiler = typst.Compiler(input=root / "main.typ", root=root, font_paths=self._faces.fonts)

    def pdf(self, job: Job) -> bytes:
        """The PDF of one job. Raises `Unprintable` on any error or warning of the template."""
        data = json.dumps(job_data(job, self.paper, self._faces.families, self.edition), ensure_ascii=False)
        try:
            made, warnings = self._compiler.compile_with_warnings(
                format="pdf", sys_inputs={"data": data}, pdf_standards=_STANDARDS
            )
        except typst.TypstError as error:
            raise Unprintable(f"{job.id}: {error.diagnostic or error.message}") from None
        if warnings or not isinstance(made, bytes):
            raise Unprintable(f"{job.id}: {'; '.join(w.diagnostic for w in warnings)}")
        return made


def load_rows(folder: Path) -> list[dict[str, Any]]:
    """The volumes' rows that `yearbook build` wrote to `folder`, in the order of their names."""
    return [json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.json"))]


def print_all(
    data: Path,
    out: Path,
    *,
    paper: str = "a4",
    font: Sequence[Path] = (),
    only: Callable[[Job], bool] | None = None,
    edition: Edition | None = None,
    progress: Progress | None = None,
) -> list[Path]:
    """Print everything (or what `only` chooses) from the rows in `data` into `out`; gives the paths.

    Raises `fonts.NoFonts`, and `Unprintable` naming the job.
    """
    press = Press(paper, font, edition)
    todo, paths = [job for job in jobs(load_rows(data)) if only is None or only(job)], list[Path]()
    for job in todo:
        paths.append(out / f"{job.id}.pdf")
        write(paths[-1], press.pdf(job))
        if progress:
            progress(len(paths), len(todo), job.id)
    return paths
