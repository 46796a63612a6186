"""Signs of texture and kind in a raw text, counted, each with some lines that show it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from builder.language.dates import label
from builder.language.document_numbers import number_line
from builder.language.headings import heading, title_year
from builder.language.labels import SIGNS
from builder.language.numbering import iso_date, number
from builder.language.sections import KNOWN, key
from builder.readers import titles
from builder.readers.contents import HEADING
from builder.readers.entry_head import BEHIND, BRACKETED, ORDINAL, TITLE

_SAMPLES, _SHOWN = 3, 30
_MARKDOWN = re.compile(r"#{1,6}[ \t]|\*\*[^*]+\*\*|\|.*\|$|</?su[pb]>")
_DOUBLED = re.compile(r"(?P<said>[\u4e00-\u9fff]\S{2,30}?)[ \u3000]?(?P=said)(?!(?P=said))")
_PAGE = re.compile(r"[—–－\-·•]+[ \u3000]*\d{1,4}[ \u3000]*[—–－\-·•]*|第[ \u3000]*\d{1,4}[ \u3000]*页.{0,12}|\d{1,4}")
_MARK = re.compile(rf"[{''.join(SIGNS)}〇○□■★·•]?[ \u00a0\u3000]*")
_CLOSED = re.compile(r"[。！？：；…”）)》.!?;:]$")
_CHRONICLE = re.compile(r"大事记|大事纪|大事年表|纪事|编年|月志")
_YEARBOOK = re.compile(r"年鉴")
_ITEM = re.compile(r"【[^】]{2,30}】|\*\*[^*。]{2,30}\*\*[ \u3000]*\S")
_VOLUME = re.compile(r"年鉴[》·\s]*[（(]?((?:1[89]|20)\d{2})|((?:1[89]|20)\d{2})[年\s]*[\u4e00-\u9fff]{1,10}年鉴")
_TOLD = re.compile(r"(?:记载|反映|收录|记述|记录|时限|限于|上限)[^。]{0,16}?((?:1[89]|20)\d{2})年")
_FEW, _SECTIONS, _SHORT = 5, 3, 24
_GAZETTE = re.compile(r"(?:政府|人民政府|常务委员会|市政|省政|县政|政务)公报|政报")
_DOCUMENT = re.compile(r"(?:规划|纲要|计划|预案|方案|条例|办法|报告|统计公报|讲话|决议|决定|意见)(?:[（(].*[）)])?$")
_YEAR = re.compile(r"(?<![0-9])(1[0-9]\d\d|20\d\d)(?=年|[.]\d|$)")
_ALONE = re.compile(r"[#*（(]*(1[89]\d\d|20\d\d)[)）*]*年?度?")
# So many lines are the top of a book; so many doubled words, or pages, are a text layer's.
_TOP, _TWICE, _PAGED, _OFTEN = 12, 5, 20, 5
# The name of a book over its pages.
_BOOK = re.compile(r"公报|政报|年鉴|大事记|规划|纲要|[市县区]志")
# 某市大事记（2020）.
_CLOSING = re.compile(r"[（(]((?:1[89]|20)\d{2})年?[）)]$")
_WORDS = ("同日", "是日", "当日")
_LONGEST = 40


class Seen(NamedTuple):
    """A sign: what it is called, how often it is met, some of the lines (number, beginning)."""

    name: str
    times: int
    samples: tuple[tuple[int, str], ...] = ()


class Line(NamedTuple):
    """A line that holds text: its number, the text without the white space around it."""

    number: int
    s: str


def lines_of(text: str) -> list[Line]:
    """The lines of a text that hold anything."""
    return [Line(n, one.strip()) for n, one in enumerate(text.split("\n"), 1) if one.strip()]


def seen(name: str, lines: Sequence[Line], of: Callable[[str], object]) -> Seen:
    """How many lines are of a sort, and the first of them."""
    found = [line for line in lines if of(line.s)]
    return Seen(name, len(found), tuple((line.number, line.s[:_SHOWN]) for line in found[:_SAMPLES]))


def markdown(lines: Sequence[Line]) -> Seen:
    """Signs that recognition leaves as Markdown."""
    return seen("Markdown 记号", lines, _MARKDOWN.match)


def doubled(lines: Sequence[Line]) -> Seen:
    """Bold type that a text layer says twice."""
    return seen("重复的粗体字", lines, _DOUBLED.match)


def pages(lines: Sequence[Line]) -> Seen:
    """Lines that are a page number."""
    return seen("页码", lines, _PAGE.fullmatch)


def wrapped(lines: Sequence[Line]) -> Seen:
    """Lines that end nothing, as where the column ends."""
    return seen("行末未完的行", lines, lambda s: len(s) > 14 and not _CLOSED.search(s) and "\t" not in s)


def labelled(s: str) -> bool:
    """True for a line that begins with the label of an entry: a date, and text or the end of the line."""
    sign = _MARK.match(s)
    s = s[sign.end() :] if sign else s
    s = s[found.end() :] if (found := ORDINAL.match(s) or TITLE.match(s)) else s
    if s.startswith(_WORDS):
        return True
    if bracket := BRACKETED.match(s):
        inside = label(bracket["date"])
        return inside is not None and inside.width == len(bracket["date"])
    named = label(s)
    return named is not None and not (
        named.bare and named.form in ("figures", "year", "season") and len(s) > named.width
    )


def labels(lines: Sequence[Line]) -> Seen:
    """Lines that begin an entry of a chronicle, or end one with its date."""
    begun = seen("条目的日期标目", lines, lambda s: heading(s) is None and labelled(s) and iso_date(s) is None)
    ended = seen("条目末尾的日期", lines, lambda s: (at := BEHIND.search(s)) and label(at["date"]))
    return max(begun, ended, key=lambda one: one.times)


def numbers(lines: Sequence[Line]) -> Seen:
    """Lines that are a document number."""
    return seen("发文字号", lines, number_line)


def titled(lines: Sequence[Line]) -> Seen:
    """Lines that have the shape of a document's title."""
    return seen("文件题名", lines, lambda s: len(s) <= _LONGEST and titles.strong("".join(s.split())))


def parts(lines: Sequence[Line]) -> Seen:
    """Headings of parts and chapters."""
    return seen(
        "编、章、节", lines, lambda s: len(s) <= _LONGEST and (n := number(s)) and n.kind in ("chapter", "section")
    )


def contents(lines: Sequence[Line]) -> Seen:
    """The heading of printed contents."""
    return seen("目录", lines, HEADING.fullmatch)


def headings(lines: Sequence[Line]) -> tuple[Seen, Seen]:
    """Headings of years, and of months."""
    return (
        seen("年标题", lines, lambda s: (named := heading(s)) and named.year and not named.month),
        seen("月标题", lines, lambda s: (named := heading(s)) and named.month),
    )


def heads(lines: Sequence[Line]) -> list[Seen]:
    """Short lines that recur: the name of the book over its pages."""
    times: dict[str, list[Line]] = {}
    for line in lines:
        if 4 <= len(line.s) <= _LONGEST and not _CLOSED.search(line.s) and not labelled(line.s):
            times.setdefault("".join(line.s.split()), []).append(line)
    often = [some for some in times.values() if len(some) >= _OFTEN and _BOOK.search(some[0].s)]
    return [Seen("书眉", len(some), tuple((line.number, line.s) for line in some[:2])) for some in often]


def texture(lines: Sequence[Line], book: str) -> tuple[str, list[Seen]]:
    """Where the text of a book comes from, and the signs that tell. A yearbook that is typed has its page numbers."""
    marked, twice, numbered, open_ = markdown(lines), doubled(lines), pages(lines), wrapped(lines)
    if marked.times >= max(3, len(lines) // 100):
        return "ocr-markdown", [marked]
    layered = book != "yearbook" and numbered.times >= _PAGED and open_.times * 3 >= len(lines)
    if twice.times >= _TWICE or layered:
        return "pdf-text", [one for one in (twice, numbered, open_) if one.times]
    return "plain-text", [one for one in (numbered, open_) if one.times]


def kind(lines: Sequence[Line]) -> tuple[str, list[Seen], str]:
    """Which kind of book it is, the signs that tell, and what speaks against it ('' where nothing does)."""
    top = ["".join(line.s.split()).strip("#*") for line in lines[:_TOP]]
    dated, numbered, shaped, chapters = labels(lines), numbers(lines), titled(lines), parts(lines)
    years = headings(lines)[0]
    signs = [one for one in (dated, years, numbered, shaped, chapters) if one.times]
    sections, items = sections_of(lines), titled_items(lines)
    yearbook = any(_YEARBOOK.search(s) for s in top)
    if (
        yearbook
        and (items.times >= _FEW or sections.times >= 2)
        or sections.times >= _SECTIONS
        and items.times >= 2 * _FEW
    ):
        return "yearbook", [one for one in (sections, items) if one.times], "" if yearbook else "题名里没有“年鉴”"
    documents = max(numbered.times, min(shaped.times, seen("", lines, titles.recipients).times))
    told = any(_CHRONICLE.search(s) for s in top)
    # A name may be set on two lines: 某市人大常务委员会 / 公　报. An issue may hold nothing but its chronicle.
    named = any(map(_GAZETTE.search, [*top, *map("".join, pairwise(top))]))
    named = named and (documents >= 2 or dated.times * 3 < len(lines))
    if named or documents >= 2 and documents * 4 >= dated.times and not told:
        return "gazette", signs, "" if documents >= 2 else "题名说是公报，而文号、题名不足两件"
    if (
        told
        and (dated.times or years.times > 1)
        or dated.times >= 3
        and dated.times * 12 >= len(lines)
        and not _single(top)
    ):
        return "chronicle", signs, "" if not documents else f"另有 {documents} 处像文件的题名或文号"
    return "document", signs, "" if chapters.times or documents else "没有章节，也没有文号"


def sections_of(lines: Sequence[Line]) -> Seen:
    """The names of sections that nearly every yearbook has."""
    return seen("类目", lines, lambda s: key(s.strip("#* ")) in KNOWN)


def titled_items(lines: Sequence[Line]) -> Seen:
    """Lines that a title in brackets or in bold opens."""
    return seen("条目题名", lines, _ITEM.match)


def volume_year(lines: Sequence[Line]) -> tuple[int | None, int | None, Line | None]:
    """The year in the title of a yearbook, the year told of, the line that says the first: the year before, unless
    the editors say another one (记载2018年…)."""
    top = lines[:_TOP]
    short = (line for line in top if len(line.s) <= _SHORT and (_VOLUME.search(line.s) or _alone(line.s)))
    said = next(short, None) or next((line for line in lines[: 8 * _TOP] if _VOLUME.search(line.s)), None)
    named = _alone(said.s) or int("".join(_VOLUME.findall(said.s)[0])) if said else None
    told = next((int(found[1]) for line in lines[: 8 * _TOP] if (found := _TOLD.search(line.s))), None)
    return named, told or (named - 1 if named else None), said


def _single(top: Sequence[str]) -> bool:
    """True where the first lines are the title of one document."""
    return any(_DOCUMENT.search(s) for s in top) or any(titles.strong(s) for s in top)


def year(lines: Sequence[Line], book: str) -> tuple[int | None, Line | None, str]:
    """The year that a book tells of, the line that says it (its title, a heading, the first date with a year), and
    the doubt where none says it: it is the year that the text names most, or no year at all."""
    for line in lines[:_TOP]:
        closed = _CLOSING.search(line.s) if _CHRONICLE.search(line.s) else None
        found = (
            title_year(line.s)
            or _alone(line.s)
            or (closed and closed[1])
            or (_CHRONICLE.search(line.s) and _first(line.s))
        )
        if found:
            return int(found), line, ""
    ways = (_of_heading, _of_label) if book == "chronicle" else (_of_date,)
    for way in ways:
        if told := next((line for line in lines if way(line.s)), None):
            return way(told.s), told, ""
    named = Counter(one for line in lines if (one := _first(line.s)) is not None)
    if not named:
        return None, None, "没有找到年份，请照原书填写 year"
    most = named.most_common(1)[0][0]
    first = next(line for line in lines if _first(line.s) == most)
    return most, first, f"书上没有写明是哪一年，{most}年只是文中说得最多的；请照原书核对 year"


def _alone(s: str) -> int | None:
    found = _ALONE.fullmatch("".join(s.split()))
    return int(found[1]) if found else None


def _first(s: str) -> int | None:
    found = _YEAR.search(unicodedata.normalize("NFKC", s))
    return int(found[1]) if found else None


def _of_heading(s: str) -> int | None:
    named = heading(s)
    return named.year if named else None


def _of_label(s: str) -> int | None:
    sign = _MARK.match(s)
    named = label(s[sign.end() :]) if sign and labelled(s) else None
    return named.points[0].year if named else None


def _of_date(s: str) -> int | None:
    dated = iso_date("".join(s.split()))
    return int(dated[:4]) if dated else None
