"""The page that is cited is the page on which a place stands: found by walking the page past its page marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import Any

import pytest

from tests.outputs.page import text_of, texts_of
from tests.outputs.published import Item, citations, items
from tests.outputs.records import in_place
from tests.outputs.walk import page_data, places, register, spans

pytestmark = pytest.mark.usefixtures("site")

EVERY = pytest.mark.parametrize("item", items(), ids=lambda item: item.id)
DOCUMENTS = pytest.mark.parametrize("item", [one for one in items() if not one.month], ids=lambda item: item.id)
MONTHS = pytest.mark.parametrize("item", [one for one in items() if one.month], ids=lambda item: item.id)

# Where rows with `id` and `page` of all places of a volume come from; the export of the search is to be one more.
SOURCES = {"data/citations": citations}
# A leap over more pages is one of the source: the plan's raw file has no printed contents.
MISSING = 4


_PAGES = re.compile(r"第\s*(\d+)(?:–(\d+))?\s*页")


def said(first: int | None, last: int | None) -> str:
    """13, 13-15, or nothing."""
    return "" if first is None else f"{first}-{last}" if last not in (None, first) else f"{first}"


def agree(wrong: list[str], of: int) -> None:
    """Fails with the first places that do not."""
    assert of, "nothing was compared"
    assert not wrong, f"{len(wrong)} of {of}: " + "; ".join(wrong[:6])


def test_every_place_is_walked() -> None:
    """All entries and all anchors of the register that stand in a text; an annex that was not printed has none."""
    found = {name for item in items() for name, _ in places(item)}
    entries = {row["id"] for item in items() if item.month for row in item.rows}
    unprinted = {
        f"{item.id}#{annex['anchor']}"
        for item in items()
        if not item.month
        for annex in item.rows[0]["attachments"]
        if annex["missing"]
    }
    anchors = {name for name in register() if "#" in name and "/" in name.split("#")[0]}
    assert entries <= found
    assert anchors - found == unprinted & anchors


def test_marks_are_passed() -> None:
    """Most volumes have marks inside their places: a walk that saw none would find one page for all."""
    turning = [name for item in items() for name, span in places(item) if span.first != span.last]
    assert len(turning) > 50


@EVERY
@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES.keys())
def test_every_place_cites_its_page(item: Item, source: Callable[[str], list[dict[str, Any]]]) -> None:
    """Each place has one row; its page begins where the place begins, and an entry's ends where the entry ends."""
    rows: dict[str, list[str]] = {}
    for row in source(item.volume):
        rows.setdefault(row["id"], []).append(row["page"])
    wrong, found = [], list(places(item))
    for name, span in found:
        pages = rows.get(name, [])
        if len(pages) != 1:
            wrong.append(f"{name} has {len(pages)} rows")
        elif item.month and pages[0] != said(*span) or pages[0].split("-")[0] != said(span.first, None):
            wrong.append(f"{name} cites {pages[0]!r}, stands on {said(*span)!r}")
    agree(wrong, len(found) or 1)


@EVERY
def test_the_whole_cites_its_pages(item: Item) -> None:
    """A month, a document is cited with the pages that its page names."""
    rows = [row for row in citations(item.volume) if row["id"] == item.id]
    assert [row["page"] for row in rows] == [page_data(item)["pages"]]


@MONTHS
def test_margin(item: Item) -> None:
    """The margin of a month names the pages of each entry beside it."""
    found = dict(places(item))
    wrong, at = [], [node for node in text_of(item).all() if node.tag == "p" and "at" in node.classes]
    for node in at:
        name = f"{item.volume}/{node.first(lambda one: one.tag == 'a').attrs['href'].lstrip('#')}"
        shown = _PAGES.search(node.first(lambda one: one.tag == "a").text())
        pages = "-".join(filter(None, shown.groups())) if shown else ""
        if pages != said(*found[name]):
            wrong.append(f"{name} says {pages}, stands on {said(*found[name])}")
    agree(wrong, len(at))


@MONTHS
def test_entries_json(item: Item) -> None:
    """First and last page of each entry. Where only the first page of a month is known, nothing tells the last."""
    found = dict(places(item))
    wrong = []
    for row in item.rows:
        first, last = found[row["id"]]
        expected = (first, None if page_data(item)["open"] else last)
        if (row["page"], row["page_end"]) != expected:
            wrong.append(f"{row['id']} says {row['page']}-{row['page_end']}, stands on {expected}")
    agree(wrong, len(item.rows))


@DOCUMENTS
def test_documents_json(item: Item) -> None:
    """Each block begins on its page: found by its anchor or by its lines, which the page's elements have too."""
    by_anchor, by_lines = {}, dict[str, list[int | None]]()
    for node, span in spans(item).items():
        if "id" in node.attrs:
            by_anchor[node.attrs["id"]] = span.first
        if "data-l" in node.attrs:
            by_lines.setdefault(node.attrs["data-l"], []).append(span.first)
    wrong, seen = [], 0
    blocks = [block for part in in_place(item.rows[0]) for block in _blocks(part)]
    for block in blocks:
        first, last = block["lines"]
        at = by_lines.get(f"{first}-{last}" if last != first else f"{first}", [])
        if block.get("inline") or block.get("anchor") not in by_anchor and len(at) != 1:
            continue
        seen += 1
        expected = by_anchor[block["anchor"]] if block.get("anchor") in by_anchor else at[0]
        if block.get("page") != expected:
            wrong.append(f"{block.get('anchor') or block['lines']} says {block.get('page')}, stands on {expected}")
    agree(wrong, seen)
    assert seen > 0.8 * len([block for block in blocks if not block.get("inline")])


def _blocks(part: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    if "type" in part:
        yield part
    for block in part.get("blocks", []):
        yield from _blocks(block)


@EVERY
def test_marks(item: Item) -> None:
    """Each printed page after the first is marked once, in order: without its mark a place is read on another page."""
    nodes = [one for node in texts_of(item) for one in node.all()]
    marks = [int(node.attrs["data-page"]) for node in nodes if "turn" in node.classes]
    assert marks == sorted(set(marks)), f"a mark stands twice, or before another: {marks}"
    first, _, last = page_data(item)["pages"].partition("-")
    if not first:
        assert not marks
        return
    known = [int(first), *marks, *([] if page_data(item)["open"] else [int(last or first)])]
    lost = {page for a, b in pairwise(known) if b - a <= MISSING for page in range(a + 1, b)}
    lost |= set() if page_data(item)["open"] else {int(last or first)} - {int(first), *marks}
    assert not lost, f"no mark of page {sorted(lost)}"
