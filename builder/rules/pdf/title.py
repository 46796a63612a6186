"""Titles set over several centred lines, and titles with spread letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.engine.rule import Facts, Proposal
from builder.engine.text import Edit, Text
from builder.language.document_numbers import LINE
from builder.language.labels import bare
from builder.rules.pdf.lines import TextLine, lines

_ISSUER = re.compile(r"[\u4e00-\u9fff]{2,30}(?:政府|办公室|委员会|局|厅|部|院)")
_ENDED = re.compile(r"[。；：，]$")
_LIST = re.compile(r"附件[：:](?:\d{1,2}[.．、])?(.*)")
_LISTED = re.compile(r"\d{1,2}[.．、](.+)")
_MOST = 6
_HAN = r"\u3400-\u9fff"
_LETTERS = re.compile(
    rf"(?:(?P<head>第[一二三四五六七八九十百]+[章节][ \ufffd]))?(?P<title>[{_HAN}](?: +[{_HAN}])+)(?P<tail>[：:]?)"
)
_BLANKS = frozenset("年月日时分第号")


def is_issuer(s: str) -> bool:
    """True for a line that is the name of an office."""
    return _ISSUER.fullmatch(bare(s)) is not None


def announced(text: Text) -> set[str]:
    """The titles that a text announces elsewhere, without spaces: in 《…》 and in its lists of annexes."""
    known = set(re.findall(r"《([^《》]{4,80})》", bare(text.s)))
    listed = False
    for line in lines(text):
        s = bare(line.s)
        first = _LIST.match(s)
        found = first or (_LISTED.match(s) if listed else None)
        listed = bool(found)
        if found and found[1]:
            known.add(found[1])
    return known


def join(text: Text, facts: Facts) -> Iterator[Proposal]:
    """标题排作几行的，连成一行。

    The lines between the issuer's name and the number of a document; further, lines that are
    together the name of a text cited in 《…》.
    """
    kept = [line for line in lines(text) if line.s.strip()]
    known = announced(text)
    at = 0
    while at < len(kept):
        end = _document(kept, at) or _cited(kept, at, known)
        for line in kept[at : max(at, end - 1)]:
            yield Edit(line.end, line.end + 1, "")
        at = max(end, at + 1)


def _document(kept: list[TextLine], at: int) -> int:
    """End of the title that begins behind an issuer's name at line `at` - 1; 0 where there is none."""
    if at == 0 or not is_issuer(kept[at - 1].s) or not kept[at].s.startswith("关于"):
        return 0
    for end in range(at + 1, min(at + _MOST, len(kept))):
        if LINE.fullmatch(kept[end].s.strip()):
            return end
        if _ENDED.search(kept[end].s):
            break
    return _ended_title(kept, at)


def _ended_title(kept: list[TextLine], at: int) -> int:
    """End of a title whose number stands before it: its last line ends in 通知, 意见 ..."""
    for end in range(at + 1, min(at + _MOST, len(kept)) + 1):
        if re.search(r"(?:通 ?知|意 ?见|决 ?定|办 ?法|公 ?告|通 ?报|批 ?复)$", kept[end - 1].s):
            return end
    return 0


def _cited(kept: list[TextLine], at: int, known: set[str]) -> int:
    whole = ""
    for end in range(at + 1, min(at + 4, len(kept)) + 1):
        whole += bare(kept[end - 1].s)
        if end > at + 1 and whole in known:
            return end
    return 0


def letters(text: Text, facts: Facts) -> Iterator[Proposal]:
    """字间拉开的标题（“通 知”“附 则”），合拢为词。

    A line of single characters with spaces between, behind the number of a chapter too. Not the
    blanks of a form (`年 月 日`), not two names or words side by side.
    """
    for line in lines(text):
        found = _LETTERS.fullmatch(line.s.strip())
        if not found or len(found["title"].split()) > 8 or set(found["title"].split()) <= _BLANKS:
            continue
        shift = line.start + line.s.index(line.s.strip()) + found.start("title")
        for gap in re.finditer(" +", found["title"]):
            yield Edit(shift + gap.start(), shift + gap.end(), "")
