"""A yearbook of 600,000 characters and 1,000 items: every one of them with its title, place, page and whole text."""

from __future__ import annotations

from pathlib import Path

from tests.cases.large import CHARACTERS, ITEMS, SECTIONS, SUBSECTIONS, large
from tests.cases.reading import read_case


def test_all_items(tmp_path: Path) -> None:
    raw, items = large()
    assert len(raw) >= CHARACTERS
    assert len(items) == ITEMS
    path = tmp_path / "raw.txt"
    path.write_text(raw, "utf-8")
    read, made = read_case(tmp_path / "project", path, "yearbook", 2018, volume_year=2019, title="江浦年鉴（2019）")
    parts = read.volume.subsections
    found = [(part.section, part.name, e.label, e.reading, e.page) for part in parts for e in part.entries]
    assert found == [tuple(one) for one in items]
    assert (len({part.section for part in parts}), len(parts)) == (SECTIONS, SUBSECTIONS)
    assert [str(one) for one in read.doubts] == []
    # 概况 heads 170 of them: it is never named alone.
    named = [e.named for part in parts for e in part.entries]
    assert len(set(named)) == ITEMS
    assert "农业综合管理·概况" in named
    assert made.docs
