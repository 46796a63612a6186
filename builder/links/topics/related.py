"""Entries and documents about the same matter in other months, and what looks like a yearly event."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from builder.links.corpus import Unit
from builder.links.topics.likeness import Candidates, Topics, grams_of
from builder.model.linkage import Pair
from builder.records.names import Related

_CLAUSE = re.compile(r"[^，。；：]+")
_STRIP = re.compile(r"(?:19|20)\d\d年?(?:度)?|第[一二三四五六七八九十百\d]+[届次期批轮个]|\d+|[“”《》（）]")


# Unit -> batch -> its candidates there with the share of words they have in common, best first.
Shares = Mapping[str, Mapping[str, Sequence[tuple[float, str]]]]
# How many of them are shown: of the unit's own batch, of each other one.
MOST, MOST_OF_OTHERS = 5, 2


def found(topics: Topics, settings: Related) -> Shares:
    """What an index of each batch gives for every unit, that of its own batch first."""
    result: dict[str, dict[str, list[tuple[float, str]]]] = {owner: {own: []} for owner, own in topics.batch.items()}
    for name, owners in topics.by_batch(topics.units).items():
        index = Candidates(topics, owners)
        for owner in topics.units:
            met = index.find(owner, settings.words, settings.candidates)
            rated = sorted((-topics.alike(owner, one), one) for one in met)
            result[owner][name] = [(-share, one) for share, one in rated]
    return result


def related(topics: Topics, shares: Shares, same: Mapping[str, Sequence[Pair]], least: float) -> dict[str, list[str]]:
    """Units about the same matter, of other months; never the same event told again."""
    result: dict[str, list[str]] = {}
    for owner, rows in shares.items():
        for name, row in rows.items():
            near = [one for share, one in row if share >= least]
            most = MOST if name == topics.batch[owner] else MOST_OF_OTHERS
            if chosen := _chosen(topics, owner, near, same)[:most]:
                result.setdefault(owner, []).extend(chosen)
    return result


def _chosen(topics: Topics, owner: str, row: Sequence[str], same: Mapping[str, Sequence[Pair]]) -> list[str]:
    unit, told = topics.units[owner], {pair.entry for pair in same.get(owner, ())}
    chosen: list[str] = []
    for one in row:
        other = topics.units[one]
        if one in told or _same_month(unit, other) or _chapters(unit, other):
            continue
        if not any(one in {p.entry for p in same.get(c, ())} for c in chosen):
            chosen.append(one)
    return chosen


def _same_month(one: Unit, other: Unit) -> bool:
    return (one.year, one.month) == (other.year, other.month) and one.month is not None


def _chapters(one: Unit, other: Unit) -> bool:
    """Two chapters of one plan are no news to each other."""
    return bool(one.document and other.document and one.volume == other.volume and other.document.chapter)


def yearly_names(topics: Topics, shares: Shares, settings: Related) -> list[tuple[str, str, str]]:
    """(name, entry, entry of the next year) of city entries that look like one yearly event.

    Proposed by `check --suggest`, not shown: 到沁水县调研 is alike every year and is no event.
    """
    least, window = settings.yearly, settings.yearly_days
    pairs: list[tuple[str, str, str]] = []
    taken: set[str] = set()
    for owner, rows in shares.items():
        for share, one in sorted((one for row in rows.values() for one in row), key=lambda one: (-one[0], one[1])):
            if share < least or one in taken or not _year_on(topics.units[owner], topics.units[one], window):
                continue
            name = _name(topics, owner, one, settings.yearly_name)
            if name:
                pairs.append((name, owner, one))
                taken.add(one)
                break
    return pairs


def _year_on(one: Unit, other: Unit, window: int) -> bool:
    """True when `other` is an entry of the next year around the same day of the year."""
    if not (one.entry and other.entry and one.city and other.city and one.date and other.date):
        return False
    days = (date.fromisoformat(other.date) - date.fromisoformat(one.date)).days
    return other.year == one.year + 1 and abs(days - 365) <= window


def _name(topics: Topics, one: str, other: str, least: float) -> str:
    """What two yearly entries both say of what they are about; '' where that says too little.

    Without persons and offices; weighed, so that 进行调研 and 出席会议并讲话 name nothing.
    """
    best, telling = "", least
    clauses = [_STRIP.sub("", c) for c in _CLAUSE.findall(topics.words[other])[:4]]
    for clause in _CLAUSE.findall(topics.words[one])[:4]:
        for again in clauses:
            common = _common(_STRIP.sub("", clause), again)
            weight = topics.scale(one, other).weight(grams_of(common))
            if weight > telling:
                best, telling = common, weight
    return best.strip("的和、与在了对")


def _common(one: str, other: str) -> str:
    """The longest string that stands in both (clauses are short: no cleverness needed)."""
    best = ""
    for start in range(len(one)):
        while one[start : start + len(best) + 1] in other and start + len(best) < len(one):
            best = one[start : start + len(best) + 1]
    return best
