"""`yearbook init`: a folder that is whole; asked for nothing but on a terminal; never over what is there."""

from __future__ import annotations

import io
import tomllib
from pathlib import Path

import pytest

from builder.commands.cli import main
from builder.commands.init import init
from builder.sources.settings import settings
from tests.project import ROOT, SAMPLE

OFFICE = ["--name", "沄川年鉴", "--place", "沄川", "--publisher", "沄川市地方志办公室"]


def begun(folder: Path) -> Path:
    assert main(["init", str(folder), *OFFICE]) == 0
    return folder


def test_who_publishes_stands_in_the_catalogue_alone(tmp_path: Path) -> None:
    root = begun(tmp_path / "沄川")
    known = tomllib.loads((root / "source_texts" / "catalogue.toml").read_text("utf-8"))["yearbook"]
    assert (known["name"], known["place"], known["publisher"]) == ("沄川年鉴", "沄川", "沄川市地方志办公室")
    assert (known["key"], known["tag"][:20]) == ("yunchuan", "tag:yunchuan.invalid")
    assert settings(root).yearbook.name == "沄川年鉴"
    said = {path for path in root.rglob("*") if path.is_file() and "沄川" in path.read_text("utf-8")}
    assert {path.relative_to(root).as_posix() for path in said} == {
        "README.md",
        "docs/about/index.md",
        "source_texts/catalogue.toml",
    }


def test_the_pages_about_are_those_of_this_repository() -> None:
    """What is said of every yearbook is told once: two copies may not drift."""
    project = ROOT / "builder" / "commands" / "project"
    shared = ["search.md", "today.md"]
    shared += [f"about/{name}.md" for name in ("accessibility", "cite", "colophon", "principles", "report")]
    for name in shared:
        assert (project / "docs" / name).read_bytes() == (ROOT / "docs" / name).read_bytes(), name
    assert (project / "mkdocs.yml").read_bytes() == (ROOT / "mkdocs.yml").read_bytes()


def test_the_first_volume_is_written_below(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = begun(tmp_path / "new")
    raw = root / "source_texts" / "dsj.txt"
    raw.write_text(SAMPLE.replace("某市大事记", "某市大事记（1999）"), "utf-8")
    assert main(["--root", str(root), "new", str(raw), "--write"]) == 0
    assert main(["--root", str(root), "build"]) == 0
    assert (root / "docs" / "chronicle" / "1999" / "01.md").exists()
    assert "沄川市地方志办公室" in capsys.readouterr().out


def test_what_is_there_is_not_touched(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "today.md").write_text("mine", "utf-8")
    assert main(["init", str(tmp_path), *OFFICE]) == 1
    said = (
        "init.exists  is there already and was not touched. Hint: choose a new folder, or move the old one away first."
    )
    assert said in capsys.readouterr().err
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["today.md"]


def test_on_a_terminal_it_asks_for_what_was_not_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = io.StringIO("沄川\n沄川市史志室\n")
    monkeypatch.setattr("sys.stdin", answers)
    monkeypatch.setattr(answers, "isatty", lambda: True)
    init(tmp_path / "new", {"name": "沄川年鉴"})
    assert settings(tmp_path / "new").yearbook.publisher == "沄川市史志室"


def test_without_a_terminal_it_asks_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builtins.input", lambda _: pytest.fail("asked"))
    monkeypatch.setattr("sys.stdin", io.StringIO())
    init(tmp_path / "new", {})
    assert settings(tmp_path / "new").yearbook.name == "数字年鉴"
