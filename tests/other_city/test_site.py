"""An invented city with five volumes of all kinds, from `init` to the finished site: nothing of ours stands in it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from playwright.sync_api import Browser

from builder.commands.cli import main
from tests.other_city.office import office
from tests.outputs.prints import whole

# Of the city whose yearbook stands in this repository.
OURS = re.compile("晋城|晋市|jincheng|山西|王震|丹河")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = office(tmp_path_factory.mktemp("office") / "沄川")
    assert main(["--root", str(folder), "site"]) == 0
    yield folder
    shutil.rmtree(folder)


def test_nothing_of_another_city_stands_in_it(root: Path) -> None:
    named = [path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file() and met(path)]
    assert named == []


def met(path: Path) -> bool:
    return OURS.search(path.read_bytes().decode("utf-8", "ignore")) is not None or OURS.search(path.name) is not None


def test_it_is_called_by_its_own_name(root: Path) -> None:
    home = (root / "site" / "index.html").read_text("utf-8")
    assert "<title>沄川年鉴</title>" in home
    assert "沄川五年的年鉴、大事、公报、规划与文件，逐字可核，可查可引。" in home
    feed = (root / "site" / "feeds" / "volumes.xml").read_text("utf-8")
    assert "<name>沄川年鉴</name>" in feed


def test_all_that_is_promised_is_made(root: Path) -> None:
    site = root / "site"
    volumes = json.loads((site / "data" / "volumes.json").read_text("utf-8"))
    assert sorted({one["kind"] for one in volumes}) == ["chronicle", "document", "gazette", "plan", "yearbook"]
    for one in volumes:
        for path in (f"{one['url']}index.html", f"download/epub/{one['id']}.epub", f"download/pdf/{one['id']}.pdf"):
            assert (site / path).stat().st_size > 0
    assert (site / "download" / "yearbook-offline.zip").exists()
    sections = sorted(path.name for path in (site / "download" / "pdf" / "yearbook-2019").glob("lei-mu-*.pdf"))
    assert "lei-mu-nong-ye.pdf" in sections


def rows(root: Path, name: str) -> list[dict[str, Any]]:
    """The rows of a data file."""
    found: list[dict[str, Any]] = json.loads((root / "site" / "data" / f"{name}.json").read_text("utf-8"))
    return found


def test_the_data_follow_their_schemas(root: Path) -> None:
    for path in sorted((root / "site" / "data" / "schema").glob("*.json")):
        name = path.name.removesuffix(".schema.json")
        if (root / "site" / "data" / f"{name}.json").exists():
            jsonschema.validate(rows(root, name), json.loads(path.read_text("utf-8")))


def test_an_item_is_named_with_its_subsection_wherever_it_is_named(root: Path) -> None:
    name = "yearbook-2019/nong-ye-shui-li--gai-kuang-1"
    item = next(row for row in rows(root, "entries") if row["id"] == name)
    assert (item["kind"], item["section"], item["subsection"], item["title"]) == ("item", "农业", "水利", "概况")
    assert (item["year"], item["page"], item["start"]) == (2018, 21, None)
    unit = next(row for row in rows(root, "units") if row["id"] == name)
    assert (unit["kind"], unit["title"]) == ("item", "水利·概况")
    cited = json.loads((root / "site" / "data" / "citations" / "yearbook-2019.json").read_text("utf-8"))
    said = next(row["gbt"] for row in cited if row["id"] == name)
    assert said.startswith("水利·概况[M/OL]//沄川市地方志办公室. 云溪年鉴（2019）. ")
    assert said.endswith(f"：21. 沄川年鉴：{name}.")


def test_a_section_is_a_chapter_in_print(root: Path) -> None:
    said = "".join(whole(root / "site" / "download" / "pdf" / "yearbook-2019" / "lei-mu-nong-ye.pdf").split())
    items = [row for row in rows(root, "entries") if row.get("section") == "农业"]
    assert len(items) == 8
    for item in items:
        for paragraph in item["text"].split("\n"):
            assert "".join(paragraph.split())[:24] in said


def test_the_e_book_is_sound_and_leads_to_each_item(root: Path) -> None:
    program = shutil.which("epubcheck")
    assert program, "epubcheck is missing: apt-get install epubcheck"
    book = root / "site" / "download" / "epub" / "yearbook-2019.epub"
    command = ["java", "-jar", str(Path(program).resolve()), "--failonwarnings", str(book)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "0 fatals / 0 errors / 0 warnings" in done.stdout + done.stderr
    with zipfile.ZipFile(book) as whole_book:
        nav = whole_book.read("EPUB/nav.xhtml").decode("utf-8")
    assert '<a href="month-nong-ye-shui-li.xhtml#e-nong-ye-shui-li--he-zhang-zhi-1">【河长制】</a>' in nav


def test_search_finds_an_item_and_counts_by_section(root: Path, chromium: Browser) -> None:
    page = chromium.new_context().new_page()
    page.goto((root / "site" / "search" / "index.html").as_uri() + "?q=概况")
    page.wait_for_selector(".yearbook-result")
    titles = page.locator(".yearbook-result > a").all_inner_texts()
    assert "水利·概况" in titles
    page.wait_for_selector("[data-facet=section] a, .yearbook-facet:has-text('类目') a")
    assert page.evaluate("async () => (await yearbook.search('概况', {section: '农业', limit: 0})).total") == 3
    page.context.close()


def test_a_page_has_its_neighbours_and_printed_pages(root: Path, chromium: Browser) -> None:
    page = chromium.new_context().new_page()
    page.goto((root / "site" / "yearbook" / "2019" / "nong-ye-shui-li" / "index.html").as_uri())
    assert page.locator(".pager .before").inner_text().endswith("农业·林业")
    assert page.locator("h2.item-title").all_inner_texts() == ["【概况】", "【防汛抗旱】", "【河长制】"]
    assert page.locator(".side .at a").first.inner_text() == "第 21 页"
    page.goto((root / "site" / "yearbook" / "2019" / "index.html").as_uri())
    folds = page.locator("details.fold > summary .what").all_inner_texts()
    assert folds[:4] == ["特载", "统计公报", "大事记", "综述"]
    page.context.close()
