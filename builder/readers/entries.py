"""Entries of a chronicle under their years and months: what each line begins, and on which page it stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from builder.engine.text import Text
from builder.language.date_tokens import PERIODS, first_year
from builder.language.dates import Label
from builder.language.dates import label as any_label
from builder.language.headings import Named, heading
from builder.language.labels import the_month
from builder.language.moments import Moment, moment
from builder.model.volume import Month
from builder.readers.chronicle_row import is_row, row_of
from builder.readers.entry_below import goes_on, is_caption
from builder.readers.entry_head import BEHIND, WORDS, Habits, Lead
from builder.readers.entry_list import EntryList, Standing
from builder.readers.entry_runs import pieces
from builder.readers.habits import habits, is_column, is_headline
from builder.readers.month_pages import MonthPages, doubt_empty, headed
from builder.readers.shapes import NOTE
from builder.readers.source import Source
from builder.readers.tables import caption, read_table

# One line with a tab is no table: some books part the label from the text by one.
_ROWS = 2
# A heading between months that says a part of the year.
_QUARTER = re.compile(r"(?:第?[一二三四]季度|[上下]半年)")
_SENTENCE = re.compile(r"[。！？；][”）]?$")
# A line of this length under a year is told of it, though its full stop is missing.
_TOLD = 16


@dataclass
class EntryReader:
    """Reads the body of a chronicle into `entries` on the pages of `book`. `years` are those that headings name;
    `next_labelled` is True before a line that bears a label."""

    source: Source
    book: MonthPages
    habits: Habits
    entries: EntryList
    years: frozenset[int] = frozenset()
    title: list[Text] = field(default_factory=list)
    tables: Counter[str] = field(default_factory=Counter)
    turned: bool = False
    next_labelled: bool = False

    # ---- headings -------------------------------------------------------------------------------

    def line(self, line: Text, upcoming: Sequence[int]) -> None:
        """Take one line; `upcoming` are the months that the next labels name."""
        named = heading(line.s)
        self.book.ahead = upcoming
        # A headline above another line that stands above entries is no entry's title.
        if named or the_month(line.s) or is_caption(line.s) or is_column(line.s):
            self.entries.head_above()
        if named and named.month:
            self.book.open_month(named, line)
            self.entries.here = Standing()
        elif named and named.year:
            self._year_heading(named, line)
        elif "\t" in line.s and self._row(line):
            return
        elif (_QUARTER.fullmatch(line.s) or line.s in PERIODS) and self.book.pages:
            self.book.waiting.append(line)
            self.turned = False
        elif the_month(line.s) and self.book.page:
            self.book.above.append(line)
            self.entries.here = Standing(
                "是月", Moment(None, None, "month", self.book.page.year, self.book.page.month), month=True
            )
        elif self.book.pages and is_caption(line.s):
            self.book.above.append(line)
        else:
            for start, end in pieces(line.s, self.habits):
                self._piece(self.source.stripped(line[start:end]))

    def _row(self, line: Text) -> bool:
        """Take a row of a chronicle that is set as a table: year, date, text. False where it is none."""
        row = row_of(line.s)
        if row is None:
            return False
        if row.year:
            self._year_heading(Named(row.year, None), self.source.stripped(line[: row.first]))
        self.source.drop("cell.tab", line[row.first : row.at])
        text, none = self.source.stripped(line[row.text :]), Text.empty()
        self.source.drop("cell.tab", line[row.text - 1 : row.text])
        if row.label:
            when = moment(row.label, self.entries.where())
            page = self.book.of(line, row.label, when)
            self.entries.stand(row.label, when)
            self.entries.add(page, self.source.stripped(line[row.at : row.text - 1]), text)
        else:
            self.entries.here = Standing()
            self.entries.add(self.book.open(self.book.year, 0), none, text)
        return True

    def table(self, lines: Sequence[Text], at: int) -> int:
        """How many lines from `at` on are a table of the entry above, with its note; 0 where none begins."""
        end = at
        while end < len(lines) and "\t" in lines[end].s and not is_row(lines[end].s, self.habits):
            end += 1
        page = self.entries.page() if self.book.pages else None
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

    def _year_heading(self, named: Named, line: Text) -> None:
        self.turned = self.book.open_year(named, line)
        self.entries.here, self.entries.reign = Standing(), first_year(line.s) or self.entries.reign
        # 2020年大事记 over all the months is the title of the book.
        is_title = "事" in line.s and not self.book.pages and len(self.years) == 1
        (self.title if is_title else self.book.waiting).append(line)

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
        elif (self.book.pages or self.turned) and (lead.mark or lead.title[1] and self.habits.titled):
            self._further(line, lead)
        else:
            self._loose(line)

    def _headline(self, line: Text, lead: Lead) -> bool:
        """A line that is the title of the entry below it, and what goes on with that entry: True where it is taken."""
        if lead.label is None and is_headline(line.s) and self.next_labelled:
            self.entries.head_above()
            self.entries.headline = line
            return True
        if lead.label and not self.entries.headline.s and self.book.pages and self.entries.page().entries:
            self.entries.go_on(self.entries.page().entries[-1], line, expected=True)
            return True
        return False

    def _labelled(self, line: Text, lead: Lead, label: Label) -> None:
        when = moment(label, self.entries.where())
        page = self.book.of(line, label, when)
        self._drop_mark(line, lead)
        end = lead.at + label.width
        if lead.close:
            self.source.drop("entry.mark", line[end : lead.text])
            self.entries.stand(label, when)
            self.entries.add(page, line[lead.at : end], line[lead.text :])
            return
        title = line[lead.title[0] : lead.title[1]]
        if lead.title[0] >= end:
            self.source.drop("entry.comma", line[end : lead.title[0]])
            self.source.drop("entry.mark", line[lead.title[1] : lead.text])
        else:
            gap = end + label.separator
            self.source.drop("entry.comma", line[end:gap])
            self.source.drop("entry.mark", line[gap : lead.text])
        self.entries.stand(label, when)
        if when.impossible:
            self.source.doubt("label.impossible", line, label=label.text)
        elif when.month is None and label.form in ("day", "third"):
            self.source.doubt("label.monthless", line, label=label.text)
        self.entries.add(page, line[lead.at : end], line[lead.text :], title)

    def _behind(self, line: Text, end: int, first: int, last: int, label: Label) -> None:
        when = moment(label, self.entries.where())
        page = self.book.of(line, label, when)
        self.source.drop("entry.mark", line[end:first])
        self.source.drop("entry.mark", line[last:])
        self.entries.stand(label, when)
        self.entries.add(page, line[first:last], self.source.stripped(line[:end]))

    def _drop_mark(self, line: Text, lead: Lead) -> None:
        start = lead.title[0] if lead.title[1] and lead.title[0] < lead.at else lead.at
        self.source.drop("entry.number" if lead.ordinal else "entry.mark", line[:start])

    def _further(self, line: Text, lead: Lead) -> None:
        """A further entry of the date that stands; of its month where the titles of the book bear dates."""
        if self.habits.dated and not lead.mark:
            self.entries.here = Standing()
        at = lead.title[0] if lead.title[1] else lead.text
        self.source.drop("entry.mark", line[:at])
        title = line[lead.title[0] : lead.title[1]]
        text = line[lead.title[1] or at :]
        if lead.mark in WORDS and self.entries.here.moment and self.entries.here.moment.precision == "range":
            self.source.doubt("label.same", line, mark=lead.mark, label=self.entries.here.label)
        self.entries.add(self.entries.page(), Text.empty(), text, title, further=True)

    def _loose(self, line: Text) -> None:
        """A line without label and mark: it goes on with an entry, is one by itself, or stands in front of all."""
        # A column under the heading of a month stands above the entries of its own.
        if self.book.page and not self.book.page.entries and self.next_labelled and is_column(line.s):
            self.book.above.append(line)
            return
        turned = self.book.waiting and self.turned and (_SENTENCE.search(line.s) or len(line) >= _TOLD)
        if not turned and not self.book.pages:
            if any_label(line.s) and len(line.s) > 8:
                self.source.doubt("label.front", line)
            self.title.append(line)
            return
        page = self.book.open(self.book.year, 0) if turned else self.entries.page()
        fresh = turned or not page.entries or (self.entries.here.month and page.entries[-1].label != "是月")
        fresh = fresh or any(not is_caption(one.s) for one in self.book.above)
        below = not fresh and self.entries.alone(page)
        if below and not goes_on(page.entries[-1].reading, line.s):
            self.source.doubt("line.shared", line, label=page.entries[-1].label)
        if fresh or (self.habits.alone and below):
            self.entries.add(page, Text.empty(), line, further=True)
        else:
            self.entries.go_on(page.entries[-1], line)


def read_months(lines: Sequence[Text], source: Source, year: int, volume: str) -> tuple[list[Month], list[Text]]:
    """Months of entries from the lines of a chronicle's body, and the lines in front of the first."""
    said = [line.s for line in lines]
    habit = habits(said, source.record.markers, source.record.profile)
    years = frozenset(named.year for one in said if (named := heading(one)) and named.year)
    book = MonthPages(source, volume, year, headed(said, year))
    reader = EntryReader(source, book, habit, EntryList(source, book, habit.monthly), years)
    months = [_named(one, habit) for one in said]
    at = 0
    while at < len(lines):
        rows = reader.table(lines, at)
        if not rows:
            reader.next_labelled = at + 1 < len(lines) and habit.lead(lines[at + 1].s).label is not None
            reader.line(lines[at], [one for one in months[at + 1 : at + 60] if one][:3])
        at += rows or 1
    reader.entries.head_above()
    found = list(reader.book.pages.values())
    last = reader.book.last or (found[-1] if found else None)
    (last.below if last else reader.title).extend(reader.book.above_next())
    doubt_empty(found, source, lines[0] if lines else Text.empty())
    return found, reader.title


def _named(line: str, habit: Habits) -> int:
    """The month that a line's label or heading names; 0 where it names none."""
    if named := heading(line):
        return named.month or 0
    label = habit.lead(line).label
    return (label.points[0].month or 0) if label else 0
