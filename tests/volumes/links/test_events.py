"""The same event in two books, held against pairs made by eye."""

from __future__ import annotations

from typing import Any

from builder.links.corpus import Unit
from builder.model.linkage import Linkage


def test_same_event(linkage: Linkage, truth: Any) -> None:
    """Precision and recall at least 0.97 over all 97 entries of the two gazettes."""
    pairs = truth("events")["pairs"]
    assert sum(1 for others in pairs.values() if others) == 36 + 27
    wanted = {(one, other) for one, others in pairs.items() for other in others}
    found = {(one, p.entry) for one, row in linkage.same_event.items() if one in pairs for p in row}
    assert len(wanted & found) / len(found) >= 0.97
    assert len(wanted & found) / len(wanted) >= 0.97


def test_pairs_go_both_ways_with_score_and_reasons(linkage: Linkage) -> None:
    for one, row in linkage.same_event.items():
        for pair in row:
            back = [p for p in linkage.same_event[pair.entry] if p.entry == one]
            assert len(back) == 1
            assert back[0].score == pair.score == round(sum(r.points for r in pair.reasons), 3)


def test_one_book_splits_what_the_other_merges(linkage: Linkage) -> None:
    told = {p.entry for p in linkage.same_event["chronicle-2021/2021-03-18-1"]}
    assert told == {f"gazette-2021-2/2021-03-{day}" for day in ("18-1", "18-2", "19-1")}


def test_differences_name_the_dates(linkage: Linkage) -> None:
    said = {(d.entry, d.kind, d.here, d.there) for d in linkage.differences}
    assert ("gazette-2021-2/2021-04-01-1", "日期", "2021-04-01", "2021-03-31至2021-04-01") in said
    assert ("gazette-2021-2/2021-03-22-3", "日期", "2021-03-22", "2021-03-23") in said


def test_related_is_other_months_and_never_the_same_event(linkage: Linkage, by_id: dict[str, Unit]) -> None:
    assert len(linkage.related) > 200
    for owner, others in linkage.related.items():
        told = {p.entry for p in linkage.same_event.get(owner, ())}
        assert 0 < len(others) <= 5
        assert len(set(others)) == len(others)
        for other in others:
            assert other not in told
            one, two = by_id[owner], by_id[other]
            assert one.month is None or (one.year, one.month) != (two.year, two.month)


def test_related_finds_the_same_matter(linkage: Linkage) -> None:
    assert "chronicle-2021/2021-10-13-4" in linkage.related["chronicle-2021/2021-03-22-2"], "中石油华北油田修景涛"
    assert "chronicle-2020/2020-05-20-4" in linkage.related["chronicle-2021/2021-06-30-4"], "用地供应计划"
