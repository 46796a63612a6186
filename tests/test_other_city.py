"""A chronicle of another city, in other habits, is read from its catalogue entry alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from builder.cli import main
from tests.project import project

OTHER = """临江市一九九八年大事记

1月6日　全市经济工作会议召开。

※市长到码头检查。

06日【开工】江堤加固工程开工

1月９日—11日 市人大会议举行。

2月3日、4日，春节慰问。

同日，灯会开幕。

12日起，实行夏令时间。

二月二十日的灯会不是条目，接上一条。

12月30日至1月2日 迎新年活动。

是月，全年财政收入过亿元。
"""


def rows(root: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads((root / "build" / "data" / "entries.json").read_text("utf-8"))
    return found


@pytest.mark.parametrize("texture", ["plain-text", "ocr-markdown"])
def test_months_from_labels(texture: str, tmp_path: Path) -> None:
    root = project(tmp_path, OTHER, id="chronicle-1998", year=1998, texture=texture, title="临江市大事记")
    assert main(["--root", str(root), "build"]) == 0
    said = [(r["id"], r["label"], r["end"], str(r["text"])[:6]) for r in rows(root)]
    assert said == [
        ("chronicle-1998/1998-01-06-1", "1月6日", "1998-01-06", "全市经济工作"),
        ("chronicle-1998/1998-01-06-2", "1月6日", "1998-01-06", "市长到码头检"),
        ("chronicle-1998/1998-01-06-3", "06日", "1998-01-06", "【开工】江堤"),
        ("chronicle-1998/1998-01-09-1", "1月9日—11日", "1998-01-11", "市人大会议举"),
        ("chronicle-1998/1998-02-03-1", "2月3日、4日", "1998-02-04", "春节慰问。"),
        ("chronicle-1998/1998-02-03-2", "2月3日、4日", "1998-02-04", "灯会开幕。"),
        ("chronicle-1998/1998-02-12-1", "12日起", "1998-02-12", "实行夏令时间"),
        ("chronicle-1998/1998-12-30-1", "12月30日至1月2日", "1999-01-02", "迎新年活动。"),
        ("chronicle-1998/1998-12-month-1", "是月", None, "全年财政收入"),
    ]
    assert str(rows(root)[6]["text"]).endswith("接上一条。")


def test_declared_markers(tmp_path: Path) -> None:
    text = "某市大事记\n1月\n1日，甲。\n\n＊乙。\n\n△丙不是条目。\n"
    root = project(tmp_path, text)
    path = root / "source_texts" / "catalogue.toml"
    path.write_text(path.read_text("utf-8") + 'markers = ["＊"]\n', "utf-8")
    assert main(["--root", str(root), "build"]) == 0
    assert [r["text"] for r in rows(root)] == ["甲。", "乙。\n△丙不是条目。"]
