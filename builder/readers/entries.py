"""Entries of a chronicle under their years and months: what each line begins, and on which page it stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from builder.engine.text import Text
from builder.language.date_tokens import PERIODS
from builder.language.dates import Label
from builder.language.dates import label as any_label
from builder.language.headings import Named, heading
from builder.language.labels import the_month
from builder.language.moments import Here, Moment, moment
from builder.model.blocks import Block, Paragraph
from builder.model.volume import Entry, Month
from builder.readers.habits import BEHIND, WORDS, Habits, Lead, habits, is_headline, pieces
from builder.readers.shapes import NOTE
from builder.readers.source import Source
from builder.readers.tables import caption, read_table

# One line with a tab is no table: some books part the label from the text by one.
_ROWS = 2
YEAR_CELL = re.compile(r"[12]\d{3}(?=年?$)")
# A heading between months that says a part of the year.
_QUARTER = re.compile(r"(?:第?[一二三四]季度|[上下]半年)")
_SENTENCE = re.compile(r"[。！？；][”）]?$")
_NEW_YEAR = re.compile(r"(?:[12]\d{3}年)?元旦")


@dataclass
class _Standing:
    """The date under which entries stand until the next one: its label and what it means."""

    label: str = ""
    moment: Moment | None = None
    month: bool = False


@dataclass
class EntryReader:
    """Reads the body of a chronicle. `year` is the catalogue's, until the text names one."""

    source: Source
    volume: str
    year: int
    habits: Habits
    headed: frozenset[tuple[int, int]] = frozenset()
    years: frozenset[int] = frozenset()
    ahead: Sequence[int] = ()
    pages: dict[tuple[int, int], Month] = field(default_factory=dict)
    title: list[Text] = field(default_factory=list)
    page: Month | None = None
    by_heading: bool = False
    waiting: list[Text] = field(default_factory=list)
    above: list[Text] = field(default_factory=list)
    here: _Standing = field(default_factory=_Standing)
    seen: Counter[str] = field(default_factory=Counter)
    tables: Counter[str] = field(default_factory=Counter)

    # ---- headings -------------------------------------------------------------------------------

    def line(self, line: Text, upcoming: Sequence[int]) -> None:
        """Take one line; `upcoming` are the months that the next labels name."""
        named = heading(line.s)
        self.ahead = upcoming
        if named and named.month:
            self._month_heading(named, line)
        elif named and named.year:
            self._year_heading(named, line)
        elif "\t" in line.s and self._row(line):
            return
        elif (_QUARTER.fullmatch(line.s) or line.s in PERIODS) and self.pages:
            self.waiting.append(line)
            self.turned = False
        elif the_month(line.s) and self.page:
            self.above.append(line)
            self.here = _Standing("是月", Moment(None, None, "month", self.page.year, self.page.month), month=True)
        else:
            for start, end in pieces(line.s, self.habits):
                self._piece(self.source.stripped(line[start:end]))

    def _row(self, line: Text) -> bool:
        """Take a row of a chronicle that is set as a table: year, date, text. False where it is none."""
        cells = line.s.split("\t")
        year = YEAR_CELL.fullmatch(cells[0].strip()) if len(cells) == 3 else None
        if len(cells) not in (2, 3) or (len(cells) == 3 and cells[0].strip() and not year):
            return False
        said = cells[-2].strip()
        label = any_label(said) if said else None
        if not cells[-1].strip() or (said and (label is None or label.width < len(said))) or not (said or year):
            return False
        at = len(line.s) - len(cells[-1])
        first = at - 1 - len(cells[-2])
        if year:
            self._year_heading(Named(int(year[0]), None), self.source.stripped(line[: len(cells[0])]))
        self.source.drop("cell.tab", line[len(cells[0]) if len(cells) == 3 else 0 : first])
        text = self.source.stripped(line[at:])
        self.source.drop("cell.tab", line[at - 1 : at])
        if label:
            when = moment(label, self._here())
            page = self._page_of(line, label, when)
            self.here = _Standing(label.text, when)
            self._add(page, self.source.stripped(line[first : at - 1]), text, title=Text.empty(), further=False)
        else:
            self.here = _Standing()
            self._add(self._open(self.year, 0), Text.empty(), text, title=Text.empty(), further=False)
        return True

    def table(self, lines: Sequence[Text], at: int) -> int:
        """How many lines from `at` on are a table of the entry above, with its note; 0 where none begins."""
        end = at
        while end < len(lines) and "\t" in lines[end].s and not self._is_row(lines[end].s):
            end += 1
        page = self._current() if self.pages else None
        if end - at < _ROWS or page is None or not page.entries:
            return 0
        blocks = page.entries[-1].blocks
        self.tables[page.id] += 1
        title = caption(blocks)
        table = read_table(list(lines[at:end]), self.source, f"table-{self.tables[page.id]}", title)
        while end < len(lines) and NOTE.fullmatch(lines[end].s):
            table.notes.append(lines[end])
            end += 1
        blocks.append(table)
        return end - at

    def _is_row(self, line: str) -> bool:
        """True for a row of a chronicle that is set as a table."""
        cells = line.split("\t")
        dated = any_label(cells[-2].strip()) if len(cells) in (2, 3) else None
        return self.habits.lead(line).label is not None or (
            len(cells) == 3 and (dated is not None or YEAR_CELL.fullmatch(cells[0].strip()) is not None)
        )

    def _year_heading(self, named: Named, line: Text) -> None:
        # A running head names the year that stands already.
        self.turned = named.year != self.year or not self.pages
        self.year = named.year or self.year
        self.page, self.by_heading, self.here = None, False, _Standing()
        # 2020年大事记 over all the months is the title of the book.
        is_title = "事" in line.s and not self.pages and len(self.years) == 1
        (self.title if is_title else self.waiting).append(line)

    def _month_heading(self, named: Named, line: Text) -> None:
        month, year = int(named.month or 0), named.year or self.year
        if self.page and not named.year and self.by_heading and month < self.page.month and year == self.page.year:
            if (year, month) in self.pages or self.page.month - month > 6:
                year += self.page.month - month > 6
            self.source.doubt("month.back", line, before=f"{self.page.month}月", year=year)
        self.year = year
        self._open(year, month, line)
        self.by_heading, self.here = True, _Standing()

    def _open(self, year: int, month: int, line: Text | None = None) -> Month:
        """The page of a month, opened where it is named first; what names it again stands above the next entry."""
        known = (year, month) in self.pages
        name = f"{self.volume}/{year}-{month:02}"
        page = self.pages.setdefault((year, month), Month(name, year, month, []))
        self.page = page if month else self.page
        headings = [*self.above, *self.waiting, *([line] if line is not None else [])]
        self.above, self.waiting = [], []
        if known and page.entries:
            self.above = headings
        else:
            page.headings += headings
        return page

    # ---- entries --------------------------------------------------------------------------------

    def _piece(self, line: Text) -> None:
        if self.habits.behind and (found := BEHIND.search(line.s)) and (label := any_label(found["date"])):
            self._behind(line, found.start(), found.start("date"), found.end("date"), label)
            return
        lead = self.habits.lead(line.s)
        if self.habits.headlined and self._headline(line, lead):
            return
        if lead.label and (lead.mark or not self.habits.marked):
            self._labelled(line, lead, lead.label)
        elif (
            lead.mark
            and (self.page or self.pages)
            or lead.title[1]
            and self.habits.titled
            and (self.page or self.pages)
        ):
            self._further(line, lead)
        else:
            self._loose(line)

    def _headline(self, line: Text, lead: Lead) -> bool:
        """A line that is the title of the entry below it, and what goes on with that entry: True where it is taken."""
        if lead.label is None and is_headline(line.s) and self.next_labelled:
            self.headline = line
            return True
        if lead.label and not self.headline.s and self.pages:
            self._continue(self._current().entries[-1], line, expected=True)
            return True
        return False

    def _labelled(self, line: Text, lead: Lead, label: Label) -> None:
        when = moment(label, self._here())
        page = self._page_of(line, label, when)
        self._drop_mark(line, lead)
        end = lead.at + label.width
        if lead.close:
            self.source.drop("entry.mark", line[end : lead.text])
            self.here = _Standing(label.text, when)
            self._add(page, line[lead.at : end], line[lead.text :], title=Text.empty(), further=False)
            return
        title = line[lead.title[0] : lead.title[1]]
        if lead.title[0] >= end:
            self.source.drop("entry.comma", line[end : lead.title[0]])
            self.source.drop("entry.mark", line[lead.title[1] : lead.text])
        else:
            gap = end + label.separator
            self.source.drop("entry.comma", line[end:gap])
            self.source.drop("entry.mark", line[gap : lead.text])
        self.here = _Standing(label.text, when)
        if when.impossible:
            self.source.doubt("label.impossible", line, label=label.text)
        self._add(page, line[lead.at : end], line[lead.text :], title=title, further=False)

    def _behind(self, line: Text, end: int, first: int, last: int, label: Label) -> None:
        when = moment(label, self._here())
        page = self._page_of(line, label, when)
        self.source.drop("entry.mark", line[end:first])
        self.source.drop("entry.mark", line[last:])
        self.here = _Standing(label.text, when)
        self._add(page, line[first:last], self.source.stripped(line[:end]), title=Text.empty(), further=False)

    def _drop_mark(self, line: Text, lead: Lead) -> None:
        start = lead.title[0] if lead.title[1] and lead.title[0] < lead.at else lead.at
        self.source.drop("entry.number" if lead.ordinal else "entry.mark", line[:start])

    def _further(self, line: Text, lead: Lead) -> None:
        """A further entry of the date that stands."""
        at = lead.title[0] if lead.title[1] else lead.text
        self.source.drop("entry.mark", line[:at])
        title = line[lead.title[0] : lead.title[1]]
        text = line[lead.title[1] or at :]
        if lead.mark in WORDS and self.here.moment and self.here.moment.precision == "range":
            self.source.doubt("label.same", line, mark=lead.mark, label=self.here.label)
        self._add(self._current(), Text.empty(), text, title=title, further=True)

    def _loose(self, line: Text) -> None:
        """A line without label and mark: it goes on with an entry, is one by itself, or stands in front of all."""
        if not self.page and not self.pages:
            if any_label(line.s) and len(line.s) > 8:
                self.source.doubt("label.front", line)
            self.title.append(line)
            return
        turned = self.waiting and self.turned and _SENTENCE.search(line.s)
        page = self._open(self.year, 0) if turned else self._current()
        fresh = turned or not page.entries or (self.here.month and page.entries[-1].label != "是月")
        if fresh or self.above or (self.habits.alone and self._alone(page)):
            self._add(page, Text.empty(), line, title=Text.empty(), further=True)
        else:
            self._continue(page.entries[-1], line)

    def _alone(self, page: Month) -> bool:
        """True where the last label stands on a line of its own and its first paragraph is there already."""
        labelled = next((one for one in reversed(page.entries) if one.label_text.s), None)
        whole = labelled is not None and labelled.blocks and labelled.blocks[0].text.s
        return bool(whole) and labelled is not None and labelled.id in self._lone

    def _continue(self, entry: Entry, line: Text, *, expected: bool = False) -> None:
        """A line without label goes on with the entry before; over a page turn with nothing between."""
        last = entry.blocks[-1] if entry.blocks else None
        label = any_label(line.s)
        if label and not expected and (label.form in ("day", "dated") or not label.bare):
            self.source.doubt("label.swallowed" if not label.bare else "label.inside", line, label=label.text)
        if last is not None and not last.text.s and isinstance(last, Paragraph):
            entry.blocks[-1] = Paragraph(line)
        elif (
            last is not None
            and isinstance(last, Paragraph)
            and self.source.facts.marked("page", last.text.last() + 1, line.first() + 1)
        ):
            entry.blocks[-1] = Paragraph(Text.join([last.text, line]))
        else:
            entry.blocks.append(Paragraph(line))

    turned: bool = False
    headline: Text = field(default_factory=Text.empty)
    next_labelled: bool = False
    _lone: set[str] = field(default_factory=set)

    # ---- where it stands ------------------------------------------------------------------------

    def _here(self) -> Here:
        month = self.page.month if self.page else None
        when = self.here.moment
        return Here(
            self.page.year if self.page else self.year,
            month,
            when.end if when and when.precision != "range" else (when.start if when else None),
        )

    def _current(self) -> Month:
        """The page on which the last entry stands, or was opened."""
        when = self.here.moment
        if when and when.month is None and (when.year, 0) in self.pages:
            return self.pages[when.year, 0]
        return self.page or (list(self.pages.values())[-1] if self.pages else self._open(self.year, 0))

    def _page_of(self, line: Text, label: Label, when: Moment) -> Month:
        """The page on which an entry with this label stands: that of its heading, else that of its month."""
        if when.month is None or when.impossible and not self.page:
            if label.points[0].year and when.year != self.year:
                self.year, self.page, self.by_heading = when.year, None, False
            return self._open(when.year, 0)
        target = (when.year, when.month)
        if self.page and (target == (self.page.year, self.page.month) or when.impossible):
            return self._open(self.page.year, self.page.month) if self.waiting else self.page
        if self.page and self._strays(target):
            ends_here = when.end is not None and when.end[:7] == f"{self.page.year}-{self.page.month:02}"
            if not ends_here:
                self.source.doubt("label.month", line, label=label.text, page=f"{self.page.year}年{self.page.month}月")
            return self.page
        self.year, self.by_heading = when.year, False
        return self._open(*target)

    def _strays(self, target: tuple[int, int]) -> bool:
        """True for a month that is named in the midst of another one: it has a heading of its own, or the labels
        that follow go on where the last one stood."""
        assert self.page is not None
        if self.by_heading and (target in self.headed or not self.ahead):
            return True
        if (self.year, self.page.month) == (target[0], self.page.month) and target[1] < self.page.month:
            return bool(self.ahead) and self.ahead[0] >= self.page.month
        return self.by_heading and target[1] > self.page.month and bool(self.ahead) and self.ahead[0] <= self.page.month

    def _add(self, page: Month, label: Text, text: Text, *, title: Text, further: bool) -> None:
        if not self.here.label:
            self.here = self._undated(page, text)
        name, when = self.here.label, self.here.moment
        assert when is not None
        base = _base(page, when)
        self.seen[base] += 1
        blocks: list[Block] = [Paragraph(text)]
        entry = Entry(f"{self.volume}/{base}-{self.seen[base]}", name, label, when.start, when.end, blocks, further)
        if self.headline.s:
            title, self.headline = self.headline, Text.empty()
        entry.precision, entry.title, entry.days = when.precision, title, when.days
        entry.above = [*self.above, *self.waiting]
        self.above, self.waiting = [], []
        page.entries.append(entry)
        if label.s and not text.s:
            self._lone.add(entry.id)

    def _undated(self, page: Month, text: Text) -> _Standing:
        """What an entry without a date stands under: New Year's Day where it says so, else its month or year."""
        if page.month == 1 and _NEW_YEAR.match(text.s):
            day = f"{page.year}-01-01"
            label = "1月1日" if self.habits.monthly else "1日"
            return _Standing(label, Moment(day, day, "day", page.year, 1))
        precision = "month" if page.month else "year"
        name = f"{page.month}月" if page.month else f"{page.year}年"
        return _Standing(name, Moment(None, None, precision, page.year, page.month or None))


def _base(page: Month, when: Moment) -> str:
    """What the ids of a date's entries begin with: the day; on another month's page that month, with month and day
    in one; 是月 and all that has no day by the page's name."""
    name = page.id.rpartition("/")[2]
    if when.start is None:
        return f"{name}-month" if page.month else f"{name}-year"
    if when.start[:7] == name:
        return when.start
    day = when.start.replace("-", "")
    return f"{name}-{day[4:] if day[:4] == name[:4] else day}"


def read_months(lines: Sequence[Text], source: Source, year: int, volume: str) -> tuple[list[Month], list[Text]]:
    """Months of entries from the lines of a chronicle's body, and the lines in front of the first."""
    said = [line.s for line in lines]
    habit = habits(said, source.record.markers, source.record.profile)
    years = frozenset(named.year for one in said if (named := heading(one)) and named.year)
    reader = EntryReader(source, volume, year, habit, _headed(said, year), years)
    months = [_named(one, habit) for one in said]
    at = 0
    while at < len(lines):
        rows = reader.table(lines, at)
        if not rows:
            reader.next_labelled = at + 1 < len(lines) and habit.lead(lines[at + 1].s).label is not None
            reader.line(lines[at], [one for one in months[at + 1 : at + 60] if one][:3])
        at += rows or 1
    found = list(reader.pages.values())
    if reader.waiting or reader.above:
        (found[-1].below if found else reader.title).extend([*reader.waiting, *reader.above])
    for month in found:
        if not month.entries:
            source.doubt(
                "month.empty", month.headings[0] if month.headings else lines[0], month=f"{month.year}年{month.month}月"
            )
    return found, reader.title


def _headed(lines: Sequence[str], year: int) -> frozenset[tuple[int, int]]:
    """The months that have a heading."""
    found = set()
    for line in lines:
        if named := heading(line):
            year = named.year or year
            if named.month:
                found.add((year, named.month))
    return frozenset(found)


def _named(line: str, habit: Habits) -> int:
    """The month that a line's label or heading names; 0 where it names none."""
    if named := heading(line):
        return named.month or 0
    label = habit.lead(line).label
    return (label.points[0].month or 0) if label else 0
