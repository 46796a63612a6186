"""Where the documents of a gazette begin: a number, the shape of a title, the signing block of the one before."""

from __future__ import annotations

import re
from collections import Counter

from builder.engine.text import Text
from builder.language.document_numbers import NumberLine, number_line
from builder.language.numbering import iso_date
from builder.readers import titles
from builder.readers.contents import contents_end
from builder.readers.decree import NAME, decree, decree_id
from builder.readers.head import Head, local_id
from builder.readers.head_before import Before
from builder.readers.head_lines import LINES, HeadLines
from builder.readers.shapes import government, person, title_like
from builder.readers.source import Source

_INLINE = re.compile(r"(?P<title>.{6,}?)[ \u3000]*(?P<number>[（(][^（）()]{2,16}[〔\[（(][^（）()]{1,30}号[）)])")
_LED = re.compile(r"(?P<number>[^ \u3000]{2,16}[〔\[（(］][^ \u3000]{1,12}号)[ \u3000]+(?P<title>.{6,})")
_TITLE = re.compile(r"关于.{2,}|.{4,}(?:通知|意见|办法|方案|决定|公告|通告|规定|细则|批复|通报|函|纲要|规划|报告)")
_LETTERHEAD = re.compile(r"[\u4e00-\u9fff]{2,30}文件")
_ARTICLE = re.compile(r"第[一二三四五六七八九十百\d]+[条章]")
# So many lines, none longer, may stand between a number and its title.
_BETWEEN, _SHORT = 3, 20


def heads(lines: list[Text], source: Source) -> list[Head]:
    """The heads of all documents, in printed order."""
    return _Finder(lines, source).all()


class _Finder:
    """Goes through the lines of a gazette; `at` knows the lines, `before` the heads above."""

    def __init__(self, lines: list[Text], source: Source) -> None:
        self.lines, self.source = lines, source
        self.at = HeadLines(lines, source, contents_end(lines))
        self.before = Before(self.at)
        self.ids: Counter[str] = Counter()

    def all(self) -> list[Head]:
        """Every head, each begun behind the one before."""
        for i in range(self.at.floor, len(self.lines)):
            if i < self.at.done:
                continue
            ways = (self._numbered, self._decree, self._inline, self._led, self._red, self._marked, self._unnumbered)
            head = next((one for way in ways if (one := way(i))), None)
            if head:
                self.before.found.append(self._named(self._with_column(head)))
                self.at.done = head.body
        return self.before.found

    # ---- with a number --------------------------------------------------------------------------

    def _numbered(self, i: int) -> Head | None:
        """A document whose number stands below its title (晋市政发〔2020〕2号), behind its date in brackets or not."""
        number = number_line(self.lines[i].s)
        if not number:
            return None
        dated = titles.stated_date(self.lines[i - 1].s) if i > self.at.done else None
        end = i - 1 if dated else i
        start, titled = self.at.above(end)
        title = titles.joined(self.lines[titled:end])
        if titled >= end or not (_TITLE.fullmatch(title) or titles.strong(title) or self.at.stand_out(titled, end)):
            return None
        if self.before.passed_on(title) or (not number.series and not titles.strong(title)):
            return None
        head = self._head(start, titled, end, i, i + 1, number, "number title")
        return head._replace(number=self.source.stack(self.lines[end : i + 1]), date=dated) if dated else head

    def _red(self, i: int) -> Head | None:
        """A document whose number stands above its title, below a red letterhead, the name of its office, or none."""
        start, line = i, self.lines[i].s
        if (_LETTERHEAD.fullmatch("".join(line.split())) or titles.org(line)) and i + 1 < len(self.lines):
            i += 1
            # 某县人民政府 / 通　告: the letterhead says what it is.
            i += i + 1 < len(self.lines) and NAME.fullmatch("".join(self.lines[i].s.split())) is not None
        number = number_line(self.lines[i].s)
        if not number or i + 1 == len(self.lines):
            return None
        first, end = self._below(i + 1)
        title = titles.joined(self.lines[first:end])
        if first >= end or not (titles.strong(title) or titles.scheme(title)) or not (number.series or start < i):
            return None
        head = self._head(i + 1, first, end, i, end, number, "number title")
        if start == i:
            return head
        letterhead = self.source.stack(self.lines[start:i])
        named = bool(head.issuer.s)
        return head._replace(
            start=start, column=letterhead if named else head.column, issuer=head.issuer if named else letterhead
        )

    def _below(self, i: int) -> tuple[int, int]:
        """The first line of the title below a number, its issuers left out, and the line behind it. Where recipients
        follow, its lines may stand apart from each other."""
        near, far = self.at.end(i), self.at.end(i, gaps=True)
        apart = far > near and titles.strong(titles.joined(self.lines[i:far])) and titles.recipients(self._behind(far))
        end = far if apart else near
        return self.at.issuers(i, end), end

    def _head(self, start: int, titled: int, end: int, at: int, body: int, number: NumberLine, why: str) -> Head:
        lines = self.lines
        issuers = [line for line in lines[start:titled] if line is not lines[at]]
        stacked = self.source.stack(issuers) if issuers else Text.empty()
        date = titles.signed_date(number.date) if number.date else None
        title, name = Text.join(lines[titled:end]), local_id(number, self.source)
        office = self._issuer_in(titles.joined(lines[titled:end]))
        head = Head(min(start, at), body, stacked, title, lines[at], number.read, name, office)
        return head._replace(date=date, why=why)

    @staticmethod
    def _issuer_in(title: str) -> str:
        found = re.match(r"(?P<issuer>.{4,40}?)(?:关于|转发|批转|印发)", title)
        return found["issuer"] if found and titles.org(found["issuer"]) else ""

    def _decree(self, i: int) -> Head | None:
        return decree(self.lines, i, self.source)

    def _led(self, i: int) -> Head | None:
        """A document whose number stands in front of its title on one line (某政发〔2010〕22号 某市人民政府关于…).

        Not in a list of documents, which recipients never follow.
        """
        found = _LED.fullmatch(self.lines[i].s)
        number = number_line(found["number"]) if found else None
        if not found or not number or not titles.strong("".join(found["title"].split())):
            return None
        if not (self.before.ended(i) or titles.recipients(self._behind(i + 1))):
            return None
        line = self.lines[i]
        self.source.drop("line.space", line[found.end("number") : found.start("title")])
        title, name = line[found.start("title") :], local_id(number, self.source)
        office = self._issuer_in("".join(title.s.split()))
        return Head(
            i, i + 1, Text.empty(), title, line[: found.end("number")], number.read, name, office, why="number title"
        )

    def _inline(self, i: int) -> Head | None:
        """A document whose number stands in brackets behind its title on one line."""
        found = _INLINE.fullmatch(self.lines[i].s)
        number = number_line(found["number"]) if found else None
        if not found or not number or not titles.strong("".join(found["title"].split())):
            return None
        line, name = self.lines[i], local_id(number, self.source)
        self.source.drop("line.space", line[found.end("title") : found.start("number")])
        title = line[: found.end("title")]
        office = self._issuer_in("".join(title.s.split()))
        number_text = line[found.start("number") :]
        return Head(i, i + 1, Text.empty(), title, number_text, number.read, name, office, why="number title")

    # ---- without a number -----------------------------------------------------------------------

    def _marked(self, i: int) -> Head | None:
        """A document without a number whose issuer and title bear heading marks, and no number follows them.

        Not without heading marks: the issuer of a signature is a line like any other.
        """
        lines, source = self.lines, self.source
        if not government(lines[i].s) or not source.marked("heading", lines[i]):
            return None
        body = i + 1
        while body < min(len(lines), i + LINES) and title_like(lines[body]) and source.marked("heading", lines[body]):
            body += 1
        title = Text.join(lines[i + 1 : body])
        if not _TITLE.fullmatch(title.s) or (body < len(lines) and number_line(lines[body].s)):
            return None
        return Head(i, body, lines[i], title, Text.empty(), "", "", why="title")

    def _unnumbered(self, i: int) -> Head | None:
        """A document that bears no number: the shape of a title, and a signing block in front of it or behind it,
        recipients or the line of its passing below it."""
        if self.source.facts.marks.get("heading") or not titles.may_title(self.lines[i]):
            return None
        if not (self.at.begins(i) or self.at.listed(self.lines[i].s)):
            return None
        end = self.at.end(i)
        first = self.at.issuers(i, end)
        title = titles.joined(self.lines[first:end])
        whole = titles.joined(self.lines[i:end])
        if first >= end:
            return None
        behind = self._behind(end)
        if number_line(behind):
            return None
        is_strong = titles.strong(title) or titles.strong(whole)
        after = self.before.ended(i)
        stated = titles.stated_date(behind) or iso_date(behind)
        if stated and end + 1 < len(self.lines) and number_line(self.lines[end + 1].s):
            return None
        # An office and a date below a title say whose it is and of when.
        if stated is None and (titles.org(behind) or person(behind)) and end + 1 < len(self.lines):
            stated = iso_date(self.lines[end + 1].s) or titles.stated_date(self.lines[end + 1].s)
        below = titles.recipients(behind) or stated is not None or titles.wired(behind)
        own = (
            bool(self._issuer_in(whole)) or first > i or titles.strong(whole) and not whole.startswith(("关于", "印发"))
        )
        alone = i == 0 or self.source.parted(self.lines[i - 1], self.lines[i])
        under = i > self.at.done and titles.column(self.lines[i - 1].s)
        good = is_strong and (below and (own or after) or (after or alone) and own and self.before.signs(end) or under)
        listed = self.at.listed(title) or self.at.listed(whole)
        good = good or listed and not self.before.named(title, i)
        loose = after and titles.scheme(title) and _ARTICLE.match(behind) is not None
        if not (good or loose) or self.before.transmitted(title) or self.before.transmitted(whole):
            return None
        if loose and not good:
            self.source.doubt("document.loose", self.lines[i])
        issuers = self.source.stack(self.lines[i:first]) if first > i else Text.empty()
        head = self._number_over(i) or Head(i, end, issuers, issuers, Text.empty(), "", "", why="title signature")
        named = Text.join(self.lines[first:end])
        if (known := titles.MADE_KNOWN.match(behind)) and not head.read:
            head = head._replace(
                read=known["number"], id=decree_id(known["decree"], known["number"], stated, self.source)
            )
        return head._replace(issuer=issuers, title=named, body=end, issuer_read=self._issuer_in(whole), date=stated)

    def _behind(self, at: int) -> str:
        """The line below a title; where it opens a bracket that the next one closes, both."""
        here, *below = [line.s for line in self.lines[at : at + 2]] or [""]
        whole = here.strip() + "".join(below).strip()
        return whole if re.fullmatch(r"[（(][^（）()]*[）)]", whole) and here[-1] not in "）)" else here

    def _number_over(self, i: int) -> Head | None:
        """A number that stands above the title, with some short lines between (a motto, 签发人)."""
        for at in range(i - 1, max(self.at.done, self.at.floor, i - 1 - _BETWEEN) - 1, -1):
            if number := number_line(self.lines[at].s):
                between = self.source.stack(self.lines[at + 1 : i])
                name = local_id(number, self.source)
                none = Text.empty()
                return Head(at, i, none, none, self.lines[at], number.read, name, column=between, why="number title")
            if titles.ends(self.lines[at].s) or len(self.lines[at].s) > _SHORT:
                return None
        return None

    def _with_column(self, head: Head) -> Head:
        """The head with the heading of the column that stands above it."""
        at = head.start - 1
        if (
            at >= self.at.done
            and at >= self.at.floor
            and titles.column(self.lines[at].s)
            and self.before.ended(head.start)
        ):
            below = [head.column] if head.column.s else []
            return head._replace(start=at, column=self.source.stack([self.lines[at], *below]))
        return head

    def _named(self, head: Head) -> Head:
        """The head with an id of its own: the second document that bears a number gets -2 behind it, one
        without a number is counted (doc-2005-1)."""
        name = head.id or f"doc-{self.source.record.year}"
        self.ids[name] += 1
        return head if head.id and self.ids[name] == 1 else head._replace(id=f"{name}-{self.ids[name]}")
