"""All that is known by name: what the language knows (`builder/language/names/*.toml`), and what is of a place
(`source_texts/names.toml`). Without the second, persons, offices and citations are found by pattern."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any, TypeVar

from builder.records.base import Record
from builder.records.names import Names

R = TypeVar("R", bound=Record)


@cache
def language() -> Names:
    """What is true of any city: surnames, words of offices, weights."""
    tables: dict[str, Any] = {}
    for file in sorted(resources.files("builder.language").joinpath("names").iterdir(), key=lambda one: one.name):
        for name, table in tomllib.loads(file.read_text("utf-8")).items():
            tables[name] = {**tables.get(name, {}), **table}
    return Names.model_validate(tables)


def known(place: Names) -> Names:
    """What the language knows, with the names of a place behind it."""
    return _joined(language(), place)


def _joined(ours: R, theirs: R) -> R:
    """Lists and tables are joined; a single value of the place stands instead of ours."""
    given = {name: _both(getattr(ours, name), getattr(theirs, name)) for name in theirs.model_fields_set}
    return ours.model_copy(update=given)


def _both(ours: Any, theirs: Any) -> Any:
    if isinstance(ours, Record):
        return _joined(ours, theirs)
    if isinstance(ours, tuple):
        return (*ours, *theirs)
    return {**ours, **theirs} if isinstance(ours, Mapping) else theirs
