"""Titles of recognised documents: issuer and title on one line, a title over several, spaces at its line breaks.

They run while the heading marks (#) still stand, which tell a title from a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from builder.numbering import number
from builder.rule import Facts, Proposal, deletes, rule, swaps
from builder.rules.ocr_lines import OFFICE
from builder.text import Edit, Text

_TITLE = re.compile(r"^#{1,6}[ \t]+(?P<title>[^\n]+)$", re.MULTILINE)
_SPACE = re.compile(r"(?<=[^\x00-\x7f]|[0-9)]) +(?=[^\x00-\x7f]|[0-9(])")
_KINDS = "通知|意见|办法|方案|决定|公告|通告|规定|细则|批复|通报|函"
_REST = re.compile(rf"[\u4e00-\u9fff]{{0,6}}(?:{_KINDS})(?:（[^（）]*）|\([^()]*\))?")


def _titles(text: Text) -> Iterator[re.Match[str]]:
    """The lines with a heading mark and no number of their own."""
    for found in _TITLE.finditer(text.s):
        if number(found["title"].lstrip("*")) is None:
            yield found


def _issuer(title: str) -> int:
    """The length of the issuer at the head of a title; 0 where none stands there."""
    head, space, rest = title.partition(" ")
    return len(head) if space and OFFICE.fullmatch(head) and len(rest.strip()) > 2 else 0


def space(text: Text, facts: Facts) -> Iterator[Proposal]:
    """题名折行处留下的空格。

    Not the space behind an issuer, nor one beside a Latin word (编者按 BIAN ZHE AN).
    """
    for line in _titles(text):
        start = line.start("title")
        kept = start + _issuer(line["title"])
        for found in _SPACE.finditer(text.s, start, line.end()):
            if found.start() != kept:
                yield Edit(found.start(), found.end(), "")


def issuer(text: Text, facts: Facts) -> Iterator[Proposal]:
    """题名行首的发文机关另起一行。"""
    for line in _titles(text):
        width = _issuer(line["title"])
        if width:
            at = line.start("title") + width
            yield Edit(at, at + 1, "\n")


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


SPACE = rule("title.space", space, deletes(r" +"))
ISSUER = rule("title.issuer", issuer, swaps({" ": "\n"}))
REST = rule("title.rest", rest, deletes(r"\s+#{1,6}[ \t]+"))
