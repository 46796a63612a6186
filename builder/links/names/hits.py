"""Where known names stand, for places and organisations alike."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from builder.language.sorting import Slugs, pinyin_key, slug, stroke_key
from builder.links.corpus import Unit
from builder.model.linkage import IndexItem


class At(NamedTuple):
    """A name at `start:end` of a unit's text number `part`; `form` is how it is spelled there."""

    part: int
    start: int
    end: int
    name: str
    form: str
    rule: str


@dataclass
class Hits:
    """Names with the units that hold them, in the order of the volumes."""

    groups: dict[str, str] = field(default_factory=dict)
    hits: dict[str, list[At]] = field(default_factory=dict)

    def add(self, unit: Unit, hits: Iterable[At]) -> None:
        """Take the hits of one unit."""
        self.hits[unit.id] = sorted(hits)


def fill(item: IndexItem, unit: Unit, form: str) -> None:
    """Note in `item` that `unit` names it, once."""
    owners = item.mentions if unit.entry else item.documents
    if not owners or owners[-1] != unit.id:
        owners.append(unit.id)
    if form != item.name and form not in item.variants:
        item.variants.append(form)


def keyed(item: IndexItem) -> IndexItem:
    """The item with its sort keys."""
    item.pinyin, item.strokes = pinyin_key(item.name), stroke_key(item.name)
    return item


class Met:
    """Items of one index by name; ids are given out in the order in which names are met."""

    def __init__(self, slugs: Slugs | None = None) -> None:
        self._slugs = slugs or Slugs()
        self.items: dict[str, IndexItem] = {}

    def take(self, unit: Unit, name: str, group: str = "", *, form: str = "", key: str = "") -> None:
        """Note that `unit` names `name` in the spelling `form`; items of one name are told apart by `key`."""
        if (key or name) not in self.items:
            self.items[key or name] = keyed(IndexItem(self._slugs.take(slug(name), key or name), name, group=group))
        fill(self.items[key or name], unit, form or name)

    def by_pinyin(self) -> list[IndexItem]:
        """The items in the order of pinyin."""
        return sorted(self.items.values(), key=lambda item: (item.pinyin, item.id))


def items(units: Iterable[Unit], index: Hits, slugs: Slugs) -> dict[str, IndexItem]:
    """One item per name that is met, by name."""
    met = Met(slugs)
    for unit in units:
        for hit in index.hits.get(unit.id, ()):
            met.take(unit, hit.name, index.groups.get(hit.name, ""), form=hit.form)
    return met.items
