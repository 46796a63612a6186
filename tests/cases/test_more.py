"""A hundred more texts in the habits of many printers, whose truth was written by others: how much is read right.

An entry counts when its dates, precision and whole text are right; a document when title, number, date and end are.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from builder.edition.read import Read
from builder.model.volume import Document
from tests.cases.reading import FOLDER, read_case

MORE = FOLDER / "more"
Truth = Mapping[str, Any]


def bare(text: str | None) -> str:
    return "".join(unicodedata.normalize("NFKC", text or "").split())


def number(text: str | None) -> str:
    """A number whatever its brackets."""
    plain = bare(unicodedata.normalize("NFKC", text or "")).strip("()")
    return re.sub(r"[\[\]()〔〕]", lambda one: "〔" if one[0] in "[(〔" else "〕", plain)


def also(truth: Truth, key: str) -> Iterable[str | None]:
    more = truth.get(f"{key}_also") or []
    return [truth.get(key), *(more if isinstance(more, list) else [more])]


def right_entries(read: Read, truth: Truth) -> list[str]:
    """The entries of the truth that are not read right."""
    left = [entry for month in read.volume.months for entry in month.entries]
    wrong = []
    for wanted in truth["entries"]:
        found = next((one for one in left if _is_entry(one, wanted)), None)
        if found is None:
            wrong.append(f"{wanted['label']} {wanted['text_begins']}")
        else:
            left.remove(found)
    return wrong


def _is_entry(entry: Any, wanted: Truth) -> bool:
    text = bare(entry.reading)
    whole = text.startswith(bare(wanted["text_begins"])) and text.endswith(bare(wanted["text_ends"]))
    return whole and (entry.start, entry.end, entry.precision) == (wanted["start"], wanted["end"], wanted["precision"])


def right_documents(read: Read, truth: Truth) -> list[str]:
    """The documents of the truth that are not read right, each read once."""
    left = list(read.volume.documents)
    wrong = []
    for wanted in truth["documents"]:
        found = next((one for one in left if _is_document(one, wanted)), None)
        if found is None:
            wrong.append(str(wanted["title"]))
        else:
            left.remove(found)
    return [*wrong, *(f"+ {one.title.s}" for one in left)]


def _is_document(one: Document, wanted: Truth) -> bool:
    names = {bare(name) for name in [wanted.get("title_short"), *also(wanted, "title")] if name}
    numbers = {number(name) for name in also(wanted, "number")}
    text = bare("".join(text.s for text in one.texts()))
    return (
        bare(one.title.s) in names
        and bool(numbers & {number(one.number_read), number(one.number.s)})
        and one.date == wanted["date"]
        and text.endswith(bare(wanted["text_ends"]))
    )


def truths(kind: str) -> list[Path]:
    return sorted(MORE.glob(f"{kind}*.json"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("more")


def test_entries_of_many_printers(folder: Path) -> None:
    wrong, all_ = list[str](), 0
    for path in truths("c"):
        truth = json.loads(path.read_text("utf-8"))
        read, _ = read_case(folder / path.stem, path.with_suffix(".txt"), "chronicle", truth["year"])
        wrong += [f"{path.stem} {one}" for one in right_entries(read, truth)]
        all_ += len(truth["entries"])
    assert all_ > 2000
    assert len(wrong) <= 0.008 * all_, wrong


def test_documents_of_many_printers(folder: Path) -> None:
    wrong, all_ = list[str](), 0
    for path in truths("g"):
        truth = json.loads(path.read_text("utf-8"))
        read, _ = read_case(folder / path.stem, path.with_suffix(".txt"), "gazette", truth["year"])
        wrong += [f"{path.stem} {one}" for one in right_documents(read, truth)]
        months = [(one.year, one.month, len(one.entries)) for one in read.volume.months]
        told = [(one["year"], one["month"], one["entries"]) for one in truth["months"]]
        wrong += [f"{path.stem} months {months}"] if months != told else []
        all_ += len(truth["documents"])
    assert all_ > 450
    assert len(wrong) <= 0.04 * all_, wrong


def test_single_documents_of_many_printers(folder: Path) -> None:
    """The title, every chapter with its end, every heading; a regulation of articles is one page."""
    wrong, all_ = list[str](), 0
    for path in truths("d"):
        truth = json.loads(path.read_text("utf-8"))
        read, _ = read_case(folder / path.stem, path.with_suffix(".txt"), "document", 2023)
        documents = read.volume.documents
        wrong += [] if bare(truth["title"]) in {bare(one.title.s) for one in documents} else [f"{path.stem} title"]
        chapters = [one for one in documents if one.chapter]
        if chapters:
            assert [bare(one.title.s) for one in chapters] == [bare(one["title"]) for one in truth["chapters"]], (
                path.stem
            )
            ends = ["".join(bare(text.s) for text in one.texts()) for one in chapters]
            assert all(a.endswith(bare(b["text_ends"])) for a, b in zip(ends, truth["chapters"], strict=True)), (
                path.stem
            )
        found = {bare(block.text.s) for one in documents for block in one.all_blocks() if block.type == "heading"}
        found |= {bare(one.title.s) for one in documents} | {bare(one.section) for one in documents}
        wrong += sorted(f"{path.stem} {name}" for name in {bare(one["text"]) for one in truth["headings"]} - found)
        all_ += 1 + len(truth["headings"])
    assert all_ > 150
    assert len(wrong) <= 0.1 * all_, wrong
