"""What an entry or a document is about, as character bigrams, and a lunr index over them."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from lunr.builder import Builder

from builder.links.corpus import Unit
from builder.links.persons.mentions import Named
from builder.model.blocks import Heading

_COMMON = 40
# Of an item, which may be a page long, so many bigrams, and those that fewer have.
_ITEM, _COMMON_ITEM = 80, 12
_WORDS = re.compile(r"[\u3400-\u9fffA-Za-z0-9]+")


class Scale:
    """How much each bigram tells within some units: the rarer, the more."""

    def __init__(self, grams: Mapping[str, frozenset[str]], counts: Counter[str], total: int) -> None:
        self._grams, self._whole = grams, dict[str, float]()
        self._weight = {gram: math.log(total / count) for gram, count in counts.items()}

    def weight(self, grams: Iterable[str]) -> float:
        """How much a set of bigrams tells."""
        known = self._weight
        return math.fsum(known.get(gram, 0.0) for gram in sorted(grams))

    def whole(self, owner: str) -> float:
        """How much all bigrams of a unit tell."""
        if owner not in self._whole:
            self._whole[owner] = self.weight(self._grams[owner])
        return self._whole[owner]


class Topics:
    """Bigrams of every unit without persons and their offices, weighed by how rare they are.

    市长某某主持召开 stands in a fifth of all entries: with it every two meetings look alike.

    `batches` (volume -> batch) are the volumes that joined together. Two units are weighed by their two
    batches alone: a volume that joins later changes nothing between those that were there.
    """

    def __init__(
        self, units: Sequence[Unit], persons: Mapping[str, list[Named]], batches: Mapping[str, str] | None = None
    ) -> None:
        self.units = {unit.id: unit for unit in units}
        self.batch = {unit.id: (batches or {}).get(unit.volume, "") for unit in units}
        self.words = {unit.id: _topic(unit, persons.get(unit.id, [])) for unit in units}
        self.grams = {owner: grams_of(words) for owner, words in self.words.items()}
        self._sizes = Counter(self.batch.values())
        self._counts = {name: Counter[str]() for name in self._sizes}
        for owner, grams in self.grams.items():
            self._counts[self.batch[owner]].update(grams)
        self._scales: dict[frozenset[str], Scale] = {}

    def scale(self, one: str, other: str) -> Scale:
        """By what two units are weighed."""
        both = frozenset((self.batch[one], self.batch[other]))
        if both not in self._scales:
            counts = sum((self._counts[name] for name in sorted(both)), Counter[str]())
            self._scales[both] = Scale(self.grams, counts, sum(self._sizes[name] for name in both))
        return self._scales[both]

    def by_batch(self, owners: Iterable[str]) -> dict[str, list[str]]:
        """Units by their batches, in the order of the batches' names."""
        found: dict[str, list[str]] = {}
        for owner in owners:
            found.setdefault(self.batch[owner], []).append(owner)
        return dict(sorted(found.items()))

    def rest(self, one: str, first: str, second: str) -> float:
        """The share of `second` that `one` has and `first` has not: what only `second` explains."""
        scale, own = self.scale(one, second), self.grams[second]
        whole = scale.whole(second)
        return scale.weight((self.grams[one] & own) - self.grams[first]) / whole if whole else 0.0

    def alike(self, one: str, other: str) -> float:
        """How alike two units are, 0 to 1: what they share over the mean of their weights."""
        scale = self.scale(one, other)
        mean = math.sqrt(scale.whole(one) * scale.whole(other))
        return scale.weight(self.grams[one] & self.grams[other]) / mean if mean else 0.0

    def shared(self, one: str, other: str) -> tuple[float, float]:
        """(weight of what two units share, its share of the shorter one's weight)."""
        scale = self.scale(one, other)
        both = scale.weight(self.grams[one] & self.grams[other])
        least = min(scale.whole(one), scale.whole(other))
        return both, both / least if least else 0.0


class Candidates:
    """A lunr index (BM25) over the bigrams of some units."""

    def __init__(self, topics: Topics, owners: Iterable[str]) -> None:
        self._topics = topics
        self._owners = frozenset(owners)
        self._count = Counter(gram for owner in self._owners for gram in topics.grams[owner])
        builder = Builder()
        builder.ref("id")
        builder.field("text")
        for owner in sorted(self._owners):
            builder.add({"id": owner, "text": [_token(g) for g in sorted(self._telling(owner))]})
        self._index = builder.build() if self._count else None

    def _telling(self, owner: str) -> Iterable[str]:
        """The bigrams that a unit is found by: all of an entry; the rarest of an item, which may be a page long."""
        grams = self._topics.grams[owner]
        if not self._is_item(owner) or len(grams) <= _ITEM:
            return grams
        return sorted(grams, key=lambda gram: (self._count[gram], gram))[:_ITEM]

    def _is_item(self, owner: str) -> bool:
        entry = self._topics.units[owner].entry
        return entry is not None and bool(entry.named)

    def find(self, owner: str, words: int, count: int, among: Collection[str] | None = None) -> list[str]:
        """The best `count` units for `owner`, by its `words` rarest bigrams; `among` limits them.

        No bigram is asked for that more than `_COMMON` have: they tell little, and the time would
        grow with the square of the text.
        """
        own = 1 if owner in self._owners else 0
        grams: Iterable[str] = self._topics.grams[owner]
        if among is not None:
            there = frozenset().union(*(self._topics.grams[one] for one in self._owners.intersection(among)))
            grams = self._topics.grams[owner] & there
        most = _COMMON_ITEM if self._is_item(owner) else _COMMON
        known = sorted((self._count[g], g) for g in grams if own < self._count[g] <= most)
        found = self._query([gram for _, gram in known[:words]])
        return [one for one in found if one != owner and (among is None or one in among)][:count]

    def _query(self, words: list[str]) -> list[str]:
        if not words or self._index is None:
            return []
        query = self._index.create_query()
        for word in words:
            query.term(_token(word), fields=["text"], use_pipeline=False)
        ranked = sorted((-round(r["score"], 6), str(r["ref"])) for r in self._index.query(query))
        return [ref for _, ref in ranked]


def _token(gram: str) -> str:
    """A bigram in letters and digits: lunr walks over all first letters of its vocabulary for every
    word of a query, and there are some thousand Chinese characters but sixteen digits."""
    return "".join(f"{ord(c):x}" for c in gram)


def _topic(unit: Unit, persons: Sequence[Named]) -> str:
    if unit.document is not None:
        heads = (b.text.s for b in unit.document.all_blocks() if isinstance(b, Heading))
        return " ".join([unit.document.title.s, *heads])
    pieces: list[str] = []
    for part, text in enumerate(unit.texts):
        at = 0
        for one in (p for p in persons if p.part == part):
            pieces.append(_without(text[at : one.start], one.offices))
            at = one.end
        pieces.append(text[at:])
    return "，".join(pieces)


def _without(text: str, offices: Sequence[str]) -> str:
    """The text in front of a name without the offices that end it."""
    at = len(text)
    for office in reversed(offices):
        found = text.rfind(office[-2:], 0, at)
        if found < 0 or at - found > 40:
            break
        at = max(0, found - len(office) + 2)
        at -= at > 0 and text[at - 1] in "、，"
    return text[:at]


def grams_of(text: str) -> frozenset[str]:
    return frozenset(w[i : i + 2].lower() for w in _WORDS.findall(text) for i in range(len(w) - 1))
