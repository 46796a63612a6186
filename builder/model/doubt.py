"""Doubtful boundaries: a line that looks like one thing and was taken for another, with the weight of the doubt."""

from __future__ import annotations

from typing import NamedTuple

# From this weight on a doubt is a finding of `check`; from the next one it stops the build.
TELLS, STOPS = 2, 3
# What a doubt is called -> its weight. A light one is counted and listed.
WEIGHTS = {
    "label.inside": 1,
    "label.behind": 1,
    "label.same": 1,
    "label.month": 2,
    "label.swallowed": 2,
    "label.front": 3,
    "label.impossible": 2,
    "label.monthless": 2,
    "month.back": 2,
    "month.empty": 2,
    "year.other": 2,
    "document.loose": 2,
    "chapter.twice": 2,
    "entry.inside": 2,
    "entry.empty": 2,
    "mark.left": 2,
    "bold.left": 2,
    "page.left": 1,
    "lines.broken": 2,
    "number.loose": 2,
    "title.swallowed": 2,
    "heading.swallowed": 2,
    "heading.loose": 1,
    "line.loose": 1,
    "line.shared": 1,
    "heading.joined": 2,
    "label.joined": 2,
    "label.loose": 2,
    "title.issued": 2,
    "date.inside": 1,
    "title.loose": 1,
    "title.declared": 2,
    "contents.missing": 2,
    "section.again": 2,
    "contents.page": 1,
    "month.swallowed": 2,
    "table.swallowed": 2,
}


class Doubt(NamedTuple):
    """A place of the raw text (`offset`), what it is doubted for (a key of `WEIGHTS`), and its words."""

    offset: int
    key: str
    said: str
    facts: tuple[tuple[str, object], ...] = ()

    @property
    def weight(self) -> int:
        """1 listed, 2 a finding, 3 stops the build."""
        return WEIGHTS[self.key]
