"""The lines of a document's head: where its issuers and its title begin and end."""

from __future__ import annotations

import re

from builder.engine.text import Text
from builder.language.document_numbers import number_line
from builder.language.headings import heading
from builder.language.labels import fold
from builder.readers import titles
from builder.readers.contents import listed_names, name_of
from builder.readers.shapes import government, issuer, title_like
from builder.readers.source import Source

# A title is not longer than this many lines.
LINES = 7
# What a title that stands with its number is at least.
TITLE = re.compile(r"关于.{2,}|.{4,}(?:通知|意见|办法|方案|决定|公告|通告|规定|细则|批复|通报|函|纲要|规划|报告)")
_LEAST = 8
_CLOSES = re.compile(r"[（(](?:试行|暂行|草案|修订|修正|征求意见稿)[）)](?:的(?:通知|公告|通告|决定|函|命令))?")
_OPENS = ("关于", "转发", "批转", "印发", "颁发", "颁布", "公布", "贯彻", "废止")


class HeadLines:
    """The lines of a gazette; no head begins above `floor`, and the last one found ends at `done`."""

    def __init__(self, lines: list[Text], source: Source, floor: int) -> None:
        self.lines, self.source = lines, source
        self.floor = self.done = floor
        self._listed = listed_names(lines, floor)

    def listed(self, title: str) -> bool:
        """True for a title that the printed contents list; so short a one may be the heading of a part, and 大事记 is
        no document."""
        return len(title) >= _LEAST and not title.endswith("大事记") and name_of(title) in self._listed

    def begins(self, i: int) -> bool:
        above = self.lines[i - 1] if i > self.floor else None
        if above is None or i == self.done:
            return True
        over = not titles.may_title(above)
        return over or self.source.parted(above, self.lines[i])

    def end(self, i: int, *, gaps: bool = False) -> int:
        """The line behind the title that begins at line `i`, its issuers included; over `gaps` where its lines may
        stand apart."""
        end = i
        while end < min(len(self.lines), i + LINES) and (
            titles.may_title(self.lines[end]) or end > i and titles.column(self.lines[end].s)
        ):
            if end > i and not gaps and self.source.parted(self.lines[end - 1], self.lines[end]):
                break
            if number_line(self.lines[end].s) or heading(self.lines[end].s):
                break
            end += 1
            if titles.strong(titles.joined(self.lines[self.issuers(i, end) : end])) and not self._goes_on(end):
                break
        return end

    def _goes_on(self, end: int) -> bool:
        """True where the line behind a title that is whole closes it: （试行）, （试行）的通知."""
        return end < len(self.lines) and _CLOSES.fullmatch(self.lines[end].s.strip()) is not None

    def issuers(self, i: int, end: int) -> int:
        """The first line of the title behind the lines of issuers at its head; a decree's name is no issuer."""
        first = i
        while first < end - 1 and titles.org(self.lines[first].s):
            first += 1
        # 某委员会 / 第六次全体会议决议 is one title: it does not say what it is about by itself.
        return first if self.lines[first].s.startswith(_OPENS) or first == i else i

    def above(self, i: int) -> tuple[int, int]:
        """The first line of the head above line `i`, and the first line of its title.

        A head without an issuer is as long as its lines bear a heading mark, or stand in one block with the shape of a
        title, or one line.
        """
        lines, floor = self.lines, self.done
        at = i - 1
        while at >= max(floor, i - LINES) and title_like(lines[at]):
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
            at = self._top(i)
        return at, at

    def _top(self, i: int) -> int:
        """The first line of the shortest run of lines above `i` that has the shape of a title; one line at least."""
        for at in range(i - 1, max(self.done, i - LINES) - 1, -1):
            if not titles.may_title(self.lines[at]) or (
                at < i - 1 and self.source.parted(self.lines[at], self.lines[at + 1])
            ):
                break
            if titles.strong(titles.joined(self.lines[at:i])):
                top = at
                while top > self.done and top > i - LINES and self._goes_up(top):
                    top -= 1
                return top
        return i - 1

    def _goes_up(self, at: int) -> bool:
        """True where the line above belongs to the title too: nothing parts them, it ends nothing, and it names an
        office or says what is passed on."""
        above = self.lines[at - 1]
        near = titles.may_title(above) and not titles.ends(above.s) and not self.source.parted(above, self.lines[at])
        return near and (titles.org(above.s) or re.search(r"关于|转发|批转|印发", fold(above.s)) is not None)

    def _closes(self, at: int) -> bool:
        return at + 1 < len(self.lines) and titles.signed_date(self.lines[at + 1].s) is not None

    def stand_out(self, start: int, end: int) -> bool:
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

    def below(self, i: int) -> tuple[int, int]:
        """The first line of the title below a number, its issuers left out, and the line behind it. Where recipients
        follow, its lines may stand apart from each other."""
        near, far = self.end(i), self.end(i, gaps=True)
        apart = far > near and titles.strong(titles.joined(self.lines[i:far])) and titles.recipients(self.behind(far))
        end = far if apart else near
        return self.issuers(i, end), end

    def behind(self, at: int) -> str:
        """The line below a title; where it opens a bracket that the next one closes, or the two say at which meeting
        it was given, both."""
        here, *below = [line.s for line in self.lines[at : at + 2]] or [""]
        whole = here.strip() + "".join(below).strip()
        bracket = re.fullmatch(r"[（(][^（）()]*[）)]", whole) and here[-1] not in "）)"
        met = titles.stated_date(whole) if here.startswith("—") else None
        return whole if bracket or met else here

    @staticmethod
    def issuer_in(title: str) -> str:
        """The office that a title names in front of what it is about; '' without one."""
        found = re.match(r"(?P<issuer>.{4,40}?)(?:关于|转发|批转|印发)", title)
        return found["issuer"] if found and titles.org(found["issuer"]) else ""
