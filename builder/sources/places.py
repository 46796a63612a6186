"""Where the tables and keys of a TOML file stand: the parser of the standard library does not say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

Place = tuple[str | int, ...]
_NAME = r"""(?:"[^"]*"|'[^']*'|[^\s.\[\]"'=]+)"""
_DOTTED = rf"{_NAME}(?:\s*\.\s*{_NAME})*"
_HEADER = re.compile(rf"\s*(?P<open>\[+)\s*(?P<name>{_DOTTED})\s*(?P<close>\]+)\s*(?:#.*)?")
_KEY = re.compile(rf"\s*(?P<name>{_DOTTED})\s*=")


class Header(NamedTuple):
    """A header of a table: its line, its names, the place that it opens, its brackets on either side."""

    line: int
    names: tuple[str, ...]
    place: Place
    brackets: tuple[int, int]


def parts(dotted: str) -> tuple[str, ...]:
    """The names of a dotted key, without quotes."""
    return tuple(one.strip("\"'") for one in re.findall(_NAME, dotted))


def outside(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a file with their numbers, but those that begin inside of a text over several lines."""
    inside = False
    for number, line in enumerate(text.splitlines(), 1):
        if not inside:
            yield number, line
        inside ^= line.count('"""') % 2 == 1 or line.count("'''") % 2 == 1


def headers(text: str) -> Iterator[Header]:
    """The headers of all tables, in order."""
    seen = Counter[tuple[str, ...]]()
    for number, line in outside(text):
        found = _HEADER.fullmatch(line)
        if not found:
            continue
        names, brackets = parts(found["name"]), (len(found["open"]), len(found["close"]))
        place: Place = ()
        for depth in range(1, len(names)):
            upper = names[:depth]
            place += (names[depth - 1], seen[upper] - 1) if seen[upper] else (names[depth - 1],)
        place += (names[-1],)
        if max(brackets) > 1:
            place += (seen[names],)
            seen[names] += 1
            # The tables inside of an array's element begin anew with each element.
            for other in [one for one in seen if one[: len(names)] == names and one != names]:
                del seen[other]
        yield Header(number, names, place, brackets)


def places(text: str) -> Mapping[Place, int]:
    """The line of every table and key; the place of a key is that of its table with its name behind."""
    found: dict[Place, int] = {}
    at = {header.line: header.place for header in headers(text)}
    here: Place = ()
    for number, line in outside(text):
        if number in at:
            here = at[number]
            found.setdefault(here, number)
        elif key := _KEY.match(line):
            found.setdefault((*here, *parts(key["name"])), number)
    return found


def line_of(found: Mapping[Place, int], place: Place) -> int:
    """The line of a place, or of the nearest table or key around it; 1 where none is known."""
    while place and place not in found:
        place = place[:-1]
    return found.get(place, 1)
