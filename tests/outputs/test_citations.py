"""One citation for page, print and e-book, in the form of GB/T 7714-2025; and what the other forms hold."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from typing import Any

import pytest

from tests.outputs import epubs, prints
from tests.outputs.html import load, squeezed
from tests.outputs.page import official
from tests.outputs.published import SITE, Item, citations, cited, data, items
from tests.outputs.walk import page_data

pytestmark = pytest.mark.usefixtures("site")

EVERY = pytest.mark.parametrize("item", items(), ids=lambda item: item.id)
VOLUMES = pytest.mark.parametrize("volume", data("volumes.json"), ids=lambda volume: volume["id"])
DOCUMENTS = pytest.mark.parametrize("item", [one for one in items() if not one.month], ids=lambda item: item.id)

LOCAL = re.compile(r"file:|/(?:home|root|tmp|work|usr|Users)/|[A-Z]:\\", re.IGNORECASE)


def on_page(item: Item) -> str:
    """The citation that the page shows."""
    return squeezed(load(item.page).first(lambda node: "citation" in node.classes).text())


def in_print(item: Item) -> str:
    """The citation in the end matter of a PDF, which the address follows."""
    said = "".join(squeezed(run.text) for run in prints.tagged(item.pdf) if not run.official)
    found = re.search(r"引用格式(.*?)网址", said)
    assert found, "no citation in the end matter"
    return found[1]


@EVERY
def test_print_as_on_the_page(item: Item) -> None:
    """Typst sets its own space between Chinese and Latin letters: white space is left out."""
    assert in_print(item) == on_page(item)


@EVERY
def test_epub_as_on_the_page(item: Item) -> None:
    """At the end of each month and document, as one of our aids."""
    found = list(epubs.body(item).all(lambda node: node.tag == "p" and "citation" in node.classes))
    assert [squeezed(one.text()) for one in found] == [on_page(item)]
    assert squeezed(found[0].text()) not in epubs.official(item)


@EVERY
def test_citations_file_as_on_the_page(item: Item) -> None:
    """The row of the item says the same."""
    assert squeezed(cited(item)["gbt"]) == on_page(item)


def marks_of(citation: str, facts: list[str]) -> str:
    """The half-width marks and dashes that are left when names, numbers and addresses are taken out."""
    rest = re.sub(r"https?://\S+|[a-z]+(?:-\d+)+/[\w#-]+|(?:[a-z0-9-]+/)+(?:#[\w-]+)?", "", citation)
    for fact in sorted(filter(None, facts), key=len, reverse=True):
        rest = rest.replace(squeezed(fact), "")
    return re.sub(r"[\w\s]|[^\x21-\x7e–—]", "", rest)


@EVERY
def test_only_points_and_brackets_are_half_width(item: Item) -> None:
    """`.` and `[ ]`, the stroke of `[M/OL]` and `//`, the dash of page numbers; all other marks are full-width."""
    volume = next(one for one in data("volumes.json") if one["id"] == item.volume)
    row = item.rows[0]
    facts = [row.get("title", ""), row.get("number", ""), volume["title"], volume["publisher"]]
    for said in (on_page(item), in_print(item)):
        wrong = set(marks_of(said, facts)) - set(".[]/-")
        assert not wrong, f"{sorted(wrong)} in {said}"


@VOLUMES
def test_every_citation_has_full_width_marks(volume: dict[str, Any]) -> None:
    """Entries, provisions, tables and volumes too; their titles are in the rows."""
    rows = citations(volume["id"])
    assert len(rows) > 20
    numbers = [one["number"] for one in data("documents.json")]
    titles = [one["title"] for one in data("documents.json")]
    for row in rows:
        place = row["title"].rpartition("·")[2]
        facts = [row["title"], place, volume["title"], volume["publisher"], *numbers, *titles]
        wrong = set(marks_of(squeezed(row["gbt"]), facts)) - set(".[]/-")
        assert not wrong, f"{row['id']}: {sorted(wrong)} in {row['gbt']}"


@VOLUMES
def test_no_local_path(volume: dict[str, Any]) -> None:
    """A citation carries a public address or the id, never a folder."""
    for row in citations(volume["id"]):
        said = json.dumps(row, ensure_ascii=False)
        assert not LOCAL.search(said), f"{row['id']}: {said}"


@EVERY
def test_no_local_path_on_the_page(item: Item) -> None:
    """Nor does what page and print show."""
    assert not LOCAL.search(on_page(item))
    assert not LOCAL.search(in_print(item))


@VOLUMES
def test_ris_has_first_and_last_page(volume: dict[str, Any]) -> None:
    """SP and EP are one number each; none where no page is cited."""
    paged = any(page_data(item)["pages"] for item in items() if item.volume == volume["id"])
    rows = citations(volume["id"])
    assert any(row["page"] for row in rows) == paged
    for row in rows:
        lines = dict(re.findall(r"^([A-Z][A-Z0-9])  - (.*)$", row["ris"], re.MULTILINE))
        first, _, last = row["page"].partition("-")
        assert lines.get("SP", "") == first, row["id"]
        assert lines.get("EP", first) == (last or first), row["id"]
        assert "EP" in lines or not last, row["id"]
        assert row["ris"].rstrip().endswith("ER  -"), row["id"]


@DOCUMENTS
def test_bibtex_has_number_and_date(item: Item) -> None:
    """The number of the document in `number` or `note`, its whole date where it has one."""
    document, bibtex = item.rows[0], cited(item)["bibtex"]
    fields = dict(re.findall(r"^\s*(\w+)\s*=\s*\{+(.*?)\}+,?$", bibtex, re.MULTILINE))
    if document["number"]:
        assert document["number"] in fields.get("number", "") + fields.get("note", "")
    if document["date"]:
        dated = [fields.get(key, "") for key in ("date", "eventdate", "origdate", "note")]
        assert any(document["date"] in one for one in dated), bibtex


@EVERY
def test_csl_is_the_same_place(item: Item) -> None:
    """An object, with the pages of the row."""
    row = cited(item)
    assert isinstance(row["csl"], dict)
    assert row["csl"].get("page", "") == row["page"]
    assert row["csl"]["title"]


@VOLUMES
def test_linked_data_of_the_volume(volume: dict[str, Any]) -> None:
    """On the volume's page and on those of its months and documents: the year that it is of, the issue, the day."""
    pages = [SITE / volume["url"] / "index.html", *(item.page for item in items() if item.volume == volume["id"])]
    for path in pages:
        script = load(path).first(lambda node: node.attrs.get("type") == "application/ld+json")
        row = json.loads(script.text_in_script())
        said = row.get("isPartOf", row)
        assert said["name"] == volume["title"]
        assert said.get("datePublished") == (volume["published"] or (str(volume["year"]) if volume["issue"] else None))
        if volume["kind"] == "chronicle":
            assert str(said["volumeNumber"]) == str(volume["year"])
        if volume["issue"]:
            assert str(said["issueNumber"]) == str(volume["issue"])


@EVERY
def test_pages_are_said_alike(item: Item) -> None:
    """第 N 页起 where only the first page is known, 第 N 页, 第 N–M 页: on the page, and in the head of the print."""
    first, _, last = page_data(item)["pages"].partition("-")
    number = f"{first}–{last}" if last and last != first else first
    said = f"第{number}页{'起' if page_data(item)['open'] else ''}" if number else ""
    where = squeezed(load(item.page).first(lambda node: "where" in node.classes).text())
    assert where.endswith(said)
    heads = set(re.findall(r"原[书刊](第[\d–-]+页起?)", squeezed(prints.whole(item.pdf))))
    assert heads == ({said} if said else set())


@EVERY
def test_digest_can_be_recomputed(item: Item) -> None:
    """SHA-256 of the official text without white space: printed in the PDF, made from its own text and the page's."""
    printed = prints.digest(item.pdf)
    assert sha256(prints.in_tagged_order(item.pdf).encode()).hexdigest() == printed
    assert sha256(official(item).encode()).hexdigest() == printed
