"""Document numbers: every spelling, normalised; and all that the volumes cite."""

from __future__ import annotations

import pytest

from builder.language.document_numbers import find_numbers

SERIES = {"东政发": "jszf", "东政办": "jszb", "东政办发": "jszbf"}


CASES = [
    ("（东政办〔2019〕48号）", ["东政办〔2019〕48号"]),
    ("（东政办［2020］3号）", ["东政办〔2020〕3号"]),
    ("（财企[2012]16号）", ["财企〔2012〕16号"]),
    ("（国发〔2018〕42 号）", ["国发〔2018〕42号"]),
    ("（晋 政 发〔 2020 〕\n22 号）", ["晋政发〔2020〕22号"]),
    ("（晋政办发〔２０２０〕１０７号）", ["晋政办发〔2020〕107号"]),
    ("按照东政办发〔2020〕2号文件", ["东政办发〔2020〕2号"]),
    ("执行东政发〔2013〕32号", ["东政发〔2013〕32号"]),
    ("（国发〔2019〕24号）和《通知》（晋政发〔2020〕2号）", ["国发〔2019〕24号", "晋政发〔2020〕2号"]),
    ("（东政办〔2019〕48、49号）", ["东政办〔2019〕48号", "东政办〔2019〕49号"]),
    ("（国务院令第716号）", ["国务院令第716号"]),
    ("《规定》（建设部令第 139 号）", ["建设部令第139号"]),
    # no numbers of documents
    ("《东海年鉴（2019）》获奖", []),
    ("通告（第14号）", []),
    ("凤台西街289号", []),
    ("行动计划（2021—2022年）", []),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_grammar(text: str, wanted: list[str]) -> None:
    found = find_numbers(text, SERIES)
    assert [n.number for n in found] == wanted
    for one in found:
        assert one.start == one.end or text[one.start : one.end].strip().startswith(one.series[0])
