"""Titles in 《》, the documents that bear them, and the entries that announce them."""

from __future__ import annotations

import pytest

from builder.engine.text import Text
from builder.links.corpus import Unit
from builder.links.documents.announced import announced_titles
from builder.links.documents.titles import Shelf, find_titles, group, key
from builder.model.volume import Document


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("《甲》《乙》和《丙》", ["甲", "乙", "丙"]),
        ("《关于贯彻落实〈交通强国建设纲要〉的实施意见》", ["关于贯彻落实〈交通强国建设纲要〉的实施意见"]),
        ("关于印发《关于印发《甲》的通知》", ["关于印发《甲》的通知"]),
        ("没有书名", []),
    ],
)
def test_outermost_titles(text: str, wanted: list[str]) -> None:
    assert [t.title for t in find_titles(text)] == wanted


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("关于印发东海市房地产市场监管办法（试行）的通知", "东海市房地产市场监管办法"),
        ("关于规范中心城市规划区土地征收储备供应管理的实施意见", "关于规范中心城市规划区土地征收储备供应管理实施意见"),
        (
            "东海市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要",
            "国民经济和社会发展第十四个五年规划和2035年远景目标纲要",
        ),
        ("东海市城市建筑垃圾管理暂行办法", "东海市城市建筑垃圾管理办法"),
        ("关于印发《关于疫情期间支持脱贫攻坚的十项政策》的通知", "关于疫情期间支持脱贫攻坚十项政策"),
        ("东海市推进交通强国建设行动计划（2021—2022年）", "东海市推进交通强国建设行动计划"),
    ],
)
def test_spellings_of_one_title(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("关于做好2020年安全生产和应急管理工作的通知", "关于做好2021年安全生产和应急管理工作的通知"),
        ("东海市市级政府投资项目管理办法", "东海市市级政府基本建设项目资金拨付管理办法"),
    ],
)
def test_titles_of_two_documents(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_a_title_that_is_merely_alike_is_another_documents() -> None:
    document = Document("g/a-1", Text.raw("海州市医药储备管理办法"))
    shelf = Shelf([Unit("g/a-1", "g", False, (), "2021-04-27", "2021-04-27", 2021, 4, document=document)])
    assert shelf.find("医药储备管理办法（试行）") == ("g/a-1", "title.key", "医药储备管理办法")
    assert shelf.find("国家医药储备管理办法") is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("审议《关于推进林长制的意见》。", "文件"),
        ("排演的现代剧《沁岭花开》入选。", "作品与书刊"),
        ("作《解放思想，先行先试，奋力夺取新胜利》讲话。", "讲话与报告"),
        ("《东海年鉴（2019）》获奖", "作品与书刊"),
    ],
)
def test_what_a_title_names(text: str, wanted: str) -> None:
    assert group(text, find_titles(text)[0]) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("市政府制定《甲办法》《乙方案》。审议《丙》。", ["甲办法", "乙方案"]),
        ("市政府印发《甲办法》、《乙方案》和《丙》。审议《丁》、《戊》。", ["甲办法", "乙方案", "丙"]),
        ("会议审议通过《甲办法》。", []),
        ("市政府办公室印发《甲》，审议《乙》。", ["甲"]),
    ],
)
def test_announcing_words(text: str, wanted: list[str]) -> None:
    assert [t.title for t in announced_titles(text, find_titles(text))] == wanted
