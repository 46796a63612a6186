"""The chronicle reader (大事记): front matter, then years and months of entries, with their printed pages."""

from __future__ import annotations

import re
from collections.abc import Iterable

from builder.engine.text import Text
from builder.language.dates import label
from builder.language.headings import heading, title_year
from builder.language.labels import squeeze, the_month
from builder.model.blocks import Paragraph
from builder.model.volume import Contents, FrontPage, Month, Part, Volume
from builder.readers.contents import HEADING, read_contents
from builder.readers.entries import read_months
from builder.readers.entry_head import Habits
from builder.readers.habits import habits, is_column
from builder.readers.imprint import imprint
from builder.readers.pages import Pagination
from builder.readers.source import Source

# So many headings that are years make a chronicle by years.
_YEARLY = 3
# A cover has no sentence that begins with a date, and no year before our era: years are pages, and none has a sign.
_HEAD, _ANCIENT = 12, re.compile(r"[（(](?:公元)?前\d{1,4}年?[）)]")
_PREFACES = ("编者按", "编辑说明", "凡例", "前言", "编写说明", "说明")


def read(source: Source) -> Volume:
    """A chronicle: front matter, then months of entries, with the printed page of each."""
    record = source.record
    volume = Volume(record.id, "chronicle")
    lines, behind = imprint(source.lines())
    body = _body_start(lines, habits([line.s for line in lines], record.markers, record.profile))
    volume.front, volume.contents = _front(lines[:body], source)
    year = _year(lines[:body], source)
    volume.months, title = read_months(lines[body:], source, year, volume.id)
    if title:
        volume.front.append(FrontPage("title", "title", title[0].s, [Paragraph(line) for line in title]))
    volume.front += behind
    known = _known_pages(volume.months, volume.contents)
    first = volume.months[0].headings[0].first() if volume.months and volume.months[0].headings else 0
    pages = Pagination.of_marks(source.facts.marks.get("page", []), known, first)
    number_pages(volume.months, pages)
    volume.turns = pages.turns()
    return volume


def _year(front: list[Text], source: Source) -> int:
    """The year that the catalogue gives; the one in the title where that is another, with a doubt."""
    year = source.record.year
    for line in front:
        printed = title_year(line.s)
        if printed is not None and printed != year:
            source.doubt("year.other", line, printed=printed, year=year)
            return printed
    return year


def _body_start(lines: list[Text], habit: Habits) -> int:
    """The line on which the body begins: the first heading that entries follow, or the first label.

    Contents name the months too, and a cover the month of printing, but no entry follows there.
    """
    listed = any(HEADING.fullmatch(line.s) for line in lines)
    yearly = sum(1 for line in lines if (named := heading(line.s)) and named.year and not named.month) >= _YEARLY
    for at, line in enumerate(lines):
        named = heading(line.s)
        if named is None and _begins(line, habit) and habit.lead(line.s).label:
            return at
        if named and _followed(lines, at, habit, listed=listed, yearly=yearly):
            return at - 1 if at > 1 and "大事记" in lines[at - 1].s else at
    return next((at for at, line in enumerate(lines) if (named := heading(line.s)) and named.month), 0)


def _begins(line: Text, habit: Habits) -> bool:
    """True for a line that begins an entry."""
    lead = habit.lead(line.s)
    return bool(lead.label or lead.mark or the_month(line.s) or (lead.title[1] and habit.titled))


def _followed(lines: list[Text], at: int, habit: Habits, *, listed: bool, yearly: bool) -> bool:
    """True when an entry stands below a heading: at once, or behind one more (the month under a year, or, where
    there are no contents, the month behind an empty one), or in a chronicle by years a sentence below its year."""
    here, behind = heading(lines[at].s), lines[at + 1 : at + 3]
    if not behind:
        return False
    below = heading(behind[0].s)
    if below is None:
        told = yearly and here is not None and not here.month and behind[0].s.endswith("。")
        # A column of the month (政治) may stand between.
        column = here is not None and here.month and "事" in lines[at].s and len(behind) == 2 and is_column(behind[0].s)
        return told or _begins(behind[1 if column else 0], habit)
    deeper = here is not None and here.month is None and below.month is not None
    return (deeper or not listed) and len(behind) == 2 and heading(behind[1].s) is None and _begins(behind[1], habit)


def _front(lines: list[Text], source: Source) -> tuple[list[FrontPage], list[Contents]]:
    """Cover, editors' note and contents, told apart by their own headings."""
    pages: list[FrontPage] = []
    contents: list[Contents] = []
    kind, title = "cover", "封面"
    blocks: list[Text] = []

    def close() -> None:
        if not blocks:
            return
        if kind == "contents":
            page, listed = read_contents(blocks, source)
            contents.extend(listed)
        else:
            for block in blocks if kind == "cover" else []:
                if len(block) > _HEAD and label(block.s) and block.s.endswith("。") or _ANCIENT.search(block.s):
                    source.doubt("label.front", block)
            page = FrontPage(kind, kind, title, [Paragraph(b) for b in blocks])
        pages.append(page)

    for line in lines:
        name = squeeze(line.s)
        if name.startswith(_PREFACES) and len(name) < 20 or name in ("目录", "目次"):
            close()
            blocks = []
            kind = "contents" if name[0] == "目" else "preface"
            title = "目录" if kind == "contents" else name.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        blocks.append(line)
    close()
    return pages, contents


def _known_pages(months: list[Month], contents: list[Contents]) -> list[tuple[int, int]]:
    """The first printed page that the contents give; the others are counted, and held against it."""
    listed = {named.month: c.page for c in contents if c.page is not None and (named := heading(c.title))}
    for month in months:
        page = listed.get(month.month)
        if month.headings and page is not None:
            return [(month.headings[0].first(), page)]
    return []


def number_pages(parts: Iterable[Part], pages: Pagination) -> None:
    """Give every entry its first and last printed page."""
    for part in parts:
        for entry in part.entries:
            texts = [t for t in entry.texts() if t.first() >= 0]
            if texts:
                entry.page = pages.of(texts[0].first())
                entry.page_end = pages.of(max(t.last() for t in texts))
