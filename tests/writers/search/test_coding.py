"""What Python writes into the index files, the browser reads back."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page

from builder.writers.search import write_search
from builder.writers.search.alphabet import CODES, characters, spelling
from builder.writers.search.bits import gamma, pack, spread
from builder.writers.search.codec import ALPHABET
from builder.writers.search.fold import units16
from builder.writers.search.layout import AlikeTitles, lay_out, runs_of
from builder.writers.search.postings import FILE_SIZE, pairs
from tests.writers.search.oracle import Oracle
from tests.writers.search.small import write_scripts, write_site
from tests.writers.search.test_engine import ids

READ = """rows => rows.map(([packed, first, length, end]) => {
  const bits = yearbook.bits(packed);
  return [bits.gamma(), Array.from(bits.spread(length, end)), bits.gamma()];
})"""


def _unit(number: int, title: str, text: str) -> dict[str, Any]:
    more = {"kind": "entry", "volume": "volume-0", "document": None, "date": None}
    return {"id": f"volume-0/{number}", "url": f"volume/0/#u-{number}", "title": title, "text": text, **more}


def _lists(rng: random.Random) -> list[tuple[int, list[int], int]]:
    sizes = [1, 2, 3, 7, 64, 1000, 2**17, 2**26 + 1]
    cases = [(number, sorted(rng.sample(range(end), min(end, number)))) for end in sizes for number in (0, 1, 5, 700)]
    return [(rng.randrange(1, 2**20), numbers, sizes[i // 4]) for i, (_, numbers) in enumerate(cases)]


@pytest.mark.browser
def test_numbers_come_back_in_the_browser(page: Page, small_http: str) -> None:
    cases = [*_lists(random.Random(1)), (1, list(range(90)), 90)]
    page.goto(small_http)
    sent = [[pack(gamma(n) + spread(row, end) + gamma(n + 1)), n, len(row), end] for n, row, end in cases]
    assert page.evaluate(READ, sent) == [[n, row, n + 1] for n, row, _ in cases]
    with pytest.raises(Exception, match="too short"):
        page.evaluate(READ, [["AAAA", 1, 1, 1]])


@given(st.sets(st.integers(0, 5000)), st.integers(0, 100))
def test_a_list_is_never_much_longer_than_its_gaps(numbers: set[int], room: int) -> None:
    rising = sorted(numbers)
    end = (rising[-1] if rising else 0) + room + 1
    longest = sum((b - a).bit_length() * 2 + 14 for a, b in zip([0, *rising], rising, strict=False))
    assert len(spread(rising, end)) <= longest


def test_a_full_list_costs_nothing() -> None:
    assert spread(range(1000), 1000) == ""


@given(st.lists(st.text("ab日月", max_size=6), max_size=12))
def test_runs_leave_out_only_what_is_known(texts: list[str]) -> None:
    titles = [units16(text) for text in texts]
    runs = runs_of(titles)
    taken = [unit for run in runs for unit in range(run.first, run.first + run.more + 1)]
    assert taken == sorted(set(taken))
    for run in runs:
        alike = {tuple(titles[unit][: run.shared]) for unit in range(run.first, run.first + run.more + 1)}
        assert len(alike) == 1
        assert len(alike.pop()) == run.shared >= 2


def test_a_shared_beginning_is_stored_once() -> None:
    units = [_unit(i, f"关于做好工作的通知 {name}", "无") for i, name in enumerate("一二三四")]
    layout = lay_out(units)
    assert layout.runs == [AlikeTitles(0, 3, 9)]
    found = pairs(layout.fields)
    assert len(found[units16("关于")[0] << 16 | units16("于")[0]]) == 1
    assert len(found[units16("知")[0] << 16 | units16("三")[0]]) == 1


def test_every_printable_character_has_a_code() -> None:
    rare = [chr(0x4E00 + i) * 3 for i in range(CODES + 50)]
    units = [_unit(0, "~", "".join(rare) + 'a"\\𠮷')]
    table = spelling(characters(units))
    assert {ord(c) for c in '~a"\\'} <= table.keys()
    assert not any(0xD800 <= code < 0xE000 for code in table)
    assert all(set(code) <= set(ALPHABET) for code in table.values())


@pytest.mark.browser
def test_more_characters_than_codes(page: Page, tmp_path: Path) -> None:
    """Rare characters, those above U+FFFF, and characters that have a meaning in a script."""
    rng = random.Random(2)
    han = [chr(0x3400 + i) for i in range(CODES + 900)]
    texts = ["".join(rng.sample(han, 400)) + f'𠮷"\\{i}~\u2028' for i in range(40)] + ["".join(han)]
    units = [_unit(i, f"题名 {text[:5]}𠮷", text) for i, text in enumerate(texts)]
    write_site(tmp_path, units)
    page.goto((tmp_path / "index.html").as_uri())
    queries = [text[at : at + 3] for text in texts for at in (0, 100, len(text) - 6)]
    oracle = Oracle(units)
    assert ids(page, queries) == [oracle.find(query) for query in queries]
    rows = page.evaluate("async () => (await yearbook.search('题名', {limit: 100, order: 'place'})).hits")
    assert [row["title"] for row in rows] == [unit["title"] for unit in units]
    row = page.evaluate("async () => yearbook.row(40, await yearbook.directory())")
    assert row["text"] == texts[40]


@pytest.mark.browser
def test_a_very_common_character(page: Page, tmp_path: Path) -> None:
    """It has a list of its own; where places matter, its pairs are read."""
    rng = random.Random(3)
    han = [chr(0x4E00 + i) for i in range(3000)]
    texts = ["".join("，" + rng.choice(han) for _ in range(rng.randint(0, 60))) for _ in range(400)]
    units = [_unit(i, f"题{i}", text or "无") for i, text in enumerate(texts)]
    write_search(units, {}, tmp_path / "search")
    write_scripts(tmp_path / "search")
    assert [path.stem for path in (tmp_path / "search" / "data" / "chars").glob("*.js")] == [str(ord(","))]
    assert sum(map(len, texts)) * 8 > FILE_SIZE
    (tmp_path / "index.html").write_text(
        '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><script src="search/engine.js"></script>',
        "utf-8",
    )
    page.goto((tmp_path / "index.html").as_uri())
    one = next(text[1] for text in texts if text)
    oracle = Oracle(units)
    assert ids(page, ["，", f"{one} NEAR/0 ，", "-， 题"]) == [
        oracle.find("，"),
        oracle.find(one),
        sorted(set(oracle.find("题")) - set(oracle.find("，"))),
    ]
    problems = page.evaluate("async () => (await yearbook.search('，', {limit: 5})).problems")
    assert json.dumps(problems) == "[]"
