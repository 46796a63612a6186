"""The list of hits as citations: the same as the pages of the hits give."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from builder.writers.search.cite import provision, write_cite
from builder.writers.search.scripts import write_scripts
from tests.server import served

pytestmark = pytest.mark.browser

FORMS = {
    "gbt": "甲. {title}：乙〔2021〕1号[J/OL]. 公报, 2021(2): {page}[{today}]. {url}.",
    "bibtex": "@article{{key},\n  title = {{title}},\n  pages = {{page}},\n  url = {{url}},\n}",
    "ris": "TY  - JOUR\nTI  - {title}\nSP  - {page}\nUR  - {url}\nER  - \n",
}


def _document(path: Path) -> None:
    data = json.dumps({"id": "volume-0/a", "title": "通知", "pages": "7-9", "forms": FORMS}, ensure_ascii=False)
    path.mkdir(parents=True)
    (path / "index.html").write_text(
        f"""<h1 id="top">通知</h1><div data-yearbook-text><p id="n-2-3-1">x</p>
<a class="turn" data-page="8"></a><p id="art-12">y</p><h2 id="annex-1"><a class="no">附件1</a> 名单</h2></div>
<script type="application/json" id="page-data">{data}</script>""",
        "utf-8",
    )


def test_citations_of_the_list(page: Page, small_site: Path, tmp_path: Path) -> None:
    copy = tmp_path / "site"
    shutil.copytree(small_site, copy)
    _document(copy / "a")
    urls = ["a/#top", "a/#n-2-3-1", "a/#art-12", "a/#annex-1", "a/#annex-1"]
    write_cite([{"volume": "volume-0", "url": url} for url in urls], [], copy)
    page.goto((copy / "search" / "index.html").as_uri())
    script = """async ([urls, write]) => {
      await yearbook.part("export.js", "hitsAsGbt");
      return yearbook[write](urls.map((url) => ({ id: "volume-0#x", url })));
    }"""
    lines = page.evaluate(script, [urls, "hitsAsGbt"]).splitlines()
    today = page.evaluate("new Date().toLocaleDateString('sv')")
    said = [line.split("：乙")[0] + line[line.index("(2)") : line.index("]. file")] for line in lines]
    assert said == [
        f"[1] 甲. 通知(2): 7-9[{today}",
        f"[2] 甲. 通知·二（三）1(2): 7[{today}",
        f"[3] 甲. 通知·第十二条(2): 8[{today}",
        f"[4] 甲. 通知·附件1(2): 8[{today}",
    ]
    assert lines[0].endswith("/a/.")
    assert lines[1].endswith("/a/#n-2-3-1.")
    assert page.evaluate(script, [urls, "hitsAsBibtex"]).count("@article{jincheng-volume-0-a") == 4
    assert page.evaluate(script, [urls, "hitsAsRis"]).count("ER  - ") == 4


def test_citations_are_those_of_the_pages(page: Page, site: Path, tmp_path: Path) -> None:
    """For every unit of the published site: the same text as the box of its own page gives."""
    copy = tmp_path / "site"
    shutil.copytree(site, copy, ignore=shutil.ignore_patterns("download", "feeds", "data"))
    units, entries = (json.loads((site / "data" / f"{name}.json").read_text("utf-8")) for name in ("units", "entries"))
    write_cite(units, entries, copy)
    shutil.copytree(site / "search" / "data", copy / "search" / "data", dirs_exist_ok=True)
    write_scripts(copy / "search")
    hits: dict[str, list[dict[str, Any]]] = {}
    for unit in units:
        hits.setdefault(unit["url"].split("#")[0], []).append({"id": unit["id"], "url": unit["url"]})
    with served(copy) as base:
        page.goto(f"{base}search/")
        listed = page.evaluate(
            """async (pages) => {
              await yearbook.part("export.js", "hitsAsGbt");
              const one = async (hit) => (await yearbook.hitsAsGbt([hit])).slice(4, -1);
              const all = (hits) => Promise.all(hits.map(one));
              return Promise.all(pages.map(all));
            }""",
            list(hits.values()),
        )
        wrong = []
        for (address, rows), found in zip(hits.items(), listed, strict=True):
            page.goto(base + address)
            anchors = [row["url"].partition("#")[2].removesuffix("top") for row in rows]
            said = page.evaluate("anchors => anchors.map((id) => yearbook.citation(id).gbt)", anchors)
            wrong += [pair for pair in zip(found, said, strict=True) if pair[0] != pair[1]]
    assert wrong == []


ANCHORS = ("n-21-10", "annex-2-n-1-2-3-4", "art-110", "art-203", "lead-1")


def test_numbers_in_words() -> None:
    assert [provision(anchor, " 一、") for anchor in ANCHORS] == [
        "二十一（十）", "一（二）3(4)", "第一百一十条", "第二百〇三条", "一",
    ]  # fmt: skip
