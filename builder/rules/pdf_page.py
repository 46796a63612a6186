"""Pages of a text layer: where they begin, their numbers and running heads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from builder.rule import Facts, Mark, Proposal, deletes, rule
from builder.rules import pdf_layout
from builder.text import Edit, Text

# A number between dashes or behind dots, alone on its line: a bare number may be a table's cell.
_NUMBER = re.compile(
    r"(?m)^[ \t]*(?:[—–－-]+[ \t]*(\d{1,4})[ \t]*[—–－-]+|[·•]+[ \t]*(\d{1,4})(?:[ \t]*[·•]+)?)[ \t]*$"
)
_LEAD = re.compile(r"(?m)^[ \f]+(?=\S)")
_ISSUE = re.compile(r"[（(][^\n）)]*\d{4}[^\n）)]*[）)]")


def start(text: Text, facts: Facts) -> Iterator[Proposal]:
    """每页第一行前多出的空格，文字前后相接，原书页码另记。

    A page begins at a line with a leading space and no blank line before it: other lines of a text
    layer have lost their indent. Leaves a mark `page` on the first character of each page, and
    the marks of the layout data.
    """
    yield from pdf_layout.marks(text, facts)
    for found in _LEAD.finditer(text.s):
        at = found.start()
        if at == 0 or (at > 1 and text.s[at - 2] != "\n") or "\f" in found[0]:
            if not _NUMBER.match(text.s, at):
                yield Mark("page", found.end(), found.end() + 1)
            yield Edit(at, found.end(), "")


def head(text: Text, facts: Facts) -> Iterator[Proposal]:
    """每页上方重复的刊名、期号（书眉）。

    A line that holds the volume's name and an issue in brackets, stands at the head of a page
    and recurs. The volume's own title stands once, and a citation of it at no page's head.
    """
    name = re.match(r"[\u4e00-\u9fff]{4,}", str(facts.data.get("record", {}).get("title", "")))
    if not name:
        return
    numbers = {found.end() for found in _NUMBER.finditer(text.s)}
    pages = {m.start for m in facts.marks.get("page", [])}
    found = [line for line in pdf_layout.lines(text) if name[0] in line.s and _ISSUE.search(line.s)]
    times = Counter("".join(line.s.split()) for line in found)
    for line in found:
        behind_number = len(text.s[: line.start].rstrip()) in numbers
        if times["".join(line.s.split())] > 1 and (behind_number or line.raw in pages):
            yield Edit(line.start, min(line.end + 1, len(text)), "")


def number(text: Text, facts: Facts) -> Iterator[Proposal]:
    """每页下方的页码，文字前后相接，页码另记。

    Leaves a mark `page` with its number on the text behind it, which begins the next page.
    """
    for found in _NUMBER.finditer(text.s):
        behind = re.compile(r"\s*").match(text.s, found.end())
        if behind and behind.end() < len(text):
            yield Mark("page", behind.end(), behind.end() + 1, str(int(found[1] or found[2]) + 1))
        yield Edit(found.start(), min(found.end() + 1, len(text)), "")


START = rule("page.start", start, deletes(r"[ \f]+"))
HEAD = rule("page.head", head, deletes(r"[^\n]*[（(][^\n）)]*\d{4}[^\n）)]*[）)][^\n]*\n?"))
NUMBER = rule("page.number", number, deletes(r"[ \t]*[—–－·•\- \t\d]+\n?"))
