"""The chronicle reader (大事记): months, entries under day labels, further entries, 是月."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from builder.engine.text import Text
from builder.language.labels import (
    MARKS,
    Label,
    day_label,
    further_mark,
    month_heading,
    squeeze,
    the_month,
    the_month_label,
)
from builder.model.blocks import Paragraph
from builder.model.volume import Contents, Entry, FrontPage, Month, Volume
from builder.readers.contents import read_contents
from builder.readers.pages import Pagination
from builder.readers.source import Source
from builder.readers.structure import Unreadable


@dataclass
class _State:
    """Where the reader stands: the months so far, and the day that further entries inherit."""

    volume: str
    year: int
    source: Source
    marks: tuple[str, ...]
    months: list[Month] = field(default_factory=list)
    day: tuple[str, str | None, str | None] = ("", None, None)
    in_month: bool = False
    seen: Counter[str] = field(default_factory=Counter)

    @property
    def month(self) -> Month:
        return self.months[-1]

    def open(self, number: int, heading: Text | None, at: int) -> None:
        """Begin a month (or go on with it, where it is named twice); `at` is the raw offset that names it."""
        if not 1 <= number <= 12:
            raise Unreadable("read/month", at, number=number)
        name = f"{self.volume}/{self.year}-{number:02}"
        if not self.months or self.month.id != name:
            self.months.append(Month(name, self.year, number, []))
        if heading is not None:
            self.month.headings.append(heading)
        self.day, self.in_month = ("", None, None), False


def read(source: Source) -> Volume:
    """A chronicle: front matter, then months of entries, with the printed page of each."""
    record = source.record
    volume = Volume(str(record["id"]), "chronicle")
    lines = source.lines()
    body = _body_start(lines)
    volume.front, volume.contents = _front(lines[:body], source)
    volume.months = read_months(lines[body:], source, int(record["year"]), volume.id, volume.front)
    known = _known_pages(volume.months, volume.contents)
    first = volume.months[0].headings[0].first() if volume.months and volume.months[0].headings else 0
    pages = Pagination.of_marks(source.facts.marks.get("page", []), known, first)
    number_pages(volume.months, pages)
    volume.turns = pages.turns()
    return volume


def _body_start(lines: list[Text]) -> int:
    """The line on which the months begin: the first heading of a month that entries follow.

    The contents name all months too, but no line there is followed by an entry.
    """
    for i, line in enumerate(lines):
        following = lines[i + 1].s if i + 1 < len(lines) else ""
        if month_heading(line.s) and (day_label(following) or further_mark(following) or the_month(following)):
            return i - 1 if i > 1 and "大事记" in lines[i - 1].s else i
        found = day_label(line.s)
        if found and found.start[0] and i and not month_heading(lines[i - 1].s):
            return i
    return 0


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
            page = FrontPage(kind, kind, title, [Paragraph(b) for b in blocks])
        pages.append(page)

    for line in lines:
        name = squeeze(line.s)
        if name.startswith(("编者按", "编辑说明", "凡例", "前言")) and len(name) < 20 or name in ("目录", "目次"):
            close()
            blocks = []
            kind = "contents" if name[0] == "目" else "preface"
            title = "目录" if kind == "contents" else name.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        blocks.append(line)
    close()
    return pages, contents


def read_months(
    lines: list[Text], source: Source, year: int, volume: str, front: list[FrontPage] | None = None
) -> list[Month]:
    """Months of entries from the lines of a chronicle's body.

    Lines before the first month or label go to `front` as a page of their own (the body's title).
    Raises `Unreadable` for a date that does not exist.
    """
    declared = source.record.get("markers")
    state = _State(volume, year, source, tuple(declared) if declared else MARKS)
    title: list[Text] = []
    for line in lines:
        number = month_heading(line.s)
        if number is not None:
            state.open(number, line, line.first())
        elif the_month(line.s) and state.months:
            state.month.headings.append(line)
            state.in_month, state.day = True, ("是月", None, None)
        elif not _entry(state, line):
            title.append(line)
    if title and front is not None:
        front.append(FrontPage("title", "title", title[0].s, [Paragraph(t) for t in title]))
    months = [m for m in state.months if m.entries]
    for month in months:
        _supplied(month)
    return months


def _supplied(month: Month) -> None:
    """Give the label that is supplied where none is printed the form of those that are: 1日 or 1月1日."""
    printed = next((at for at, entry in enumerate(month.entries) if entry.label_text.s), 0)
    if month.entries[printed].start and "月" in month.entries[printed].label:
        for entry in month.entries[:printed]:
            if entry.start:
                entry.label = f"{month.month}月{entry.label}"


def _entry(state: _State, line: Text) -> bool:
    """Take a line as an entry or as a piece of the one before; False when neither is possible."""
    label = day_label(line.s)
    if label and (state.months or label.start[0]):
        _labelled(state, line, label)
        return True
    width, gap = the_month_label(line.s) if state.months else (0, 0)
    if width:
        state.day, state.in_month = ("是月", None, None), True
        state.source.drop("entry.comma", line[width : width + gap])
        _add(state, line[:width], line[width + gap :], further=False)
        return True
    mark = further_mark(line.s, state.marks)
    if mark and state.months:
        state.source.drop("entry.mark", line[: len(mark)])
        _add(state, Text.empty(), line[len(mark) :], further=True)
        return True
    if not state.months:
        return False
    if not state.month.entries or (state.in_month and not _has_month_entry(state)):
        _add(state, Text.empty(), line, further=True)
    else:
        _continue(state, line)
    return True


def _has_month_entry(state: _State) -> bool:
    return bool(state.month.entries) and state.month.entries[-1].label == "是月"


def _labelled(state: _State, line: Text, label: Label) -> None:
    if label.start[0] and (not state.months or label.start[0] != state.month.month):
        state.open(label.start[0], None, line.first())
    month = state.month.month
    start = _iso(state, month if label.start[0] is None else label.start[0], label.start[1], line)
    end = _iso(state, month if label.end[0] is None else label.end[0], label.end[1], line)
    if end < start:
        end = f"{int(end[:4]) + 1}{end[4:]}"
    state.day, state.in_month = (label.text, start, end), False
    cut = label.width + label.separator
    state.source.drop("entry.comma", line[label.width : cut])
    _add(state, line[: label.width], line[cut:], further=False)


def _iso(state: _State, month: int, day: int, line: Text) -> str:
    try:
        return date(state.year, month, day or monthrange(state.year, month)[1]).isoformat()
    except ValueError:
        raise Unreadable("read/date", line.first(), year=state.year, month=month, day=day) from None


def _add(state: _State, label: Text, text: Text, *, further: bool) -> None:
    name, start, end = state.day
    month = state.month
    if not name:  # the first entry of a month may bear no date: it stands under the 1st
        name = "1日"
        start = end = f"{month.year}-{month.month:02}-01"
        state.day = (name, start, end)
    base = start or f"{month.year}-{month.month:02}-month"
    state.seen[base] += 1
    entry_id = f"{state.volume}/{base}-{state.seen[base]}"
    month.entries.append(Entry(entry_id, name, label, start, end, [text], further))


def _continue(state: _State, line: Text) -> None:
    """A line without label goes on with the entry before; over a page turn with nothing between."""
    entry = state.month.entries[-1]
    before = entry.paragraphs[-1]
    if not before.s:  # the label stands on a line of its own
        entry.paragraphs[-1] = line
    elif state.source.facts.marked("page", before.last() + 1, line.first() + 1):
        entry.paragraphs[-1] = Text.join([before, line])
    else:
        entry.paragraphs.append(line)


def _known_pages(months: list[Month], contents: list[Contents]) -> list[tuple[int, int]]:
    """The first printed page that the contents give; the others are counted, and held against it."""
    listed = {month_heading(c.title): c.page for c in contents if c.page is not None}
    for month in months:
        page = listed.get(month.month)
        if month.headings and page is not None:
            return [(month.headings[0].first(), page)]
    return []


def number_pages(months: list[Month], pages: Pagination) -> None:
    """Give every entry its first and last printed page."""
    for month in months:
        for entry in month.entries:
            texts = [t for t in entry.texts() if t.first() >= 0]
            if texts:
                entry.page = pages.of(texts[0].first())
                entry.page_end = pages.of(max(t.last() for t in texts))
