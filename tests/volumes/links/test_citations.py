"""Document numbers: every spelling, normalised; and all that the volumes cite."""

from __future__ import annotations

from typing import Any

from builder.model.linkage import Linkage


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
