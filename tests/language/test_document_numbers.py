"""Lines that are nothing but a document number, in every form, with the date that may stand beside it."""

from __future__ import annotations

import pytest

from builder.language.document_numbers import number_line

LINES = [
    ("晋政发〔2003〕12号", "晋政发〔2003〕12号", 2003, 12, ""),
    ("国办发〔2003〕12号　2003年3月5日", "国办发〔2003〕12号", 2003, 12, "2003年3月5日"),
    ("国办发〔2003〕12号 二○○三年三月五日", "国办发〔2003〕12号", 2003, 12, "二○○三年三月五日"),
    ("（1985年5月4日皖政〔1985〕38号）", "皖政〔1985〕38号", 1985, 38, "1985年5月4日"),
    ("1996年3月5日，晋政发[1996]12号", "晋政发〔1996〕12号", 1996, 12, "1996年3月5日"),
    ("（81）青交字第12号", "〔81〕青交字第12号", 81, 12, ""),
    ("国令第227号", "国令第227号", 0, 227, ""),
    ("〔2017〕7号", "〔2017〕7号", 2017, 7, ""),
    ("2017年第7号", "2017年第7号", 2017, 7, ""),
    ("（五二）政财字第三十七号", "〔52〕政财字第37号", 52, 37, ""),
    ("川政发〔一九八七〕十二号", "川政发〔1987〕12号", 1987, 12, ""),
    ("某政發〔1956〕3號", "某政發〔1956〕3号", 1956, 3, ""),
    ("沔林布字第2号", "沔林布字第2号", 0, 2, ""),
]


@pytest.mark.parametrize(("line", "read", "year", "serial", "date"), LINES)
def test_a_line_that_is_a_number(line: str, read: str, year: int, serial: int, date: str) -> None:
    found = number_line(line)
    assert found is not None
    assert (found.read, found.year, found.serial, found.date) == (read, year, serial, date)


@pytest.mark.parametrize(
    "line",
    [
        "1996年3月5日",
        "（1996年3月5日）",
        "第12号",
        "（五）某某字第三号",
        "以晋政发〔2003〕12号、13号文为准",
        "晋政发〔2003〕12号文件",
    ],
)
def test_a_line_that_is_none(line: str) -> None:
    assert number_line(line) is None
