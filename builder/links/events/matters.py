"""Projects, meetings and tables: indexes of names that are no links in the running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from builder.language.lexicon import Lexicon
from builder.links.corpus import Unit
from builder.links.names.hits import Met
from builder.links.names.lists import listed
from builder.model.blocks import Box, Heading, Table
from builder.model.linkage import IndexItem
from builder.model.volume import Attachment, Document
from builder.records.names import Groups

_QUOTED = re.compile(r"“([\u3400-\u9fff0-9A-Za-z、·+]{3,12})”")


def projects(units: Sequence[Unit], table: Groups) -> list[IndexItem]:
    """Projects and campaigns of the list, with the entries and documents that name them."""
    form = {spelled: one for one in listed(table) for spelled in one.forms}
    lexicon, met = Lexicon(form), Met()
    for unit in units:
        for hit in (hit for text in unit.texts for hit in lexicon.find(text)):
            met.take(unit, form[hit.name].name, form[hit.name].group, form=hit.name)
    return met.by_pinyin()


def meetings(units: Sequence[Unit], patterns: Mapping[str, str]) -> list[IndexItem]:
    """Meetings that are held again and again, with their entries."""
    met = Met()
    for name, pattern in patterns.items():
        regex = re.compile(pattern)
        for unit in units:
            if unit.entry and regex.search(unit.reading):
                met.take(unit, name, "会议")
    return met.by_pinyin()


def tables(units: Sequence[Unit]) -> list[IndexItem]:
    """Tables and boxes, each with its document; `group` is its anchor on the page.

    A table without a title of its own bears that of its annex, or of the heading above it.
    """
    met = Met()
    for unit in units:
        for name, anchor in _tables(unit.document) if unit.document else ():
            met.take(unit, name, anchor, key=f"{unit.id}#{anchor} {name}")
    return met.by_pinyin()


def _tables(document: Document) -> Iterator[tuple[str, str]]:
    title = _plain(document.title.s)
    for part in document.parts():
        over = _plain(part.title.s) if isinstance(part, Attachment) else title
        for block in part.blocks if isinstance(part, Attachment) else [part]:
            if isinstance(block, Heading):
                title = _plain(block.text.s)
            elif isinstance(block, Table | Box):
                name = _plain(block.text.s) or over
                if name:
                    yield name, block.anchor or ""


def _plain(text: str) -> str:
    return "".join(text.split())


def quoted(units: Sequence[Unit], known: set[str]) -> list[IndexItem]:
    """Words in “” that at least two entries use and no list holds: subjects of the back-of-book index."""
    owners: dict[str, list[Unit]] = {}
    for unit in units:
        if unit.entry:
            for name in dict.fromkeys(_QUOTED.findall(unit.reading)):
                owners.setdefault(name, []).append(unit)
    met = Met()
    for name, users in owners.items():
        if len(users) > 1 and not any(name in other or other in name for other in known):
            for unit in users:
                met.take(unit, name, "主题")
    return list(met.items.values())
