"""Where two books tell one event differently: a date, an office, a number (两书异同)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from builder.links.corpus import Unit
from builder.links.persons.mentions import Named
from builder.model.linkage import Difference, Pair

_FIGURE = re.compile(
    r"(?P<front>[\u3400-\u9fff]{2})(?P<value>第?\d+(?:\.\d+)?|第[一二三四五六七八九十]+)(?P<unit>[亿万]?[\u3400-\u9fff%℃])"
)


def differences(
    units: Mapping[str, Unit], pairs: Mapping[str, Sequence[Pair]], persons: Mapping[str, list[Named]]
) -> list[Difference]:
    """All differences between the two accounts of each pair, seen from the gazette's side."""
    found: list[Difference] = []
    for owner, partners in pairs.items():
        if units[owner].city:
            continue
        for pair in partners:
            found.extend(_between(units[owner], units[pair.entry], persons))
    return found


def _between(one: Unit, other: Unit, persons: Mapping[str, list[Named]]) -> Iterator[Difference]:
    if (one.date, one.end) != (other.date, other.end):
        yield Difference(one.id, other.id, "日期", _days(one), _days(other))
    here, there = _offices(persons[one.id]), _offices(persons[other.id])
    for name in sorted(here.keys() & there.keys()):
        a, b = here[name], there[name]
        if a and b and not (a <= b or b <= a):
            yield Difference(one.id, other.id, "职务", f"{'、'.join(sorted(a))}{name}", f"{'、'.join(sorted(b))}{name}")
    first, second = _figures(one.reading), _figures(other.reading)
    for place in sorted(first.keys() & second.keys()):
        if first[place] != second[place]:
            yield Difference(
                one.id, other.id, "数字", f"{place[0]}{first[place]}{place[1]}", f"{place[0]}{second[place]}{place[1]}"
            )


def _days(unit: Unit) -> str:
    return f"{unit.date}" if unit.date == unit.end else f"{unit.date}至{unit.end}"


def _offices(named: Sequence[Named]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for one in named:
        found[one.name] = found.get(one.name, frozenset()) | frozenset(one.offices)
    return found


def _figures(text: str) -> dict[tuple[str, str], str]:
    """Figures by the two characters in front of them and their unit; those that stand there once."""
    found: dict[tuple[str, str], list[str]] = {}
    for one in _FIGURE.finditer(text):
        found.setdefault((one["front"], one["unit"]), []).append(one["value"])
    return {place: values[0] for place, values in found.items() if len(values) == 1}
