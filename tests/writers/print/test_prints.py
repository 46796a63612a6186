"""What the PDFs say and how they are set, as poppler and pypdf see them."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdf
import pytest

from builder.writers.print.jobs import Job
from tests.writers.print.extraction import Char, Said, align, characters, job_texts, structure_cells, tagged

NEVER_FIRST = set("，。、；：！？）》〉」』】〕〗”’…·～％%‰℃")
NEVER_LAST = set("（《〈「『【〔〖“‘")
Aligned = dict[str, list[tuple[Said, list[Char]]]]


@pytest.fixture(scope="module")
def aligned(prints: dict[str, Path], all_jobs: dict[str, Job]) -> Aligned:
    """Every published text of every PDF with its characters: fails where one is lost or out of order."""
    found: Aligned = {}
    for name, path in prints.items():
        job = all_jobs[name]
        # The title page of a book is ours, though it is set in Song.
        skip = (1,) if job.kind == "book" else ()
        try:
            found[name] = align(characters(path, skip), job_texts(job.kind, job.row))
        except AssertionError as error:
            pytest.fail(f"{name}: {error}")
    return found


def test_every_print_holds_the_published_text(aligned: Aligned, all_jobs: dict[str, Job]) -> None:
    assert set(aligned) == set(all_jobs)
    assert [name for name, some in aligned.items() if not any(chars for _, chars in some)] == []


def breaks(some: list[tuple[Said, list[Char]]]) -> list[tuple[str, str]]:
    """The characters on the two sides of every line's end within a text."""
    return [
        (before.c, after.c)
        for said, chars in some
        if not said.bag
        for before, after in pairwise(chars)
        if before.line != after.line
    ]


def test_no_line_begins_or_ends_with_what_must_not(aligned: Aligned) -> None:
    wrong = [
        (name, before, after)
        for name, some in aligned.items()
        for before, after in breaks(some)
        if after in NEVER_FIRST or before in NEVER_LAST or before == after and after in "—…"
    ]
    assert wrong == []
    assert sum(len(breaks(some)) for some in aligned.values()) > 10_000


def test_hardly_a_paragraph_ends_in_a_line_of_one_character(aligned: Aligned) -> None:
    paragraphs = [chars for some in aligned.values() for said, chars in some if not said.bag and len(chars) > 40]
    lonely = [chars for chars in paragraphs if _last_line(chars) == 1]
    assert len(lonely) <= len(paragraphs) / 100


def _last_line(chars: list[Char]) -> int:
    return sum(1 for char in chars if char.line == chars[-1].line and char.c not in NEVER_FIRST)


def test_no_row_of_a_table_is_broken_over_pages(aligned: Aligned, all_jobs: dict[str, Job]) -> None:
    for name, some in aligned.items():
        cells = [chars for said, chars in some if said.head and not said.bag and chars]
        assert all(len({char.page for char in chars}) == 1 for chars in cells), name


def test_the_tags_have_the_cells_in_reading_order(prints: dict[str, Path], all_jobs: dict[str, Job]) -> None:
    seen = 0
    for name, job in all_jobs.items():
        if job.kind != "document":
            continue
        expected = [[tagged(c["text"]) for c in ordered(table)] for table in tables(job.row)]
        # Poppler needs half a minute for the tags of a thousand cells.
        if expected and sum(map(len, expected)) < 500:
            found = structure_cells(prints[name])
            assert [[cell for cell in table if cell] for table in found] == [
                [cell for cell in table if cell] for table in expected
            ], name
            seen += len(expected)
    assert seen >= 4


def tables(row: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """All tables of a document."""
    found: list[Mapping[str, Any]] = []
    for block in row["blocks"]:
        found += [block] if block["type"] == "table" else tables(block) if "blocks" in block else []
    return found


def ordered(table: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The cells of a table row by row."""
    return sorted(table["cells"], key=lambda c: (c["y"], c["x"]))


def test_fonts_are_embedded_and_none_is_type_3(prints: dict[str, Path]) -> None:
    for name, path in prints.items():
        said = subprocess.run(["pdffonts", str(path)], capture_output=True, check=True).stdout.decode()
        lines = said.splitlines()[2:]
        assert lines, name
        for line in lines:
            assert re.search(r" CID Type 0C\b.* yes yes (yes|no ) ", line), f"{name}: {line}"


def test_marks_of_archive_and_access_stand_in_every_file(prints: dict[str, Path], all_jobs: dict[str, Job]) -> None:
    for name, path in prints.items():
        reader = pypdf.PdfReader(path)
        root: Any = reader.trailer["/Root"]
        assert root["/Lang"] == "zh-CN", name
        assert root["/MarkInfo"]["/Marked"], name
        assert "/StructTreeRoot" in root, name
        assert reader.outline, name
        assert all_jobs[name].volume["title"] in str(reader.metadata and reader.metadata.title), name
        xmp = root["/Metadata"].get_data().decode("utf-8")
        assert re.search(r"pdfaid:part\W+2\W.*pdfaid:conformance\W+A\W", xmp, re.DOTALL), name
        assert re.search(r"pdfuaid:part\W+1\W", xmp), name


def test_every_month_of_a_year_book_opens_on_a_right_hand_page(
    prints: dict[str, Path], all_jobs: dict[str, Job]
) -> None:
    for name, job in all_jobs.items():
        if job.kind == "book" and job.volume["kind"] == "chronicle":
            reader = pypdf.PdfReader(prints[name])
            months = [reader.get_destination_page_number(one) for one in _flat(reader.outline)]
            assert len(months) == len(job.row["months"])
            assert all(page is not None and page % 2 == 0 for page in months), months


def _flat(outline: Any) -> list[Any]:
    return [one for item in outline for one in (_flat(item) if isinstance(item, list) else [item])]
