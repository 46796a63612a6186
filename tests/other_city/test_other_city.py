"""A chronicle of another city, in other habits, is read from its catalogue entry alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from builder.commands.cli import main
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
        ("chronicle-1998/1998-01-06-3", "06日", "1998-01-06", "江堤加固工程"),
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


HABITS = """东湖市大事记（2003）

目录

一月……1
二月……4

# 大 事 记

### 一 月

**1日** 【升旗仪式】市人民广场举行升旗仪式。

◇ 市长到敬老院慰问。

**2—9日** 市人大会议召开。

是日,市政协会议闭幕。

15日，为庆祝春节，举办灯会。签约项目 18 个。

16日 为做好春运工作，召开会议。

下旬,全市开展送温暖活动。

是月 全市完成税收1.2亿元。

### 二 月

#### ５日

市委召开会议。

会期3天。

二月中旬　连降大雪。
"""


def test_other_habits(tmp_path: Path) -> None:
    root = project(tmp_path, HABITS, id="chronicle-2003", year=2003, texture="ocr-markdown", title="东湖市大事记")
    assert main(["--root", str(root), "build"]) == 0
    said = [(str(r["id"]).split("/")[1], r["label"], r["end"], str(r["text"])) for r in rows(root)]
    assert said == [
        ("2003-01-01-1", "1日", "2003-01-01", "市人民广场举行升旗仪式。"),
        ("2003-01-01-2", "1日", "2003-01-01", "市长到敬老院慰问。"),
        ("2003-01-02-1", "2—9日", "2003-01-09", "市人大会议召开。"),
        ("2003-01-02-2", "2—9日", "2003-01-09", "市政协会议闭幕。"),
        ("2003-01-15-1", "15日", "2003-01-15", "为庆祝春节，举办灯会。签约项目18个。"),
        ("2003-01-16-1", "16日", "2003-01-16", "为做好春运工作，召开会议。"),
        ("2003-01-21-1", "下旬", "2003-01-31", "全市开展送温暖活动。"),
        ("2003-01-month-1", "是月", None, "全市完成税收1.2亿元。"),
        ("2003-02-05-1", "5日", "2003-02-05", "市委召开会议。\n会期3天。"),
        ("2003-02-11-1", "二月中旬", "2003-02-20", "连降大雪。"),
    ]


GAZETTE = """# 海州市人民政府令

第 5 号

《海州市城市供水管理办法》已经市人民政府第12次常务会议通过,现予公布。

市 长 赵 明

二○一二年三月十日

## 海州市城市供水管理办法

### 第一章 总 则

第一条 为加强城市供水管理,制定本办法。

# 海州市财政局 海州市教育局 关于印发学前教育 专项资金管理办法的通知

海财教[2012]１８ 号

各县(市、区)财政局、教育局:

现将《学前教育专项资金管理办法》印发给你们。联系电话:0518-85800000。

附:1.管理办法

2.分配表

海州市财政局  海州市教育局

2012年6月1日

附件一:

## 学前教育专项资金管理办法

第一条 为规范资金管理,制定本办法。

附件二:

分配表

单位:万元

表1 分县资金

县区	总额	其中
		建设	补助
东县	1 200	800	400
西县	500	300	200

注:补助含上年结转。

# 海州市人民政府办公室

# 关于做好防汛工作的通知

各级各部门,驻海各单位:

一、加强领导。

二、落实责任。

2012年6月3日

## 海州市6月份大事记

6月1日 市长到东港区调研。

是日 召开防汛会议。
"""


def documents(root: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((root / "build" / "data" / "documents.json").read_text("utf-8"))
    return found


def test_a_gazette_of_another_city(tmp_path: Path) -> None:
    root = project(
        tmp_path, GAZETTE, id="gazette-2012-6", kind="gazette", texture="ocr-markdown", year=2012, title="海州市公报"
    )
    assert main(["--root", str(root), "build"]) == 0
    found = {str(d["id"]).split("/")[1]: d for d in documents(root)}
    assert {name: (d["number"], d["issuer"], d["date"]) for name, d in found.items()} == {
        "hzsrmzfl-2012-5": ("海州市人民政府令第5号", "海州市人民政府", "2012-03-10"),
        "hcj-2012-18": ("海财教〔2012〕18号", "海州市财政局、海州市教育局", "2012-06-01"),
        "doc-2012-1": (None, "海州市人民政府办公室", "2012-06-03"),
    }
    joint = found["hcj-2012-18"]
    assert joint["title"] == "关于印发学前教育专项资金管理办法的通知"
    assert joint["recipients"] == "各县（市、区）财政局、教育局"
    assert [(a["label"], a["title"], a["missing"]) for a in joint["attachments"]] == [
        ("附件1", "学前教育专项资金管理办法", False),
        ("附件2", "分配表", False),
    ]
    (table,) = [b for b in joint["attachments"][1]["blocks"] if b["type"] == "table"]
    assert table["title"] == "表1 分县资金"
    assert table["header"] == [["县区", "总额", "其中", "其中"], ["县区", "总额", "建设", "补助"]]
    assert table["rows"][0] == ["东县", "1 200", "800", "400"]
    assert table["notes"] == ["注：补助含上年结转。"]
    assert [b["type"] for b in found["doc-2012-1"]["blocks"]] == ["item", "item", "signature"]
    assert [(r["label"], r["text"]) for r in rows(root)] == [
        ("6月1日", "市长到东港区调研。"),
        ("6月1日", "召开防汛会议。"),
    ]
