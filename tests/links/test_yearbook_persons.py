"""Persons of yearbooks whose place nobody has told anything of: found by pattern, held against a reading by eye.

`yearbook_persons.json` lists whom a reader found in chronicle, items and rosters of three invented books.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from builder.commands.build import Product
from tests.cases.reading import read_case
from tests.cases.test_yearbooks import FOLDER

TRUTH: dict[str, list[str]] = json.loads(Path(__file__).with_name("yearbook_persons.json").read_text("utf-8"))
# Of all persons that a reader finds so many are found; of those that are found so many are persons.
FOUND, RIGHT = 0.9, 0.95


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Product]:
    """The books, each in a project without `names.toml`."""
    found = {}
    for name in TRUTH:
        path = FOLDER / f"{name}.txt"
        truth = json.loads(path.with_suffix(".json").read_text("utf-8"))
        facts = {key: truth[key] for key in ("texture", "volume_year", "title")}
        folder = tmp_path_factory.mktemp(name)
        found[name] = read_case(folder, path, "yearbook", truth["year"], **facts)[1]
    return found


def test_persons(made: dict[str, Product]) -> None:
    named = {(book, one.name) for book, product in made.items() for one in product.linkage.persons}
    wanted = {(book, name) for book, names in TRUTH.items() for name in names}
    assert len(named & wanted) >= FOUND * len(wanted)
    assert len(named & wanted) >= RIGHT * len(named)


def test_a_list_says_who_holds_which_office(made: dict[str, Product]) -> None:
    persons = {one.name: one for one in made["a1"].linkage.persons}
    assert [one.title for one in persons["冯海燕"].offices] == ["县教育局局长"]
    # The life of a person is an item that is called by the name.
    assert persons["何立新"].mentions == ["yearbook-2019/ren-wu-xian-jin-ren-wu--he-li-xin-1"]


def test_numbers_of_documents_need_no_names(made: dict[str, Product]) -> None:
    assert {one.name for one in made["a1"].linkage.numbers} >= {"云府办发〔2018〕90号"}


def test_no_place_of_another_city_is_known(made: dict[str, Product]) -> None:
    assert [one.name for product in made.values() for one in product.linkage.places] == []


def test_an_office_behind_a_colon_is_no_person(tmp_path: Path) -> None:
    raw = "江浦年鉴（2019）\n名录\n县政府领导\n【负责人】\n县长：高建国\n主管局长：方志办\n副局长：商务局、秦　岭\n"
    path = tmp_path / "raw.txt"
    path.write_text(raw, "utf-8")
    made = read_case(tmp_path / "p", path, "yearbook", 2018, volume_year=2019, title="江浦年鉴（2019）")[1]
    assert {one.name for one in made.linkage.persons} == {"高建国", "秦岭"}
