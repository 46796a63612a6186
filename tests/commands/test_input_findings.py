"""Every finding about the files in `source_texts/`: provoked by a bad input, with its exact message."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.commands.running import appended, run, written
from tests.project import SAMPLE, project

PLAN = """某市人民政府
关于印发某市规划的通知
各县人民政府：
《某市规划》已经同意，现印发给你们。
某市人民政府
2031年5月8日
某市规划
第一章 总论
本章总述全局。
专栏 1 指标
指标 数量
造林 100
第二章 保障
任务清楚。
"""
GAZETTE = """# 海州市人民政府办公室 关于做好防汛工作的通知

各级各部门:

一、加强领导。

2012年6月3日

## 海州市6月份大事记

6月1日 市长到东港区调研。

6月31日 召开防汛会议。
"""
TABLE = """[[table]]
lines = [11, 12]
why = "压平的表"
columns = ["指标", "数量"]
header = [["指标", "数量"]]
rows = [ROW]
"""
CORRECTIONS = "corrections/chronicle-1999.toml"


def test_no_catalogue(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path)
    (root / "source_texts" / "catalogue.toml").unlink()
    said = "catalogue.toml:1  catalogue.missing  does not exist. Hint: write catalogue.toml in source_texts/."
    assert run(root, capsys, "build") == (1, [said])


def test_a_data_file_in_another_encoding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path)
    (root / "source_texts" / "names.toml").write_bytes("# 人名\n".encode("gb18030"))
    said = "names.toml:1  toml.encoding  is not UTF-8 but looks like GBK. Hint: save the file as UTF-8."
    assert run(root, capsys, "build") == (1, [said])


def test_a_data_file_that_ends_too_early(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its last line is told where the parser names none."""
    root = written(project(tmp_path), "names.toml", '[persons]\nsurnames = """\n赵钱\n')
    code, (said,) = run(root, capsys, "build")
    assert code == 1
    assert said.startswith("names.toml:3  toml.syntax  ")
    assert said.endswith(". Hint: see the TOML syntax near this line.")


@pytest.mark.parametrize("name", ["gazette-1999", "chronicle", "Chronicle-1999", "chronicle-1999_1", "chronicle-1999-"])
def test_an_id_that_is_none(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = (
        f"catalogue.toml:2  catalogue.id  “{name}” is not an id. "
        "Hint: begin with the kind: chronicle-2022; small letters, digits and -."
    )
    assert run(project(tmp_path, id=name), capsys, "build") == (1, [said])


def test_all_that_a_volume_lacks_is_said_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = appended(project(tmp_path), '\n[[volume]]\nid = "plan-1"\nkind = "plan"\n')
    said = "catalogue.toml:10  toml.lacks  lacks texture、sha256、title、publisher、year. Hint: add it to this table."
    assert run(root, capsys, "build") == (1, [said])


def test_a_raw_file_that_was_edited(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = written(project(tmp_path), "chronicle-1999.txt", SAMPLE + "x")
    digest = hashlib.sha256((SAMPLE + "x").encode()).hexdigest()
    said = (
        "chronicle-1999.txt:1  source.changed  is not the file that catalogue.toml names. Hint: a raw file is never "
        f"edited: put the original back (of a new volume, its sha256 is {digest})."
    )
    assert run(root, capsys, "build") == (1, [said])


@pytest.mark.parametrize(
    ("encoding", "said"),
    [("ascii", "source.encoding  is not text in ascii. Hint: declare its `encoding` in catalogue.toml.")],
)
def test_a_declared_encoding_that_is_wrong(
    encoding: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path, encoding=encoding)
    assert run(root, capsys, "build") == (1, [f"chronicle-1999.txt:1  {said}"])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '[[correction]]\nnear = "市政府"\nfind = "县"\nput = "市"\nwhy = "误字"\n',
            "correction.unmatched  “县” stands 0 times in near, not once. Hint: compare it",
        ),
        (
            '[[correction]]\nnear = "市政府"\nfind = "市"\nput = "县"\nwhy = "误字"\ntimes = 2\n',
            "correction.unmatched  “市政府” stands 1 times in the text, not 2. Hint: compare it",
        ),
        (
            '[[correction]]\nwithheld = true\nafter = "密码"\nbefore = "。"\nwhy = "不宜公开"\n',
            "correction.unmatched  the surroundings of a withheld text stand 0 times, not once. Hint: compare it",
        ),
        (
            '[[doubt]]\nnear = "某某县"\nfind = "县"\nmaybe = "市"\nwhy = "疑误"\n',
            "doubt.unmatched  “某某县” stands 0 times in the text, not 1. Hint: compare it",
        ),
    ],
)
def test_what_fits_nowhere(text: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The line is that of the table in the data file, behind another that does fit."""
    fits = '[[correction]]\nnear = "造林一万亩"\nfind = "一万"\nput = "二万"\nwhy = "误字"\n\n'
    fits += '[[doubt]]\nnear = "某大会"\nfind = "某"\nmaybe = "本"\nwhy = "疑误"\n\n'
    root = written(project(tmp_path), CORRECTIONS, fits + text)
    hint = " with the raw text; take it out if it is no longer needed."
    assert run(root, capsys, "build") == (1, [f"{CORRECTIONS}:13  {said}{hint}"])


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ('["造林", "200"]', "read.plan  a table's cell “200” meets the text “100”. Hint: compare the rows"),
        ('["造林", ""]', "read.plan  the text “100” stands in no cell of a table. Hint: compare the rows"),
    ],
)
def test_a_table_whose_layout_does_not_fit(
    row: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    facts = {"id": "plan-1", "kind": "plan", "texture": "pdf-text"}
    good = written(
        project(tmp_path / "good", PLAN, **facts), "layout/plan-1.toml", TABLE.replace("ROW", '["造林", "100"]')
    )
    assert run(good, capsys, "build") == (0, [])
    bad = written(project(tmp_path / "bad", PLAN, **facts), "layout/plan-1.toml", TABLE.replace("ROW", row))
    assert run(bad, capsys, "build") == (1, [f"plan-1.txt:12  {said} of [[table]] in layout/ with the raw lines."])
