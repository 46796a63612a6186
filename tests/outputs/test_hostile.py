"""Markup and script in every text that an editor writes: catalogue, corrections, names. In no output is it live."""

from __future__ import annotations

import json
import xml.dom.minidom
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog

from tests.outputs.finished import finished
from tests.project import project

EVIL = "<img src=x onerror=alert(1)>*星*[链](javascript:alert(2))<script>alert(3)</script>{{ 7*7 }}`&\"'"
FACTS = ("title", "publisher", "place", "about")
CORRECTIONS = """
[[correction]]
near = "某大会"
find = "某"
put = {evil}
why = {evil}
see = {evil}

[[doubt]]
near = "市政府"
find = "府"
maybe = {evil}
why = {evil}
see = {evil}
"""
NAMES = """
[organisations]
{evil} = ["市政府"]
[projects]
{evil} = ["全市"]
[meetings]
{evil} = "会议"
[places]
city = "某市"
[places.counties]
{evil} = ["某县"]
"""


class _Live(HTMLParser):
    """Collects what a browser would load, run or follow of `EVIL`."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.tag = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tag = tag
        if given.get("src") == "x" or any(name.startswith("on") for name in given):
            self.found.append(tag)
        self.found += [tag for value in given.values() if (value or "").startswith("javascript:")]

    def handle_data(self, data: str) -> None:
        self.found += [self.tag] if (self.tag, data[:6]) in (("script", "alert("), ("em", "星")) else []
        self.tag = ""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The finished site of a project whose every text is hostile."""
    evil = json.dumps(EVIL)
    root = project(tmp_path_factory.mktemp("hostile"), **dict.fromkeys(FACTS, evil[1:-1]))
    fixes = root / "source_texts" / "corrections" / "chronicle-1999.toml"
    fixes.parent.mkdir()
    fixes.write_text(CORRECTIONS.format(evil=evil), "utf-8")
    (root / "source_texts" / "names.toml").write_text(NAMES.format(evil=evil), "utf-8")
    return finished(root)


def texts(site: Path) -> Iterator[tuple[str, str]]:
    """Every page, feed and part of an e-book of a site, and the pages of the bundle."""
    for path in sorted(site.rglob("*")):
        if path.suffix in (".html", ".xml"):
            yield path.relative_to(site).as_posix(), path.read_text("utf-8")
        elif path.suffix in (".epub", ".zip"):
            with zipfile.ZipFile(path) as held:
                for name in held.namelist():
                    if name.endswith((".html", ".xhtml", ".xml", ".opf", ".ncx")):
                        yield f"{path.name}:{name}", held.read(name).decode("utf-8")


def test_nothing_of_it_is_live_in_any_page(hostile: Path) -> None:
    found, told = {}, 0
    for name, text in texts(hostile):
        live = _Live()
        live.feed(text)
        told += "onerror" in text
        if live.found:
            found[name] = live.found
    assert found == {}
    assert told > 20, "it is shown as text"


def test_feeds_and_books_are_well_formed(hostile: Path) -> None:
    made = [text for name, text in texts(hostile) if not name.endswith(".html")]
    assert len(made) > 5
    for text in made:
        xml.dom.minidom.parseString(text.encode("utf-8"))


def test_the_pages_of_names_and_corrections_say_it_as_it_is_written(hostile: Path, chromium: Browser) -> None:
    page = chromium.new_page()
    dialogs: list[str] = []

    def told(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", told)
    for name in ("", "chronicle/1999/", "chronicle/1999/01/", "text/corrections/", "index/organisations/"):
        page.goto((hostile / name / "index.html").as_uri())
        assert EVIL in (page.locator("body").text_content() or "")
        assert page.locator("img[src=x], [onerror]").count() == 0
    assert dialogs == []
    page.close()
