"""The printed contents held against the body: what they list and the body does not have is doubted, nothing else."""

from __future__ import annotations

import pytest

from builder.readers import READERS
from builder.readers.listed import listed
from tests.readers.reading import source

NOTICE = (
    "某市人民政府\n关于做好{}工作的通知\n某政发〔1999〕{}号\n各县人民政府：\n落实责任。\n某市人民政府\n1999年5月8日\n"
)
BODY = NOTICE.format("城市防汛", 7) + NOTICE.format("森林防火", 8)
DECREE = (
    "某市人民政府令\n第5号\n《某市城市防汛办法》已经通过，现予公布。\n市长 甲某\n1999年5月8日\n"
    "某市城市防汛办法\n第一条 防汛。\n"
)
CHAPTERS = (
    "某市发展规划\n目录\n{}……1\n第二章 主要任务……2\n一、工业强市……3\n"
    "第一章 总的要求\n要求。\n第二章 主要任务\n一、工业强市\n强。\n"
)


def missing(raw: str, kind: str = "gazette") -> list[str]:
    read = source(raw, id=f"{kind}-1999", kind=kind, year=1999)
    listed(READERS[kind](read), read)
    return [one.said.split("…")[0] for one in read.doubts if one.key == "contents.missing"]


@pytest.mark.parametrize(
    ("contents", "body"),
    [
        ("关于做好城市防汛工作的通知……1\n关于做好森林防火工作的通知……3\n", BODY),
        ("某市人民政府关于做好\n城市防汛工作的通知……1\n某市人民政府关于做好森林\n防火工作的通知……3\n", BODY),
        ("市政府文件\n关于做好城市防汛工作的通知（某政发〔1999〕7号）\n关于做好森林防火工作的通知\n", BODY),
        ("关于做好城市防汛工作的通知\t1\t关于做好森林防火工作的通知\t3\n", BODY),
        ("某市人民政府令第5号……1\n某市城市防汛办法……1\n", DECREE),
        ("关于做好城市防汛工作的通知……1\n5月大事记……9\n", f"{BODY}5月大事记\n1日，防汛。\n"),
    ],
)
def test_what_the_body_has_is_not_missed(contents: str, body: str) -> None:
    """With and without issuer, over two lines, behind a number, in columns, a decree and its regulation, a month."""
    assert missing(f"目录\n{contents}{body}") == []


@pytest.mark.parametrize(
    "row", ["关于做好春季造林工作的通知……5", "某市社会保险费征缴办法……5", "关于做好春季造林工作的通知"]
)
def test_what_the_body_has_not_is_missed(row: str) -> None:
    assert missing(f"目录\n关于做好城市防汛工作的通知……1\n{row}\n{BODY}") == [row.split("…", maxsplit=1)[0]]


def test_a_title_that_is_listed_begins_a_document() -> None:
    row, raw = "督查工作情况表扬名册", "目录\n关于做好城市防汛工作的通知……1\n督查工作情况表扬名册……5\n"
    read = source(f"{raw}{BODY}{row}\n各县要落实。\n", id="gazette-1999", kind="gazette", year=1999)
    assert [one.title.s for one in READERS["gazette"](read).documents][2:] == [row]
    unsigned = BODY.removesuffix("1999年5月8日\n")
    read = source(f"{raw}{unsigned}{row}\n各县要落实。\n", id="gazette-1999", kind="gazette", year=1999)
    assert [one.title.s for one in READERS["gazette"](read).documents][2:] == [row]
    read = source(f"{BODY}{row}\n各县要落实。\n", id="gazette-1999", kind="gazette", year=1999)
    assert len(READERS["gazette"](read).documents) == 2


def test_a_document_that_was_swallowed_is_missed_though_its_title_is_printed() -> None:
    unsigned = NOTICE.format("城市防汛", 7).removesuffix("1999年5月8日\n")
    swallowed = f"{unsigned}督查工作情况的通报\n各县要落实。\n"
    rows = "关于做好城市防汛工作的通知……1\n督查工作情况通报……5\n"
    assert missing(f"目录\n{rows}{swallowed}") == ["督查工作情况通报"]


def test_headings_of_a_single_document_are_listed_too() -> None:
    assert missing(CHAPTERS.format("第一章 总的要求"), "document") == []
    assert missing(CHAPTERS.format("第九章 保障措施"), "document") == ["第九章 保障措施"]
