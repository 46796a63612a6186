"""Persons: found from offices and names, held against a list made by eye from the printed text."""

from __future__ import annotations

from typing import Any

import pytest

from builder.links.corpus import Unit
from builder.links.persons.changes import changes
from builder.links.persons.mentions import find_persons
from builder.links.persons.titleship import OfficeTitles
from builder.model.blocks import Paragraph
from builder.model.linkage import Linkage
from builder.records.names import Names

CASES = [
    ("市委书记张志川、市长王震出席会议。", ["张志川", "王震"]),
    ("市委书记、市长王震主持召开会议。", ["王震"]),
    ("副市长梁丽萍、武健鹏、冯志亮参加会议。", ["梁丽萍", "武健鹏", "冯志亮"]),
    ("市委副书记姚逊对《意见》进行说明，姚逊强调要落实。", ["姚逊", "姚逊"]),
    ("局长陈浩获“先进个人”称号。", ["陈浩"]),
    ("副省长王成出席典礼。", ["王成"]),
    ("护士马金秀、主管成丹妮获称号。", ["马金秀", "成丹妮"]),
    ("医护人员代表翟鹏勇、高长胜、高星和李英，致以敬意。", ["翟鹏勇", "高长胜", "高星", "李英"]),
    ("冰岛前总统奥拉维尔·拉格纳·格里姆松通过视频发言。", ["奥拉维尔·拉格纳·格里姆松"]),
    ("市长欧阳明主持会议。", ["欧阳明"]),
    ("免去窦三马阳城县委书记职务。", ["窦三马"]),
    ("董事长孙国富、董事长孙波参加座谈。", ["孙国富", "孙波"]),
    ("陵川县程森林、泽州县王海鸥入选群众。", ["程森林", "王海鸥"]),
    ("陈先林家庭、成莉娜家庭获评。", ["陈先林", "成莉娜"]),
    ("市长王震就中原街片区改造进行调研。", ["王震"]),
    ("办公室设在该科，办公室主任：申红卫（市应急管理局调研员）。", ["申红卫"]),
    ("市领导小组办公室主任：李鸿贤（兼）。", ["李鸿贤"]),
    # What is no name, though it begins with a surname behind an office.
    ("市委书记张志川强调，各级书记关于此事要负责，成员单位和部门配合。", ["张志川"]),
    ("由分管副市长任组长，局长负责。", []),
    ("组长：安排专人，主任：常态（长期）值守。", []),
    ("“晋善·晋美·晋城”形象，中国·山西大会。", []),
    ("深入贯彻习近平新时代中国特色社会主义思想。", []),
    ("山西省高平市、阳城县入选示范县，全国文明家庭。", []),
]


def unit(text: str) -> Unit:
    from array import array

    from builder.engine.text import Text
    from builder.model.volume import Entry

    entry = Entry(
        "x/2020-01-01-1", "1日", Text.empty(), "2020-01-01", "2020-01-01", [Paragraph(Text(text, array("l")))]
    )
    return Unit(entry.id, "x", True, (text,), entry.start, entry.end, 2020, 1, entry=entry)


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_names_in_a_sentence(text: str, wanted: list[str], names: Names) -> None:
    one = unit(text)
    found = find_persons(names, [one])[one.id]
    assert [p.name for p in found] == wanted
    assert all(text[p.start : p.end] == p.name for p in found)


@pytest.mark.parametrize(
    ("front", "wanted"),
    [
        ("省人大常委会副主任、市委书记", ("省人大常委会副主任", "市委书记")),
        ("与到晋城市考察的长治医学院党委书记", ("长治医学院党委书记",)),
        ("省社会科学院党组书记、院长", ("省社会科学院党组书记", "省社会科学院院长")),
        ("晋城市委书记", ("市委书记",)),
        ("市委组织部部长", ("市委组织部部长",)),
        ("上海园林（集团）有限公司总裁", ("上海园林（集团）有限公司总裁",)),
        ("会见了杭州安恒信息技术股份有限公司董事长兼总裁", ("杭州安恒信息技术股份有限公司董事长兼总裁",)),
        ("主会场仪式由副市长", ("副市长",)),
        ("与赴京对接的副省长、民革山西省委会主委", ("副省长", "民革山西省委会主委")),
        ("市新闻传媒集团副总编", ("市新闻传媒集团副总编",)),
        # The house, the place or the party of the office in front is that of a bare one too.
        ("省委组织部主持日常工作的副部长", ("省委组织部副部长",)),
        ("朝阳区委常委、副区长", ("朝阳区委常委", "朝阳区副区长")),
        ("城区区委副书记、区长", ("城区区委副书记", "城区区长")),
        ("朝阳园工委书记、管委会主任", ("朝阳园工委书记", "朝阳园管委会主任")),
        ("九三学社中央常委、山西省委主委", ("九三学社中央常委", "九三学社山西省委主委")),
        # No house to share: 市委 names no place, 副省长 no party, and what names its own keeps it.
        ("市委副书记、市长", ("市委副书记", "市长")),
        ("省委副书记、省长", ("省委副书记", "省长")),
        ("市委常委、副市长", ("市委常委", "副市长")),
        ("副省长、民革山西省委会主委", ("副省长", "民革山西省委会主委")),
        ("民革中央副主席、民进山西省委主委", ("民革中央副主席", "民进山西省委主委")),
    ],
)
def test_offices_in_front_of_a_name(front: str, wanted: tuple[str, ...], names: Names) -> None:
    assert OfficeTitles(names).split(front) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "市长王震与华新燃气集团董事长刘军、总经理崔建军举行会谈。",
            [("市长",), ("华新燃气集团董事长",), ("华新燃气集团总经理",)],
        ),
        # A full office is its own; 副市长 shares no house; another clause begins anew.
        ("华新燃气集团董事长刘军、市财政局局长王震出席。", [("华新燃气集团董事长",), ("市财政局局长",)]),
        ("华新燃气集团董事长刘军，总经理崔建军出席。", [("华新燃气集团董事长",), ("总经理",)]),
        ("市长王震、秘书长刘军出席。", [("市长",), ("秘书长",)]),
        ("办公室主任：申红卫（市应急管理局调研员）。", [("市应急管理局调研员",)]),
        ("办公室主任：申红卫（兼）。", [()]),
    ],
)
def test_offices_of_persons_in_a_sentence(text: str, wanted: list[tuple[str, ...]], names: Names) -> None:
    one = unit(text)
    assert [person.offices for person in find_persons(names, [one])[one.id]] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("张志川任晋城代表团团长，范丽霞任副团长。", ["晋城代表团团长", "晋城代表团副团长"]),
        ("张志川任晋城代表团团长。范丽霞任副团长。", ["晋城代表团团长", "副团长"]),
        ("张志川任市委书记，范丽霞任副团长。", ["市委书记", "副团长"]),
        ("中国赵树理研究会第六届全国会员代表大会召开。选举产生会长，杨占平当选为会长。", ["中国赵树理研究会会长"]),
        # An assembly that is not the body's own, or none, says nothing.
        ("全市第六次工作会议召开。杨占平当选为会长。", ["会长"]),
        (
            "批复同意增补王震为中共山西省晋城军分区委员会委员、常务委员会委员。",
            ["中共山西省晋城军分区委员会委员", "中共山西省晋城军分区委员会常务委员会委员"],
        ),
    ],
)
def test_offices_that_a_change_tells(text: str, wanted: list[str], names: Names) -> None:
    one = unit(text)
    told = changes(one, find_persons(names, [one])[one.id], OfficeTitles(names))
    assert [change.title for change in told] == wanted


def test_every_mention_of_twelve_months(linkage: Linkage, truth: Any) -> None:
    """Precision at least 0.99, recall at least 0.98; names called `optional` count neither way."""
    found: dict[str, set[str]] = {}
    for person in linkage.persons:
        for entry in person.mentions:
            found.setdefault(entry, set()).add(person.name)
    right = wrong = missed = 0
    for month in truth("persons"):
        optional = month.get("optional", {})
        for entry, people in month["entries"].items():
            here, wanted = found.get(entry, set()), set(people)
            right += len(here & wanted)
            wrong += len(here - wanted - set(optional.get(entry, ())))
            missed += len(wanted - here)
    assert right > 500
    assert right / (right + wrong) >= 0.99
    assert right / (right + missed) >= 0.98


def test_every_mention_is_linked(linkage: Linkage, by_id: dict[str, Unit]) -> None:
    for person in linkage.persons:
        for owner in person.mentions:
            spans = [s for s in linkage.spans[owner] if s.kind == "person" and s.target == person.id]
            assert spans, (owner, person.name)
            assert {by_id[owner].texts[s.part][s.start : s.end] for s in spans} == {person.name}


def test_rosters_count(linkage: Linkage) -> None:
    person = next(p for p in linkage.persons if p.name == "鲍瑞卿")
    assert person.id == "bao-rui-qing"
    assert person.documents == ["gazette-2020-1/jszb-2020-1"]
    assert person.offices[0].title == "市应急管理局党组书记"


def test_two_persons_with_one_name(linkage: Linkage) -> None:
    two = [p for p in linkage.persons if p.name == "王平"]
    assert len({p.id for p in two}) == len(two) == 2
    assert [p.mentions for p in sorted(two, key=lambda p: p.mentions)] == [
        ["chronicle-2020/2020-11-20-1"],
        ["chronicle-2021/2021-04-27-3"],
    ]


def test_ids_are_unique_and_sorted_by_pinyin(linkage: Linkage) -> None:
    ids = [p.id for p in linkage.persons]
    assert len(set(ids)) == len(ids)
    assert [p.pinyin for p in linkage.persons] == sorted(p.pinyin for p in linkage.persons)
    assert next(p for p in linkage.persons if p.name == "王震").strokes.startswith("04王")


def test_no_office_begins_with_words_of_its_sentence(linkage: Linkage) -> None:
    wanted = {
        "fan-yuan": "杭州安恒信息技术股份有限公司董事长兼总裁",
        "wang-hong-wei": "副市长",
        "chen-jin-bin": "市新闻传媒集团副总编",
        "lu-jian-ming": "省委组织部副部长",
        "yang-zhan-ping": "中国赵树理研究会会长",
        "shen-hong-wei": "市应急管理局调研员",
    }
    found = {p.id: [o.title for o in p.offices] for p in linkage.persons}
    assert {name: found[name] for name in wanted} == {name: [title] for name, title in wanted.items()}
    began = {p.id: {o.title: o.first for o in p.offices} for p in linkage.persons}
    assert (began["zhang-fu-ming"]["副省长"], began["wang-hong-wei"]["副市长"]) == ("2020-06-10", "2020-01-01")


def test_offices_of_a_person_in_time(linkage: Linkage) -> None:
    person = next(p for p in linkage.persons if p.id == "wang-zhen")
    held = {o.title: (o.first, o.last) for o in person.offices}
    assert held["代市长"] == ("2020-04-09", "2020-04-27")
    assert held["市长"] == ("2020-04-28", "2021-08-18")
    assert held["市委书记"][0] == "2021-05-25"
    assert person.together[0] == ("zhang-zhi-chuan", person.together[0][1])


def test_who_held_the_office_and_the_entry_that_tells(linkage: Linkage) -> None:
    office = next(o for o in linkage.offices if o.title == "市委书记")
    assert [(h.person, h.ended) for h in office.holders] == [
        ("zhang-zhi-chuan", "chronicle-2021/2021-05-25-1"),
        ("wang-zhen", None),
    ]
    assert office.holders[1].began == "chronicle-2021/2021-05-25-1"
    vice = next(o for o in linkage.offices if o.title == "市委常委")
    row = {h.person for h in vice.holders}
    assert {"chen-wang-yuan", "wu-jian-peng", "tian-zhi-jun"} <= row, "薛明耀、姚逊…当选: each name of a row"
