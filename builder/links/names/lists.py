"""The lists of `names.toml`: groups of names with their other spellings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from builder.records.names import Groups


class Listed(NamedTuple):
    """A name of a list: its group, all its spellings (itself first), and the place it belongs to."""

    name: str
    group: str
    forms: tuple[str, ...]
    within: str | None = None


def listed(table: Groups) -> Iterator[Listed]:
    """The names of a table `group = ["name|other spelling@place", ...]`."""
    for group, names in table.items():
        for line in names:
            spelled, _, within = line.partition("@")
            forms = tuple(spelled.split("|"))
            yield Listed(forms[0], group, forms, within or None)
