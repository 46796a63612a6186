"""The walk of README.zh.md from a file to its page: what it shows of the screen is what is printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.commands.cli import main
from tests.guides.guide import ROOT, example, fences

GUIDE = "README.zh.md"
TEXT = next(one.text for one in fences(GUIDE) if one.kind == "text")
REPORT, BUILT = (one.text for one in fences(GUIDE) if one.kind == "screen")
ACCEPT = example(GUIDE, "volume.accept")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with nothing but the raw file of the guide, at a screen in Chinese."""
    (tmp_path / "source_texts").mkdir()
    (tmp_path / "source_texts" / "chronicle-2022.txt").write_text(TEXT, "utf-8")
    (tmp_path / "mkdocs.yml").write_bytes((ROOT / "mkdocs.yml").read_bytes())
    monkeypatch.setenv("YEARBOOK_LANG", "zh")
    return tmp_path


def said(root: Path, capsys: pytest.CaptureFixture[str], *command: str) -> str:
    capsys.readouterr()
    assert main(["--root", str(root), *command]) == 0
    return capsys.readouterr().out


def test_the_walk(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    raw = str(root / "source_texts" / "chronicle-2022.txt")
    assert said(root, capsys, "new", raw).startswith(REPORT)
    said(root, capsys, "new", raw, "--write")
    catalogue = root / "source_texts" / "catalogue.toml"
    catalogue.write_text(catalogue.read_text("utf-8").replace("待填", "某室"), "utf-8")
    assert said(root, capsys, "build").strip() == BUILT.strip()
    catalogue.write_text(catalogue.read_text("utf-8") + "\n" + ACCEPT, "utf-8")
    assert said(root, capsys, "build").endswith("疑处：1 处已认可\n")
    assert "合计 100.00 %" in said(root, capsys, "check")
    assert "市两会召开" in (root / "docs" / "chronicle" / "2022" / "01.md").read_text("utf-8")


def test_the_sums_are_where_the_guide_checks_them() -> None:
    command = next(one.text for one in fences(GUIDE) if "sha256sum -c" in one.text)
    folder, _, name = command.removeprefix("cd ").partition(" && sha256sum -c ")
    assert (ROOT / folder / name.strip()).is_file()
