"""Titles of recognised documents: issuer and title on one line, a title over several, spaces at its line breaks.

They run while the heading marks (#) still stand, which tell a title from a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from builder.engine.rule import Facts, Mark, Proposal
from builder.engine.text import Edit, Text
from builder.language.numbering import number
from builder.rules.ocr.lines import OFFICE

_TITLE = re.compile(r"^#{1,6}[ \t]+(?P<title>[^\n]+)$", re.MULTILINE)
_SPACE = re.compile(r"(?<=[^\x00-\x7f]|[0-9)]) +(?=[^\x00-\x7f]|[0-9(])")
_OFFICE = re.compile(rf"{OFFICE.pattern}|[\u4e00-\u9fff]{{3,20}}[局厅委]")
_SEVERAL = re.compile(rf"(?:{_OFFICE.pattern})(?: [\u4e00-\u9fff]{{3,15}})* (?=关于)")
_KINDS = "通知|意见|办法|方案|决定|公告|通告|规定|细则|批复|通报|函"
_TITLED = re.compile(rf"关于|(?:{_KINDS}|纲要|规划|计划|要点|报告|名单)(?:[（(][^（）()]*[）)])?\s*$")
_REST = re.compile(rf"[\u4e00-\u9fff]{{0,6}}(?:{_KINDS})(?:（[^（）]*）|\([^()]*\))?")


def _titles(text: Text) -> Iterator[re.Match[str]]:
    """The lines with a heading mark and no number of their own."""
    for found in _TITLE.finditer(text.s):
        if number(found["title"].lstrip("*")) is None:
            yield found


def _issuer(title: str) -> int:
    """The length of the issuers at the head of a title; 0 where none stands there, or nothing else does."""
    several = _SEVERAL.match(title)
    length, rest = (several.end(), title[several.end() :]) if several else (0, title)
    while (head := rest.partition(" "))[1] and _OFFICE.fullmatch(head[0]):
        length += len(head[0]) + 1
        rest = head[2]
    return length - 1 if length and _TITLED.search(rest) else 0


def space(text: Text, facts: Facts) -> Iterator[Proposal]:
    """题名折行处留下的空格。

    Not the space behind an issuer, nor one beside a Latin word (编者按 BIAN ZHE AN).
    """
    for line in _titles(text):
        start = line.start("title")
        kept = start + _issuer(line["title"])
        for found in _SPACE.finditer(text.s, start, line.end()):
            if found.start() > kept:
                yield Edit(found.start(), found.end(), "")


def issuer(text: Text, facts: Facts) -> Iterator[Proposal]:
    """题名行首的发文机关另起一行。

    The title behind it is a heading too: a mark `heading` says so.
    """
    for line in _titles(text):
        width = _issuer(line["title"])
        if width:
            at = line.start("title") + width
            yield Edit(at, at + 1, "\n")
            yield Mark("heading", at + 1, line.end("title"))


def rest(text: Text, facts: Facts) -> Iterator[Proposal]:
    """占几行的题名连成一行。

    关于…的 | 通知: the second line says only what kind of document it is.
    """
    for first, second in pairwise(_titles(text)):
        between = text.s[first.end() : second.start()]
        head = first["title"].rstrip()
        if between.strip() or not head.startswith("关于") or not head.endswith(("的", "等", "、")):
            continue
        if _REST.fullmatch("".join(second["title"].split())):
            yield Edit(first.end(), second.start("title"), "")
