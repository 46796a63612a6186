"""One subject index in the manner of a printed yearbook: a term, and the pages that tell of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from builder.language.sorting import slug
from builder.model.linkage import IndexItem

_MOST = 60  # a term on more pages than that is no help to anybody


def subjects(groups: Mapping[str, Iterable[IndexItem]]) -> list[IndexItem]:
    """All terms of the groups (人物, 地名, 机构 …) in the order of pinyin; `id` is the anchor of a term."""
    found: list[IndexItem] = []
    given: set[str] = set()
    for group, items in groups.items():
        shown = [item for item in items if 0 < len([*item.mentions, *item.documents]) <= _MOST]
        times = Counter(slug(item.name) for item in shown)
        for item in shown:
            name = f"subject-{slug(item.name)}"
            if times[slug(item.name)] > 1:  # two of a group that read alike: their own ids tell them apart
                name = f"subject-{_own(item, group)}"
            name = f"{name}-{slug(group)}" if name in given else name
            given.add(name)
            facts = (item.name, item.pinyin, item.strokes, item.mentions, item.documents)
            found.append(IndexItem(name, *facts, group=group))
    return sorted(found, key=lambda s: (s.pinyin, s.group))


def _own(item: IndexItem, group: str) -> str:
    """A name that no running number is part of: of a table (`group` is its anchor) the place where it stands."""
    if item.documents and group == "表":
        return "-".join([slug(item.name), item.documents[0].replace("/", "-"), item.group])
    return "-".join([slug(item.name), *(f"{ord(char):x}" for char in item.name)])
