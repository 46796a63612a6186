"""The reader of single documents: plans with parts and chapters, reports, communiqués, regulations, speeches.

A document with chapters has a page for each; what stands in front of them (a notice, a title, a preamble) is one
too. Without chapters the whole is one page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from builder.engine.text import Text
from builder.language.numbering import number
from builder.model.blocks import Block, Heading, Paragraph
from builder.model.volume import Document, FrontPage, Volume
from builder.readers.anchors import Anchors
from builder.readers.boxes import TITLE, box_end, read_box
from builder.readers.chapters import DECIMAL, Chapter, chapters, doubt_twice, heads, ids
from builder.readers.contents import contents_end, contents_start, read_contents
from builder.readers.document_front import notice_end, read_front
from builder.readers.imprint import imprint
from builder.readers.outline import read_blocks
from builder.readers.pages import Pagination
from builder.readers.source import Source

# A run-in heading names a thing or urges to one: it has no comma, and it defines nothing.
_RUN_IN = re.compile(r"[^，。；：,;:]{2,32}。(?=.)")
_DEFINES = re.compile(r"“[^”]{1,8}”(?:时期)?(?:分别)?[是指]")


def read(source: Source) -> Volume:
    """A single document from its cleaned lines."""
    volume = Volume(source.record.id, source.record.kind)
    lines, behind = imprint(source.lines())
    lines = _without_contents(lines, volume, source)
    volume.front += behind
    found = chapters(lines)
    first = found[0].start if found else len(lines)
    pages = _pages(lines, notice_end(lines[:first]), source)
    if first:
        front = read_front(lines[:first], source, whole=not found)
        _paged(front, lines[:first], pages)
        volume.documents.append(front)
    plain = _is_plain(lines[first:], source)
    ends = [one.start for one in found[1:]] + [len(lines)] * bool(found)
    for one, name, end in zip(found, ids(found), ends, strict=True):
        volume.documents.append(_Reader(source, one, plain=plain).read(name, lines[:end], pages))
    doubt_twice(found, lines, source)
    volume.turns = pages.turns()
    return volume


def _is_plain(lines: list[Text], source: Source) -> bool:
    """True where nothing outside of boxes bears a number but chapters and sections."""
    at = 0
    while at < len(lines):
        if (found := number(lines[at].s)) and found.kind == "n":
            return False
        at = box_end(lines, at, source) if TITLE.match(lines[at].s) else at + 1
    return True


def _without_contents(lines: list[Text], volume: Volume, source: Source) -> list[Text]:
    """The lines but those of the printed contents, which become a page of front matter."""
    start, end = contents_start(lines), contents_end(lines)
    if start >= end:
        return lines
    page, volume.contents = read_contents(lines[start:end], source)
    volume.front.append(FrontPage("contents", "contents", "目录", page.blocks))
    return [*lines[:start], *lines[end:]]


def _pages(lines: list[Text], plan: int, source: Source) -> Pagination:
    """The printed pages. Pages may be missing between the notice and the plan, which begins at line
    `plan`: its page is counted back from the next printed number.
    """
    marks = source.facts.marks.get("page", [])
    printed_any = any(mark.value for mark in marks)
    start = source.record.first_page
    if start is None and not printed_any:
        return Pagination.of_marks(marks, [])
    known = [(lines[0].first(), int(start or 1))]
    title = lines[plan].first()
    printed = next((m for m in marks if m.value.isdigit() and m.start > title), None)
    if printed:
        between = sum(1 for m in marks if title < m.start <= printed.start)
        known.append((title, int(printed.value) - between))
    return Pagination.of_marks(marks, known)


class _Reader:
    """Reads one chapter. `plain`: nothing in the document bears a number but chapters and sections."""

    def __init__(self, source: Source, chapter: Chapter, *, plain: bool) -> None:
        self.source, self.chapter, self.plain = source, chapter, plain
        self.anchors = Anchors(chapter=chapter.value)

    def read(self, name: str, lines: Sequence[Text], pages: Pagination) -> Document:
        """The chapter; `lines` end with its last one."""
        one = self.chapter
        title = Text.join(list(lines[one.title : one.body]))
        chapter = one.value if one.kind == "chapter" else None
        document = Document(f"{self.source.record.id}/{name}", title, chapter=chapter)
        document.column, document.section = Text.join(list(lines[one.start : one.title])), one.section
        self._body(document, list(lines[one.body :]))
        _paged(document, list(lines[one.start :]), pages)
        return document

    def _body(self, document: Document, lines: list[Text]) -> None:
        at = 0
        run: list[Text] = []
        while at < len(lines):
            end, block = at + 1, _none()
            section = number(lines[at].s)
            if section and section.kind == "section":
                block = Heading(lines[at], self.anchors.numbered(section), 2, section.text)
            elif (decimal := DECIMAL.match(lines[at].s)) and heads(lines[at]):
                block = self._decimal(lines[at], decimal)
            elif TITLE.match(lines[at].s):
                end = box_end(lines, at, self.source)
                block = read_box(lines[at:end], self.source, self.anchors)
            if block is None:
                run.append(lines[at])
            else:
                document.blocks += [*self._text(run), block]
                run = []
            at = end
        document.blocks += self._text(run)

    def _decimal(self, line: Text, found: re.Match[str]) -> Heading:
        """A heading numbered 1.1 or 1.1.1, as deep as its number."""
        steps = re.split(r"[.．]", found["number"])
        name = f"s-{'-'.join(str(int(step)) for step in steps)}"
        return Heading(line, self.anchors.named(name), len(steps), found["number"])

    def _text(self, lines: list[Text]) -> list[Block]:
        if not lines:
            return []
        if not self.plain or any("\t" in line.s for line in lines):
            return read_blocks(lines, self.source, self.anchors)
        return [block for line in lines for block in _paragraph(line, self.anchors)]


def _none() -> Block | None:
    return None


def _paragraph(line: Text, anchors: Anchors) -> list[Block]:
    """A paragraph, and before it the run-in heading that its first sentence is."""
    found = _RUN_IN.match(line.s)
    if not found or _DEFINES.match(line.s):
        return [Paragraph(line)]
    return [Heading(line[: found.end()], anchors.next("lead"), 3, runin=True), Paragraph(line)]


def _paged(document: Document, lines: list[Text], pages: Pagination) -> None:
    document.page = pages.of(lines[0].first())
    document.page_end = pages.of(max(line.last() for line in lines))
