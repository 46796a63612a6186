"""The oracle: a simple scan over all units, the definition of what search must find."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Any

from builder.writers.search.fold import fold


class Oracle:
    """All units, folded once."""

    def __init__(self, units: Sequence[Mapping[str, Any]]) -> None:
        self.fields = [(u["id"], fold(u["title"]), fold(u["text"])) for u in units]

    def find(self, text: str) -> list[str]:
        """Return the ids of the units whose folded title or text contains the folded text."""
        part = fold(text)
        return sorted(i for i, title, body in self.fields if part in title or part in body)


def is_plain(text: str) -> bool:
    """Tell whether a text is one word of the query language and not an operator."""
    quoted = text.startswith('"') and text.endswith('"')
    return bool(fold(text)) and not any(c.isspace() for c in text) and "\ufeff" not in text and not quoted


def cuts(texts: Sequence[str], count: int, longest: int, seed: int = 1) -> list[str]:
    """Return `count` random cuts of the texts, each of 1 to `longest` characters."""
    rng = random.Random(seed)
    out: list[str] = []
    weights = [len(text) for text in texts]
    while len(out) < count:
        text = rng.choices(texts, weights)[0]
        length = rng.randint(1, longest)
        start = rng.randrange(max(1, len(text) - length + 1))
        cut = text[start : start + length].strip()
        if is_plain(cut):
            out.append(cut)
    return out
