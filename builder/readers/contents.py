"""Printed contents (目录): a title, a leader of dots or a tab, a page number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from builder.engine.text import Text
from builder.language.date_tokens import value
from builder.language.document_numbers import number_line
from builder.language.labels import squeeze
from builder.language.numbering import iso_date
from builder.model.blocks import Item
from builder.model.volume import Contents, FrontPage
from builder.readers import titles
from builder.readers.source import Source

_LINE = re.compile(
    r"(?P<title>.*?)(?P<leader>[.．…·\s/]*)(?P<page>[（(]?(?P<number>\d{1,4})[）)]?|[（(](?P<chinese>[一二三四五六七八九十〇○百]{1,4})[）)])"
)
_LEADER = re.compile(
    r"[.．·]{3,}|…|\t|/[ \u3000]*[（(]?\d{1,4}[）)]?$|(?<=[）)\u4e00-\u9fff》])[ \u3000]*[（(][0-9０-９]{1,3}[）)]$"
)
# (3) 关于…, 3　关于…: the page may stand in front. The number of the document may stand behind its title.
_FIRST_PAGE = re.compile(
    r"^(?:[（(](?P<inside>\d{1,3})[）)][ \u3000]*|(?P<number>\d{1,3})[ \u3000\t]*(?=[\u4e00-\u9fff《“]))"
)
_LAST_PAGE = re.compile(r"(?<=\S)[ \u3000]*\d{1,4}$")
_INNER_NUMBER = re.compile(r"[（(]?[\u4e00-\u9fff]{2,10}[〔\[（(［]\d{4}[〕\]）)］]第?\d+号[）)]?[ \u3000]*$")
# The head of a decree, whose regulation is printed again below it.
_DECREE = re.compile(
    r"[\u4e00-\u9fff \u3000]{3,30}(?:令|公[ \u3000]*告)\n"
    r"[（(]?第[ \u3000]*[0-9一二三四五六七八九十百]+[ \u3000]*号[）)]?"
)
# Headings of parts, or titles without a page, that follow each other in contents: not more than these.
_PARTS = 12
_ISSUE = re.compile(r"第[ \u3000]*\d+[ \u3000]*期")
_ITS_NUMBER = re.compile(r"[（(][\u4e00-\u9fff]{2,10}[〔\[（(［]\d{4}[〕\]）)］]第?\d+号[）)]")
# Not more lines (headings of columns) stand between two titles with a page in front.
_BETWEEN = 4
# Contents are not longer than this.
_MOST = 400
HEADING = re.compile(r"目[ \u00a0\u3000]*[录次]")


def contents_end(lines: list[Text]) -> int:
    """The line behind the last line of the contents; 0 where there are none.

    They end with the last title that a leader parts from its page: what stands between are the
    headings of their parts.
    """
    start = contents_start(lines)
    if start == len(lines):
        return 0
    again = _again(lines, start) or _numbered(lines, start) or _led(lines, start)
    end = start
    for i in range(start, again or len(lines)):
        # A number on a line of its own belongs to a document.
        if number_line(lines[i].s):
            break
        if paged(lines[i].s):
            end = i + 1
        elif i > end + _PARTS:
            break
    return max(again, end)


def _again(lines: list[Text], start: int) -> int:
    """The line at which what is listed is printed again, with the sentences in front of it; 0 where nothing is."""
    seen: set[str] = set()
    for i in range(start + 1, min(len(lines), start + _MOST)):
        name = name_of(lines[i].s)
        if number_line(lines[i].s):
            break
        if i + 1 < len(lines) and _DECREE.fullmatch(f"{lines[i].s}\n{lines[i + 1].s}"):
            return i
        # In the text a title, or the name of a decree and its number, may stand on two lines.
        longer = name_of(lines[i].s + lines[i + 1].s) if i + 1 < len(lines) else name
        if (name in seen or longer in seen) and i > start + 1 and len(name) > 1:
            return next(at for at in range(i, start, -1) if "。" not in lines[at - 1].s)
        seen.add(name)
    return 0


def _numbered(lines: list[Text], start: int) -> int:
    """The line behind titles that bear their document's number and no page (…的通知（某政发〔2019〕4号）); 0 where
    the first line has none."""
    end = start + 1
    while end < len(lines) and _INNER_NUMBER.search(lines[end].s) and not number_line(lines[end].s):
        end += 1
    return end if end > start + 1 else 0


def _led(lines: list[Text], start: int) -> int:
    """The line behind titles with their pages in front (3　关于…), whatever stands between; 0 where there are none.

    Pages that count 1, 2, 3 are the numbers of chapters, but where the number of a document follows.
    """
    end, at, pages = start + 1, start + 1, list[int]()
    while at < min(len(lines), end + _BETWEEN):
        row = _row(lines, at)
        if row and (not pages or row[0] >= pages[-1]):
            pages.append(row[0])
            end = at = row[1]
        else:
            at += 1
    sure = pages[-1:] > [len(pages)] or end < len(lines) and number_line(lines[end].s) is not None
    return end if len(pages) > 1 and sure else 0


def _row(lines: list[Text], at: int) -> tuple[int, int] | None:
    """The page in front of the title at line `at`, on one line or two, and the line behind it and its number."""
    found = _FIRST_PAGE.match(lines[at].s)
    if not found or number_line(lines[at].s):
        return None
    title = lines[at].s[found.end() :]
    below = lines[at + 1].s if at + 1 < len(lines) else ""
    end = at + 1 if _is_title(title) else at + 2 if _is_title(title + below) else 0
    if end == 0:
        return None
    end += end < len(lines) and _ITS_NUMBER.fullmatch(lines[end].s.strip()) is not None
    return int(found["inside"] or found["number"]), end


def _is_title(said: str) -> bool:
    title = "".join(_INNER_NUMBER.sub("", said).split())
    return titles.strong(title) or titles.column(title)


def contents_start(lines: list[Text]) -> int:
    """The line that heads the contents; their number where there are none.

    A regulation has contents of its own: they stand behind a number, or behind the date that signs a text. A masthead
    bears a date too.
    """
    said = False
    for i, line in enumerate(lines):
        if HEADING.fullmatch(line.s):
            return i
        said = said or "。" in line.s
        if number_line(line.s) or said and iso_date(line.s):
            break
    return len(lines)


def name_of(line: str) -> str:
    """What a line of contents names, to know it again in the body: without page, leader, number and spaces."""
    name = _LAST_PAGE.sub("", _FIRST_PAGE.sub("", line))
    found = _LINE.fullmatch(name)
    if found and _LEADER.search(name):
        name = found["title"]
    return "".join(c for c in without_number(name) if c.isalnum())


def listed_names(lines: list[Text], end: int) -> frozenset[str]:
    """The names that the contents before line `end` list, as `name_of` gives them."""
    rows = [line.s for line in lines[contents_start(lines) : end]]
    return frozenset(name_of(row) for row in rows if is_row(row, rows))


def is_row(line: str, rows: Sequence[str]) -> bool:
    """True for a line of contents that names something: it bears a page, or none of them does. Not the issue's own."""
    return paged(line) or not (HEADING.fullmatch(line) or _ISSUE.search(line)) and not any(map(paged, rows))


def paged(line: str) -> bool:
    """True for a line of contents that says on which page something stands."""
    return _LINE.fullmatch(line) is not None and _LEADER.search(line) is not None


def without_number(title: str) -> str:
    """A title of the contents without the document number that may stand behind it."""
    return _INNER_NUMBER.sub("", title)


def read_contents(lines: list[Text], source: Source) -> tuple[FrontPage, list[Contents]]:
    """The contents as a page (as printed, without leaders) and as data.

    A line without a page number and a leader is the heading of a part.
    """
    listed: list[Contents] = []
    blocks: list[Item] = []
    section: str | None = None
    # Titles behind their pages may go on in the next line.
    led = False
    for line in lines:
        found = _LINE.fullmatch(line.s)
        if found and _LEADER.search(line.s):
            title, page = line[: found.end("title")], line[found.start("page") :]
            gap = _gap(line[found.start("leader") : found.end("leader")], source)
            number = found["number"] or str(value(found["chinese"]))
            blocks.append(Item(Text.join([title, gap, page]), number=number))
            listed.append(Contents(squeeze(title.s), int(number), section))
        elif first := _FIRST_PAGE.match(line.s):
            number = first["inside"] or first["number"]
            blocks.append(Item(line, number=number))
            listed.append(Contents(squeeze(line.s[first.end() :]), int(number), section))
            led = True
        elif led and (_ITS_NUMBER.fullmatch(line.s.strip()) or not _is_title(listed[-1].title)):
            blocks.append(Item(line))
            listed[-1].title += squeeze(line.s)
        else:
            blocks.append(Item(line))
            if squeeze(line.s) not in ("目录", "目次"):
                section = squeeze(line.s)
    return FrontPage("contents", "contents", "目录", list(blocks)), listed


def _gap(leader: Text, source: Source) -> Text:
    """The one space (or dot, where it has none) of a leader that stays between title and page; all else
    of it is dropped."""
    at = next((i for i, c in enumerate(leader.s) if c.isspace()), 0)
    source.drop("contents.leader", leader[:at])
    source.drop("contents.leader", leader[at + 1 :])
    return leader[at : at + 1]
