"""The lines of a text as page furniture is looked for in them: what a line says, and whether a number stands on it."""

from __future__ import annotations

import re
from typing import NamedTuple

from builder.language.labels import bare
from builder.language.sections import is_book

_GAP = r"[ \t\u3000\u00a0]"
_DASH = r"[—–－\-·•～~=|｜\[\]【】]"
_SURE = (
    rf"(?:{_DASH}+{_GAP}*(?P<sure>\d{{1,4}}){_GAP}*{_DASH}+"
    rf"|第{_GAP}?(?P<di>\d{{1,4}}){_GAP}?页|[Pp]\.?{_GAP}?(?P<p>\d{{1,4}}))"
)
_ALONE = re.compile(rf"{_GAP}*(?:{_SURE}|[（(]?(?P<bare>\d{{1,4}})[）)]?){_GAP}*")
YEAR = re.compile(r"[（(]?(?:1[89]|20)\d{2}年?[卷版]?[）)]?")
# Pages of front matter are counted in Roman figures.
_ROMAN = re.compile(rf"{_GAP}*{_DASH}*{_GAP}*(?:[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]+|[IVXivx]+){_GAP}*{_DASH}*{_GAP}*")
_FOLIO = rf"{_DASH}*{_GAP}?(?:\d{{1,4}}){_GAP}?{_DASH}*"
# A stroke, a wide space or a gap parts the number from the name, which may hold the year of the book.
_SEP = rf"(?:{_GAP}*[|｜/]{_GAP}*|{_GAP}*[\u3000\t]{_GAP}*|{_GAP}{{2,}})"
_NAME = r"(?:\d{4}[ \u3000]?)?[^\d\s。；，：|｜][^\n。；，：|｜\t]{1,29}?"
_WITH = re.compile(
    rf"{_GAP}*(?:(?P<first>{_FOLIO}){_SEP}(?P<behind>{_NAME})|(?P<before>{_NAME}){_SEP}(?P<last>{_FOLIO})){_GAP}*"
)
_LONGEST = 30
_SENTENCE = re.compile(r"[。；，：！？,;:\t|…]|[.．·]{3,}")


class Line(NamedTuple):
    """A line of the text: its place, what it says, and what of page furniture it may be."""

    start: int
    end: int
    said: str
    page: int | None = None
    sure: bool = False
    name: str = ""

    @property
    def key(self) -> str:
        """What a running head says, without spaces and figures."""
        return letters(self.name or self.said)


def lines_of(s: str) -> list[Line]:
    """The lines that say something."""
    return [_line(found) for found in re.finditer(r"[^\n]*\S[^\n]*", s)]


def _line(found: re.Match[str]) -> Line:
    # A recognised book has its type in signs.
    said = found[0].strip("\f \u3000\t\u00a0").strip("*")
    if YEAR.fullmatch(said):
        return Line(*found.span(), said)
    if one := _ALONE.fullmatch(said):
        sure = one["sure"] or one["di"] or one["p"]
        return Line(*found.span(), said, int(sure or one["bare"]), sure is not None)
    if _ROMAN.fullmatch(said):
        return Line(*found.span(), said, None, sure=True)
    if one := _WITH.fullmatch(found[0].strip("\f").strip("*")):
        page = int(re.sub(r"\D", "", one["first"] or one["last"]))
        if is_book(one["behind"] or one["before"]) and YEAR.fullmatch(str(page)):
            # 东海年鉴　2017: the year of the book.
            return Line(*found.span(), said)
        return Line(*found.span(), said, page, False, (one["behind"] or one["before"]).strip())
    return Line(*found.span(), said)


def may_head(line: Line) -> bool:
    """True for a line that may be a running head: short and no sentence."""
    said = line.name or line.said
    return 1 < len(bare(said)) <= _LONGEST and not _SENTENCE.search(said) and bool(line.key)


def letters(said: str) -> str:
    """The letters of what a line says, without spaces, figures and signs."""
    return "".join(c for c in said if c.isalpha())
