"""The subject index: which terms it has, where they lead, in which order; projects, meetings, quoted words."""

from __future__ import annotations

from builder.model.blocks import Cell, Table
from builder.model.linkage import Linkage
from tests.links.small import city, document, entry, gazette, linked, text

BRIDGE = {"重点项目": ["清江大桥|大桥工程"]}


def terms(found: Linkage, group: str) -> list[tuple[str, list[str]]]:
    return [(one.name, [*one.mentions, *one.documents]) for one in found.subjects if one.group == group]


def test_every_kind_of_name_is_a_subject() -> None:
    made = document("a", "清江治理方案", "正文。")
    made.blocks.append(Table(text("投资表"), columns=1, cells=[Cell(text("东川县"), 0, 0)]))
    found = linked(
        city(("1999-03-01", "市长王小明到东川县调研，市教育局印发《清江治理方案》，大桥工程例会召开。")),
        gazette(documents=(made,)),
        organisations={"市政府部门": ["市教育局"]},
        projects=BRIDGE,
        meetings={"例会": "例会召开"},
    )
    assert {one.group: one.name for one in found.subjects} == {
        "人物": "王小明",
        "地名": "东川县",
        "机构": "市教育局",
        "项目与活动": "清江大桥",
        "会议": "例会",
        "文件": "清江治理方案",
        "表": "投资表",
    }


def test_a_subject_leads_to_entries_and_to_documents() -> None:
    year, issue = city(("1999-03-01", "清江大桥开工。")), gazette(documents=(document("a", "通知", "大桥工程验收。"),))
    found = linked(issue, year, projects=BRIDGE)
    (bridge,) = (one for one in found.subjects if one.group == "项目与活动")
    assert (bridge.mentions, bridge.documents) == ([entry("1999-03-01")], ["gazette-1999-1/a"])


def test_a_term_on_more_than_sixty_pages_is_no_help() -> None:
    def days(count: int) -> Linkage:
        when = [f"1999-{1 + n // 28:02}-{1 + n % 28:02}" for n in range(count)]
        return linked(city(*((day, "清江大桥检修。") for day in when)), projects=BRIDGE)

    assert [len(owners) for _, owners in terms(days(60), "项目与活动")] == [60]
    assert terms(days(61), "项目与活动") == []


def test_terms_stand_in_the_order_of_pinyin_whatever_their_kind() -> None:
    found = linked(city(("1999-03-01", "张村大桥、安阳渠、东川县开工。")), projects={"项目": ["张村大桥", "安阳渠"]})
    assert [one.name for one in found.subjects] == ["安阳渠", "东川县", "张村大桥"]


def test_works_and_speeches_are_no_subjects() -> None:
    found = linked(city(("1999-03-01", "印发《清江治理方案》，上演《江上行》，作《乘势而上》的讲话。")))
    assert terms(found, "文件") == [("清江治理方案", [entry("1999-03-01")])]
    assert [one.group for one in found.subjects] == ["文件"]


def test_quoted_words_of_two_entries_are_a_subject() -> None:
    found = linked(
        city(
            ("1999-03-01", "“三优一学”活动和“走千家”活动启动，“三优一学”动员。"),
            ("1999-04-01", "“三优一学”活动总结。"),
            ("1999-05-01", "“甲乙”“甲乙”。"),
            ("1999-05-02", "“甲乙”。"),
        ),
        gazette(documents=(document("a", "通知", "“走千家”活动。"),)),
    )
    assert terms(found, "主题") == [("三优一学", [entry("1999-03-01"), entry("1999-04-01")])]


def test_quoted_words_that_a_list_holds_are_no_subject_of_their_own() -> None:
    told = city(("1999-03-01", "“清江大”、“新清江大桥”开工。"), ("1999-04-01", "“清江大”、“新清江大桥”竣工。"))
    assert len(terms(linked(told), "主题")) == 2
    assert terms(linked(told, projects=BRIDGE), "主题") == []


def test_a_project_is_met_in_all_its_spellings() -> None:
    found = linked(city(("1999-03-01", "清江大桥开工。"), ("1999-04-01", "大桥工程检查。")), projects=BRIDGE)
    (bridge,) = found.projects
    assert (bridge.name, bridge.group, bridge.variants) == ("清江大桥", "重点项目", ["大桥工程"])
    assert bridge.mentions == [entry("1999-03-01"), entry("1999-04-01")]


def test_a_meeting_is_met_in_entries_by_its_pattern() -> None:
    found = linked(
        city(("1999-03-01", "防汛例会召开。"), ("1999-04-01", "例会延期。"), ("1999-05-01", "春播例会召开。")),
        gazette(documents=(document("a", "通知", "例会召开。"),)),
        meetings={"例会": "例会召开", "年会": "年会召开"},
    )
    (meeting,) = found.meetings
    assert (meeting.name, meeting.mentions, meeting.documents) == (
        "例会",
        [entry("1999-03-01"), entry("1999-05-01")],
        [],
    )


def test_a_table_without_a_title_bears_that_of_the_heading_above() -> None:
    made = document("a", "清江治理方案", "#资金 安排")
    made.blocks.append(Table(text(""), "table-1", columns=1, cells=[Cell(text("东川县"), 0, 0)]))
    (table,) = linked(gazette(documents=(made,))).tables
    assert (table.name, table.group, table.documents) == ("资金安排", "table-1", ["gazette-1999-1/a"])
