"""The head of a single document, in the habits of several printers."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.model.volume import Document
from tests.cases.reading import read_case

TITLE = "某县国民经济和社会发展第十四个五年规划纲要"
PLAN = "\n\n第一章　总则\n概述。\n\n第二章　附则\n施行。\n"


def first(folder: Path, raw: str) -> Document:
    text = folder / "raw.txt"
    text.write_text(raw, "utf-8")
    read, _ = read_case(folder, text, "document", 2021)
    return read.volume.documents[0]


@pytest.mark.parametrize("label", ["附件", "附件1", "附件：", "附"])
def test_an_annex_by_itself_bears_its_own_title(label: str, tmp_path: Path) -> None:
    found = first(tmp_path, f"{label}\n\n{TITLE}\n\n二〇二一年三月{PLAN}")
    assert (found.title.s, found.issuer_read) == (TITLE, "")


@pytest.mark.parametrize("tail", ["（2021—2025年）", "（试行）", "（草案）"])
def test_how_far_it_holds_is_the_last_line_of_a_title(tail: str, tmp_path: Path) -> None:
    found = first(tmp_path, f"{TITLE}\n{tail}\n\n某县人民政府\n2021年3月{PLAN}")
    assert (found.title.s, found.issuer_read) == (TITLE + tail, "某县人民政府")


def test_a_decree_that_makes_a_regulation_known(tmp_path: Path) -> None:
    raw = "某市人民政府令\n第 63 号\n\n《某办法》已经通过，现予公布。\n\n市　长　林海平\n2017年7月3日\n\n某办法\n"
    raw += "\n第一条　立法。\n第二条　施行。\n"
    found = first(tmp_path, raw)
    assert (found.title.s, found.number_read, found.date) == ("某市人民政府令", "某市人民政府令第63号", "2017-07-03")


def test_what_a_web_site_says_above_a_document_is_not_its_title(tmp_path: Path) -> None:
    where = "当前位置：首页 > 政务公开\n"
    about = f"{where}索引号：114209/2023-417\t主题分类：卫生\n发文机关：某市人民政府办公室\t成文日期：2023年5月16日\n"
    head = "某政办发〔2023〕27号\n\n某市人民政府办公室关于印发方案的通知\n发布时间：2023-05-20  浏览次数：1863\n\n"
    raw = f"{about}\n{head}各县：\n印发。\n\n某市人民政府办公室\n2023年5月17日\n"
    found = first(tmp_path, raw)
    assert (found.title.s, found.number_read, found.date) == (
        "某市人民政府办公室关于印发方案的通知",
        "某政办发〔2023〕27号",
        "2023-05-17",
    )


@pytest.mark.parametrize("speaker", ["省长　陈启民", "某省人民政府副省长　陈 启"])
def test_who_speaks_stands_below_the_title_of_a_speech(speaker: str, tmp_path: Path) -> None:
    raw = f"在全省工作会议上的讲话\n{speaker}\n（一九九八年四月七日）\n\n同志们：\n开会。\n"
    found = first(tmp_path, raw)
    assert (found.title.s, found.issuer_read, found.date) == ("在全省工作会议上的讲话", speaker, "1998-04-07")
