"""Yearbooks of invented counties in the habits of many printers, each with its truth: sections, subsections, items,
pages, the chronicle, the documents."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from builder.checks.doubtful import listed
from builder.edition.read import Read
from builder.model.volume import Entry
from tests.cases.reading import read_case

FOLDER = Path(__file__).parent / "yearbooks"
TEXTS = sorted(FOLDER.glob("*.txt"))
# Captions of pictures inside an item, which the truth leaves out; a note below a table, which it takes for text;
# pages whose number and running head are lost.
KNOWN = {"b2": 2, "e1": 1, "f2": 1, "g2": 1, "k3": 2}


def plain(said: str) -> str:
    """Letters and figures alone, in one width."""
    return "".join(c for c in unicodedata.normalize("NFKC", said) if c.isalnum())


def told(entry: Entry) -> str:
    """The text of an item without its tables."""
    return plain("".join(block.text.s for block in entry.blocks if block.type != "table"))


def read(path: Path, folder: Path) -> tuple[Read, dict[str, Any]]:
    truth = json.loads(path.with_suffix(".json").read_text("utf-8"))
    facts = {key: truth[key] for key in ("texture", "volume_year", "title")}
    return read_case(folder, path, "yearbook", truth["year"], **facts)[0], truth


def right(found: Read, truth: dict[str, Any]) -> list[bool]:
    """Of each item of the truth whether it was read with its section, subsection, title, page and whole text."""
    items = {
        (plain(part.section), plain(part.name), plain(entry.label), entry.page, told(entry))
        for part in found.volume.subsections
        for entry in part.entries
        if entry.title.s
    }
    return [
        (plain(section), plain(subsection), plain(title), page, plain(text)) in items
        for section, subsection, title, page, text in truth["items"]
    ]


def test_contents_that_do_not_agree_with_the_body_are_told(tmp_path: Path) -> None:
    raw = (FOLDER / "a1.txt").read_text("utf-8")
    path = tmp_path / "a1.txt"
    path.write_text(raw.replace("林业…………………20", "林业…………………17"), "utf-8")
    path.with_suffix(".json").write_text((FOLDER / "a1.json").read_text("utf-8"), "utf-8")
    found, _ = read(path, tmp_path / "project")
    (said,) = [said for one in listed(found) if "contents" in (said := str(one))]
    assert said == (
        "yearbook-2019.txt:49  doubt.contents.page  "
        "the contents put “林业…………………17” on page 17, and it stands on page 20. "
        "Hint: look at the book: correct the contents or the page numbers; where it is printed so, leave it."
    )


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_items_chronicle_and_documents(path: Path, tmp_path: Path) -> None:
    found, truth = read(path, tmp_path)
    items = right(found, truth)
    assert len(items) - sum(items) <= KNOWN.get(path.stem, 0)
    assert sum(len(month.entries) for month in found.volume.months) == sum(count for _, count in truth["months"])
    assert {plain(one) for one in truth["documents"]} <= {plain(one.title.s) for one in found.volume.documents}
    # Dates told without a year are those of the year told of, not of the one in the title.
    assert {part.year for part in found.volume.parts} == {truth["year"]}
