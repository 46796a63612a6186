"""One subject index in the manner of a printed yearbook: a term, and the pages that tell of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from builder.links.corpus import Unit
from builder.model.linkage import Item, Subject

_MOST = 60  # a term on more pages than that is no help to anybody


def subjects(units: Mapping[str, Unit], groups: Mapping[str, Iterable[Item]]) -> list[Subject]:
    """All terms of the groups (人物, 地名, 机构 …) in the order of pinyin, with owner and printed page."""
    found: list[Subject] = []
    for group, items in groups.items():
        for item in items:
            owners = [*item.mentions, *item.documents]
            if 0 < len(owners) <= _MOST:
                places = [(owner, units[owner].page) for owner in owners]
                found.append(Subject(item.name, item.pinyin, item.strokes, places, group))
    return sorted(found, key=lambda s: (s.pinyin, s.group))
