"""The engine in Chromium, over http and from a folder, against the scan."""

from __future__ import annotations

import itertools
import shutil
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from builder.writers.search.fold import fold
from tests.writers.search.oracle import Oracle, cuts

pytestmark = pytest.mark.browser

IDS = """async ([queries, options]) => {
  const out = [];
  for (const query of queries) {
    const found = await yearbook.search(query, { limit: 0, ...options });
    out.push({ hits: found.hits.sort(), problems: found.problems, total: found.total });
  }
  return out;
}"""


def ids(page: Page, queries: list[str], **options: Any) -> list[list[str]]:
    """Return the ids that the engine finds for each query."""
    found = page.evaluate(IDS, [queries, options])
    assert [row["problems"] for row in found] == [[]] * len(queries)
    assert [row["total"] for row in found] == [len(row["hits"]) for row in found]
    return [row["hits"] for row in found]


@pytest.fixture
def open_page(page: Page, small_base: str) -> Page:
    """The first page of the small site."""
    page.goto(small_base + "index.html")
    return page


def test_finds_what_the_scan_finds(open_page: Page, units: list[dict[str, Any]]) -> None:
    texts = [u[name] for u in units for name in ("title", "text") if u[name]]
    queries = cuts(texts, 500, 14) + [text[-2:] for text in texts if len(text) > 1 and " " not in text[-2:]]
    oracle = Oracle(units)
    wrong = [q for q, hits in zip(queries, ids(open_page, queries), strict=True) if hits != oracle.find(q)]
    assert wrong == []


def test_whole_texts_and_what_is_nowhere(open_page: Page, units: list[dict[str, Any]]) -> None:
    whole = [fold(u["text"]) for u in units if len(u["text"]) > 200][:10]
    nowhere = [text[:-1] + "龘" for text in whole] + [a + b for a, b in itertools.pairwise(whole)]
    oracle = Oracle(units)
    assert ids(open_page, whole + nowhere) == [oracle.find(q) for q in whole + nowhere]


def _has(unit: dict[str, Any], word: str) -> bool:
    return fold(word) in fold(unit["title"]) or fold(word) in fold(unit["text"])


def _near(text: str, one: str, two: str, limit: int) -> bool:
    def places(word: str) -> list[int]:
        return [i for i in range(len(text)) if text.startswith(word, i)]

    return any(
        max(0, b - a - len(one) if b >= a else a - b - len(two)) <= limit for a in places(one) for b in places(two)
    )


def test_operators(open_page: Page, units: list[dict[str, Any]]) -> None:
    def all_of(accept: Any) -> list[str]:
        return sorted(u["id"] for u in units if accept(u))

    def near(u: dict[str, Any], one: str, two: str, limit: int) -> bool:
        return any(_near(fold(u[name]), fold(one), fold(two), limit) for name in ("title", "text"))

    cases = {
        "王震 会议": all_of(lambda u: _has(u, "王震") and _has(u, "会议")),
        "王震 -会议": all_of(lambda u: _has(u, "王震") and not _has(u, "会议")),
        '"市长 王震"': all_of(lambda u: _has(u, "市长王震")),
        '-"市长 王震" 会议': all_of(lambda u: _has(u, "会议") and not _has(u, "市长王震")),
        "王震 NEAR/5 会议": all_of(lambda u: near(u, "王震", "会议", 5)),
        "的 NEAR/3 工作": all_of(lambda u: near(u, "的", "工作", 3)),
        "𠮷 NEAR/0 野": all_of(lambda u: near(u, "𠮷", "野", 0)),
        "in:title 2021年3月": all_of(lambda u: fold("2021年3月") in fold(u["title"])),
        "person:王震 工作": all_of(lambda u: "王震" in u["text"] and _has(u, "工作")),
        "no:晋市政发〔2021〕1号": [],
        "2020-2021": all_of(lambda u: _has(u, "2020-2021")),
        "-2021": all_of(lambda u: _has(u, "-2021")),
        "“十四五”规划": all_of(lambda u: _has(u, "“十四五”规划")),
        "“十四五”": all_of(lambda u: _has(u, "“十四五”")),
        "NEAR/5": [],
        "foo:王震": [],
        "after:x": [],
    }
    cases["no:晋市政发〔2021〕1号"] = all_of(lambda u: "〔2021〕1号" in u["text"])
    assert dict(zip(cases, ids(open_page, list(cases)), strict=True)) == cases


def test_dates_and_facets(open_page: Page, units: list[dict[str, Any]]) -> None:
    march = sorted(u["id"] for i, u in enumerate(units) if i % 2 and i % 12 + 1 == 4)
    assert ids(open_page, ["after:2021-04 before:2021-05"]) == [march]
    assert ids(open_page, ["after:2021-04"], before="2021-05") == [march]
    found = open_page.evaluate('yearbook.search("王震", {limit: 5, volume: "volume-1"})')
    having = [u for u in units if _has(u, "王震") and u["volume"] == "volume-1"]
    assert found["total"] == len(having) == found["facets"]["volume"]["volume-1"]
    assert sum(found["facets"]["kind"].values()) == sum(found["facets"]["year"].values()) == len(having)


def test_a_filter_that_cannot_be_read_lets_nothing_pass(search_browser: Any, small_site: Path, tmp_path: Path) -> None:
    shutil.copytree(small_site, tmp_path / "site")
    (tmp_path / "site" / "search" / "data" / "facets" / "person.js").unlink()
    page = search_browser.new_page()
    page.goto((tmp_path / "site" / "index.html").as_uri())
    found = page.evaluate('yearbook.search("工作 person:王震")')
    assert (found["total"], [row["reason"] for row in found["problems"]]) == (0, ["missing"])
    page.close()


def test_a_name_asked_for_is_marked(open_page: Page) -> None:
    script = """async (query) => (await yearbook.search(query)).hits
      .map(({ snippet, marks }) => marks.map(([from, to]) => snippet.slice(from, to)).join(" "))"""
    for query in ("person:王震 会议", "person:王震"):
        marked = open_page.evaluate(script, query)
        assert marked
        assert all("王震" in words for words in marked), query


def test_a_snippet_shows_every_word(open_page: Page) -> None:
    row = {"title": "", "text": "甲市" + "会议" * 200 + "中间" + "的" * 300 + "乙县" + "了" * 90}
    script = "([row, words]) => yearbook.snippet(row, words)"
    for words in (["甲市", "乙县"], ["会议", "中间"], ["会议", "乙县"]):
        found = open_page.evaluate(script, [row, words])
        shown = {found["snippet"][a:b] for a, b in found["marks"]}
        assert all(any(word in piece for piece in shown) for word in words), found
        assert len(found["snippet"]) < 110
    whole = open_page.evaluate(
        script, [{"title": "", "text": "甲市" + "的" * 93 + "会议" + "了" * 90}, ["甲市", "会议"]]
    )
    assert [whole["snippet"][a:b] for a, b in whole["marks"]] == ["甲市", "会议"]


def test_hits_show_the_words(open_page: Page) -> None:
    found = open_page.evaluate('yearbook.search("金村调研")')
    assert found["exact"] is True
    hit = found["hits"][0]
    assert [hit["snippet"][a:b] for a, b in hit["marks"]] == ["金村调研"]
    assert {"id", "url", "title", "date", "score", "snippet"} <= set(hit)
    title = open_page.evaluate('yearbook.search("2021年3月15日")')["hits"][0]
    assert title["title"] == "2021年3月15日"


MALFORMED = [
    "", " ", "\u3000", '"', '""', "-", "--", "- -", "NEAR/3 NEAR/3", "，。！", "person:", "in:title", "after:",
    "<img src=x onerror=alert(1)>", "\\", "'", "\0", "\ud800", "%", "a\0b", "][", ".*", "__proto__", "constructor",
]  # fmt: skip


def test_malformed(open_page: Page, units: list[dict[str, Any]]) -> None:
    """No query fails; one that is a plain word is searched as it stands."""
    oracle = Oracle(units)
    for query, hits in zip(MALFORMED, ids(open_page, MALFORMED), strict=True):
        if fold(query) and " " not in query and query not in {"in:title", "\ud800"}:
            assert hits == oracle.find(query), query


def test_ten_thousand_characters(open_page: Page) -> None:
    for query in ("王震" * 5000, "王 震 " * 2500, '"' * 10000, "-" * 10000, 'a:"' * 3300, "，" * 10000):
        spent = open_page.evaluate(
            "async q => { const t = performance.now(); await yearbook.search(q); return performance.now() - t; }", query
        )
        assert spent < 1000


def test_not_a_string(open_page: Page) -> None:
    assert open_page.evaluate("async () => (await yearbook.search(undefined, null)).total") == 0


DAMAGE = ["missing", "cut", "changed"]


@pytest.fixture
def damaged(small_site: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A copy of the site in which some files are damaged: (pattern, kind of damage)."""
    pattern, kind = request.param
    out = tmp_path / "坏 了"
    shutil.copytree(small_site, out)
    for path in sorted((out / "search" / "data").glob(pattern)):
        if kind == "missing":
            path.unlink()
        elif kind == "cut":
            path.write_bytes(path.read_bytes()[:-200])
        else:
            path.write_text(path.read_text("utf-8").replace('!",', '#",', 1).replace("a", "b"), encoding="utf-8")
    return out


@pytest.mark.parametrize(
    "damaged", [(p, k) for p in ("pairs/*.js", "texts/*.js", "fields.js") for k in DAMAGE[:2]], indirect=True
)
def test_a_damaged_file_is_told(search_browser: Any, damaged: Path) -> None:
    page = search_browser.new_page()
    page.goto((damaged / "index.html").as_uri())
    found = page.evaluate('yearbook.search("丹河新城金村")')
    assert found["problems"]
    assert all(problem["reason"] in {"missing", "damaged"} for problem in found["problems"])
    page.goto((damaged / "search" / "index.html").as_uri() + "?q=丹河新城金村")
    page.wait_for_selector("[role=alert]")
    assert "读不出来" in page.inner_text("[role=alert]")
    assert "未找到" not in page.inner_text("[data-yearbook-results]")
    page.close()


@pytest.mark.parametrize("damaged", [("pairs/*.js", k) for k in DAMAGE], indirect=True)
def test_without_lists_the_texts_are_read(search_browser: Any, damaged: Path, units: list[dict[str, Any]]) -> None:
    page = search_browser.new_page()
    page.goto((damaged / "index.html").as_uri())
    found = page.evaluate('yearbook.search("丹河新城", {limit: 0})')
    assert sorted(found["hits"]) == Oracle(units).find("丹河新城")
    assert found["problems"]
    page.close()
