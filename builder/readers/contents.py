"""Printed contents (目录): a title, a leader of dots or a tab, a page number."""

from __future__ import annotations

import re

from builder.labels import squeeze
from builder.model import Contents, Item, Page
from builder.readers.source import Source
from builder.text import Text

_LINE = re.compile(r"(?P<title>.*?)(?P<leader>[.．…·\s]*)(?P<page>\d{1,4})")
_LEADER = re.compile(r"[.．…·]{3,}|\t")


def read_contents(lines: list[Text], source: Source) -> tuple[Page, list[Contents]]:
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
            source.drop("contents.leader", line[found.start("leader") : found.end("leader")])
            blocks.append(Item(Text.join([title, page]), number=page.s))
            listed.append(Contents(squeeze(title.s), int(page.s), section))
        else:
            blocks.append(Item(line))
            if squeeze(line.s) not in ("目录", "目次"):
                section = squeeze(line.s)
    return Page("contents", "contents", "目录", list(blocks)), listed
