"""The index of persons: offices, months, entries, and who is named beside whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from builder.language.sorting import Slugs, pinyin_key, slug, stroke_key
from builder.links.corpus import Unit
from builder.links.persons.mentions import Named
from builder.model.linkage import Held, Person

_BESIDE = 12


def person_ids(
    units: Iterable[Unit], persons: Mapping[str, Sequence[Named]], readings: Mapping[str, str], slugs: Slugs
) -> dict[str, str]:
    """Person's key -> id (pinyin slug), given out in the order in which the volumes name them."""
    ids: dict[str, str] = {}
    for unit in units:
        for one in persons[unit.id]:
            if one.key not in ids:
                ids[one.key] = slugs.take(slug(one.name, readings), one.key)
    return ids


def people(
    units: Sequence[Unit],
    persons: Mapping[str, Sequence[Named]],
    ids: Mapping[str, str],
    held: Mapping[str, Mapping[str, Held]],
    readings: Mapping[str, str],
) -> list[Person]:
    """All persons, in the order of pinyin."""
    found: dict[str, Person] = {}
    beside: dict[str, Counter[str]] = {}
    for unit in units:
        keys = list(dict.fromkeys(one.key for one in persons[unit.id]))
        for one in persons[unit.id]:
            if one.key not in found:
                made = Person(ids[one.key], one.name, pinyin_key(one.name, readings), stroke_key(one.name))
                made.offices = sorted(held.get(one.key, {}).values(), key=lambda h: (h.first, h.last, h.title))
                found[one.key] = made
        for key in keys:
            _fill(found[key], unit)
            if unit.entry:
                beside.setdefault(ids[key], Counter()).update(ids[k] for k in keys if k != key)
    for person in found.values():
        counts = beside.get(person.id, Counter())
        person.together = sorted(counts.items(), key=lambda c: (-c[1], c[0]))[:_BESIDE]
    return sorted(found.values(), key=lambda p: (p.pinyin, p.id))


def _fill(person: Person, unit: Unit) -> None:
    (person.mentions if unit.entry else person.documents).append(unit.id)
    if unit.month:
        month = f"{unit.year}-{unit.month:02}"
        person.months[month] = person.months.get(month, 0) + 1
