"""Places, organisations, series, what comes back each year, and the links in the running text."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from builder.links import link
from builder.links.corpus import Unit
from builder.model.linkage import Linkage
from builder.model.volume import Volume
from builder.records.names import Names


def place(linkage: Linkage, name: str) -> Any:
    return next(p for p in linkage.places if p.name == name)


def test_a_county_holds_the_entries_of_its_villages(linkage: Linkage) -> None:
    village, town, county = (place(linkage, n) for n in ("台北村", "附城镇", "陵川县"))
    assert village.within == town.id or village.within == county.id
    assert town.within == county.id
    assert set(village.mentions) | set(town.mentions) <= set(county.mentions)


def test_villages_are_found_by_pattern(linkage: Linkage) -> None:
    found = place(linkage, "张路口村")
    assert found.mentions == ["chronicle-2020/2020-01-29-1"]
    assert found.within == place(linkage, "柳树口镇").id


@pytest.mark.parametrize(
    ("name", "not_in"),
    [
        ("城区", "chronicle-2020/2020-06-30-2"),  # 主城区
        ("丹河", "chronicle-2020/2020-02-06-2"),  # 丹河新城, 丹河集团
        ("泽州县", "chronicle-2020/2020-11-02-1"),  # 泽州会堂
        ("高平市", "chronicle-2020/2020-10-27-4"),  # 高平大黄梨
    ],
)
def test_a_place_in_another_name(name: str, not_in: str, linkage: Linkage) -> None:
    assert not_in not in place(linkage, name).mentions


def test_short_forms_of_organisations(linkage: Linkage) -> None:
    found = next(o for o in linkage.organisations if o.name == "市文化和旅游局")
    assert "chronicle-2020/2020-02-17-2" in found.mentions
    assert "chronicle-2021/2021-06-03-1" in found.mentions, "晋城市文旅局"
    assert "晋城市文旅局" in found.variants


def test_an_office_is_no_organisation(linkage: Linkage) -> None:
    """市委组织部部长卫明喜 is an office; 市委组织部发出公开信 is the organisation."""
    found = next(o for o in linkage.organisations if o.name == "市委组织部")
    assert "chronicle-2020/2020-01-28-3" in found.mentions
    assert "chronicle-2020/2020-07-01-1" not in found.mentions


def test_series_with_the_gaps_said(linkage: Linkage) -> None:
    meetings = next(s for s in linkage.series if s.name == "市政府常务会议")
    assert {s.number for s in meetings.steps} == {*range(52, 60), 63, 64, 65, *range(68, 82)}
    assert meetings.gaps == [(60, 62), (66, 67)]
    notices = next(s for s in linkage.series if s.name == "市新冠肺炎疫情防控领导小组办公室通告")
    assert (notices.steps[0].number, notices.steps[-1].number) == (1, 39)
    assert [s.date for s in notices.steps] == sorted(str(s.date) for s in notices.steps)


def test_what_comes_back_each_year(linkage: Linkage) -> None:
    found = {r.name: [e for _, e in r.entries] for r in linkage.recurring}
    assert found["市委经济工作会议"] == ["chronicle-2020/2020-01-06-2", "chronicle-2021/2021-02-06-2"]
    assert all(len({year for year, _ in r.entries}) > 1 for r in linkage.recurring)


def test_spans_do_not_overlap_and_stand_in_the_text(linkage: Linkage, by_id: dict[str, Unit]) -> None:
    for owner, spans in linkage.spans.items():
        assert spans == sorted(spans)
        for span in spans:
            assert span.kind in ("person", "place", "organisation", "document", "number")
            assert span.rule
            assert 0 <= span.start < span.end <= len(by_id[owner].texts[span.part])
        for one, other in pairwise(spans):
            assert one.part < other.part or one.end <= other.start


def test_every_target_exists(linkage: Linkage, by_id: dict[str, Unit]) -> None:
    known = {
        "person": {p.id for p in linkage.persons},
        "place": {p.id for p in linkage.places},
        "organisation": {o.id for o in linkage.organisations},
        "number": {n.id for n in linkage.numbers},
        "document": set(by_id),
    }
    for spans in linkage.spans.values():
        for span in spans:
            assert span.target in known[span.kind], span


def test_no_two_items_of_an_index_share_an_id(linkage: Linkage) -> None:
    for name in ("persons", "places", "organisations", "projects", "meetings", "tables", "numbers", "titles"):
        ids = [item.id for item in getattr(linkage, name)]
        assert len(set(ids)) == len(ids), name
        assert all(item.mentions or item.documents or name == "numbers" for item in getattr(linkage, name)), name


def test_subjects_have_their_entries(linkage: Linkage) -> None:
    term = next(s for s in linkage.subjects if s.name == "丹河新城" and s.group == "项目与活动")
    assert "chronicle-2020/2020-01-01-1" in term.mentions
    assert [s.pinyin for s in linkage.subjects] == sorted(s.pinyin for s in linkage.subjects)


def test_anchors_of_subjects_come_from_their_terms(linkage: Linkage, volumes: list[Volume], names: Names) -> None:
    """Without the first volume the terms that stay keep their anchors, but for those that read alike."""
    rest = {(s.name, s.group): s.id for s in link(volumes[1:], names, {}).subjects}
    both = [(one.id, rest[one.name, one.group]) for one in linkage.subjects if (one.name, one.group) in rest]
    assert len({one.id for one in linkage.subjects}) == len(linkage.subjects)
    assert len(both) > 500
    assert sum(one != other for one, other in both) < 15


def test_missing_names_are_suggested(volumes: list[Volume], names: Names) -> None:
    """A department that is taken out of the list is proposed again, with a stub to paste."""
    fewer = {g: [n for n in row if not n.startswith("市教育局")] for g, row in names.organisations.items()}
    said = link(volumes[:1], names.model_copy(update={"organisations": fewer}), {}).suggestions
    assert any(s.kind == "organisation" and s.text == "市教育局" and s.text in s.stub for s in said)


def test_no_names_at_all(volumes: list[Volume]) -> None:
    gazette = [v for v in volumes if v.kind == "gazette"][:1]
    found = link(gazette, Names(), {})
    assert found.persons, "a roster proves its names without any list"
    assert all(p.documents for p in found.persons)
    assert found.cites, "numbers need no list"


def test_the_same_links_every_time(volumes: list[Volume], names: Names, linkage: Linkage) -> None:
    assert link(volumes, names, {}) == linkage
