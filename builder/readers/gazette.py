"""The gazette reader: masthead, contents, documents with their annexes, the gazette's own chronicle."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from builder.engine.text import Text
from builder.language.date_tokens import value
from builder.language.headings import heading
from builder.model.blocks import Paragraph
from builder.model.volume import Contents, Document, FrontPage, Month, Volume
from builder.readers.chronicle import number_pages
from builder.readers.contents import contents_end, contents_start, read_contents, without_number
from builder.readers.entries import read_months
from builder.readers.gazette_document import read_document
from builder.readers.gazette_head import heads
from builder.readers.imprint import imprint
from builder.readers.pages import Pagination
from builder.readers.shapes import government
from builder.readers.source import Source
from builder.readers.titles import column

_RULE = re.compile(r"(?:[*＊][ \u3000]*){3,}|(?:[-—–_=~━═─][ \u3000]*){5,}")
_NAME = re.compile(r"(?:[\u4e00-\u9fff]{2,16}(?:政府|委员会|办公[室厅]))?(?:政务|要事|全[市县区])?大事(?:记|纪要|纪)")
_SPAN = re.compile(r"[（(][^（）()。]{0,20}月[^（）()。]{0,12}[）)]")
# The heading of several months, each of which has its own below.
_SEVERAL = re.compile(
    r"[^，。；：]{0,20}(?:第?[一二三四]季度|[上下]半年|\d{1,2}月?[—－\-~至]\d{1,2}月份?)(?:[\u4e00-\u9fff]{0,6})大事记"
)


def read(source: Source) -> Volume:
    """A gazette from its cleaned lines: with or without a masthead and contents."""
    record = source.record
    volume = Volume(record.id, "gazette")
    lines = [line for line in source.lines() if not _is_rule(line, source)]
    lines, behind = imprint(lines)
    found = heads(lines, source)
    floor = contents_end(lines)
    taken = {i for head in found for i in range(head.start, head.body)}
    of_months = [i for i in range(floor, len(lines)) if i not in taken and _chronicle_heading(lines, i)]
    named = _openings(of_months, lines, taken)
    # The heading of the column (〔大事记〕) stands above.
    months = [i - (i - 1 >= floor and i - 1 not in taken and column(lines[i - 1].s)) for i in named]
    starts = sorted([*(head.start for head in found), *months, len(lines)])
    ends = dict(pairwise(starts))
    volume.front, volume.contents = _front(lines[: starts[0]], source)
    volume.front += behind
    for head in found:
        body = lines[head.body : ends[head.start]]
        volume.documents.append(read_document(head, body, volume.id, source))
    for start in months:
        volume.months.extend(_months(lines[start : ends[start]], source, volume.id))
    _pages(volume, source)
    return volume


def _is_rule(line: Text, source: Source) -> bool:
    """True for a line of stars or dashes between two documents, which is dropped."""
    if not _RULE.fullmatch(line.s):
        return False
    source.drop("line.rule", line)
    return True


def _front(lines: list[Text], source: Source) -> tuple[list[FrontPage], list[Contents]]:
    """Masthead and contents, as printed."""
    cut = contents_start(lines)
    pages: list[FrontPage] = []
    if lines[:cut]:
        pages.append(FrontPage("masthead", "cover", "刊头", [Paragraph(line) for line in lines[:cut]]))
    if cut == len(lines):
        return pages, []
    page, listed = read_contents(lines[cut:], source)
    return [*pages, page], listed


def _months(lines: list[Text], source: Source, volume: str) -> list[Month]:
    """The month (or the months) of a 大事记; its heading is printed whole, that of its column above it."""
    found, title = read_months(lines, source, source.record.year, volume)
    if found:
        found[0].headings[:0] = title
    return found


def _pages(volume: Volume, source: Source) -> None:
    """Printed pages: from page turns where the text shows them, else from the contents alone."""
    for document in volume.documents:
        one = _listed(volume.contents, document)
        if one:
            document.page, document.section = one.page, one.section
            if not document.issuer.s and one.section and government(one.section):
                document.issuer_read = document.issuer_read or one.section
    marks = source.facts.marks.get("page", [])
    start = source.record.first_page
    if marks and (start is not None or any(mark.value for mark in marks)):
        known = [(_first(volume.documents[0]), int(start))] if start is not None and volume.documents else []
        # The page that the contents give is right where pages between are missing.
        known += [(_first(one), one.page) for one in volume.documents if one.page is not None]
        _counted(volume, Pagination.of_marks(marks, known))
        return
    _listed_pages(volume)


def _listed_pages(volume: Volume) -> None:
    """The pages that the contents give: of a title and of what begins under it; all behind that is unknown."""
    for document in volume.documents:
        if document.page is not None:
            head = next((t for b in document.all_blocks() for t in b.texts() if t.first() >= 0), document.title)
            volume.turns += [(document.title.first(), document.page), (head.first() + 1, None)]
    for month in volume.months:
        one = next((c for c in volume.contents if _names(c.title, month)), None) if month.headings else None
        if one and one.page is not None:
            heading = month.headings[0]
            volume.turns += [(heading.first(), one.page), (heading.last() + 1, None)]
            month.entries[0].page = one.page


def _listed(contents: list[Contents], document: Document) -> Contents | None:
    """The line of the contents that names a document: by its title, alone or behind its issuer."""
    title = _key(document.title.s)
    whole = {title, _key(document.issuer.s) + title, _key(document.issuer_read) + title}
    return next((one for one in contents if _key(without_number(one.title)) in whole), None)


def _names(title: str, month: Month) -> bool:
    """True when a line of the contents names a month's 大事记 (1998年5月大事记, 市政府5月份大事记)."""
    found = re.search(r"([0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?:份)?大事记$", title)
    return found is not None and (month.month == value(found[1]))


def _counted(volume: Volume, pages: Pagination) -> None:
    for document in volume.documents:
        document.page = pages.of(_first(document))
        document.page_end = pages.of(max((t.last() for t in document.texts()), default=-1))
    number_pages(volume.months, pages)
    volume.turns = pages.turns()


def _first(document: Document) -> int:
    return document.issuer.first() if document.issuer.s else document.title.first()


def _key(title: str) -> str:
    """A title without spaces, punctuation and widths, to compare."""
    folded = unicodedata.normalize("NFKC", title)
    return "".join(c for c in folded if c.isalnum())


def _openings(named: list[int], lines: list[Text], taken: set[int]) -> list[int]:
    """The headings that open a chronicle: not those that name the month again, as the running head of its pages."""
    found: list[int] = []
    for i in named:
        again = found and heading(lines[found[-1]].s) == heading(lines[i].s) is not None
        if not again or any(found[-1] < at < i for at in taken):
            found.append(i)
    return found


def _chronicle_heading(lines: list[Text], i: int) -> bool:
    """True for the heading of a 大事记 of a month, or of some; alone where a month's heading follows at once, its
    span in brackets between or not."""
    named = heading(lines[i].s)
    if _NAME.fullmatch("".join(lines[i].s.split()).strip("·•—-【】〔〕")):
        at = i + 1 + (i + 1 < len(lines) and _SPAN.fullmatch(lines[i + 1].s.strip()) is not None)
        below = heading(lines[at].s) if at < len(lines) else None
        return below is not None and below.month is not None and "事" not in lines[at].s
    return (named is not None and named.month is not None and "事" in lines[i].s) or _SEVERAL.fullmatch(
        lines[i].s
    ) is not None
