"""The links of a unit's texts, as the links package found them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from builder.engine.text import Text
from builder.writers.markdown.inline import Link


class SpanLike(Protocol):
    """A linked stretch of a text: `part` says which text of its owner, `target` what it names."""

    @property
    def part(self) -> int: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def kind(self) -> str: ...
    @property
    def target(self) -> str: ...


class OwnerLinks:
    """The links of every entry and document: spans by owner, and where a target stands."""

    def __init__(self, spans: Mapping[str, Sequence[SpanLike]], url: Callable[[str, str], str | None]) -> None:
        self._spans = spans
        self._url = url

    def of(self, owner: str, part: int) -> Callable[[Text], list[Link]]:
        """A function that gives the links of the owner's text number `part`."""
        here = [s for s in self._spans.get(owner, ()) if s.part == part]
        return lambda text: self._links(here)

    def by_text(self, owner: str, texts: Sequence[Text]) -> Callable[[Text], list[Link]]:
        """A function that knows a text of the owner by itself (`texts` in the owner's order)."""
        parts = {id(text): i for i, text in enumerate(texts)}
        spans: dict[int, list[SpanLike]] = {}
        for span in self._spans.get(owner, ()):
            spans.setdefault(span.part, []).append(span)
        return lambda text: self._links(spans.get(parts.get(id(text), -1), []))

    def _links(self, spans: Sequence[SpanLike]) -> list[Link]:
        found = [(s, self._url(s.kind, s.target)) for s in spans]
        return [Link(s.start, s.end, s.kind, url) for s, url in found if url is not None]
