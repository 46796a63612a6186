"""Document numbers: every spelling, normalised; and all that the volumes cite."""

from __future__ import annotations

from typing import Any

import pytest

from builder.language.document_numbers import find_numbers
from builder.model.linkage import Linkage

SERIES = {"晋市政发": "jszf", "晋市政办": "jszb", "晋市政办发": "jszbf"}
CASES = [
    ("（晋市政办〔2019〕48号）", ["晋市政办〔2019〕48号"]),
    ("（晋市政办［2020］3号）", ["晋市政办〔2020〕3号"]),
    ("（财企[2012]16号）", ["财企〔2012〕16号"]),
    ("（国发〔2018〕42 号）", ["国发〔2018〕42号"]),
    ("（晋 政 发〔 2020 〕\n22 号）", ["晋政发〔2020〕22号"]),
    ("（晋政办发〔２０２０〕１０７号）", ["晋政办发〔2020〕107号"]),
    ("按照晋市政办发〔2020〕2号文件", ["晋市政办发〔2020〕2号"]),
    ("执行晋市政发〔2013〕32号", ["晋市政发〔2013〕32号"]),
    ("（国发〔2019〕24号）和《通知》（晋政发〔2020〕2号）", ["国发〔2019〕24号", "晋政发〔2020〕2号"]),
    ("（晋市政办〔2019〕48、49号）", ["晋市政办〔2019〕48号", "晋市政办〔2019〕49号"]),
    ("（国务院令第716号）", ["国务院令第716号"]),
    ("《规定》（建设部令第 139 号）", ["建设部令第139号"]),
    # no numbers of documents
    ("《晋城年鉴（2019）》获奖", []),
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


def test_series_are_four(linkage: Linkage) -> None:
    """晋市政办发〔2020〕2号 is not the document 晋市政办〔2020〕2号 that stands here."""
    number = next(n for n in linkage.numbers if n.name == "晋市政办发〔2020〕2号")
    assert (number.id, number.document) == ("jszbf-2020-2", None)
    assert number.title.startswith("关于应对新型冠状病毒感染的肺炎疫情")


def test_all_citations_and_no_other(linkage: Linkage, truth: Any) -> None:
    found = {owner: [c.number for c in cites] for owner, cites in linkage.cites.items()}
    assert found == truth("citations")["cites"]


def test_every_citation_is_a_link(linkage: Linkage) -> None:
    for owner, cites in linkage.cites.items():
        targets = {s.target for s in linkage.spans[owner] if s.kind in ("number", "document")}
        ids = {n.name: n.document or n.id for n in linkage.numbers}
        assert {ids[c.number] for c in cites} <= targets
