"""The entries of a chronicle as they are made: under the date that stands, with an id, on their page."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from builder.engine.text import Text
from builder.language.date_tokens import first_year
from builder.language.dates import Label
from builder.language.dates import label as any_label
from builder.language.moments import Here, Moment
from builder.model.blocks import Block, Paragraph
from builder.model.volume import Entry, Month
from builder.readers.month_pages import MonthPages
from builder.readers.source import Source

_NEW_YEAR = re.compile(r"(?:[12]\d{3}年)?元旦")


@dataclass
class Standing:
    """The date under which entries stand until the next one: its label and what it means; `month` under 是月."""

    label: str = ""
    moment: Moment | None = None
    month: bool = False


@dataclass
class EntryList:
    """Makes entries on the pages of `book`; `monthly` where labels name their month, `headline` a line that is the
    title of the next entry, `reign` the year with which the reign began that was named last."""

    source: Source
    book: MonthPages
    monthly: bool
    here: Standing = field(default_factory=Standing)
    headline: Text = field(default_factory=Text.empty)
    reign: int | None = None
    _seen: Counter[str] = field(default_factory=Counter)
    _lone: set[str] = field(default_factory=set)

    def where(self) -> Here:
        """From where a label without year, month or day counts."""
        page, when = self.book.page, self.here.moment
        day = (when.end if when.precision != "range" else when.start) if when else None
        return Here(page.year if page else self.book.year, page.month if page else None, day, self.reign)

    def stand(self, label: Label, when: Moment) -> None:
        """From here on entries stand under this date."""
        self.here, self.reign = Standing(label.text, when), first_year(label.text) or self.reign

    def page(self) -> Month:
        """The page on which the date that stands goes on."""
        return self.book.current(self.here.moment)

    def add(self, page: Month, label: Text, text: Text, title: Text | None = None, *, further: bool = False) -> None:
        """Add an entry of the date that stands; without one, of its page. The first one below a label that stands on a
        line of its own is the label's."""
        between = self.headline.s or self.book.above or self.book.waiting
        alone = further and not between and page.entries and page.entries[-1].id in self._lone
        if alone and not page.entries[-1].reading:
            page.entries[-1].blocks, page.entries[-1].title = [Paragraph(text)], title or Text.empty()
            return
        if not self.here.label:
            self.here = self._undated(page, text)
        name, when = self.here.label, self.here.moment
        assert when is not None
        base = _base(page, when)
        self._seen[base] += 1
        blocks: list[Block] = [Paragraph(text)]
        entry = Entry(
            f"{self.book.volume}/{base}-{self._seen[base]}", name, label, when.start, when.end, blocks, further
        )
        title = title or Text.empty()
        if self.headline.s and not title.s:
            title, self.headline = self.headline, Text.empty()
        self.head_above()
        entry.precision, entry.title, entry.days = when.precision, title, when.days
        entry.above = self.book.above_next()
        page.entries.append(entry)
        self.book.last = page
        if label.s and not text.s:
            self._lone.add(entry.id)

    def go_on(self, entry: Entry, line: Text, *, expected: bool = False) -> None:
        """A line without label goes on with the entry before; over a page turn with nothing between."""
        # A head that turned out to open nothing, the running head of a page above all, stays where it is printed.
        for above in self.book.above_next():
            self.source.doubt("heading.loose", above)
            self.go_on(entry, above, expected=True)
        last = entry.blocks[-1] if entry.blocks else None
        label = any_label(line.s)
        forms = ("day", "dated", "month") if self.monthly else ("day", "dated")
        dated = label is not None and (label.form in forms or label.points[0].same != "")
        if label and not expected and (dated or not label.bare):
            self.source.doubt("label.swallowed" if not label.bare else "label.inside", line, label=label.text)
        if not isinstance(last, Paragraph):
            entry.blocks.append(Paragraph(line))
        elif not last.text.s:
            entry.blocks[-1] = Paragraph(line)
        elif self.source.facts.marked("page", last.text.last() + 1, line.first() + 1):
            entry.blocks[-1] = Paragraph(Text.join([last.text, line]))
        else:
            entry.blocks.append(Paragraph(line))

    def alone(self, page: Month) -> bool:
        """True where the last label stands on a line of its own and its first paragraph is there already."""
        labelled = next((one for one in reversed(page.entries) if one.label_text.s), None)
        whole = labelled is not None and labelled.blocks and labelled.blocks[0].text.s
        return bool(whole) and labelled is not None and labelled.id in self._lone

    def head_above(self) -> None:
        """A headline that became no entry's title stands above the next entry."""
        if self.headline.s:
            self.book.above.append(self.headline)
            self.headline = Text.empty()

    def _undated(self, page: Month, text: Text) -> Standing:
        """What an entry without a date stands under: New Year's Day where it says so, else its month or year."""
        if page.month == 1 and _NEW_YEAR.match(text.s):
            day = f"{page.year}-01-01"
            return Standing("1月1日" if self.monthly else "1日", Moment(day, day, "day", page.year, 1))
        precision = "month" if page.month else "year"
        name = f"{page.month}月" if page.month else f"{page.year}年"
        return Standing(name, Moment(None, None, precision, page.year, page.month or None))


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
