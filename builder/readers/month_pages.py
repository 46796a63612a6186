"""The pages of a chronicle, one a month: which one a heading opens, and on which an entry stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from builder.engine.text import Text
from builder.language.dates import Label
from builder.language.headings import Named, heading
from builder.language.moments import Moment
from builder.model.volume import Month
from builder.readers.source import Source


@dataclass
class MonthPages:
    """The pages in printed order; `year` is the catalogue's until the text names one.

    `headed` are the months with a heading of their own, `ahead` those that the next labels name, `last` the
    page of the last entry, `waiting` and `above` printed lines that stand above the next entry, `by_heading` True
    where a heading opened the page.
    """

    source: Source
    volume: str
    year: int
    headed: frozenset[tuple[int, int]] = frozenset()
    ahead: Sequence[int] = ()
    pages: dict[tuple[int, int], Month] = field(default_factory=dict)
    page: Month | None = None
    last: Month | None = None
    by_heading: bool = False
    waiting: list[Text] = field(default_factory=list)
    above: list[Text] = field(default_factory=list)

    def open_year(self, named: Named, line: Text) -> bool:
        """Begin the year of a heading; True where another one stood before. A running head names the same again; a
        doubt where the months go back under it: what stands above is of another year."""
        turned = named.year != self.year or not self.pages
        if not turned and self.page and self.ahead and self.ahead[0] < self.page.month:
            self.source.doubt("month.back", line, before=f"{self.page.month}月", year=self.year)
        self.year = named.year or self.year
        self.page, self.by_heading = None, False
        return turned

    def open_month(self, named: Named, line: Text) -> None:
        """Open the page of a month's heading; a doubt where it goes back in the year."""
        month, year = int(named.month or 0), named.year or self.year
        if self.page and not named.year and self.by_heading and month < self.page.month and year == self.page.year:
            if (year, month) in self.pages or self.page.month - month > 6:
                year += self.page.month - month > 6
            self.source.doubt("month.back", line, before=f"{self.page.month}月", year=year)
        self.year = year
        self.open(year, month, line)
        self.by_heading = True

    def open(self, year: int, month: int, line: Text | None = None) -> Month:
        """The page of a month, opened where it is named first; what names it again stands above the next entry."""
        known = (year, month) in self.pages
        name = f"{self.volume}/{year:04}-{month:02}"
        page = self.pages.setdefault((year, month), Month(name, year, month, []))
        self.page = page if month else self.page
        headings = [*self.above_next(), *([line] if line is not None else [])]
        if known and page.entries:
            self.above = headings
        else:
            page.headings += headings
        return page

    def current(self, when: Moment | None) -> Month:
        """The page on which the last entry, of the date `when`, stands, or was opened."""
        if when and when.month is None and (when.year, 0) in self.pages:
            return self.pages[when.year, 0]
        return self.page or (list(self.pages.values())[-1] if self.pages else self.open(self.year, 0))

    def of(self, line: Text, label: Label, when: Moment) -> Month:
        """The page on which an entry with this label stands: that of its heading, else that of its month."""
        if when.month is None or when.impossible and not self.page:
            if (label.points[0].year or label.points[0].reign) and when.year != self.year:
                self.year, self.page, self.by_heading = when.year, None, False
            return self.open(when.year, 0)
        target = (when.year, when.month)
        if self.page and (target == (self.page.year, self.page.month) or when.impossible):
            return self.open(self.page.year, self.page.month) if self.waiting else self.page
        if self.page and self._strays(self.page, target):
            ends_here = when.end is not None and when.end[:7] == f"{self.page.year:04}-{self.page.month:02}"
            if not ends_here:
                self.source.doubt("label.month", line, label=label.text, page=f"{self.page.year}年{self.page.month}月")
            return self.page
        self.year, self.by_heading = when.year, False
        return self.open(*target)

    def _strays(self, page: Month, target: tuple[int, int]) -> bool:
        """True for a month that is named in the midst of another one: it has a heading of its own, or the labels
        that follow go on where the last one stood."""
        if self.by_heading and (target in self.headed or not self.ahead):
            return True
        if (self.year, page.month) == (target[0], page.month) and target[1] < page.month:
            return bool(self.ahead) and self.ahead[0] >= page.month
        return self.by_heading and target[1] > page.month and bool(self.ahead) and self.ahead[0] <= page.month

    def above_next(self) -> list[Text]:
        """The lines that stand above the next entry; they are handed out once."""
        lines, self.above, self.waiting = [*self.above, *self.waiting], [], []
        return sorted(lines, key=Text.first)


def headed(lines: Sequence[str], year: int) -> frozenset[tuple[int, int]]:
    """The months that have a heading: (year, month)."""
    found = set()
    for line in lines:
        if named := heading(line):
            year = named.year or year
            if named.month:
                found.add((year, named.month))
    return frozenset(found)


def doubt_empty(months: Sequence[Month], source: Source, first: Text) -> None:
    """Add a doubt for each label under which nothing stands, and each month; `first` is the line for one without a
    heading."""
    for month in months:
        for entry in month.entries:
            if not entry.reading and not entry.title.s:
                source.doubt("entry.empty", entry.label_text, label=entry.label)
        if not month.entries:
            line = month.headings[0] if month.headings else first
            source.doubt("month.empty", line, month=f"{month.year}年{month.month}月")
