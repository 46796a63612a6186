"""What 凡例 promises, held against the pages and data of the whole yearbook."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from builder.commands.build import Product
from builder.rules.table import TABLE
from tests.guides.guide import ROOT, text_of

PAGES = sorted(path for top in ("chronicle", "gazette", "plan") for path in (ROOT / "docs" / top).rglob("*.md"))
CORRECTIONS = sorted((ROOT / "source_texts" / "corrections").glob("*.toml"))


def data(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((ROOT / "site" / "data" / name).read_text("utf-8"))
    return found


def records(header: str) -> Iterator[tuple[Path, dict[str, Any]]]:
    for path in CORRECTIONS:
        for one in tomllib.loads(path.read_text("utf-8")).get(header, []):
            yield path, one


@pytest.fixture(scope="module")
def printed() -> dict[Path, str]:
    """Pages as they stand in docs/, without their front matter."""
    return {path: path.read_text("utf-8").split("\n---\n", 1)[1] for path in PAGES}


def test_there_are_twelve_principles_with_names() -> None:
    found = re.findall(r"^(\d+)\. \*\*(.+?)。\*\*", text_of("docs/about/principles.md"), re.MULTILINE)
    assert [int(number) for number, _ in found] == list(range(1, 13))
    names = ["底本", "不增不减", "校订", "存疑", "隐去", "标点", "分段和层次", "表格", "印本页码", "日期", "链接"]
    assert [name for _, name in found] == [*names, "编号和网址"]


def test_each_removal_and_each_edit_has_a_rule_with_a_name() -> None:
    statement = (ROOT / "docs" / "text" / "statement.md").read_text("utf-8")
    rules = {row["rule"] for path in (ROOT / "site" / "data" / "ledger").glob("*.json") for row in _rows(path)}
    assert len(rules) > 20
    assert rules >= {one.name for table in TABLE.values() for one in table} & rules
    assert [name for name in sorted(rules) if name not in statement] == []


def _rows(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))
    return found


def test_each_correction_says_what_stood_there_why_and_on_what_evidence() -> None:
    cases = (ROOT / "docs" / "text" / "corrections.md").read_text("utf-8")
    for path, one in records("correction"):
        assert one["why"].strip(), path
        if not one.get("withheld"):
            assert one["see"].strip(), (path, one["find"])
    rows = re.findall(r'^<tr id="([a-z0-9-]+)-(fix|doubt)-\d+">', cases, re.MULTILINE)
    counted = [kind for _, kind in rows]
    assert counted.count("fix") == len(list(records("correction")))
    assert counted.count("doubt") == len(list(records("doubt")))


def test_a_correction_is_marked_in_the_text_with_what_stood_there(printed: dict[Path, str]) -> None:
    marks = [mark for page in printed.values() for mark in re.findall(r'<span class="fix"[^>]*>', page)]
    assert len(marks) > 80
    assert [mark for mark in marks if "data-was=" not in mark and "withheld" not in mark] == []


def test_what_is_doubtful_stands_as_printed() -> None:
    """The reading that is only likely is nowhere put into the text in the place of what is printed."""
    raw = {path.stem: (ROOT / "source_texts" / f"{path.stem}.txt").read_text("utf-8") for path in CORRECTIONS}
    seen = 0
    for path, one in records("doubt"):
        find = re.sub(r"\s", "", one["find"])
        assert find in re.sub(r"\s", "", raw[path.stem]), one
        units = [u for u in data("units.json") if u["volume"] == path.stem]
        seen += any(find in re.sub(r"\s", "", unit["text"]) for unit in units)
    # Half-width marks in a doubt are full-width in the text: those few are not looked for by their raw form.
    assert seen >= 0.9 * len(list(records("doubt")))


def test_what_is_withheld_is_marked_and_stands_nowhere() -> None:
    withheld = [(path, one) for path, one in records("correction") if one.get("withheld")]
    assert withheld
    for path, one in withheld:
        raw = re.sub(r"\s", "", (ROOT / "source_texts" / f"{path.stem}.txt").read_text("utf-8"))
        after, before = re.sub(r"\s", "", one["after"]), re.sub(r"\s", "", one["before"])
        secret = re.search(f"{re.escape(after)}(.+?){re.escape(before)}", raw)
        assert secret
        site = ROOT / "site"
        files = [p for p in site.rglob("*") if p.suffix in (".html", ".json", ".csv", ".txt", ".xml", ".js", ".md")]
        assert len(files) > 300
        # The length is told, not the words: a failure of this test must not print them.
        lost = [p.name for p in files if secret[1] in p.read_text("utf-8")]
        assert not lost, f"{len(lost)} files hold a withheld text of {path.stem}"


def test_half_width_marks_stay_where_the_principle_says(printed: dict[Path, str]) -> None:
    """Full-width in Chinese, as printed in times, ratios, telephone numbers and addresses."""
    text = "\n".join(re.sub(r"<[^>]+>|\{[^}]*\}|&#\d+;", "", page) for page in printed.values())
    # A comma may stand between a figure and a word that are both in a table: between two words never.
    assert re.findall("[\u4e00-\u9fff][,;?!][\u4e00-\u9fff]", text) == []
    assert re.search(r"\d{1,2}:\d\d", text)
    assert re.search(r"0356-\d{7}", text)


def test_the_level_of_a_heading_follows_its_number(printed: dict[Path, str]) -> None:
    levels = {"一二三四五六七八九十": 1, "（": 2}
    wrong, seen = [], 0
    for page in printed.values():
        for text, level in re.findall(r"^#+ (.+?) \{ #n-\S+ \.level-(\d)", page, re.MULTILINE):
            said = re.sub(r"<[^>]+>", "", text)
            expected = next((n for signs, n in levels.items() if said[0] in signs), None)
            if expected:
                seen += 1
                if expected != int(level):
                    wrong.append(said[:20])
    assert seen > 100
    assert wrong == []


def test_pages_of_the_print_are_marked_where_they_begin(printed: dict[Path, str]) -> None:
    for path, page in printed.items():
        turns = [int(number) for number in re.findall(r'class="turn" data-page="(\d+)"', page)]
        assert turns == sorted(turns), path


def test_entries_are_numbered_by_the_day_on_which_they_begin() -> None:
    for row in data("entries.json"):
        name = row["id"].split("/")[1]
        if row["kind"] == "month":
            assert (row["start"], row["end"]) == (None, None)
            assert re.fullmatch(r"\d{4}-\d\d-month-\d+", name)
        else:
            assert name.rsplit("-", 1)[0] == row["start"]


def test_a_document_that_is_not_in_the_yearbook_is_said_to_be_missing() -> None:
    """In the list of numbers each that is missing says so, and none that is there."""
    page = (ROOT / "docs" / "index" / "numbers.md").read_text("utf-8")
    missing = [row for row in data("numbers.json") if row["document"] is None]
    assert missing
    assert page.count("<small>未收录</small>") == len(missing)


def test_a_link_can_say_why_it_is_there(made: Product) -> None:
    spans = [span for spans in made.linkage.spans.values() for span in spans]
    assert len(spans) > 3000
    assert [span for span in spans if not span.rule] == []
