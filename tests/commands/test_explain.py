"""`yearbook explain`: a raw line, a page's line, an id -> what happened, by which rule, why."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.commands.cli import main


def explained(root: Path, place: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["--root", str(root), "explain", place]) == 0
    return capsys.readouterr().out


def test_a_raw_line_with_a_correction(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = explained(root, "chronicle-2020.txt:306", capsys)
    assert "人境" in said
    assert "刊出" in said
    assert "correction.apply：“人” → “入”" in said


def test_a_line_of_a_page(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = root / "docs" / "chronicle" / "2021" / "03.md"
    lines = page.read_text("utf-8").splitlines()
    number = next(i for i, line in enumerate(lines, 1) if 'data-l="208"' in line) - 1
    assert "chronicle-2021 第 208 行" in explained(root, f"docs/chronicle/2021/03.md:{number}", capsys)


def test_an_entry_with_its_links(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = explained(root, "chronicle-2021/2021-03-24-1", capsys)
    assert "jszf-2021-4" in said


def test_the_withheld_line_is_not_shown(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = explained(root, "gazette-2020-1.txt:362", capsys)
    assert "correction.withheld" in said
    assert "含不公开内容" in said


def test_nothing_of_that_name(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(root), "explain", "chronicle-2099/2099-01-01-1"]) == 1
    assert "explain.place" in capsys.readouterr().err
