"""Where the documents of a gazette begin: a number, the shape of a title, the signing block of the one before."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from pypinyin import Style, lazy_pinyin

from builder.engine.text import Text
from builder.language.date_tokens import value
from builder.language.document_numbers import NumberLine, number_line
from builder.language.headings import heading
from builder.language.labels import squeeze
from builder.readers import titles
from builder.readers.contents import contents_end
from builder.readers.shapes import government, issuer, title_like
from builder.readers.source import Source

_DIGITS = "[0-9０-９]"
# The number of a decree stands under its name, which is its series: 某市人民政府令 / 第5号.
_DECREE = re.compile(r"(?P<issuer>[\u4e00-\u9fff]{2,40}?)(?:训令|指令|命令|令|公告|通告|布告)")
_DECREE_NAME = re.compile(r"(?:训|指|命)?令|公告|通告|布告")
_CN = "[〇○零一二三四五六七八九十百]"
_SERIAL = re.compile(
    rf"[（(]?(?:[〔\[](?P<term>[第\u4e00-\u9fff]{{1,8}}届)[〕\]] ?)?(?:(?P<year>[12]{_DIGITS}{{3}}) ?年 ?)?"
    rf"(?:[\u4e00-\u9fff]{{1,4}}字 ?)?第 ?(?P<number>{_DIGITS}+|{_CN}+) ?号[）)]?"
)
_INLINE = re.compile(r"(?P<title>.{6,}?)[ \u3000]*(?P<number>[（(][^（）()]{2,16}[〔\[（(][^（）()]{1,30}号[）)])")
_TITLE = re.compile(r"关于.{2,}|.{4,}(?:通知|意见|办法|方案|决定|公告|通告|规定|细则|批复|通报|函|纲要|规划|报告)")
_LETTERHEAD = re.compile(r"[\u4e00-\u9fff]{2,30}文件")
_ARTICLE = re.compile(r"第[一二三四五六七八九十百\d]+[条章]")
# So many lines, none longer, may stand between a number and its title.
_BETWEEN, _SHORT = 3, 20
# A title is not longer than this many lines.
_LINES = 7
# 1981 as 81: years of two digits are of that century.
_CENTURY = 1900


_QUARTER = re.compile(r"[^，。；：]{0,20}(?:第?[一二三四]季度|[上下]半年)(?:[\u4e00-\u9fff]{0,6})大事记")
_OPENS = ("关于", "转发", "批转", "印发", "颁发", "颁布", "公布", "贯彻", "废止")


class Head(NamedTuple):
    """The head of a document: lines `start:body` are column, issuer, title and number.

    `read` is the number in the form that all links use (晋市政办〔2020〕3号), '' where none is printed;
    `id` the local id (jszb-2020-3); `issuer_read` the issuer that stands within the title; `date` the one that
    stands with the number. `why` says what it was known by.
    """

    start: int
    body: int
    issuer: Text
    title: Text
    number: Text
    read: str
    id: str
    issuer_read: str = ""
    column: Text = Text.empty()
    date: str | None = None
    why: str = ""


def heads(lines: list[Text], source: Source) -> list[Head]:
    """The heads of all documents, in printed order."""
    return _Finder(lines, source).all()


class _Finder:
    """Goes through the lines of a gazette; `done` is the line behind the last head."""

    def __init__(self, lines: list[Text], source: Source) -> None:
        self.lines, self.source = lines, source
        self.floor = self.done = contents_end(lines)
        self.found: list[Head] = []
        self.ids: Counter[str] = Counter()

    def all(self) -> list[Head]:
        """Every head, each begun behind the one before."""
        for i in range(self.floor, len(self.lines)):
            if i < self.done:
                continue
            ways = (self._numbered, self._decree, self._inline, self._red, self._marked, self._unnumbered)
            head = next((one for way in ways if (one := way(i))), None)
            if head:
                self.found.append(self._named(self._with_column(head)))
                self.done = head.body
        return self.found

    # ---- with a number --------------------------------------------------------------------------

    def _numbered(self, i: int) -> Head | None:
        """A document whose number stands below its title (晋市政发〔2020〕2号)."""
        number = number_line(self.lines[i].s)
        if not number:
            return None
        start, titled = self._above(i)
        title = titles.joined(self.lines[titled:i])
        if titled >= i or not (_TITLE.fullmatch(title) or titles.strong(title) or self._stands_out(titled, i)):
            return None
        if self._passed_on(title) or (not number.series and not titles.strong(title)):
            return None
        return self._head(start, titled, i, i, i + 1, number, "number title")

    def _red(self, i: int) -> Head | None:
        """A document whose number stands above its title, below a red letterhead, the name of its office, or none."""
        start, line = i, self.lines[i].s
        if (_LETTERHEAD.fullmatch("".join(line.split())) or titles.org(line)) and i + 1 < len(self.lines):
            i += 1
        number = number_line(self.lines[i].s)
        if not number:
            return None
        end = self._title_end(i + 1)
        first = self._issuers(i + 1, end)
        title = titles.joined(self.lines[first:end])
        if first >= end or not (titles.strong(title) or titles.scheme(title)) or not (number.series or start < i):
            return None
        head = self._head(i + 1, first, end, i, end, number, "number title")
        if start == i:
            return head
        above = self.lines[start:i] if not head.issuer.s else []
        return head._replace(start=start, issuer=self.source.stack(above) if above else head.issuer)

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
        """A decree or a public notice: 某市人民政府令, and 第5号 behind it or on the next line."""
        lines = self.lines
        joined, used = "".join(lines[i].s.split()), 1
        if i + 1 < len(lines) and titles.org(joined) and _DECREE_NAME.fullmatch("".join(lines[i + 1].s.split())):
            joined, used = joined + "".join(lines[i + 1].s.split()), 2
        name = _DECREE.match(lines[i].s) if used == 1 else _DECREE.fullmatch(joined)
        if not name:
            return None
        end = name.end() if used == 1 else len(lines[i])
        rest, body = lines[i][end:] if used == 1 else Text.empty(), i + used
        if not rest.s and body < len(lines):
            rest, body = lines[body], body + 1
        serial = _SERIAL.fullmatch(rest.s.strip())
        if not serial:
            return None
        title = lines[i][:end] if used == 1 else Text.join(lines[i : i + 2])
        number = rest.strip()
        self.source.drop("line.space", rest[: len(rest) - len(number)])
        year = _value(serial["year"] or str(self.source.record.year))
        said, called = squeeze(number.s).strip("（）()"), "".join(title.s.split())
        read = said if serial["term"] else f"{called}{said}"
        identity = f"{_code(called, self.source)}-{year}-{value(serial['number'])}"
        return Head(i, body, Text.empty(), title, number, read, identity, name["issuer"], why="number title")

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
        while body < min(len(lines), i + _LINES) and title_like(lines[body]) and source.marked("heading", lines[body]):
            body += 1
        title = Text.join(lines[i + 1 : body])
        if not _TITLE.fullmatch(title.s) or (body < len(lines) and number_line(lines[body].s)):
            return None
        return Head(i, body, lines[i], title, Text.empty(), "", "", why="title")

    def _unnumbered(self, i: int) -> Head | None:
        """A document that bears no number: the shape of a title, and a signing block in front of it or behind it,
        recipients or the line of its passing below it."""
        if self.source.facts.marks.get("heading") or not titles.may_title(self.lines[i]) or not self._block_begins(i):
            return None
        end = self._title_end(i)
        first = self._issuers(i, end)
        title = titles.joined(self.lines[first:end])
        whole = titles.joined(self.lines[i:end])
        if first >= end:
            return None
        behind = self.lines[end].s if end < len(self.lines) else ""
        if number_line(behind):
            return None
        is_strong = titles.strong(title) or titles.strong(whole)
        after = self._ended(i)
        below = titles.recipients(behind) or titles.stated_date(behind) is not None
        own = (
            bool(self._issuer_in(whole)) or first > i or titles.strong(whole) and not whole.startswith(("关于", "印发"))
        )
        alone = i == 0 or self.source.parted(self.lines[i - 1], self.lines[i])
        under = i > self.done and titles.column(self.lines[i - 1].s)
        good = is_strong and (below and (own or after) or (after or alone) and own and self._signs(end) or under)
        loose = after and titles.scheme(title) and _ARTICLE.match(behind) is not None
        if not (good or loose) or self._transmitted(title) or self._transmitted(whole):
            return None
        if loose and not good:
            self.source.doubt("document.loose", self.lines[i])
        issuers = self.source.stack(self.lines[i:first]) if first > i else Text.empty()
        date = titles.stated_date(behind)
        head = self._number_over(i) or Head(i, end, issuers, issuers, Text.empty(), "", "", why="title signature")
        named = Text.join(self.lines[first:end])
        return head._replace(issuer=issuers, title=named, body=end, issuer_read=self._issuer_in(whole), date=date)

    def _number_over(self, i: int) -> Head | None:
        """A number that stands above the title, with some short lines between (a motto, 签发人)."""
        for at in range(i - 1, max(self.done, self.floor, i - 1 - _BETWEEN) - 1, -1):
            if number := number_line(self.lines[at].s):
                between = self.source.stack(self.lines[at + 1 : i])
                name = local_id(number, self.source)
                none = Text.empty()
                return Head(at, i, none, none, self.lines[at], number.read, name, column=between, why="number title")
            if titles.ends(self.lines[at].s) or len(self.lines[at].s) > _SHORT:
                return None
        return None

    def _transmitted(self, title: str) -> bool:
        """True for what the document before transmits or announces: its title names it, or its text quotes it."""
        if not self.found:
            return False
        last = self.found[-1]
        name = _key(title)
        before = _key(last.title.s)
        if name and (name in before or name.removeprefix("关于") in before):
            return True
        body = "".join(_key(line.s) for line in self.lines[last.body : last.body + 40])
        quoted = any(_key(one) in name or name in _key(one) for one in _quoted(self.lines[last.body :]) if len(one) > 4)
        return quoted or bool(name) and f"附件{name}" in body

    def _passed_on(self, title: str) -> bool:
        """True for a numbered document that the one before passes on: its title is in that one's title."""
        last = _key(self.found[-1].title.s) if self.found else ""
        own = _key(title)
        return bool(re.search("转发|批转|印发", last)) and len(own) > len(_key("关于")) + 4 and own in last

    def _ended(self, i: int) -> bool:
        """True where what stands above line `i` is over: a signing block, the heading of a column, or nothing."""
        at = i - 1
        while at >= self.floor and titles.column(self.lines[at].s):
            at -= 1
        if not self.found:
            return True
        if at < self.done or at < self.floor:
            return at < i - 1
        return at < i - 1 or titles.ends(self.lines[at].s)

    def _signs(self, at: int) -> bool:
        """True where a signing block follows before the next number."""
        for line in self.lines[at : at + 60]:
            if number_line(line.s):
                return False
            if titles.signed_date(line.s) is not None:
                return True
        return False

    # ---- lines of a head ------------------------------------------------------------------------

    def _block_begins(self, i: int) -> bool:
        above = self.lines[i - 1] if i > self.floor else None
        if above is None or i == self.done:
            return True
        return self.source.parted(above, self.lines[i]) or not title_like(above) or titles.ends(above.s)

    def _title_end(self, i: int) -> int:
        """The line behind the title that begins at line `i`, its issuers included."""
        end = i
        while end < min(len(self.lines), i + _LINES) and (
            titles.may_title(self.lines[end]) or end > i and titles.column(self.lines[end].s)
        ):
            if end > i and self.source.parted(self.lines[end - 1], self.lines[end]):
                break
            if number_line(self.lines[end].s) or heading(self.lines[end].s):
                break
            end += 1
            if titles.strong(titles.joined(self.lines[self._issuers(i, end) : end])):
                break
        return end

    def _issuers(self, i: int, end: int) -> int:
        """The first line of the title behind the lines of issuers at its head; a decree's name is no issuer."""
        first = i
        while first < end - 1 and titles.org(self.lines[first].s):
            first += 1
        # 某委员会 / 第六次全体会议决议 is one title: it does not say what it is about by itself.
        return first if self.lines[first].s.startswith(_OPENS) or first == i else i

    def _above(self, i: int) -> tuple[int, int]:
        """The first line of the head above line `i`, and the first line of its title.

        A head without an issuer is as long as its lines bear a heading mark, or stand in one block with the shape of a
        title, or one line.
        """
        lines, floor = self.lines, self.done
        at = i - 1
        while at >= max(floor, i - _LINES) and title_like(lines[at]):
            if self._issuing(lines[at]) and at + 1 < i:
                first = at
                while first > floor and titles.org(lines[first - 1].s) and not self._closes(first - 1):
                    first -= 1
                return first, at + 1
            at -= 1
        at = i
        while at > floor and title_like(lines[at - 1]) and self.source.marked("heading", lines[at - 1]):
            at -= 1
        if at == i and i > floor and title_like(lines[i - 1]):
            at = self._block_top(i)
        return at, at

    def _block_top(self, i: int) -> int:
        """The first line of the shortest run of lines above `i` that has the shape of a title; one line at least."""
        for at in range(i - 1, max(self.done, i - _LINES) - 1, -1):
            if not titles.may_title(self.lines[at]) or (
                at < i - 1 and self.source.parted(self.lines[at], self.lines[at + 1])
            ):
                break
            if titles.strong(titles.joined(self.lines[at:i])):
                top = at
                while top > self.done and top > i - _LINES and self._goes_up(top):
                    top -= 1
                return top
        return i - 1

    def _goes_up(self, at: int) -> bool:
        """True where the line above belongs to the title too: nothing parts them, it ends nothing, and it names an
        office or says what is passed on."""
        above = self.lines[at - 1]
        near = titles.may_title(above) and not titles.ends(above.s) and not self.source.parted(above, self.lines[at])
        return near and (titles.org(above.s) or re.search(r"关于|转发|批转|印发", above.s) is not None)

    def _closes(self, at: int) -> bool:
        return at + 1 < len(self.lines) and titles.signed_date(self.lines[at + 1].s) is not None

    def _stands_out(self, start: int, end: int) -> bool:
        return all(self.source.marked("heading", line) for line in self.lines[start:end])

    def _issuing(self, line: Text) -> bool:
        """True for a line of one or several issuers; others than governments must stand out, by a heading mark or bold
        type as a whole, where the text has any: a list may name offices too."""
        if government(line.s):
            return True
        bold = sum(mark.end - mark.start for mark in self.source.marked("bold", line))
        stands_out = bool(self.source.marked("heading", line)) or bold >= len(line)
        if stands_out:
            return issuer(line.s) or government(line.s.split()[0])
        plain = not self.source.facts.marks.get("heading") and not self.source.facts.marks.get("bold")
        return plain and titles.org(line.s)

    def _with_column(self, head: Head) -> Head:
        """The head with the heading of the column that stands above it."""
        at = head.start - 1
        if at >= self.done and at >= self.floor and titles.column(self.lines[at].s) and self._ended(head.start):
            return head._replace(start=at, column=self.lines[at])
        return head

    def _named(self, head: Head) -> Head:
        """The head with an id of its own: the second document that bears a number gets -2 behind it, one
        without a number is counted (doc-2005-1)."""
        name = head.id or f"doc-{self.source.record.year}"
        self.ids[name] += 1
        return head if head.id and self.ids[name] == 1 else head._replace(id=f"{name}-{self.ids[name]}")


def local_id(number: NumberLine, source: Source) -> str:
    """The local id of the document that bears a number."""
    year = number.year + _CENTURY if 0 < number.year < 100 else number.year
    series = _code(number.series, source) if number.series else "doc"
    return "-".join(str(one) for one in (series, year, number.serial) if one)


def _quoted(lines: Sequence[Text]) -> set[str]:
    """The titles that the first paragraphs quote, up to the signing block."""
    found: set[str] = set()
    for line in lines[:40]:
        if titles.signed_date(line.s) is not None:
            break
        found.update(re.findall(r"《([^《》]+(?:〈[^〉]*〉[^《》]*)*)》", line.s))
    return found


@lru_cache(maxsize=4096)
def _key(title: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKC", title) if c.isalnum())


def _value(digits: str) -> int:
    return int(unicodedata.normalize("NFKC", digits))


def _code(series: str, source: Source) -> str:
    """The code that the ids of a series begin with: from names.toml, else the initials of its pinyin."""
    known = source.facts.data.names.series
    return str(known.get(series) or "".join(lazy_pinyin(series, style=Style.FIRST_LETTER, errors="ignore")) or "doc")


def chronicle_heading(line: Text) -> bool:
    """True for the heading of a 大事记 of a month, or of some."""
    named = heading(line.s)
    return (named is not None and named.month is not None and "事" in line.s) or _QUARTER.fullmatch(line.s) is not None
