"""Ids that were published: they go on naming what they named, and lead on where they are there no more."""

from __future__ import annotations

import hashlib
import json
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from playwright.sync_api import Browser

from builder.commands.build import build, product
from builder.commands.check import check
from builder.commands.finish import finish
from builder.commands.ids import ids_of
from builder.engine.sketch import likeness
from builder.sources.finding import Findings
from tests.project import PLAN as HEAD
from tests.project import catalogue_entry, project, rendered
from tests.server import served

ROOT = Path(__file__).resolve().parents[2]
DAY = """某市大事记
1月

1日，市政府召开全体会议，部署新年各项工作。副市长王震到会讲话。

△市长到某县调研春耕生产，察看水库与灌区。

△某大桥建成通车，全长一千二百米。
"""
FAIRS = "某市大事记\n2月\n\n3日，某市举办书市。常务副市长王振出席。\n"
PLAN = f"""{HEAD}第二节 目标
目标明确，任务清楚。
"""


def volume(root: Path, raw: str, *, first: bool = False, **facts: object) -> None:
    """Put one more volume into a project, behind the others or in front of them."""
    data, path = raw.encode(), root / "source_texts" / "catalogue.toml"
    entry, before = catalogue_entry(data, **facts), path.read_text("utf-8")
    path.write_text(f"{entry}\n{before}" if first else f"{before}\n{entry}", "utf-8")
    (root / "source_texts" / f"{facts['id']}.txt").write_bytes(data)


def replaced(root: Path, old: str, new: str, name: str = "chronicle-1999") -> None:
    """Put another raw text into the place of a volume's."""
    sources = root / "source_texts"
    before = (sources / f"{name}.txt").read_bytes()
    after = before.decode().replace(old, new).encode()
    assert after != before
    (sources / f"{name}.txt").write_bytes(after)
    text = (sources / "catalogue.toml").read_text("utf-8")
    was, now = (hashlib.sha256(data).hexdigest() for data in (before, after))
    (sources / "catalogue.toml").write_text(text.replace(was, now), "utf-8")


def tell(root: Path, *lines: str) -> None:
    """Add lines at the end of the register."""
    with (root / "source_texts" / "published_ids.txt").open("a", encoding="utf-8") as register:
        register.writelines(f"{line}\n" for line in lines)


def faults(root: Path) -> list[tuple[str, str]]:
    """Name and problem of what `check` says of the register; `build` has to stop on the same."""
    found = [(one.name, one.problem) for one in check(root)[0] if one.name.startswith("id.") and one.name != "id.new"]
    if found:
        with pytest.raises(Findings) as stopped:
            build(root)
        assert [(one.name, one.problem) for one in stopped.value.findings] == found
    return found


def entries(root: Path) -> dict[str, str]:
    """Number of each entry of the 1st -> its first characters, in the order of the text."""
    months = product(root)[0][0].volume.months
    return {one.id.removeprefix("chronicle-1999/1999-01-01-"): one.reading[:4] for one in months[0].entries}


def data(root: Path, name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((root / "build" / "data" / f"{name}.json").read_text("utf-8"))
    return rows


@pytest.fixture
def day(tmp_path: Path) -> Path:
    root = project(tmp_path, DAY)
    (root / "source_texts" / "names.toml").write_text((ROOT / "source_texts" / "names.toml").read_text("utf-8"))
    build(root)
    return root


def split(root: Path, *places: str) -> None:
    """Begin a new entry in the middle of each of the places, by corrections."""
    folder = root / "source_texts" / "corrections"
    folder.mkdir()
    rows = []
    for find in places:
        put = f"{find[:2]}\\n\\n△{find[2:]}"
        rows.append(f'[[correction]]\nnear = "{find}"\nfind = "{find}"\nput = "{put}"\nwhy = "另起一条"\n')
    (folder / "chronicle-1999.toml").write_text("\n".join(rows), "utf-8")


def test_an_entry_that_is_split_off_takes_no_number_of_another(day: Path) -> None:
    assert entries(day) == {"1": "市政府召", "2": "市长到某", "3": "某大桥建"}
    split(day, "作。副市")
    assert entries(day) == {"1": "市政府召", "4": "副市长王", "2": "市长到某", "3": "某大桥建"}
    assert faults(day) == []


def test_an_entry_that_is_cut_in_pieces_wants_an_alias(day: Path) -> None:
    split(day, "召开全体", "议，部署", "作。副市")
    assert list(entries(day)) == ["4", "5", "6", "7", "2", "3"]
    assert faults(day) == [("id.gone", "the published id chronicle-1999/1999-01-01-1 is gone")]
    one = "chronicle-1999/1999-01-01-"
    tell(day, f"{one}1 = {one}4、{one}5、{one}6、{one}7")
    assert faults(day) == []


def test_entries_that_change_places_keep_their_ids(day: Path) -> None:
    replaced(day, "△市长到某县调研春耕生产，察看水库与灌区。\n\n", "")
    replaced(day, "一千二百米。\n", "一千二百米。\n\n△市长到某县调研春耕生产，察看水库与灌区。\n")
    assert entries(day) == {"1": "市政府召", "3": "某大桥建", "2": "市长到某"}
    assert faults(day) == [("id.changed", "the published id chronicle-1999 names something else now")]


def test_entries_that_are_nearly_alike_are_not_taken_for_each_other(tmp_path: Path) -> None:
    head = "某市大事记\n1月\n\n1日，新年到来。\n\n"
    one, two = (f"△市政府在{name}召开全市安全生产工作会议，部署春节期间各项工作。\n\n" for name in ("甲镇", "乙乡"))
    root = project(tmp_path, head + one + two)
    build(root)
    assert likeness(*(dict(ids_of(product(root)[0]))[f"chronicle-1999/1999-01-01-{n}"] for n in (2, 3))) >= 0.5
    replaced(root, one + two, two + one)
    assert list(entries(root)) == ["1", "3", "2"]


def test_an_entry_that_is_left_out_gives_its_number_to_no_other(day: Path) -> None:
    replaced(day, "△市长到某县调研春耕生产，察看水库与灌区。", "△全市粮食总产量创历史新高。")
    assert entries(day) == {"1": "市政府召", "4": "全市粮食", "3": "某大桥建"}
    assert ("id.gone", "the published id chronicle-1999/1999-01-01-2 is gone") in faults(day)


def test_an_entry_that_was_withdrawn_does_not_come_back(day: Path) -> None:
    tell(day, "chronicle-1999/1999-01-01-2 = 撤回：重出")
    assert list(entries(day)) == ["1", "4", "3"]
    assert faults(day) == []


def test_a_provision_that_came_to_name_something_else(tmp_path: Path) -> None:
    root = project(tmp_path, PLAN, id="plan-9", kind="plan", year=2031)
    build(root)
    replaced(root, "第二节 目标", "第二节 本市生态环境保护", "plan-9")
    said = [problem for name, problem in faults(root) if name == "id.changed"]
    assert said == [f"the published id {one} names something else now" for one in ("plan-9", "plan-9/ch-01#s-1-2")]
    changed = [one for one in check(root)[0] if one.name == "id.changed"]
    tell(root, *(one.hint.rpartition(": ")[2] for one in changed))
    assert faults(root) == []


def test_namesakes_keep_their_addresses_when_a_volume_is_put_in_front(day: Path) -> None:
    assert {row["id"]: row["name"] for row in data(day, "persons")} == {"wang-zhen": "王震"}
    volume(day, FAIRS, first=True, id="chronicle-1998", year=1998)
    build(day)
    assert {row["id"]: row["name"] for row in data(day, "persons")} == {"wang-zhen": "王震", "wang-zhen-2": "王振"}
    assert faults(day) == []


def test_two_of_one_name_keep_their_addresses_when_a_volume_is_put_in_front(tmp_path: Path) -> None:
    root = project(tmp_path, "某市大事记\n1月\n\n1日，副市长王平讲话。\n")
    names = (ROOT / "source_texts" / "names.toml").read_text("utf-8")
    more = "".join(
        f'\n[[persons.namesake]]\nname = "王平"\ncontext = ["{word}", "书展"]\nnote = "另一人"\n'
        for word in ("书市", "花市")
    )
    (root / "source_texts" / "names.toml").write_text(names, "utf-8")
    build(root)
    (root / "source_texts" / "names.toml").write_text(names + more, "utf-8")
    volume(
        root,
        FAIRS.replace("王振", "王平") + "\n△某市举办花市。副市长王平出席。\n",
        first=True,
        id="chronicle-1998",
        year=1998,
    )
    build(root)
    assert [(row["id"], row["mentions"]) for row in data(root, "persons")] == [
        ("wang-ping", ["chronicle-1999/1999-01-01-1"]),
        ("wang-ping-2", ["chronicle-1998/1998-02-03-1"]),
        ("wang-ping-3", ["chronicle-1998/1998-02-03-2"]),
    ]


def test_a_volume_that_is_gone_is_one_finding_and_one_line(day: Path) -> None:
    volume(day, FAIRS, id="chronicle-1998", year=1998)
    build(day)
    text = (day / "source_texts" / "catalogue.toml").read_text("utf-8")
    (day / "source_texts" / "catalogue.toml").write_text(text.partition("\n\n[[volume]]")[0] + "\n", "utf-8")
    person = ("id.gone", "the published id index/persons/wang-zhen-2 is gone")
    assert faults(day) == [("id.gone", "the volume chronicle-1998 is gone, with 2 ids below it"), person]
    tell(day, "chronicle-1998 = 撤回：版权未清", "index/persons/wang-zhen-2 = 撤回：同上")
    assert faults(day) == []


def test_a_volume_that_takes_over_an_old_one_numbers_as_it_did(day: Path) -> None:
    split(day, "作。副市")
    build(day)
    path = day / "source_texts" / "catalogue.toml"
    path.write_text(path.read_text("utf-8").replace('"chronicle-1999"', '"chronicle-1999-1"'), "utf-8")
    for name in ("chronicle-1999.txt", "corrections/chronicle-1999.toml"):
        (day / "source_texts" / name).rename(day / "source_texts" / name.replace("1999", "1999-1"))
    tell(day, "chronicle-1999 = chronicle-1999-1")
    assert faults(day) == []
    months = product(day)[0][0].volume.months
    assert [one.id[-1] for one in months[0].entries] == ["1", "4", "2", "3"]


@pytest.mark.parametrize(
    ("lines", "name", "problem"),
    [
        (["a = b", "b = a"], "id.loop", "a leads back to itself: a = b = a"),
        (["a = a/x"], "id.loop", "a leads back to itself: a = a/x = a/x/x"),
        (["a = b"], "id.alias", "a leads to “b”, which is no id"),
        (["a = 撤回："], "id.alias", "a leads to “撤回：”, which is no id"),
        (["a = plan-9/ch-01#s-9"], "id.alias", "a leads to “plan-9/ch-01#s-9”, which is no id"),
        (["plan-9 = plan-8"], "id.alias", "plan-9 is still there, though a line tells where it went"),
    ],
)
def test_a_line_that_leads_nowhere(lines: list[str], name: str, problem: str, tmp_path: Path) -> None:
    root = project(tmp_path, PLAN, id="plan-9", kind="plan", year=2031)
    build(root)
    tell(root, *lines)
    assert faults(root)[0] == (name, problem)


FIRST, SECOND = "chronicle-1999/1999-01-01-1", "chronicle-1999/1999-01-01-2"
LINES = [
    f"chronicle-1999/1999-01-09-1 = {FIRST}",
    f"chronicle-1999/1999-01-09-2 = {FIRST}",
    f"chronicle-1999/1999-01-09-3 = {FIRST}、{SECOND}",
    "chronicle-1999/1999-01-09-4 = 撤回：重出<b>",
    "chronicle-1999/1999-01-09-5 = chronicle-1999/1999-01-09-6",
    "chronicle-1999/1999-01-09-6 = chronicle-1999/1999-01-09-1",
    "chronicle-1999/1999-02 = 撤回：并入<b>月",
    f"chronicle-1999/1999-02-03-1 = {SECOND}",
    "chronicle-99 = chronicle-1999",
    "chronicle-99/1999-01",
    "chronicle-99/1999-01-01-2",
    "plan-8 = 撤回：未公布",
    "plan-8/ch-01",
    "plan-9/old = plan-9/ch-01",
    "plan-9/old#s-1-1",
    "plan-9/old#s-7-7",
    "index/persons/wang-zheng = index/persons/wang-zhen",
    "index/numbers/x-2031-8 = 撤回：误认",
]
# An old address, what stands there, and where each of its links ends.
OLD = [
    ("chronicle/1999/01/#1999-01-09-1", "已改为", ["chronicle/1999/01/#1999-01-01-1"]),
    ("chronicle/1999/01/#1999-01-09-2", "已改为", ["chronicle/1999/01/#1999-01-01-1"]),
    (
        "chronicle/1999/01/#1999-01-09-3",
        "已分为",
        ["chronicle/1999/01/#1999-01-01-1", "chronicle/1999/01/#1999-01-01-2"],
    ),
    ("chronicle/1999/01/#1999-01-09-4", "已撤回（重出<b>）", []),
    ("chronicle/1999/01/#1999-01-09-5", "已改为", ["chronicle/1999/01/#1999-01-01-1"]),
    ("chronicle/1999/02/", "已撤回（并入<b>月）", []),
    ("chronicle/1999/02/#1999-02-03-1", "已改为", ["chronicle/1999/01/#1999-01-01-2"]),
    ("chronicle/99/", "已改为", ["chronicle/1999/"]),
    ("chronicle/99/1999-01/", "已改为", ["chronicle/1999/01/"]),
    ("chronicle/99/1999-01/#1999-01-01-2", "已改为", ["chronicle/1999/01/#1999-01-01-2"]),
    ("plan/8/", "已撤回（未公布）", []),
    ("plan/8/ch-01/", "已撤回（未公布）", []),
    ("plan/9/old/", "已改为", ["plan/9/ch-01/"]),
    ("plan/9/old/#s-1-1", "已改为", ["plan/9/ch-01/#s-1-1"]),
    ("plan/9/old/#s-7-7", "已改为", ["plan/9/ch-01/"]),
    ("index/persons/wang-zheng/", "已改为", ["index/persons/wang-zhen/"]),
    ("index/persons/#wang-zheng", "已改为", ["index/persons/wang-zhen/"]),
    ("index/numbers/#x-2031-8", "已撤回（误认）", []),
]


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project with one of each kind of alias, its site built and finished."""
    root = project(tmp_path_factory.mktemp("moved"), DAY)
    (root / "source_texts" / "names.toml").write_text((ROOT / "source_texts" / "names.toml").read_text("utf-8"))
    volume(root, PLAN, id="plan-9", kind="plan", year=2031)
    build(root)
    tell(root, *LINES)
    assert faults(root) == []
    build(root)
    for name in ("search.md", "today.md"):
        shutil.copyfile(ROOT / "docs" / name, root / "docs" / name)
    shutil.copytree(ROOT / "docs" / "about", root / "docs" / "about")
    rendered(root, address="https://yearbook.example/")
    finish(root)
    return root


@pytest.fixture(scope="module", params=["http", "file"])
def base(request: pytest.FixtureRequest, moved: Path) -> Iterator[str]:
    """The root of the built site on a server; of its offline edition on the disk."""
    if request.param == "http":
        with served(moved / "site") as address:
            yield address
    else:
        with zipfile.ZipFile(moved / "site" / "download" / "yearbook-offline.zip") as bundle:
            bundle.extractall(moved / "offline")
        folder = next((moved / "offline").glob("*/data"))
        yield folder.as_uri() + "/"


def test_every_old_address_says_so_and_leads_on(base: str, chromium: Browser) -> None:
    with chromium.new_context() as context:
        page = context.new_page()
        seen = []
        for address, _, _ in OLD:
            path, _, anchor = address.partition("#")
            index = "index.html" if base.startswith("file:") else ""
            page.goto(f"{base}{path}{index}" + (f"#{anchor}" if anchor else ""))
            place = page.locator(f'[id="{anchor}"]' if anchor else "main p:has(code)").first
            said, count = place.inner_text(), place.locator("a").count()
            ends = []
            for number in range(count):
                place.locator("a").nth(number).click()
                page.wait_for_load_state()
                ends.append(page.url.removeprefix(base).replace("index.html", ""))
                there = page.url.partition("#")[2]
                assert page.locator(f'[id="{there}"]' if there else "main h1").count() == 1, ends
                page.goto(f"{base}{path}{index}" + (f"#{anchor}" if anchor else ""))
            seen.append((address, next((s for _, s, _ in OLD if f" {s}" in said), said), ends))
        assert seen == OLD


def test_pages_that_lead_on_are_kept_out_of_indexes_and_text(moved: Path) -> None:
    html = (moved / "site" / "chronicle" / "1999" / "02" / "index.html").read_text("utf-8")
    assert '<meta name="robots" content="noindex">' in html
    html = (moved / "site" / "chronicle" / "1999" / "01" / "index.html").read_text("utf-8")
    assert "noindex" not in html
    assert '<section class="moved" data-furniture' in html
    assert check(moved)[0] == []
    listed = (moved / "site" / "sitemap.xml").read_text("utf-8")
    assert "/chronicle/1999/01/" in listed
    assert not [one for one, *_ in OLD if "#" not in one and f"/{one}<" in listed]


def test_the_data_tell_of_old_ids(moved: Path) -> None:
    rows = {row["id"]: row for row in data(moved, "aliases")}
    assert rows["chronicle-1999/1999-01-09-3"]["now"] == [FIRST, SECOND]
    assert rows["chronicle-1999/1999-01-09-5"] == {"id": "chronicle-1999/1999-01-09-5", "now": [FIRST], "why": None}
    assert rows["plan-8/ch-01"] == {"id": "plan-8/ch-01", "now": [], "why": "未公布"}
    taken = {
        name: {row["id"]: row["formerly"] for row in data(moved, name) if "formerly" in row}
        for name in ("entries", "documents", "persons")
    }
    old = "chronicle-1999/1999-01-09-"
    assert taken["entries"] == {
        FIRST: [f"{old}{n}" for n in (1, 2, 3, 5, 6)],
        SECOND: [f"{old}3", "chronicle-1999/1999-02-03-1", "chronicle-99/1999-01-01-2"],
    }
    assert taken["documents"] == {"plan-9/ch-01": ["plan-9/old", "plan-9/old#s-7-7"]}
    assert taken["persons"] == {"wang-zhen": ["index/persons/wang-zheng"]}
    for name in ("aliases", *taken):
        schema = ROOT / "builder" / "writers" / "data" / "schemas" / f"{name}.schema.json"
        jsonschema.validate(data(moved, name), json.loads(schema.read_text("utf-8")))
