"""Every finding of `explain`, `finish` and `print`: provoked in a small project, with its exact message."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.commands.build import build
from tests.commands.running import run
from tests.project import SAMPLE, project, rendered

# A character of the private use area: no font has it.
UNKNOWN = SAMPLE.replace("某大会", "某\ue000会")


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A small project with its pages and data."""
    build(project(tmp_path))
    (tmp_path / "mkdocs.yml").write_text("site_name: 某市年鉴\n", "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("place", "hint"),
    [
        (
            "chronicle-1999/1999-01-09-1",
            "near to it are chronicle-1999/1999-01-06-1、chronicle-1999/1999-01-01-1、chronicle-1999/1999-01-01-2",
        ),
        ("chronicle-1998.txt:1", "see the files in source_texts/"),
        ("docs/chronicle/1999/02.md:1", "give a page below docs/"),
        ("nonsense", "see `yearbook explain --help`"),
    ],
)
def test_a_place_that_is_none(place: str, hint: str, built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = f"{place}:1  explain.place  is no raw line, page line or id. Hint: {hint}."
    assert run(built, capsys, "explain", place) == (1, [said])


@pytest.mark.parametrize("line", [0, 14])
def test_a_line_that_the_raw_file_has_not(line: int, built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = f"chronicle-1999.txt:{line}  explain.line  has 13 lines. Hint: give a line of the file."
    assert run(built, capsys, "explain", f"chronicle-1999.txt:{line}") == (1, [said])


def test_a_page_that_no_single_raw_text_made(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = (
        "docs/text/statement.md:1  explain.line  is a line of a page that is made from no single raw file. "
        "Hint: ask for an id that stands on it."
    )
    assert run(built, capsys, "explain", "docs/text/statement.md:1") == (1, [said])


def test_finish_before_build_and_before_mkdocs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path)
    said = "build/data:1  finish.data  does not exist. Hint: run `yearbook build` first."
    assert run(root, capsys, "finish") == (1, [said])
    build(root)
    said = "site/index.html:1  finish.site  does not exist. Hint: run `mkdocs build` first."
    assert run(root, capsys, "finish") == (1, [said])


def unknown(root: Path) -> Path:
    """A project with a character that cannot be set, and a page of its site."""
    build(project(root, UNKNOWN))
    (root / "mkdocs.yml").write_text("site_name: 某市年鉴\n", "utf-8")
    (root / "site").mkdir()
    (root / "site" / "index.html").write_text("<html></html>", "utf-8")
    (root / "build" / "pages.json").write_text("{}", "utf-8")
    return root


def test_a_link_to_nothing_has_no_place_in_the_bundle(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path)
    build(root)
    rendered(root, {"odd.md": '<a href="../nowhere/">去处</a>\n'})
    said = (
        "site/odd/index.html:1  bundle.dangling  the link ../nowhere/ leads to nothing, "
        "which the offline bundle cannot have. Hint: add that page, or take the link out."
    )
    code, told = run(root, capsys, "finish")
    # The pages that an office writes by hand are missing too.
    assert (code, [one for one in told if "site/odd/" in one]) == (1, [said])
    assert not list((root / "site" / "download").glob("*.zip"))


@pytest.mark.parametrize("command", [("finish",), ("print", "--month", "1999-01")])
def test_a_character_that_cannot_be_set(
    command: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    more = () if command == ("finish",) else ("--out", str(tmp_path / "out"))
    code, lines = run(unknown(tmp_path), capsys, *command, *more)
    said = "\n".join(lines)
    told = said[said.index("chronicle-1999") : said.rindex(". Hint: ")]
    assert (code, said) == (1, f"build/print:1  print.failed  {told}. Hint: see the character or layout it names.")
    assert "\\u{e000}" in told


def test_print_before_build(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = "build/print:1  print.rows  does not exist. Hint: run `yearbook build` first."
    assert run(project(tmp_path), capsys, "print", "--all") == (1, [said])


@pytest.mark.parametrize("chosen", [("--month", "1999-02"), ("--volume", "chronicle-1998"), ("--document", "jszf-1")])
def test_print_of_nothing(chosen: tuple[str, str], built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = "build/print:1  print.nothing  holds nothing of that name. Hint: see the ids in site/data/."
    assert run(built, capsys, "print", *chosen, "--out", str(built / "out")) == (1, [said])
    assert not (built / "out").exists()


def test_print_without_fonts(built: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YEARBOOK_FONTS", str(built / "nowhere"))
    said = (
        "fonts:1  print.fonts  no PDFs: the fonts Noto Serif CJK SC and Noto Sans CJK SC are missing. "
        "Hint: sudo apt-get install fonts-noto-cjk. Hint: install Debian's fonts-noto-cjk."
    )
    assert run(built, capsys, "print", "--all", "--out", str(built / "out")) == (1, [said])
