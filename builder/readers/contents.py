"""Printed contents (目录): a title, a leader of dots or a tab, a page number."""

from __future__ import annotations

import re

from builder.engine.text import Text
from builder.language.labels import squeeze
from builder.model.blocks import Item
from builder.model.volume import Contents, FrontPage
from builder.readers.source import Source

_LINE = re.compile(r"(?P<title>.*?)(?P<leader>[.．…·\s]*)(?P<page>[（(]?(?P<number>\d{1,4})[）)]?)")
_LEADER = re.compile(r"[.．·]{3,}|…|\t")
# Headings of parts, or titles without a page, that follow each other in contents: not more than these.
_PARTS = 12
HEADING = re.compile(r"目[ \u00a0\u3000]*[录次]")


def contents_end(lines: list[Text]) -> int:
    """The line behind the last line of the contents; 0 where there are none.

    They end with the last title that a leader parts from its page: what stands between are the
    headings of their parts.
    """
    start = next((i for i, line in enumerate(lines) if HEADING.fullmatch(line.s)), len(lines))
    end = start if start < len(lines) else 0
    for i in range(start, len(lines)):
        if _LINE.fullmatch(lines[i].s) and _LEADER.search(lines[i].s):
            end = i + 1
        elif i > end + _PARTS:
            break
    return end


def read_contents(lines: list[Text], source: Source) -> tuple[FrontPage, list[Contents]]:
    """The contents as a page (as printed, without leaders) and as data.

    A line without a page number and a leader is the heading of a part.
    """
    listed: list[Contents] = []
    blocks: list[Item] = []
    section: str | None = None
    for line in lines:
        found = _LINE.fullmatch(line.s)
        if found and _LEADER.search(line.s):
            title, page = line[: found.end("title")], line[found.start("page") :]
            gap = _gap(line[found.start("leader") : found.end("leader")], source)
            blocks.append(Item(Text.join([title, gap, page]), number=found["number"]))
            listed.append(Contents(squeeze(title.s), int(found["number"]), section))
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
