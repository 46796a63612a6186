"""Counts where compiled patterns act: a stand-in for each, which notes what it found and in which volume."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import ModuleType
from typing import Any

from builder.links.corpus import Unit

PACKAGES = ("builder.language", "builder.links", "builder.readers", "builder.rules")
_AROUND = 20


class Tally:
    """The places of each name: the volume, what stands in front, the passage with what stands behind.

    White space does not count, nor how often a place is looked at: equal passages of a volume are one.
    `volume` is the one that is being read.
    """

    def __init__(self) -> None:
        self.volume = ""
        self.places: dict[str, set[tuple[str, str, str]]] = {}

    def see(self, name: str, found: re.Match[str] | None) -> None:
        """Note one match; an empty one is nothing."""
        if found is None or found.start() == found.end():
            return
        s, start, end = found.string, found.start(), found.end()
        line, stop = s.rfind("\n", 0, start) + 1, s.find("\n", end)
        front = s[max(line, start - _AROUND) : start]
        behind = s[start : min(stop if stop >= 0 else len(s), end + _AROUND)]
        self.places[name].add((self.volume, "".join(front.split()), "".join(behind.split())))


class Counted:
    """A compiled pattern that tells the tally what it matches; in all else it is the pattern."""

    def __init__(self, pattern: re.Pattern[str], name: str, tally: Tally) -> None:
        self._pattern, self._name, self._tally = pattern, name, tally
        tally.places.setdefault(name, set())

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pattern, name)

    def _one(self, found: re.Match[str] | None) -> re.Match[str] | None:
        self._tally.see(self._name, found)
        return found

    def match(self, *args: Any) -> re.Match[str] | None:
        """As `re.Pattern.match`."""
        return self._one(self._pattern.match(*args))

    def fullmatch(self, *args: Any) -> re.Match[str] | None:
        """As `re.Pattern.fullmatch`."""
        return self._one(self._pattern.fullmatch(*args))

    def search(self, *args: Any) -> re.Match[str] | None:
        """As `re.Pattern.search`."""
        return self._one(self._pattern.search(*args))

    def finditer(self, *args: Any) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer`; all matches belong to the volume in which it is called."""
        found = list(self._pattern.finditer(*args))
        for one in found:
            self._one(one)
        return iter(found)

    def findall(self, *args: Any) -> list[Any]:
        """As `re.Pattern.findall`."""
        self.finditer(*args)
        return self._pattern.findall(*args)

    def sub(self, put: str | Callable[[re.Match[str]], str], s: str) -> str:
        """As `re.Pattern.sub`."""
        self.finditer(s)
        return self._pattern.sub(put, s)


class _Compiling:
    """`re` for a module that compiles the patterns of `names.toml`: those are counted."""

    def __init__(self, named: Mapping[str, Iterable[str]], tally: Tally) -> None:
        self._named, self._tally = named, tally

    def __getattr__(self, name: str) -> Any:
        return getattr(re, name)

    def compile(self, pattern: str) -> Any:
        """As `re.compile`."""
        made: Any = re.compile(pattern)
        for name in self._named.get(pattern, ()):
            made = Counted(made, name, self._tally)
        return made


def modules() -> list[ModuleType]:
    """All modules of the packages whose patterns are counted."""
    found = []
    for package in map(importlib.import_module, PACKAGES):
        names = [one.name for one in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")]
        found += [package, *(importlib.import_module(name) for name in names)]
    return found


def count_patterns(tally: Tally) -> None:
    """Put a stand-in for each pattern that these modules hold at their top, in all modules that hold it."""
    made: dict[tuple[str, str], Any] = {}
    for module in modules():
        name = module.__name__.removeprefix("builder.")
        for attribute in _assigned(module):
            value = getattr(module, attribute, None)
            counted = _counted(value, f"{name}.{attribute}", tally)
            if counted is not value:
                made[module.__name__, attribute] = counted
                setattr(module, attribute, counted)
    for module in [one for name, one in sorted(sys.modules.items()) if name.startswith("builder.")]:
        for origin, attribute, here in _imported(module):
            if (origin, attribute) in made:
                setattr(module, here, made[origin, attribute])


def _counted(value: Any, name: str, tally: Tally) -> Any:
    """The stand-in of a pattern; what is in a tuple has its place behind the name. All else as it is."""
    if isinstance(value, re.Pattern):
        return Counted(value, name, tally)
    if type(value) is tuple:
        inner = tuple(_counted(one, f"{name}.{at}", tally) for at, one in enumerate(value, 1))
        return inner if any(a is not b for a, b in zip(inner, value, strict=True)) else value
    return value


def _assigned(module: ModuleType) -> Iterator[str]:
    for node in ast.parse(inspect.getsource(module)).body:
        if isinstance(node, ast.Assign):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id


def _imported(module: ModuleType) -> Iterator[tuple[str, str, str]]:
    for node in ast.parse(inspect.getsource(module)).body:
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.module, one.name, one.asname or one.name) for one in node.names)


def count_named(tally: Tally, tables: Mapping[str, Mapping[str, Iterable[str]]]) -> None:
    """Count the patterns of `names.toml`: `tables` is module -> pattern as it is compiled -> its names."""
    for module, named in tables.items():
        vars(importlib.import_module(module))["re"] = _Compiling(named, tally)
        for name in (name for names in named.values() for name in names):
            tally.places.setdefault(name, set())


def follow_units(tally: Tally) -> None:
    """While links are looked for, the volume is that of the entry or document which was asked last."""

    def touched(self: Unit, name: str) -> Any:
        tally.volume = object.__getattribute__(self, "volume")
        return object.__getattribute__(self, name)

    type.__setattr__(Unit, "__getattribute__", touched)
