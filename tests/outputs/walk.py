"""The printed page of every place of a page, found by walking it in reading order past its page marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from tests.outputs.html import Node, load
from tests.outputs.page import furniture, texts_of
from tests.outputs.published import Item

REGISTER = Path(__file__).resolve().parents[2] / "source_texts" / "published_ids.txt"


class Span(NamedTuple):
    """First and last printed page of an element; None where nothing tells them."""

    first: int | None
    last: int | None


_PAGES = re.compile(r"第\s*(\d+)(?:–(\d+))?\s*页(起)?")


def page_data(item: Item) -> dict[str, Any]:
    """What the page says above its title: `pages` as printed ("13-15", "52"), `open` where only the first is known."""
    where = load(item.page).first(lambda node: node.tag == "p" and "where" in node.classes)
    found = _PAGES.search(where.text())
    if not found:
        return {"pages": "", "open": False}
    return {"pages": "-".join(filter(None, found.groups()[:2])), "open": bool(found[3])}


_WALKED: dict[str, dict[Node, Span]] = {}


def spans(item: Item) -> dict[Node, Span]:
    """The pages of every element of the text. A mark that is the first thing inside a place counts for it."""
    if item.id not in _WALKED:
        _WALKED[item.id] = _walked(item)
    return _WALKED[item.id]


def _walked(item: Item) -> dict[Node, Span]:
    facts = page_data(item)
    walk = _Walk(int(facts["pages"].split("-")[0]) if facts["pages"] else None, facts["open"])
    for node in texts_of(item):
        walk.through(node)
    return walk.found


class _Walk:
    def __init__(self, first: int | None, open_: bool) -> None:
        self.page = first
        self.open = open_
        self.found: dict[Node, Span] = {}
        self._inside: list[Node] = []

    def through(self, node: Node) -> None:
        """Walk an element."""
        if furniture(node) or node.tag in ("script", "style", "template"):
            return
        if "turn" in node.classes:
            self.page = int(node.attrs["data-page"])
        self._inside.append(node)
        for child in node.children:
            if isinstance(child, Node):
                self.through(child)
            elif child.strip():
                self._text()
        self._inside.pop()
        # Where only the first page is known, it is that of the head and of the block below it.
        if self.open and "data-l" in node.attrs and "head" not in node.classes:
            self.page = None

    def _text(self) -> None:
        for node in self._inside:
            self.found[node] = Span(self.found[node].first if node in self.found else self.page, self.page)


@lru_cache(maxsize=1)
def register() -> frozenset[str]:
    """Every published id; an old name that leads on (`old = new`) is none of a place."""
    lines = REGISTER.read_text("utf-8").splitlines()
    return frozenset(line.split()[0] for line in lines if line.strip() and "=" not in line and line[0] != "#")


def places(item: Item) -> Iterator[tuple[str, Span]]:
    """(id, pages) of every citable place of a page, as the register names it."""
    known = register()
    for node, span in spans(item).items():
        # An entry is a row: its further paragraphs have no id of their own.
        named = node.first(lambda one: one.tag == "p") if item.month and "row" in node.classes else node
        anchor = "" if item.month and named is node else named.attrs.get("id", "")
        name = f"{item.volume}/{anchor}" if item.month else f"{item.id}#{anchor}"
        if anchor and name in known:
            yield name, span
