"""Columns that filter and count hits."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from .codec import encode, gaps, write_script
from .fold import fold

Unit = Mapping[str, Any]
# A facet with many values in one unit: the name in a query -> the field of a `facets` row.
MANY = {"person": "persons", "place": "places", "organisation": "organisations"}


def _when(unit: Unit, more: Mapping[str, Any]) -> str:
    """Return the unit's day, month or year, as precisely as it is known; "" for none."""
    if unit.get("date"):
        return str(unit["date"])
    year, month = more.get("year"), more.get("month")
    if not year:
        return ""
    return f"{int(year):04}-{int(month):02}" if month else f"{int(year):04}"


def _year(unit: Unit, more: Mapping[str, Any]) -> str:
    return str(more.get("year") or _when(unit, more)[:4])


SINGLE: dict[str, Callable[[Unit, Mapping[str, Any]], str]] = {
    "volume": lambda unit, more: str(unit["volume"]),
    "year": _year,
    "kind": lambda unit, more: str(unit["kind"]),
    "when": _when,
    "document": lambda unit, more: str(unit.get("document") or ""),
    "issuer": lambda unit, more: str(more.get("issuer") or ""),
    "section": lambda unit, more: str(more.get("section") or ""),
    "number": lambda unit, more: str(more.get("number") or ""),
}
# Asked for with every result; the others are loaded when a query or the results page needs them.
ALWAYS = ("volume", "year", "kind")


def _column(values: Sequence[str]) -> dict[str, Any]:
    """Return one value per unit as runs: neighbours mostly agree."""
    names = sorted(set(values))
    number = {name: i for i, name in enumerate(names)}
    runs: list[int] = []
    for value, group in groupby(values):
        runs += [number[value], sum(1 for _ in group) - 1]
    return {"values": names, "runs": encode(runs)}


def _many(units: Sequence[Unit], facets: Mapping[str, Mapping[str, Any]], field: str) -> list[Any]:
    """Return `[name, coded unit numbers]` of every name, in order of the folded name."""
    found: dict[str, list[int]] = {}
    for number, unit in enumerate(units):
        for name in dict.fromkeys(facets.get(unit["id"], {}).get(field) or ()):
            found.setdefault(str(name), []).append(number)
    order = sorted(found, key=lambda name: (fold(name), name))
    return [[name, encode(gaps(found[name]))] for name in order]


def write_facets(units: Sequence[Unit], facets: Mapping[str, Mapping[str, Any]], out: Path) -> list[str]:
    """Write `facets/<name>.js` for each facet that has data; return the names of those."""
    columns = {
        name: _column([value(unit, facets.get(unit["id"], {})) for unit in units]) for name, value in SINGLE.items()
    }
    write_script(out, "facets/always", {name: columns.pop(name) for name in ALWAYS})
    written = list(ALWAYS)
    for name, column in columns.items():
        if column["values"] not in ([], [""]):
            write_script(out, f"facets/{name}", column)
            written.append(name)
    for name, field in MANY.items():
        rows = _many(units, facets, field)
        if rows:
            write_script(out, f"facets/{name}", rows)
            written.append(name)
    return written
