"""Heads of documents that bear a number: below the title, above it, in front of it, behind it on one line."""

from __future__ import annotations

import re

from builder.engine.text import Text
from builder.language.document_numbers import NumberLine, number_line
from builder.readers import titles
from builder.readers.decree import NAME
from builder.readers.head import Head, local_id
from builder.readers.head_before import Before
from builder.readers.head_lines import TITLE, HeadLines

_INLINE = re.compile(r"(?P<title>.{6,}?)[ \u3000]*(?P<number>[（(][^（）()]{2,16}[〔\[（(][^（）()]{1,30}号[）)])")
_LED = re.compile(r"(?P<number>[^ \u3000]{2,16}[〔\[（(］][^ \u3000]{1,12}号)[ \u3000]+(?P<title>.{6,})")
_LETTERHEAD = re.compile(r"[\u4e00-\u9fff]{2,30}文件")


class NumberedHeads:
    """Finds the head that begins at a line, or whose number stands there."""

    def __init__(self, at: HeadLines, before: Before) -> None:
        self.at, self.before, self.lines, self.source = at, before, at.lines, at.source

    def below(self, i: int) -> Head | None:
        """A document whose number stands below its title (某政发〔2020〕2号), behind its date in brackets or not."""
        number = number_line(self.lines[i].s)
        if not number:
            return None
        dated = titles.stated_date(self.lines[i - 1].s) if i > self.at.done else None
        end = i - 1 if dated else i
        start, titled = self.at.above(end)
        title = titles.joined(self.lines[titled:end])
        if titled >= end or not (TITLE.fullmatch(title) or titles.strong(title) or self.at.stand_out(titled, end)):
            return None
        if self.before.passed_on(title) or (not number.series and not titles.strong(title)):
            return None
        more = self._numbers_end(i)
        head = self._head(start, titled, end, i, more, number, "number title")
        head = head._replace(number=self.source.stack(self.lines[end:more])) if more - end > 1 else head
        return head._replace(date=dated) if dated else head

    def _numbers_end(self, i: int) -> int:
        """The line behind the number at line `i` and those below it: offices that issue jointly give one each."""
        end = i + 1
        while end < len(self.lines) and number_line(self.lines[end].s):
            end += 1
        return end

    def above(self, i: int) -> Head | None:
        """A document whose number stands above its title, below a red letterhead, the name of its office, or none."""
        start, line = i, self.lines[i].s
        if (_LETTERHEAD.fullmatch("".join(line.split())) or titles.org(line)) and i + 1 < len(self.lines):
            i += 1
            # 某县人民政府 / 通　告: the letterhead says what it is.
            i += i + 1 < len(self.lines) and NAME.fullmatch("".join(self.lines[i].s.split())) is not None
        number = number_line(self.lines[i].s)
        more = self._numbers_end(i)
        if not number or more == len(self.lines):
            return None
        first, end = self.at.below(more)
        title = titles.joined(self.lines[first:end])
        if first >= end or not (titles.strong(title) or titles.scheme(title)) or not (number.series or start < i):
            return None
        head = self._head(more, first, end, i, end, number, "number title")
        head = head._replace(number=self.source.stack(self.lines[i:more])) if more > i + 1 else head
        if start == i:
            return head
        letterhead = self.source.stack(self.lines[start:i])
        named = bool(head.issuer.s)
        return head._replace(
            start=start, column=letterhead if named else head.column, issuer=head.issuer if named else letterhead
        )

    def _head(self, start: int, titled: int, end: int, at: int, body: int, number: NumberLine, why: str) -> Head:
        lines = self.lines
        issuers = [line for line in lines[start:titled] if line is not lines[at]]
        stacked = self.source.stack(issuers) if issuers else Text.empty()
        date = titles.signed_date(number.date) if number.date else None
        title, name = Text.join(lines[titled:end]), local_id(number, self.source)
        office = self.at.issuer_in(titles.joined(lines[titled:end]))
        head = Head(min(start, at), body, stacked, title, lines[at], number.read, name, office)
        return head._replace(date=date, why=why)

    def led(self, i: int) -> Head | None:
        """A document whose number stands in front of its title on one line (某政发〔2010〕22号 某市人民政府关于…).

        Not in a list of documents, which recipients never follow.
        """
        found = _LED.fullmatch(self.lines[i].s)
        number = number_line(found["number"]) if found else None
        if not found or not number or not titles.strong("".join(found["title"].split())):
            return None
        if not (self.before.ended(i) or titles.recipients(self.at.behind(i + 1))):
            return None
        line = self.lines[i]
        self.source.drop("line.space", line[found.end("number") : found.start("title")])
        title, name = line[found.start("title") :], local_id(number, self.source)
        office = self.at.issuer_in("".join(title.s.split()))
        return Head(
            i, i + 1, Text.empty(), title, line[: found.end("number")], number.read, name, office, why="number title"
        )

    def inline(self, i: int) -> Head | None:
        """A document whose number stands in brackets behind its title on one line."""
        found = _INLINE.fullmatch(self.lines[i].s)
        number = number_line(found["number"]) if found else None
        if not found or not number or not titles.strong("".join(found["title"].split())):
            return None
        line, name = self.lines[i], local_id(number, self.source)
        self.source.drop("line.space", line[found.end("title") : found.start("number")])
        title = line[: found.end("title")]
        office = self.at.issuer_in("".join(title.s.split()))
        number_text = line[found.start("number") :]
        return Head(i, i + 1, Text.empty(), title, number_text, number.read, name, office, why="number title")
