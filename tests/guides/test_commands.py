"""Every command that a guide shows is run, and ends as the guide promises."""

from __future__ import annotations

import re
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from builder.commands import explain as explaining
from builder.commands.build import Product
from builder.commands.cli import main
from builder.edition.read import Read
from tests.guides.guide import ABOUT, GUIDES, ROOT, command_lines, yearbook_lines
from tests.project import project

LINES = yearbook_lines()
EXPLAINED = [line[1] for line in LINES if line[0] == "explain" and len(line) > 1]
MAKE = sorted({w[1] for g in (*GUIDES, *ABOUT) for w in command_lines(g) if w[0] == "make" and len(w) > 1})


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch, everything: tuple[list[Read], Product]) -> None:
    """`explain` takes the volumes and links that this run has already made, not its own of each question."""
    reads, made = everything
    monkeypatch.setattr(explaining, "read_all", lambda _sources: reads)
    monkeypatch.setattr(explaining, "link", lambda *_given: made.linkage)


def test_the_guides_show_every_command_that_is_run_here() -> None:
    assert {line[0] for line in LINES} == {"new", "build", "finish", "check", "explain"}
    assert len(EXPLAINED) >= 8
    assert {".txt", ".md"} <= {Path(place.split(":")[0]).suffix for place in EXPLAINED}
    assert any("#" in place for place in EXPLAINED)


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize("place", EXPLAINED)
def test_explain_answers_for_the_guides_places(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(ROOT), "explain", place]) == 0
    said = capsys.readouterr().out
    volume = next(iter(re.findall(r"(?:chronicle|gazette|plan)-\d+(?:-\d)?", place)), "")
    assert volume in said
    assert re.search(r"第 \d+ 行|见于 \d+ 条", said)


def test_explain_tells_what_the_readme_says_it_tells(capsys: pytest.CaptureFixture[str]) -> None:
    place = next(place for place in EXPLAINED if place.startswith("source_texts/"))
    assert main(["--root", str(ROOT), "explain", place]) == 0
    said = capsys.readouterr().out
    assert "correction.apply：“力、” → “办”" in said
    assert "刊出：5. 压实企业主体责任。" in said


@pytest.mark.parametrize("line", [line for line in LINES if line[0] == "check"], ids=" ".join)
def test_check_says_that_each_volume_balances(
    line: tuple[str, ...], volume_ids: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(ROOT), *line]) == 0
    said = capsys.readouterr().out
    sums = [row for row in said.splitlines() if row.endswith("合计 100.00 %")]
    assert [row.split("：")[0] for row in sums] == volume_ids
    assert (len(line) > 1) == (len(said.splitlines()) > len(sums))


def test_the_steps_work_one_by_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`yearbook build`, `mkdocs build`, `yearbook finish`, each ending as it should, in a small project."""
    shown = [" ".join(words) for words in command_lines("README.md")]
    steps = [one for one in shown if one in ("yearbook build", "mkdocs build", "yearbook finish")]
    assert steps == ["yearbook build", "mkdocs build", "yearbook finish"]
    project(tmp_path)
    for name in ("index.md", "search.md", "today.md", "about"):
        copy = shutil.copytree if (ROOT / "docs" / name).is_dir() else shutil.copy
        (tmp_path / "docs").mkdir(exist_ok=True)
        copy(ROOT / "docs" / name, tmp_path / "docs" / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    (tmp_path / "builder").symlink_to(ROOT / "builder")
    monkeypatch.setattr("builder.commands.finish.available", lambda: False)
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    assert main(["--root", str(tmp_path), "finish"]) == 1
    assert main(["--root", str(tmp_path), "build"]) == 0
    assert main(["--root", str(tmp_path), "finish"]) == 1
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=tmp_path, check=True)
    assert main(["--root", str(tmp_path), "finish"]) == 0
    for name in ("index.html", "data/entries.json", "download/SHA256SUMS", "chronicle/1999/01/index.html"):
        assert (tmp_path / "site" / name).exists(), name


def test_the_package_run_by_python_is_the_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ["python", "-m", "builder"] in list(command_lines("README.md"))
    monkeypatch.setattr(sys, "argv", ["builder", "--root", str(ROOT), "explain", "chronicle-2020.txt:306"])
    with pytest.raises(SystemExit) as done:
        runpy.run_module("builder", run_name="__main__")
    assert done.value.code == 0
    assert "chronicle-2020 第 306 行" in capsys.readouterr().out


def test_each_target_of_make_that_a_guide_names_is_there_and_is_listed() -> None:
    assert {"site", "test", "lint", "serve", "bench", "format", "lock"} <= set(MAKE)
    listed = subprocess.run(["make", "help"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert [name for name in MAKE if not re.search(rf"^  make {name} ", listed, re.MULTILINE)] == []


def test_make_site_is_one_command() -> None:
    """Its three steps stand in builder/commands/site.py."""
    said = subprocess.run(["make", "-n", "site"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert "yearbook site" in said


def test_make_test_runs_what_the_readme_lists() -> None:
    """Style, types, layers, tests, the sums of the ledger; `make lint` is its first part."""
    said = subprocess.run(["make", "-n", "test"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    wanted = ("ruff check", "mypy --strict", "lint-imports", "yearbook check", "python -m pytest")
    places = [said.index(one) for one in wanted]
    assert places == sorted(places)
