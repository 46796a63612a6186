"""Where the lines of a centred title break: between words, in lines of like length.

There is no list of words: two characters that stand together in these volumes more often than
chance has it belong together, and a line does not break between them.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

_NEVER_FIRST = "，。、；：！？）》」』】〕”’·—…"
_NEVER_LAST = "（《“‘「『【〔"


class TitleBreaks:
    """Breaks titles; `texts` are the volumes' texts, from which it learns what belongs together."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._single: Counter[str] = Counter()
        self._pair: Counter[str] = Counter()
        for text in texts:
            self._single.update(text)
            self._pair.update(a + b for a, b in pairwise(text))
        self._all = max(sum(self._single.values()), 1)

    def bond(self, a: str, b: str) -> float:
        """How much two characters belong together: 0 for strangers, 10 and more for a word, less behind a comma."""
        if b in _NEVER_FIRST or a in _NEVER_LAST:
            return 1000.0
        if a in "》、，" or b == "《":
            return -2.0
        if a.isascii() and b.isascii():
            return 1000.0
        seen = self._pair[a + b]
        if not seen:
            return 0.0
        surprise = math.log2(seen * self._all / max(self._single[a] * self._single[b], 1))
        return max(0.0, surprise) * min(1.0, seen / 8)

    def breaks(self, title: str, longest: int = 20) -> list[int]:
        """Positions at which the lines after the first begin; none where the title fits one line."""
        count = math.ceil(len(title) / longest)
        if count < 2:
            return []
        ideal = len(title) / count

        @cache
        def best(start: int, lines: int) -> tuple[float, tuple[int, ...]]:
            if lines == 1:
                here = len(title) - start
                return (abs(here - ideal), ()) if here <= longest else (10_000.0, ())
            found: list[tuple[float, tuple[int, ...]]] = [(10_000.0, ())]
            for cut in range(start + 2, min(start + longest, len(title) - 2) + 1):
                cost, rest = best(cut, lines - 1)
                cost += abs(cut - start - ideal) + 1.2 * self.bond(title[cut - 1], title[cut])
                found.append((cost, (cut, *rest)))
            return min(found)

        return list(best(0, count)[1])
