"""What search knows of the units: printed pages, printed order, names that tell namesakes apart."""

from __future__ import annotations

from typing import Any

import pytest

from builder.writers.search import asked, found

DOCUMENT = {
    "id": "v-1/d-1",
    "volume": "v-1",
    "title": "关于印发甲市“两山”工作方案（试行）的通知",
    "number": "甲政发〔2021〕1号",
    "issuer": "甲市人民政府",
    "date": "2021-03-01",
    "url": "v/1/d-1/",
}


def _unit(name: str, lines: list[int], page: int | None = None) -> dict[str, Any]:
    row = {"id": f"v-1/d-1#{name}", "volume": "v-1", "document": "v-1/d-1", "lines": lines}
    return row | ({"page": page} if page else {})


DATA: dict[str, list[dict[str, Any]]] = {
    "volumes": [{"id": "v-1", "year": 2021, "title": "甲市公报 2021年第1期", "url": "v/1/"}],
    "entries": [],
    "documents": [DOCUMENT],
    "units": [
        _unit("annex-1", [70, 70], 12),
        _unit("n-1", [20, 28], 7),
        _unit("n-1+1", [31, 31]),
        _unit("table-1", [29, 30], 8),
        _unit("top", [10, 12], 7),
        {"id": "v-1#contents", "volume": "v-1", "document": None, "lines": [2, 9]},
        {"id": "v-1#cover", "volume": "v-1", "document": None, "lines": [1, 1]},
    ],
}


def test_a_unit_has_the_page_it_begins_on() -> None:
    rows = found.facets(DATA)
    assert {name.split("#")[1]: row.get("page") for name, row in rows.items()} == {
        "annex-1": 12, "n-1": 7, "n-1+1": None, "table-1": 8, "top": 7, "contents": None, "cover": None,
    }  # fmt: skip


def test_a_unit_has_the_year_of_its_document_else_that_of_its_volume() -> None:
    rows = found.facets(DATA | {"documents": [DOCUMENT | {"date": "2019-12-30"}]})
    assert (rows["v-1/d-1#top"]["year"], rows["v-1#cover"]["year"]) == (2019, 2021)
    undated = found.facets(DATA | {"documents": [DOCUMENT | {"date": None}]})
    assert undated["v-1/d-1#top"]["year"] == 2021
    assert (rows["v-1/d-1#n-1"]["issuer"], rows["v-1/d-1#n-1"]["number"]) == ("甲市人民政府", "甲政发〔2021〕1号")


def test_units_stand_as_printed() -> None:
    names = [unit["id"].split("#")[1] for unit in found.printed(DATA)]
    assert names == ["cover", "contents", "top", "n-1", "table-1", "n-1+1", "annex-1"]


def test_namesakes_are_told_apart() -> None:
    rows: list[dict[str, Any]] = [
        {"id": "wang-1", "name": "王平", "offices": [{"title": "校长"}]},
        {"id": "wang-2", "name": "王平", "offices": [], "mentions": ["v-1/2020-11-02-1"]},
        {"id": "wang-3", "name": "王平", "offices": [], "mentions": []},
        {"id": "li", "name": "李明", "offices": [{"title": "县长"}]},
    ]
    assert list(found.labels_of(rows).values()) == ["王平（校长）", "王平（2020年11月2日）", "王平（wang-3）", "李明"]


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("关于印发甲市“两山”工作方案（试行）的通知", "两山工作方案（试行）"),
        ("关于印发甲市“两山”工作方案（试行）的通知", "甲市“两山”工作方案（试行）"),
        ("关于印发《关于支持脱贫攻坚的政策》的通知", "关于支持脱贫攻坚的政策"),
        ("2020年智慧停车项目实施方案", "智慧停车项目实施方案"),
        ("第四章 聚焦“六新”突破", "聚焦“六新”突破"),
    ],
)
def test_a_title_is_found_from_its_subject(title: str, key: str) -> None:
    assert key in asked.title_keys(title)


def test_direct_answers() -> None:
    rows = {row["label"]: row for row in asked.direct(DATA)}
    assert rows["甲市公报 2021年第1期"]["keys"] == ["公报 2021年第1期"]
    assert "甲政发〔2021〕1号" in rows[DOCUMENT["title"]]["keys"]
