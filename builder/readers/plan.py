"""The plan reader: the notice that issues a plan, its chapters, sections, run-in headings and boxes."""

from __future__ import annotations

import re

from builder.engine.text import Text
from builder.language.document_numbers import LINE
from builder.language.numbering import Number, iso_date, number
from builder.model.blocks import Block, Heading, Paragraph
from builder.model.volume import Document, Volume
from builder.readers.anchors import Anchors
from builder.readers.boxes import TITLE, box_end, read_box
from builder.readers.gazette_document import read_document
from builder.readers.gazette_head import Head, named
from builder.readers.pages import Pagination
from builder.readers.shapes import PUBLIC, government
from builder.readers.source import Source
from builder.readers.structure import Unreadable

_LETTERHEAD = re.compile(r"[\u4e00-\u9fff]{2,30}文件")
_RECIPIENTS = re.compile(r".*[：:]")
# A run-in heading names a thing or urges to one: it has no comma, and it defines nothing.
_RUN_IN = re.compile(r"[^，。；：,;:]{2,32}。(?=.)")
_DEFINES = re.compile(r"“[^”]{1,8}”(?:时期)?(?:分别)?[是指]")


def read(source: Source) -> Volume:
    """A plan from its cleaned lines.

    Raises `Unreadable` where the text has no chapter.
    """
    lines = source.lines()
    starts = [at for at, line in enumerate(lines) if _numbered(line, "chapter")]
    if not starts:
        raise Unreadable("read/chapter")
    volume = Volume(str(source.record["id"]), "plan")
    pages = _pages(lines, _cut(lines[: starts[0]]), source)
    if starts[0]:
        volume.documents.append(_notice(lines[: starts[0]], source, pages))
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        volume.documents.append(_read_chapter(lines[start:end], source, pages))
    volume.turns = pages.turns()
    return volume


def _pages(lines: list[Text], plan: int, source: Source) -> Pagination:
    """The printed pages. Pages may be missing between the notice and the plan, which begins at line
    `plan`: its page is counted back from the next printed number.
    """
    marks = source.facts.marks.get("page", [])
    known = [(lines[0].first(), int(source.record.get("first_page", 1)))]
    title = lines[plan].first()
    printed = next((m for m in marks if m.value.isdigit() and m.start > title), None)
    if printed:
        between = sum(1 for m in marks if title < m.start <= printed.start)
        known.append((title, int(printed.value) - between))
    return Pagination.of_marks(marks, known)


def _cut(lines: list[Text]) -> int:
    """Where the notice ends and the plan begins: behind its date and public note."""
    cut = next((at + 1 for at, line in enumerate(lines) if iso_date(line.s)), len(lines))
    while cut < len(lines) and PUBLIC.fullmatch(lines[cut].s):
        cut += 1
    return cut if cut < len(lines) else 0


def _numbered(line: Text, kind: str) -> Number | None:
    found = number(line.s)
    return found if found and found.kind == kind else None


def _notice(lines: list[Text], source: Source, pages: Pagination) -> Document:
    """The notice: letterhead, number, title, recipients, text; then the plan's title and preamble."""
    issuer, number, title, at = Text.empty(), Text.empty(), list[Text](), 0
    read, name, issuer_read = "", "notice", ""
    if _LETTERHEAD.fullmatch(lines[0].s):
        issuer, issuer_read, at = lines[0], lines[0].s.removesuffix("文件"), 1
    while at < len(lines) and not _RECIPIENTS.fullmatch(lines[at].s) and not iso_date(lines[at].s):
        found = LINE.fullmatch(lines[at].s)
        if found:
            number, (read, name) = lines[at], named(found, source)
        else:
            title.append(lines[at])
        at += 1
    if not issuer_read and title and government(title[0].s):
        issuer_read = title[0].s
    head = Head(0, at, issuer, Text.join(title), number, read, name, issuer_read)
    document = read_document(head, lines[at:], str(source.record["id"]), source)
    _paged(document, lines, pages)
    return document


def _read_chapter(lines: list[Text], source: Source, pages: Pagination) -> Document:
    found = _numbered(lines[0], "chapter")
    value = found.value if found else 0
    anchors = Anchors(chapter=value)
    document = Document(f"{source.record['id']}/ch-{value:02}", lines[0], chapter=value)
    at = 1
    while at < len(lines):
        end = at + 1
        section = _numbered(lines[at], "section")
        if section:
            document.blocks.append(Heading(lines[at], anchors.numbered(section), 2, section.text))
        elif TITLE.match(lines[at].s):
            end = box_end(lines, at, source)
            document.blocks.append(read_box(lines[at:end], source, anchors))
        else:
            document.blocks += _paragraph(lines[at], anchors)
        at = end
    _paged(document, lines, pages)
    return document


def _paragraph(line: Text, anchors: Anchors) -> list[Block]:
    """A paragraph, and before it the run-in heading that its first sentence is."""
    found = _RUN_IN.match(line.s)
    if not found or _DEFINES.match(line.s):
        return [Paragraph(line)]
    return [Heading(line[: found.end()], anchors.next("lead"), 3, runin=True), Paragraph(line)]


def _paged(document: Document, lines: list[Text], pages: Pagination) -> None:
    document.page = pages.of(lines[0].first())
    document.page_end = pages.of(max(line.last() for line in lines))
