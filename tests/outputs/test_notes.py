"""Notes: each is printed once, and page, print and e-book say the same notes with the same words."""

from __future__ import annotations

import re
from itertools import dropwhile, islice, takewhile
from typing import NamedTuple

import pytest

from tests.outputs import epubs, prints
from tests.outputs.html import Node, ided, load, squeezed
from tests.outputs.published import Item, items

pytestmark = pytest.mark.usefixtures("site")


class Note(NamedTuple):
    """The words of a note, and its evidence without the word and the brackets that lead in."""

    words: str
    evidence: str


def on_page(item: Item) -> list[Note]:
    """The list of a page: without the sign of its kind and without the links to its places."""
    found = []
    for section in load(item.page).all(ided("notes")):
        for one in section.all(lambda node: node.tag == "li"):
            words = one.text(lambda node: bool(node.classes & {"k", "see", "places"}))
            see = "".join(node.text() for node in one.all(lambda node: "see" in node.classes))
            found.append(Note(squeezed(words), re.sub(r"^据", "", squeezed(see))))
    return found


def in_print(item: Item) -> list[tuple[str, str]]:
    """(numbers, text) of the notes of a PDF: the list stands between its title and 另见 or the end matter."""
    ours = iter([squeezed(run.text) for run in prints.tagged(item.pdf) if not run.official])
    listed = dropwhile(lambda said: said != "校勘记", ours)
    said = "".join(takewhile(lambda said: not said.startswith(("另见", "引用格式")), islice(listed, 1, None)))
    parts = re.split(r"〔(\d{1,3}(?:[、，—–-]\d{1,3})*)〕", said)
    return list(zip(parts[1::2], parts[2::2], strict=True))


def in_epub(item: Item) -> list[str]:
    """The notes at the end of an e-book's chapter."""
    notes = epubs.body(item).all(_footnote)
    return [re.sub(r"^\d+", "", squeezed(one.text())) for one in notes]


def _footnote(node: Node) -> bool:
    return node.tag == "aside" and "footnote" in node.attrs.get("epub:type", "")


WITH_NOTES = [item for item in items() if item.page.exists() and on_page(item)]
NOTED = pytest.mark.parametrize("item", WITH_NOTES, ids=lambda item: item.id)


def same_notes(found: list[str], expected: list[Note]) -> None:
    """Each expected note is one of those found, and each found is one of those expected."""
    lost = [note for note in expected if not any(_is(note, one) for one in found)]
    assert not lost, f"{len(lost)} of {len(expected)} not there with these words: {lost[0]} among {found[:2]}"
    more = [one for one in found if not any(_is(note, one) for note in expected)]
    assert not more, f"{len(more)} that the page does not have: {more[0]}"


def _is(note: Note, said: str) -> bool:
    """The same words and the same evidence; its brackets and the word that leads in are of the form."""
    evidence = f"[（(]?据?[:：]?{re.escape(note.evidence)}[）)]?" if note.evidence else ""
    return re.fullmatch(f"[校疑隐]?{re.escape(note.words)}{evidence}。?", said) is not None


def test_there_are_notes() -> None:
    """More than half of all pages have some, with evidence."""
    assert len(WITH_NOTES) > len(items()) // 2
    assert sum(bool(note.evidence) for item in WITH_NOTES for note in on_page(item)) > 50


@NOTED
def test_a_note_is_printed_once(item: Item) -> None:
    """No two notes of a list are the same, in print and on the page, and each has one number."""
    notes = in_print(item)
    assert notes
    assert [text for _, text in notes] == list(dict.fromkeys(text for _, text in notes))
    assert [number for number, _ in notes] == [str(n) for n in range(1, len(notes) + 1)]
    assert on_page(item) == list(dict.fromkeys(on_page(item)))


@NOTED
def test_print_has_the_notes_of_the_page(item: Item) -> None:
    """All, with these words and this evidence, and no others."""
    same_notes([text for _, text in in_print(item)], on_page(item))


@NOTED
def test_epub_has_the_notes_of_the_page(item: Item) -> None:
    """All, with these words and this evidence, and no others; a note may stand there for each of its places."""
    same_notes(in_epub(item), on_page(item))


@pytest.mark.parametrize("item", [one for one in items() if one not in WITH_NOTES], ids=lambda item: item.id)
def test_no_notes_where_the_page_has_none(item: Item) -> None:
    """Print and e-book have no list either."""
    assert not in_print(item)
    assert not in_epub(item)
