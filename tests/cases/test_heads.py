"""Heads of documents as offices print them, through rules and reader."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases.reading import documents, read_case

NOTICE = "某省人民政府\n关于表彰先进的通知\n某政发〔2009〕1号\n各市人民政府：\n表彰先进。\n某省人民政府\n2009年1月8日\n"
APART = (
    "某省人民政府办公厅文件\n\n某政办发〔2009〕24号\n\n某省人民政府办公厅关于加强高等学校\n\n毕业生就业工作的通知\n\n"
    "{}\n\n落实责任。\n\n二〇〇九年五月八日\n"
)


@pytest.mark.parametrize(("below", "count"), [("各市人民政府：", 2), ("落实就业责任。", 1)])
def test_a_title_below_its_number_may_stand_in_lines_apart(below: str, count: int, tmp_path: Path) -> None:
    """Where recipients follow; else the second line is a line like any other."""
    text = tmp_path / "raw.txt"
    text.write_text(NOTICE + APART.format(below), "utf-8")
    read, _ = read_case(tmp_path, text, "gazette", 2009)
    title = "某省人民政府办公厅关于加强高等学校毕业生就业工作的通知"
    wanted = [(title, "某政办发〔2009〕24号", "某省人民政府办公厅", "2009-05-08")]
    assert [one[:4] for one in documents(read)][1:] == (wanted if count == 2 else [])


@pytest.mark.parametrize(
    "line",
    ["（2009年2月5日某政〔2009〕38号）", "某政〔2009〕38号　二〇〇九年二月五日", "2009年2月5日，某政〔2009〕38号"],
)
def test_the_date_beside_a_number_is_that_of_a_document_without_a_signing_block(line: str, tmp_path: Path) -> None:
    text = tmp_path / "raw.txt"
    text.write_text(f"{NOTICE}某省人民政府关于开荒的通知\n{line}\n各市人民政府：\n开荒。\n", "utf-8")
    read, _ = read_case(tmp_path, text, "gazette", 2009)
    assert documents(read)[1][1:4:2] == ("某政〔2009〕38号", "2009-02-05")


def test_a_number_in_front_of_a_title_begins_a_document_and_a_list_of_such_does_not(tmp_path: Path) -> None:
    title = "某省人民政府关于表彰劳动模范的决定"
    listed = "某政〔2003〕15号　关于加强砖瓦窑厂管理的通知\n某政〔2007〕62号　关于鼓励投资商贸市场的规定\n"
    text = tmp_path / "raw.txt"
    text.write_text(f"{NOTICE}某政〔2009〕3号 {title}\n各市人民政府：\n废止以下文件：\n{listed}2009年2月5日\n", "utf-8")
    read, _ = read_case(tmp_path, text, "gazette", 2009)
    assert [one[:4] for one in documents(read)][1:] == [(title, "某政〔2009〕3号", "某省人民政府", "2009-02-05")]
