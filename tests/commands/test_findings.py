"""Bad input: the exact message, the exit code, and nothing half-written."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.commands.cli import main
from builder.records.volume import KINDS as ALL_KINDS
from builder.records.volume import TEXTURES
from tests.project import SAMPLE, project

KINDS = "、".join(ALL_KINDS)


def build(root: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    """Exit code and messages of `yearbook build`; nothing may have been written when it fails."""
    code = main(["--root", str(root), "build"])
    if code:
        assert not (root / "docs").exists()
        assert not (root / "build" / "data").exists()
        assert not (root / "source_texts" / "published_ids.txt").exists()
    return code, capsys.readouterr().err.strip().splitlines()


def replace(root: Path, name: str, old: str, new: str) -> None:
    path = root / "source_texts" / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_good_project_builds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build(project(tmp_path), capsys) == (0, [])
    assert (tmp_path / "docs" / "chronicle" / "1999" / "01.md").exists()


def test_missing_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path)
    (root / "source_texts" / "chronicle-1999.txt").unlink()
    assert build(root, capsys) == (
        1,
        ["chronicle-1999.txt:1  source.missing  does not exist. Hint: put it back, or mend `file` in catalogue.toml."],
    )


def test_changed_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path)
    with (root / "source_texts" / "chronicle-1999.txt").open("a") as raw:
        raw.write("x")
    code, said = build(root, capsys)
    assert code == 1
    assert len(said) == 1
    assert said[0].startswith(
        "chronicle-1999.txt:1  source.changed  is not the file that catalogue.toml names. "
        "Hint: a raw file is never edited: put the original back (of a new volume, its sha256 is "
    )


@pytest.mark.parametrize("raw", ["", " \n\n"])
def test_empty_file(raw: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = "chronicle-1999.txt:1  source.empty  holds no text. Hint: put the raw file in its place."
    assert build(project(tmp_path, raw), capsys) == (1, [said])


def test_nul(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = "chronicle-1999.txt:3  source.nul  holds a NUL character. Hint: this is no text file: convert it again."
    assert build(project(tmp_path, "一\n二\n三\0\n"), capsys) == (1, [said])


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
def test_another_encoding_gives_the_same_pages(
    encoding: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plain, other = project(tmp_path / "plain"), project(tmp_path / "other", SAMPLE.encode(encoding))
    assert build(plain, capsys) == build(other, capsys) == (0, [])
    assert pages(plain) == pages(other)


@pytest.mark.parametrize("texture", ["plain-text", "ocr-markdown", "pdf-text"])
def test_windows_line_ends_give_the_same_pages(
    texture: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plain = project(tmp_path / "plain", texture=texture)
    other = project(tmp_path / "other", SAMPLE.replace("\n", "\r\n"), texture=texture)
    assert build(plain, capsys) == build(other, capsys) == (0, [])
    assert pages(plain) == pages(other)


def pages(root: Path) -> dict[str, str]:
    """Every page but the text statement, which counts the characters of the file itself."""
    docs = root / "docs"
    found = {p.relative_to(docs).as_posix(): p.read_text("utf-8") for p in docs.rglob("*.md")}
    return {name: text for name, text in found.items() if name != "text/statement.md"}


def test_bytes_that_are_no_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = (
        "chronicle-1999.txt:1  source.encoding  is not text in UTF-8, UTF-16 with a byte order mark, GB18030. "
        "Hint: declare its `encoding` in catalogue.toml."
    )
    assert build(project(tmp_path, b"\x81\x20\xff\xff\x80"), capsys) == (1, [said])


def test_unknown_kind_texture_and_a_bad_year(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path, kind="diary", texture="parchment")
    replace(root, "catalogue.toml", "year = 1999", 'year = "99"')
    textures = "、".join(TEXTURES)
    code, said = build(root, capsys)
    assert code == 1
    assert said == [
        f"catalogue.toml:3  toml.choice  “kind” cannot be “diary”. Hint: the nearest is “—”; known are {KINDS}.",
        (
            "catalogue.toml:4  toml.choice  “texture” cannot be “parchment”. "
            f"Hint: the nearest is “—”; known are {textures}."
        ),
        'catalogue.toml:8  toml.type  “year” must be a whole number, not "99". Hint: write it without quotes.',
    ]


def test_malformed_toml(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path)
    replace(root, "catalogue.toml", 'kind = "chronicle"', "kind = chronicle")
    said = "catalogue.toml:3  toml.syntax  Invalid value. Hint: see the TOML syntax near this line."
    assert build(root, capsys) == (1, [said])


def test_malformed_corrections(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path)
    (root / "source_texts" / "corrections").mkdir()
    (root / "source_texts" / "corrections" / "chronicle-1999.toml").write_text("[[correction]]\nnear = '一\n", "utf-8")
    code, said = build(root, capsys)
    assert code == 1
    assert said[0].startswith("corrections/chronicle-1999.toml:2  toml.unclosed  ")


def test_two_volumes_with_one_id(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path)
    path = root / "source_texts" / "catalogue.toml"
    path.write_text(path.read_text("utf-8") * 2, "utf-8")
    said = "catalogue.toml:9  catalogue.duplicate  two volumes have the id “chronicle-1999”. Hint: give each its own."
    assert build(root, capsys) == (1, [said])


def test_a_volume_that_lacks_keys(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path)
    replace(root, "catalogue.toml", 'title = "某市大事记（1999）"\n', "")
    said = "catalogue.toml:1  toml.lacks  lacks title. Hint: add it to this table."
    assert build(root, capsys) == (1, [said])


@pytest.mark.parametrize(
    ("old", "new", "label"),
    [
        ("6日至7日", "31日至2月31日", "31日至2月31日"),
        ("6日至7日", "32日", "32日"),
        ("6日至7日", "13月6日", "13月6日"),
        ("1月\n", "13月\n", "13月"),
    ],
)
def test_dates_that_do_not_exist(
    old: str, new: str, label: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The label stands as it is printed, without a date, and `check` asks for a look at the book."""
    root = project(tmp_path, SAMPLE.replace(old, new, 1))
    assert build(root, capsys) == (0, [])
    assert main(["--root", str(root), "check"]) == 1
    said = capsys.readouterr().err
    assert (
        f"doubt.label.impossible  there is no day “{label}”; the label stands as printed, without a date. "
        "Hint: look at the book: correct it in corrections/, or accept it ([[volume.accept]])."
    ) in said


def test_a_text_of_another_kind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = build(project(tmp_path, "一篇散文。\n\n没有日期。\n"), capsys)
    assert code == 1
    hint = "is it a chronicle? See `kind` and `markers` in catalogue.toml"
    assert said == [f"chronicle-1999.txt:1  read.nothing  holds no entry and no document. Hint: {hint}."]


def corrected(root: Path, text: str) -> Path:
    folder = root / "source_texts" / "corrections"
    folder.mkdir()
    (folder / "chronicle-1999.toml").write_text(text, "utf-8")
    return root


def test_a_correction_that_fits_nowhere(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = '[[correction]]\nnear = "甲乙"\nfind = "乙"\nput = "丙"\nwhy = "误字"\n'
    said = (
        "corrections/chronicle-1999.toml:1  correction.unmatched  “甲乙” stands 0 times in the text, not 1. "
        "Hint: compare it with the raw text; take it out if it is no longer needed."
    )
    assert build(corrected(project(tmp_path), text), capsys) == (1, [said])


def test_a_correction_that_fits_too_often(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = '[[correction]]\nnear = "市"\nfind = "市"\nput = "省"\nwhy = "误字"\n'
    code, said = build(corrected(project(tmp_path), text), capsys)
    assert code == 1
    assert "“市” stands 4 times in the text, not 1" in said[0]


def test_script_and_markdown_marks_are_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    trap = "<script>alert(1)</script> **粗** [链](javascript:x) `码` #3# <市、区> &lt;"
    assert build(project(tmp_path, SAMPLE.replace("某大会举行", trap)), capsys) == (0, [])
    assert main(["--root", str(tmp_path), "check"]) == 0
    assert "<script" not in (tmp_path / "docs" / "chronicle" / "1999" / "01.md").read_text("utf-8")


def test_a_published_id_that_is_gone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path)
    assert build(root, capsys)[0] == 0
    register = root / "source_texts" / "published_ids.txt"
    register.write_text("chronicle-1999/1999-01-09-1\n" + register.read_text("utf-8"), "utf-8")
    before = {p: p.read_bytes() for p in (root / "docs").rglob("*.md")}
    assert main(["--root", str(root), "build"]) == 1
    said = (
        "source_texts/published_ids.txt:1  id.gone  the published id chronicle-1999/1999-01-09-1 is gone. "
        "Hint: bring it back, or say at the end of published_ids.txt where it went: "
        "“old = new”, several parted by “、”, withdrawn “old = 撤回：why”."
    )
    assert capsys.readouterr().err.strip() == said
    assert {p: p.read_bytes() for p in (root / "docs").rglob("*.md")} == before
    register.write_text("chronicle-1999/1999-01-09-1 = chronicle-1999/1999-01-06-1\n", "utf-8")
    assert main(["--root", str(root), "build"]) == 0


def test_check_finds_stale_pages_and_missed_expectations(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path)
    assert build(root, capsys)[0] == 0
    assert main(["--root", str(root), "check"]) == 0
    page = root / "docs" / "chronicle" / "1999" / "01.md"
    page.write_text(page.read_text("utf-8").replace("市长", "县长"), "utf-8")
    with (root / "source_texts" / "catalogue.toml").open("a", encoding="utf-8") as catalogue:
        catalogue.write("[volume.expect]\nentries = 5\n")
    capsys.readouterr()
    assert main(["--root", str(root), "check"]) == 1
    said = capsys.readouterr().err
    assert "docs.stale  is not up to date" in said
    assert "  expect.missed  chronicle-1999: entries is 4, 5 expected" in said


def test_wrong_use_is_exit_code_2() -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["nonsense"])
    assert stopped.value.code == 2
