"""`yearbook new`: the report on a raw file, the table for the catalogue, and what stands in its way."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from builder.commands.cli import main
from tests.commands.running import run
from tests.intake.test_original import docx, p
from tests.project import project

NEXT = "某市大事记\n（2000）\n1月\n1日，市政府召开会议。\n△市长到某县调研。\n2日，某大会举行。\n3日，某大会闭幕。\n"


def told(root: Path, capsys: pytest.CaptureFixture[str], *more: str) -> str:
    """What is printed of the file `next.txt`."""
    capsys.readouterr()
    assert main(["--root", str(root), "new", str(root / "source_texts" / "next.txt"), *more]) == 0
    return capsys.readouterr().out


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project, and a raw file that is not in its catalogue."""
    made = project(tmp_path)
    (made / "source_texts" / "next.txt").write_text(NEXT, "utf-8")
    return made


def test_the_report_says_what_it_is_and_gives_the_table(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (root / "source_texts" / "catalogue.toml").read_bytes()
    said = told(root, capsys)
    assert said.startswith(f"文件  next.txt：utf-8，{len(NEXT)} 字符，8 行\n文本  plain-text（一段一行的纯文本）\n")
    for one in (
        "类别  chronicle（大事记）\n    条目的日期标目 3：第4行 1日，市政府召开会议。；",
        "年份  2000\n    所据 1：第2行 （2000）\n    5日 3：1日；2日；3日\n    △ 1：第5行 △市长到某县调研。\n",
        "    月标题 1：第3行 1月\n没有着落的行  无\n",
        '[[volume]]\nid = "chronicle-2000"\nkind = "chronicle"\ntexture = "plain-text"\nsha256 = "',
        'title = "某市大事记（2000）"\npublisher = "待填"\nyear = 2000\nfile = "next.txt"\n',
        '[volume.profile]\nlabels = ["5日"]\nmarks = ["△"]\n',
        "[volume.expect]\nmonths = 1\nentries = 4\n",
    ):
        assert one in said
    assert (root / "source_texts" / "catalogue.toml").read_bytes() == before


def test_it_is_added_and_built_once_it_is_filled_in(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = told(root, capsys, "--write")
    path = root / "source_texts" / "catalogue.toml"
    assert path.read_text("utf-8").endswith(said[said.index("[[volume]]") :])
    line = path.read_text("utf-8").splitlines().index('publisher = "待填"') + 1
    wrong = f"catalogue.toml:{line}  catalogue.open  “publisher” is still to be filled in (待填). Hint: see the book."
    assert run(root, capsys, "build") == (1, [wrong])
    path.write_text(path.read_text("utf-8").replace("待填", "某室"), "utf-8")
    assert run(root, capsys, "build") == (0, [])
    page = root / "docs" / "chronicle" / "2000" / "01.md"
    assert "某大会闭幕" in page.read_text("utf-8")


def test_a_file_that_is_known_is_no_new_one(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    known = root / "source_texts" / "chronicle-1999.txt"
    said = (
        "chronicle-1999.txt:1  new.known  is in catalogue.toml already, as chronicle-1999. "
        "Hint: a new volume is a new file."
    )
    assert run(root, capsys, "new", str(known)) == (1, [said])


def test_a_file_elsewhere_is_looked_at_and_not_added(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "elsewhere.txt"
    other.write_text(NEXT, "utf-8")
    assert run(root, capsys, "new", str(other)) == (0, [])
    said = f"{other}:1  new.elsewhere  does not lie in source_texts/. Hint: put the file there first, as it is."
    assert run(root, capsys, "new", str(other), "--write") == (1, [said])


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (None, "source.missing  does not exist. Hint: put it back, or mend `file` in catalogue.toml."),
        (b" \n", "source.empty  holds no text. Hint: put the raw file in its place."),
    ],
)
def test_a_file_that_is_none(data: bytes | None, said: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = root / "source_texts" / "none.txt"
    if data is not None:
        path.write_bytes(data)
    code, (told,) = run(root, capsys, "new", str(path))
    assert (code, told.endswith(said)) == (1, True)


@pytest.mark.parametrize(
    "text", ["\0", "一句话。\n", "1月\n", "|\n" * 9, "32日，开会。\n" * 9, "第一章\n" * 9, "《" * 500]
)
def test_no_text_is_met_with_a_traceback(text: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = root / "source_texts" / "odd.txt"
    path.write_text(text, "utf-8")
    assert run(root, capsys, "new", str(path)) == (0, [])


def test_a_first_volume_needs_no_catalogue(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "source_texts").mkdir()
    (tmp_path / "source_texts" / "next.txt").write_bytes(NEXT.encode("gb18030"))
    said = told(tmp_path, capsys, "--write")
    assert said.startswith("文件  next.txt：gb18030，")
    assert (tmp_path / "source_texts" / "catalogue.toml").read_text("utf-8").startswith("[[volume]]\n")


WORD = docx("".join(map(p, NEXT.splitlines())))


@pytest.mark.parametrize(
    ("name", "data", "by"),
    [
        ("next.docx", WORD, "mammoth "),
        ("next.html", "".join(f"<p>{line}</p>" for line in NEXT.splitlines()).encode(), "beautifulsoup4 "),
    ],
)
def test_a_word_file_or_a_page_becomes_a_raw_text_and_is_kept(
    name: str, data: bytes, by: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path)
    sources = root / "source_texts"
    (sources / name).write_bytes(data)
    assert run(root, capsys, "new", str(sources / name)) == (0, [])
    assert not (sources / "next.txt").exists()
    assert run(root, capsys, "new", str(sources / name), "--write") == (0, [])
    assert (sources / "next.txt").read_text("utf-8") == NEXT
    catalogue = sources / "catalogue.toml"
    text = catalogue.read_text("utf-8").replace("待填", "某室")
    assert f'[volume.original]\nfile = "{name}"\nsha256 = "{hashlib.sha256(data).hexdigest()}"\nby = "{by}' in text
    catalogue.write_text(text, "utf-8")
    assert run(root, capsys, "build") == (0, [])
    assert "某大会闭幕" in (root / "docs" / "chronicle" / "2000" / "01.md").read_text("utf-8")
    assert run(root, capsys, "new", str(sources / name))[0] == 1
    (sources / name).write_bytes(data + b" ")
    code, (said,) = run(root, capsys, "build")
    assert (code, said.split(" Hint")[0]) == (
        1,
        f"{name}:1  original.changed  is not the original that catalogue.toml names.",
    )
    (sources / name).unlink()
    assert run(root, capsys, "build")[1][0].startswith(f"{name}:1  original.missing  is missing.")


def test_a_text_that_is_there_is_not_written_over(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = root / "source_texts" / "next.docx"
    path.write_bytes(docx(p("另一篇。")))
    code, (said,) = run(root, capsys, "new", str(path), "--write")
    assert code == 1
    assert "original.text  next.txt stands beside it already and is not the text that it gives." in said
    assert (root / "source_texts" / "next.txt").read_text("utf-8") == NEXT


def test_a_first_volume_may_come_into_a_catalogue_that_is_empty(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "source_texts" / "catalogue.toml").write_text("# 一卷一节\n\n", "utf-8")
    told(root, capsys, "--write")
    assert (root / "source_texts" / "catalogue.toml").read_text("utf-8").startswith("# 一卷一节\n\n[[volume]]\n")


def test_a_book_of_a_year_before_1000_is_one_too(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = "某县大事记\n建武十一年（35）\n改称绛邑县。\n太和十一年（487）\n置县。\n永徽元年（650）\n开渠。\n"
    (root / "source_texts" / "next.txt").write_text(old, "utf-8")
    assert "\nyear = 35\n" in told(root, capsys, "--write")
