"""Places: listed ones, and towns and villages found behind the name of their county."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from copy import copy

from builder.language.lexicon import Lexicon
from builder.language.sorting import Slugs, slug
from builder.links.corpus import Unit
from builder.links.names.hits import At, Hits, fill, keyed
from builder.links.names.lists import listed
from builder.model.linkage import IndexItem, Place
from builder.records.names import Places

_TOWN = "镇|乡|街道"
_VILLAGE = "村|社区"


class Gazetteer:
    """All known places: spelling -> name, name -> the place it belongs to, name -> group."""

    def __init__(self, data: Places) -> None:
        self.form: dict[str, str] = {}
        self.within: dict[str, str] = {}
        self.groups: dict[str, str] = {}
        self.counties = data.counties
        self.not_before = data.not_before
        self.no_names = data.not_names
        self.shadow = frozenset(data.shadow.names)
        for county, forms in self.counties.items():
            self.groups[county] = "县（市、区）"
            self.form.update(dict.fromkeys(forms, county))
        for one in listed(data.known):
            self.learn(one.name, one.group, one.within, one.forms)

    def learn(self, name: str, group: str, within: str | None, forms: Iterable[str] = ()) -> None:
        """Add a place."""
        self.groups.setdefault(name, group)
        if within:
            self.within.setdefault(name, within)
        for form in forms or (name,):
            self.form.setdefault(form, name)

    def branch(self) -> Gazetteer:
        """A copy that may learn what this one does not know."""
        other = copy(self)
        other.form, other.within, other.groups = dict(self.form), dict(self.within), dict(self.groups)
        return other

    def take(self, other: Gazetteer) -> None:
        """Take what another has learned, where it says nothing against what is known."""
        self.form = other.form | self.form
        self.within = other.within | self.within
        self.groups |= {name: group for name, group in other.groups.items() if name not in self.groups}

    def above(self, name: str) -> Iterator[str]:
        """The places that a place belongs to, from the nearest up."""
        seen = {name}
        while (name := self.within.get(name, "")) and name not in seen:
            seen.add(name)
            yield name


def learn_towns(gazetteer: Gazetteer, units: Iterable[Unit]) -> list[str]:
    """Towns and villages behind a county's name (东山县巴公镇渠头村); the new names, in order.

    A county's full name only: 东山 alone stands in too many other names.
    """
    counties = "|".join(sorted((c for c in gazetteer.counties if len(c) < 4), key=len, reverse=True))
    if not counties:
        return []
    town = rf"[\u3400-\u9fff]{{1,4}}?(?:{_TOWN})"
    village = rf"[\u3400-\u9fff]{{1,4}}?(?:{_VILLAGE})"
    pattern = re.compile(rf"(?P<county>{counties})(?:(?P<town>{town})(?![一]?街)(?P<v1>{village})?|(?P<v2>{village}))")
    new: list[str] = []
    for unit in units:
        if unit.entry is None:
            continue
        for found in pattern.finditer(unit.reading):
            new.extend(_learn(gazetteer, found))
    return new


def _learn(gazetteer: Gazetteer, found: re.Match[str]) -> Iterator[str]:
    county, town = found["county"], found["town"]
    if town and any(word in town for word in gazetteer.no_names):
        return
    if town and town not in gazetteer.form:
        gazetteer.learn(town, "乡镇街道", county)
        yield town
    village = found["v1"] or found["v2"]
    new = village and len(village) > 2 and village not in gazetteer.form
    if new and not any(word in village for word in gazetteer.no_names):
        gazetteer.learn(village, "村与社区", gazetteer.form.get(town, county) if town else county)
        yield village


def find_places(gazetteer: Gazetteer, units: Sequence[Unit]) -> Hits:
    """Where places are named in all units."""
    lexicon = Lexicon([*gazetteer.form, *gazetteer.shadow])
    index = Hits(groups=gazetteer.groups)
    for unit in units:
        index.add(unit, _in_unit(gazetteer, lexicon, unit))
    return index


def _in_unit(gazetteer: Gazetteer, lexicon: Lexicon, unit: Unit) -> Iterator[At]:
    for part, text in enumerate(unit.texts):
        for hit in lexicon.find(text):
            name = gazetteer.form.get(hit.name)
            refused = gazetteer.not_before.get(hit.name, ())
            if name is None or (hit.start and text[hit.start - 1] in refused):
                continue
            yield At(part, hit.start, hit.end, name, hit.name, "place.listed")


def place_items(gazetteer: Gazetteer, units: Sequence[Unit], index: Hits, slugs: Slugs) -> dict[str, Place]:
    """One `Place` per place met, by name. A county's entries include those of its towns."""
    found: dict[str, Place] = {}

    def place(name: str) -> Place:
        if name not in found:
            found[name] = _place(slugs, gazetteer, name)
        return found[name]

    for county in gazetteer.counties:
        place(county)
    for unit in units:
        for hit in index.hits[unit.id]:
            here = place(hit.name)
            here.own += 1
            fill(here, unit, hit.form)
            for above in gazetteer.above(hit.name):
                fill(place(above), unit, above)
    for one in found.values():
        parent = gazetteer.within.get(one.name)
        one.within = found[parent].id if parent else None
    return {name: one for name, one in found.items() if one.mentions or one.documents}


def _place(slugs: Slugs, gazetteer: Gazetteer, name: str) -> Place:
    made: IndexItem = keyed(Place(slugs.take(slug(name), name), name, group=gazetteer.groups.get(name, "")))
    assert isinstance(made, Place)
    return made
