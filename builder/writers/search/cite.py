"""What the results page needs to cite its hits as their own pages do: one file for each volume.

The forms are taken from the published pages, where `builder.site.cite` has put them, so that a
citation in an exported list and the one in the box of its page cannot drift apart.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from .codec import write_script

PAGE_DATA = re.compile(r'<script type="application/json" id="page-data">(.*?)</script>', re.DOTALL)
ENTRY = re.compile(r"(\d+)-(\d+)-(\w+)-(\d+)")
ITEM = re.compile(r"(?:^|-)n((?:-\d+)+)$")
ARTICLE = re.compile(r"(?:^|-)art-(\d+)$")
CHINESE = "〇一二三四五六七八九十"
FORMS = ("gbt", "bibtex", "ris")
LONGEST = 40
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}

Row = Mapping[str, Any]
# The title within the page (with "·" before it, where it goes behind the page's) and the printed pages.
Place = tuple[str, str]


class _Open:
    """An element that is being read: its name, and the pieces of text in it."""

    def __init__(self, tag: str, anchor: str, label: bool) -> None:
        self.tag, self.anchor, self.label = tag, anchor, label
        self.text: list[str] = []


class _Reader(HTMLParser):
    """Reads of every element with an id: its text or its number's, and the printed page it begins on."""

    def __init__(self, first_page: str) -> None:
        super().__init__()
        self.page = first_page
        self.stack: list[_Open] = []
        self.said: dict[str, str] = {}
        self.pages: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what begins."""
        names = dict(attrs)
        classes = (names.get("class") or "").split()
        anchor = names.get("id") or ""
        if anchor:
            self.pages.setdefault(anchor, self.page)
        if "turn" in classes and names.get("data-page"):
            self.page = str(names["data-page"])
        if tag not in VOID:
            self.stack.append(_Open(tag, anchor, "no" in classes or tag == "caption"))

    def handle_endtag(self, tag: str) -> None:
        """Keep the text of what ends; a number stands for the element around it."""
        while self.stack:
            ended = self.stack.pop()
            text = "".join(ended.text)
            if ended.anchor:
                self.said.setdefault(ended.anchor, text)
            if ended.label:
                for outer in self.stack:
                    if outer.anchor:
                        self.said.setdefault(outer.anchor, text)
            if ended.tag == tag:
                return

    def handle_data(self, data: str) -> None:
        """Add the text to all that is open."""
        for one in self.stack:
            one.text.append(data)


def _chinese(number: int) -> str:
    if number <= 10:
        return CHINESE[number]
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    if not hundreds:
        return f"{CHINESE[tens] if tens > 1 else ''}十{CHINESE[ones] if ones else ''}"
    zero = "〇" if ones and not tens else ""
    return f"{CHINESE[hundreds]}百{f'{CHINESE[tens]}十' if tens else zero}{CHINESE[ones] if ones else ''}"


def provision(anchor: str, said: str) -> str:
    """`n-2-3-1` -> 二（三）1; other anchors by the number or title that stands there."""
    article, item = ARTICLE.search(anchor), ITEM.search(anchor)
    if article:
        return f"第{_chinese(int(article[1]))}条"
    if not item:
        return said.strip().removesuffix("、")[:LONGEST]
    one, two, three, four = ([int(n) for n in item[1][1:].split("-")] + [0, 0, 0])[:4]
    inner = f"（{_chinese(two)}）" if two else ""
    return f"{_chinese(one)}{inner}{three or ''}{f'({four})' if four else ''}"


def _entry(anchor: str) -> str:
    """`2021-03-15-1` -> 2021年3月15日第1条."""
    found = ENTRY.fullmatch(anchor)
    if not found:
        return ""
    year, month, day, number = found.groups()
    said = "是月" if day == "month" else f"{int(day)}日"
    return f"{year}年{int(month)}月{said}第{number}条"


def _entries(rows: Sequence[Row]) -> dict[str, str]:
    """Return the printed pages of each entry by its address."""
    out = {}
    for row in rows:
        pages = [row["page"], row.get("page_end")]
        out[row["url"]] = "-".join(dict.fromkeys(str(page) for page in pages if page is not None))
    return out


class _Volume:
    """The pages of one volume with the places of its units, as they are written."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.forms: list[list[str]] = []
        self.pages: dict[str, Any] = {}
        self.readers: dict[str, _Reader] = {}

    def add(self, url: str, entries: Mapping[str, str]) -> None:
        """Add the place of a unit. A page without data of its own is left out: it cannot be cited."""
        address, _, anchor = url.partition("#")
        if address not in self.pages:
            self._read(address)
        if self.pages[address] is None or anchor in ("", "top"):
            return
        if url in entries:
            place: Place = (_entry(anchor), entries[url])
        else:
            reader = self.readers[address]
            place = (f"·{provision(anchor, reader.said.get(anchor, ''))}", reader.pages.get(anchor, ""))
        self.pages[address][4][anchor] = place

    def _read(self, address: str) -> None:
        path = self.site / address / "index.html"
        text = path.read_text("utf-8") if path.exists() else ""
        found = PAGE_DATA.search(text)
        self.pages[address] = None
        if not found:
            return
        data = json.loads(found[1])
        forms = [data["forms"][name] for name in FORMS]
        if forms not in self.forms:
            self.forms.append(forms)
        reader = _Reader(str(data["pages"]).split("-")[0])
        reader.feed(text)
        self.readers[address] = reader
        if data.get("open"):
            # Only the page on which the document begins is known: no page of any provision.
            reader.pages = {}
        self.pages[address] = [self.forms.index(forms), data["id"], data["title"], data["pages"], {}]

    def payload(self) -> dict[str, Any]:
        """Return what the browser reads."""
        return {"forms": self.forms, "pages": {url: page for url, page in self.pages.items() if page}}


def write_cite(units: Sequence[Row], entries: Sequence[Row], site: Path) -> None:
    """Write `search/cite/<volume>.js` below `site`, whose pages must already stand there.

    The files are beside the index, not part of it: they are read only when hits are carried away.
    Raises KeyError for a row that lacks a field, ValueError for a page whose data cannot be read.
    """
    pages = _entries(entries)
    volumes: dict[str, _Volume] = {}
    for unit in units:
        volumes.setdefault(unit["volume"], _Volume(site)).add(unit["url"], pages)
    for name, volume in volumes.items():
        write_script(site / "search", f"cite/{name}", volume.payload())
