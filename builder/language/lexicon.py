"""Many known names looked for at once, in time that grows with the text alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from operator import add
from typing import NamedTuple


class Hit(NamedTuple):
    """A known name at `start:end`."""

    start: int
    end: int
    name: str


class Lexicon:
    """Finds the longest known name at every place of a text; hits do not overlap."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_head: dict[str, list[str]] = {}
        for name in sorted(set(names), key=lambda n: (-len(n), n)):
            if len(name) >= 2:
                self._by_head.setdefault(name[:2], []).append(name)

    def find(self, text: str, stands: Callable[[Hit], bool] = lambda _: True) -> Iterator[Hit]:
        """All hits in `text` that `stands` lets through, from left to right."""
        done = 0
        for i, names in enumerate(map(self._by_head.get, map(add, text, text[1:]))):
            if names is None or i < done:
                continue
            for name in names:
                hit = Hit(i, i + len(name), name)
                if text.startswith(name, i) and stands(hit):
                    done = hit.end
                    yield hit
                    break
