"""What the documents before tell of a title: whether it is theirs, or a new document begins with it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from builder.engine.text import Text
from builder.language.document_numbers import number_line
from builder.readers import titles
from builder.readers.head import Head
from builder.readers.head_lines import HeadLines

# So much of a title is the title.
_MOST = 0.7
# So many letters stand for one that may be wrong.
_LONG = 12


class Before:
    """The heads that were found above, in printed order."""

    def __init__(self, at: HeadLines) -> None:
        self.at = at
        self.found: list[Head] = []

    def transmitted(self, title: str) -> bool:
        """True for what the document before transmits or announces: its title names it, or its text quotes it."""
        if not self.found:
            return False
        last = self.found[-1]
        name = _key(title)
        before = _key(last.title.s)
        if name and (name in before or name.removeprefix("关于") in before):
            return True
        body = "".join(_key(line.s) for line in self.at.lines[last.body : last.body + 40])
        said = _quoted([last.title, *self.at.lines[last.body :]])
        quoted = any(_same(_key(one), name) for one in said if len(one) > 4)
        return quoted or bool(name) and f"附件{name}" in body

    def named(self, title: str, i: int) -> bool:
        """True where the text of the document before names a title that stands at line `i`: the regulation of a
        decree."""
        lines = self.at.lines[self.found[-1].body : i] if self.found else []
        return any(f"《{title}》" in "".join(line.s.split()) for line in lines)

    def passed_on(self, title: str) -> bool:
        """True for a numbered document that the one before passes on: its title is in that one's title."""
        last = _key(self.found[-1].title.s) if self.found else ""
        own = _key(title)
        return bool(re.search("转发|批转|印发", last)) and len(own) > len(_key("关于")) + 4 and own in last

    def is_decree(self) -> bool:
        """True where the document above is a decree."""
        return bool(self.found) and self.found[-1].title.s.endswith("令")

    def ended(self, i: int) -> bool:
        """True where what stands above line `i` is over: a signing block, the heading of a column, or nothing."""
        at = i - 1
        while at >= self.at.floor and titles.column(self.at.lines[at].s):
            at -= 1
        if not self.found:
            return True
        if at < self.at.done or at < self.at.floor:
            return at < i - 1
        return at < i - 1 or titles.ends(self.at.lines[at].s)

    def signs(self, at: int) -> bool:
        """True where a signing block follows before the next number."""
        for line in self.at.lines[at : at + 60]:
            if number_line(line.s):
                return False
            if titles.signed_date(line.s) is not None:
                return True
        return False


def _quoted(lines: Sequence[Text]) -> set[str]:
    """The titles that the first paragraphs quote, up to the signing block."""
    found: set[str] = set()
    for line in lines[:40]:
        if titles.signed_date(line.s) is not None:
            break
        found.update(re.findall(r"《([^《》]+(?:〈[^〉]*〉[^《》]*)*)》", line.s))
    return found


def _same(quoted: str, name: str) -> bool:
    """True for a title that is quoted, whole or as a part; 关于《某办法》的说明 is another one than 某办法.

    One letter of a long title may be misprinted.
    """
    misprints = sum(a != b for a, b in zip(quoted, name, strict=False)) if len(quoted) == len(name) else len(name)
    return name in quoted or quoted in name and len(quoted) >= _MOST * len(name) or misprints * _LONG <= len(name)


@lru_cache(maxsize=4096)
def _key(title: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKC", title) if c.isalnum())
