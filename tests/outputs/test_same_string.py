"""The text of a document, a chapter, a month is one string in one order, wherever it is read.

Read from what is under `site/` alone: the page, its PDF (by the tags and by the paint), its EPUB, the data
files and the units of search. White space and what is ours is left out. The order is that of the print.
"""

from __future__ import annotations

import pytest

from tests.outputs import epubs, page, prints, records
from tests.outputs.html import squeezed
from tests.outputs.published import Item, data, items

pytestmark = pytest.mark.usefixtures("site")

EVERY = pytest.mark.parametrize("item", items(), ids=lambda item: item.id)
DOCUMENTS = pytest.mark.parametrize("item", [one for one in items() if not one.month], ids=lambda item: item.id)
MONTHS = pytest.mark.parametrize("item", [one for one in items() if one.month], ids=lambda item: item.id)


def same(found: str, expected: str) -> None:
    """Fails with the place of the first difference, not with two whole documents."""
    if found == expected:
        return
    at = next((k for k, (a, b) in enumerate(zip(found, expected, strict=False)) if a != b), -1)
    at = at if at >= 0 else min(len(found), len(expected))
    raise AssertionError(
        f"at {at}: {found[max(0, at - 8) : at + 24]!r} instead of {expected[max(0, at - 8) : at + 24]!r}"
    )


def test_everything_is_read() -> None:
    """Each document of the data, each month of the entries, and no page without text."""
    assert len(items()) == len(data("documents.json")) + len({page.text_of(i) for i in items() if i.month})
    assert all(len(page.official(item)) > 100 for item in items())


@EVERY
def test_page_in_print_order(item: Item) -> None:
    """The elements of the page stand as they are printed: the issuer above the title, the number where it is."""
    same(page.as_it_stands(item), page.official(item))


@EVERY
def test_pdf_by_tags(item: Item) -> None:
    """What a screen reader says."""
    same(prints.in_tagged_order(item.pdf), page.official(item))


@EVERY
def test_pdf_as_painted(item: Item) -> None:
    """What an eye sees, and what is copied from the screen."""
    head = [page.Piece(text) for _, text in page.print_order(item)]
    same(prints.as_painted(item.pdf, [*head, *page.pieces(page.text_of(item))]), page.official(item))


@EVERY
def test_epub(item: Item) -> None:
    """What the e-book says without our aids."""
    same(epubs.official(item), page.official(item))


@EVERY
def test_epub_page_breaks(item: Item) -> None:
    """A page breaks in the e-book before the same character as on the page."""
    same(epubs.with_marks(item), page.with_marks(item))


@DOCUMENTS
def test_documents_json(item: Item) -> None:
    """Fields in the order of the print, then blocks and attachments; a merged cell stands in every place."""
    whole = "".join(text for _, text in page.print_order(item)) + page.body(item, spread=True)
    same(records.document_text(item, whole), whole)


@MONTHS
def test_entries_json(item: Item) -> None:
    """Labels and texts of a month, without the heading, which no field of an entry holds."""
    same(records.month_text(item), page.body(item))


@DOCUMENTS
def test_units_of_documents(item: Item) -> None:
    """The units in the order of their anchors; the document's title stands in their titles."""
    whole = "".join(text for kind, text in page.print_order(item) if kind != "title") + page.body(item)
    same(records.joined(records.units_of(item), whole), whole)


@MONTHS
def test_units_of_entries(item: Item) -> None:
    """A unit's text is its entry's, which stand in the month's order (`test_entries_json`)."""
    units = {unit["id"]: unit for unit in data("units.json") if unit["kind"] == "entry"}
    for row in item.rows:
        same(squeezed(units[row["id"]]["text"]), squeezed(row["text"]))
