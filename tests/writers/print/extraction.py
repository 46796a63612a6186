"""What a PDF says, as poppler extracts it: official characters with their line, apart from what is ours."""

from __future__ import annotations

import re
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from builder.edition.book import chapters_of

# Regular Hei is ours; so is the page number of a document, in Song of 14 points (1.5 pixels each).
OURS = "NotoSansCJK"
NUMBER_SIZE = range(20, 23)
_INVISIBLE = re.compile(r"[\s\u2060\u00ad\u200b]")


class Piece(NamedTuple):
    """A stretch of text as it stands on a page; sizes in pixels of 1.5 per point."""

    page: int
    x: int
    y: int
    width: int
    height: int
    text: str
    family: str
    bold: bool
    size: int

    @property
    def official(self) -> bool:
        """True for the text of the original."""
        if OURS in self.family:
            return self.bold
        return not (self.size in NUMBER_SIZE and re.fullmatch(r"—\s*\d+\s*—", self.text))


class Char(NamedTuple):
    """An official character, the number of its line and its page."""

    c: str
    line: int
    page: int


def pieces(pdf: Path) -> list[Piece]:
    """Every stretch of text in the order of the content stream."""
    done = subprocess.run(["pdftohtml", "-xml", "-i", "-stdout", "-nomerge", str(pdf)], capture_output=True, check=True)
    # Poppler prints a word about each link between the pages; it is no part of the XML.
    xml = re.sub(r"(?:^| )link to page -?\d+ ", "", done.stdout.decode("utf-8"), flags=re.MULTILINE)
    xml = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", xml)
    found: list[Piece] = []
    fonts: dict[str, tuple[str, int]] = {}
    for page in ET.fromstring(xml).iter("page"):
        number = int(page.attrib["number"])
        for one in page:
            if one.tag == "fontspec":
                fonts[one.attrib["id"]] = (one.attrib["family"], int(one.attrib["size"]))
            elif one.tag == "text":
                family, size = fonts[one.attrib["font"]]
                x, y, width, height = (int(one.attrib[key]) for key in ("left", "top", "width", "height"))
                said = "".join(one.itertext())
                found.append(Piece(number, x, y, width, height, said, family, one.find(".//b") is not None, size))
    return found


def characters(pdf: Path, skip: Sequence[int] = ()) -> list[Char]:
    """The official characters without white space; a page in `skip` holds none."""
    found: list[Char] = []
    line, before = 0, Piece(0, 0, 0, 0, 0, "", "", False, 0)
    for piece in pieces(pdf):
        if not piece.official or piece.page in skip:
            continue
        lower = abs((piece.y + piece.height / 2) - (before.y + before.height / 2)) > piece.height * 0.45
        if piece.page != before.page or lower or piece.x < before.x:
            line += 1
        before = piece
        found += [Char(c, line, piece.page) for c in _INVISIBLE.sub("", piece.text)]
    return found


def plain(runs: Any) -> str:
    """The published characters of a row's runs, without white space."""
    said = "".join(run if isinstance(run, str) else run.get("t", "") + run.get("a", "") for run in runs or [])
    return _INVISIBLE.sub("", said)


def tagged(runs: Any) -> str:
    """The same with the numbers of notes, which the tags have where they stand."""
    return _INVISIBLE.sub(
        "",
        "".join(
            run if isinstance(run, str) else f"{run.get('t', '')}{run.get('note', '')}{run.get('a', '')}"
            for run in runs
        ),
    )


class Said(NamedTuple):
    """A text that must stand next; a table's cells bear its head, which every new page repeats.

    A table with cells over several rows is one `bag`: such a cell is painted with its last row or
    at the end of the page, so only the tags (see `structure_cells`) have it in its place.
    """

    text: str
    head: str = ""
    bag: bool = False


def month_texts(month: Mapping[str, Any]) -> Iterator[Said]:
    """The texts of a month in the order in which they are set."""
    yield from (Said(plain(one)) for one in month["headings"])
    for entry in month["entries"]:
        yield from (Said(plain(one)) for one in entry.get("above", ()))
        yield Said(plain(entry.get("label")))
        yield from block_texts(entry["blocks"])


def document_texts(document: Mapping[str, Any]) -> Iterator[Said]:
    """The texts of a document in the order in which they are set."""
    yield from (Said(plain(document[key])) for key in (*document["head"], "recipients"))
    yield from block_texts(document["blocks"])


def block_texts(blocks: Sequence[Mapping[str, Any]]) -> Iterator[Said]:
    """The texts of blocks; a table's cells row by row."""
    for block in blocks:
        yield Said(plain(block.get("label")))
        yield Said(plain(block.get("title")))
        yield Said(plain(block.get("text")))
        yield from (Said(plain(one)) for one in block.get("lines", []))
        yield from (Said(plain(cell)) for person in block.get("people", []) for cell in person)
        if block["type"] == "table":
            yield from _table_texts(block)
        yield from (Said(plain(one)) for one in block.get("notes", []))
        yield from block_texts(block.get("blocks", []))


def _table_texts(table: Mapping[str, Any]) -> Iterator[Said]:
    cells = sorted(table["cells"], key=lambda c: (c["y"], c["x"]))
    head = "".join(plain(c["text"]) for c in cells if c["y"] < table["head"])
    if any("rowspan" in c for c in cells):
        yield Said("".join(plain(c["text"]) for c in cells), head, bag=True)
    else:
        yield from (Said(plain(c["text"]), head) for c in cells)


def align(found: Sequence[Char], expected: Iterable[Said]) -> list[tuple[Said, list[Char]]]:
    """Each expected text with its characters; raises AssertionError at the first that is not there."""
    stream = "".join(char.c for char in found)
    aligned, at = [], 0
    for said in expected:
        took: list[Char] = []
        while len(took) < len(said.text) and at < len(found):
            if at and said.head and found[at].page != found[at - 1].page and _repeats(stream, at, said):
                at += len(said.head)
                continue
            took.append(found[at])
            at += 1
        text = "".join(char.c for char in took)
        same = sorted(text) == sorted(said.text) if said.bag else text == said.text
        assert same, f"page {took[0].page if took else '?'}: {text[:60]!r} instead of {said.text[:60]!r}"
        aligned.append((said, took))
    assert at == len(found), f"page {found[at].page}: {stream[at : at + 60]!r} is too much"
    return aligned


def _repeats(stream: str, at: int, said: Said) -> bool:
    here = stream[at : at + len(said.head)]
    return sorted(here) == sorted(said.head) and (said.bag or not said.text.startswith(here))


def job_texts(kind: str, row: Mapping[str, Any]) -> list[Said]:
    """The texts of a job: of a month, a document, or a book with its front pages and chapters."""
    if kind == "month":
        return list(month_texts(row))
    if kind == "document":
        return list(document_texts(row))
    found = [said for page in row["front"] for said in block_texts(page["blocks"])]
    for one in chapters_of(row):
        found += job_texts(one["kind"], one["row"])
    return found


def structure_cells(pdf: Path) -> list[list[str]]:
    """The cells of every table as the tags have them, which is the order in which a screen reader says them."""
    done = subprocess.run(["pdfinfo", "-struct-text", str(pdf)], capture_output=True, check=True)
    tables: list[list[str]] = []
    inside, deep = False, 0
    # Titles stand there as UTF-16, among lines of UTF-8.
    for line in done.stdout.decode("utf-8", "replace").splitlines():
        said = line.strip()
        depth = len(line) - len(line.lstrip())
        if re.match(r"Table\b", said):
            tables.append([])
        elif re.match(r"T[DH]\b", said):
            tables[-1].append("")
            inside, deep = True, depth
        elif said and depth <= deep and not said.startswith('"'):
            inside = False
        elif inside and said.startswith('"'):
            tables[-1][-1] += _INVISIBLE.sub("", said[1:-1])
    return tables
