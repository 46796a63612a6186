"""What a PDF says, twice: as its tags order it, and as poppler finds it on the page."""

from __future__ import annotations

import ctypes
import re
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2
from pypdfium2 import raw

from tests.outputs.html import squeezed
from tests.outputs.page import Piece

# Regular Hei is ours; the text of the original is set in Song, or in bold Hei.
_OURS = re.compile(r"NotoSansCJK\w*-(?!Bold)")
# So is the page number of a document, in Song of 14 points (poppler's pixels are 1.5 to a point).
_NUMBER = re.compile(r"—\s*\d+\s*—")
_NUMBER_SIZE = range(20, 23)


class Run(NamedTuple):
    """A stretch of text with its page, font and tag; `tag` is the path of the structure tree."""

    page: int
    font: str
    text: str
    tag: str = ""

    @property
    def official(self) -> bool:
        """True for the text of the original."""
        return not _OURS.search(self.font)


@lru_cache(maxsize=200)
def tagged(pdf: Path) -> tuple[Run, ...]:
    """Every tagged stretch of text in the order of the structure tree; what has no tag is furniture."""
    document = pypdfium2.PdfDocument(pdf)
    found: list[Run] = []
    for number, page in enumerate(document, 1):
        said = _marked(page, number)
        tree = raw.FPDF_StructTree_GetForPage(page)
        for k in range(raw.FPDF_StructTree_CountChildren(tree)):
            found += _walk(raw.FPDF_StructTree_GetChildAtIndex(tree, k), "", said)
        raw.FPDF_StructTree_Close(tree)
        page.close()
    document.close()
    return tuple(found)


def _marked(page: Any, number: int) -> dict[int, list[Run]]:
    said: dict[int, list[Run]] = {}
    text = page.get_textpage()
    for k in range(raw.FPDFPage_CountObjects(page)):
        one = raw.FPDFPage_GetObject(page, k)
        mark = raw.FPDFPageObj_GetMarkedContentID(one)
        if mark < 0 or raw.FPDFPageObj_GetType(one) != raw.FPDF_PAGEOBJ_TEXT:
            continue
        font = _said(partial(raw.FPDFFont_GetBaseFontName, raw.FPDFTextObj_GetFont(one)), "utf-8")
        run = Run(number, font, _said(partial(raw.FPDFTextObj_GetText, one, text), "utf-16-le"))
        said.setdefault(mark, []).append(run)
    text.close()
    return said


def _walk(element: Any, path: str, said: dict[int, list[Run]]) -> Iterator[Run]:
    kind = _said(partial(raw.FPDF_StructElement_GetType, element), "utf-16-le")
    for k in range(raw.FPDF_StructElement_CountChildren(element)):
        child = raw.FPDF_StructElement_GetChildAtIndex(element, k)
        if child:
            yield from _walk(child, f"{path}/{kind}", said)
        else:
            mark = raw.FPDF_StructElement_GetChildMarkedContentID(element, k)
            yield from (run._replace(tag=f"{path}/{kind}") for run in said.get(mark, []))


def _said(ask: Callable[[Any, int], int], coding: str) -> str:
    size = int(ask(None, 0))
    room = ctypes.create_string_buffer(size)
    ask(ctypes.cast(room, ctypes.POINTER(ctypes.c_ushort)) if coding == "utf-16-le" else room, size)
    return room.raw.decode(coding).split("\0")[0]


def in_tagged_order(pdf: Path) -> str:
    """The official text in the order of the tags, which is how a screen reader says it."""
    return "".join(squeezed(run.text) for run in tagged(pdf) if run.official)


def whole(pdf: Path) -> str:
    """All that stands on the pages, ours too."""
    done = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def digest(pdf: Path) -> str:
    """The digest of the text that is printed in the end matter."""
    said = "".join(squeezed(run.text) for run in tagged(pdf) if not run.official)
    found = re.search(r"正文摘要SHA-256([0-9a-f]{64})", said)
    assert found, "no digest in the end matter"
    return found[1]


@lru_cache(maxsize=200)
def painted(pdf: Path) -> tuple[Run, ...]:
    """Every stretch of official text as poppler finds it on the pages."""
    done = subprocess.run(["pdftohtml", "-xml", "-i", "-stdout", "-nomerge", str(pdf)], capture_output=True, check=True)
    # Poppler prints a word about each link between the pages; it is no part of the XML.
    xml = re.sub(r"(?:^| )link to page -?\d+ ", "", done.stdout.decode("utf-8"), flags=re.MULTILINE)
    found: list[Run] = []
    fonts: dict[str, tuple[str, int]] = {}
    for page in ET.fromstring(re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", xml)).iter("page"):
        for one in page:
            if one.tag == "fontspec":
                fonts[one.attrib["id"]] = (one.attrib["family"], int(one.attrib["size"]))
            elif one.tag == "text":
                family, size = fonts[one.attrib["font"]]
                text = "".join(one.itertext())
                if "NotoSansCJK" in family and one.find(".//b") is None:
                    continue
                if not (size in _NUMBER_SIZE and _NUMBER.fullmatch(text)):
                    found.append(Run(int(page.attrib["number"]), family, squeezed(text)))
    return tuple(found)


def as_painted(pdf: Path, expected: Sequence[Piece]) -> str:
    """The official text as it is painted, brought into the order of `expected` where paint has its own.

    Two things have: the head of a table, which every new page repeats, and a cell over several rows, which is
    painted with its last row. Nothing else is moved: what is too much, lacks or is swapped stays so.
    """
    chars = [(c, run.page) for run in painted(pdf) for c in run.text]
    return "".join(_Aligned(chars, expected).read())


class _Aligned:
    def __init__(self, chars: Sequence[tuple[str, int]], expected: Sequence[Piece]) -> None:
        self.stream = "".join(c for c, _ in chars)
        self.pages = [page for _, page in chars]
        self.expected = expected
        self.at = 0
        self.heads: dict[int, str] = {}

    def read(self) -> Iterator[str]:
        """The pieces as found; ends with what is left over."""
        tables: dict[int, list[Piece]] = {}
        for piece in self.expected:
            if piece.table:
                tables.setdefault(piece.table, []).append(piece)
        done = set()
        for piece in self.expected:
            if not piece.table:
                yield self._take(len(piece.text))
            elif piece.table not in done:
                done.add(piece.table)
                yield from self._table(tables[piece.table])
        yield self.stream[self.at :]

    def _take(self, size: int) -> str:
        said = self.stream[self.at : self.at + size]
        self.at += len(said)
        return said

    def _table(self, cells: list[Piece]) -> Iterator[str]:
        """The cells of a table in their order; stops at the first that does not stand where it may."""
        found: list[str | None] = [None] * len(cells)
        head = ""
        while None in found:
            nearest = next(k for k, said in enumerate(found) if said is None)
            first = next((k for k, said in enumerate(found) if said is None and not cells[k].spans), nearest)
            free = [first, *(k for k, c in enumerate(cells) if c.spans and found[k] is None and k != first)]
            if head and self._new_page() and self.stream.startswith(head, self.at):
                self.at += len(head)
                continue
            took = next(((k, n) for k in free if (n := self._cell(cells[k].text, head)) is not None), None)
            if took is None:
                break
            k, end = took
            found[k], self.at = cells[k].text, end
            if cells[k].head:
                head += cells[k].text
        yield from (said or "" for said in found)

    def _new_page(self) -> bool:
        return 0 < self.at < len(self.pages) and self.pages[self.at] != self.pages[self.at - 1]

    def _cell(self, text: str, head: str) -> int | None:
        """Where the cell ends; the head may be repeated inside it, where it runs over a page."""
        at = self.at
        for c in text:
            if head and at > self.at and at < len(self.pages) and self.pages[at] != self.pages[at - 1]:
                at += len(head) if self.stream.startswith(head, at) else 0
            if self.stream[at : at + 1] != c:
                return None
            at += 1
        return at
