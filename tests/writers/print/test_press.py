"""The press: the same bytes anywhere, a clear word where it cannot print, the other paper."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pypdf
import pytest

from builder.writers.print.fonts import NoFonts, available
from builder.writers.print.jobs import Job, print_date, print_paths
from builder.writers.print.press import Press, Unprintable, print_all
from tests.writers.print.extraction import align, characters, job_texts

_SCRIPT = """
import sys
from pathlib import Path
from builder.edition.book import Edition
from builder.records.yearbook import Yearbook
from builder.writers.print.press import Press
from builder.writers.print.jobs import jobs
from builder.writers.print.press import load_rows
wanted = sys.argv[2:]
press = Press("a4", edition=Edition(Yearbook(edition="0.0.0")))
for job in jobs(load_rows(Path(sys.argv[1]))):
    if job.id in wanted:
        Path(sys.argv[1], job.id.replace("/", "_") + ".pdf").write_bytes(press.pdf(job))
"""


def test_another_process_on_another_day_makes_the_same_bytes(
    rows: list[dict[str, object]], prints: dict[str, Path], root: Path, tmp_path: Path
) -> None:
    for one in rows:
        (tmp_path / f"{one['id']}.json").write_text(json.dumps(one, ensure_ascii=False), "utf-8")
    wanted = ["chronicle-2021/2021-03", "gazette-2020-1/jszb-2020-4", "chronicle-2020"]
    # Typst takes the day of printing from here unless a document says its own.
    changed = {"TZ": "Pacific/Auckland", "SOURCE_DATE_EPOCH": "4102444800", "PYTHONHASHSEED": "7"}
    subprocess.run(
        [sys.executable, "-c", _SCRIPT, str(tmp_path), *wanted], check=True, cwd=root, env={**os.environ, **changed}
    )
    for name in wanted:
        made = (tmp_path / f"{name.replace('/', '_')}.pdf").read_bytes()
        assert made == prints[name].read_bytes(), name


def test_the_smaller_paper(all_jobs: dict[str, Job], tmp_path: Path) -> None:
    press = Press("16k")
    for name in ("chronicle-2020/2020-02", "gazette-2021-2/jszf-2021-4"):
        path = tmp_path / "one.pdf"
        path.write_bytes(press.pdf(all_jobs[name]))
        align(characters(path), job_texts(all_jobs[name].kind, all_jobs[name].row))
        box = pypdf.PdfReader(path).pages[0].mediabox
        assert (round(float(box.width) * 25.4 / 72), round(float(box.height) * 25.4 / 72)) == (185, 260)


def test_a_character_without_a_glyph_is_an_error_that_names_the_job(all_jobs: dict[str, Job], press: Press) -> None:
    job = all_jobs["chronicle-2021/2021-03"]
    entry = {**job.row["entries"][0], "blocks": [{"type": "entry", "text": ["此字无形：\U0001f600"]}]}
    with pytest.raises(Unprintable, match=r"chronicle-2021/2021-03: .*"):
        press.pdf(job._replace(row={**job.row, "entries": [entry]}))


def test_without_fonts_one_sentence_names_the_package(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("YEARBOOK_FONTS", str(tmp_path))
    assert not available()
    with pytest.raises(NoFonts, match=r"Noto Serif CJK SC .* missing\. Hint: sudo apt-get install fonts-noto-cjk"):
        print_all(tmp_path, tmp_path / "out")


def test_a_font_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(NoFonts, match=r"nowhere\.ttf: there is no such file\. Hint: --font takes the path"):
        Press(extra=[tmp_path / "nowhere.ttf"])
    (tmp_path / "text.ttf").write_text("no font", "utf-8")
    with pytest.raises(NoFonts, match=r"text\.ttf: is not a font\. Hint: --font takes the path"):
        Press(extra=[tmp_path / "text.ttf"])


def test_paths_follow_from_ids_alone() -> None:
    assert print_paths(["plan-145"], ["chronicle-2020/2020-01"], ["gazette-2021-2/jszf-2021-1"]) == {
        "plan-145": "download/pdf/plan-145.pdf",
        "chronicle-2020/2020-01": "download/pdf/chronicle-2020/2020-01.pdf",
        "gazette-2021-2/jszf-2021-1": "download/pdf/gazette-2021-2/jszf-2021-1.pdf",
    }


@pytest.mark.parametrize(
    ("published", "date", "expected"),
    [
        ("2021-05-28", None, [2021, 5, 28]),
        ("2022-02", None, [2022, 2, 1]),
        (None, None, [2021, 1, 1]),
        ("2021", "2021-03-25", [2021, 3, 25]),
    ],
)
def test_a_pdf_bears_the_date_of_its_text(published: str | None, date: str | None, expected: list[int]) -> None:
    assert print_date({"published": published, "year": 2021}, {"date": date}) == expected
