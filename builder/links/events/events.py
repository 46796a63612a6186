"""The same event in two chronicles: candidates by BM25 within some days, then a scored comparison."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from builder.links.corpus import Unit
from builder.links.documents.titles import find_titles, key
from builder.links.persons.mentions import Named
from builder.links.topics.likeness import Candidates, Topics
from builder.model.linkage import Pair, Reason
from builder.records.names import Events

_ORDINAL = re.compile(r"第\s*([一二三四五六七八九十百\d]+)\s*(次|轮|届|号|批|期)")
_FIGURE = re.compile(r"\d+(?:\.\d+)?(?=[亿万元名家个%℃公户件人])")


@dataclass
class Evidence:
    """What the comparison looks at, beside the words: gathered once per entry."""

    persons: dict[str, list[Named]]
    places: Mapping[str, frozenset[str]]
    organisations: Mapping[str, frozenset[str]]
    weights: Events

    def lead(self, owner: str) -> str:
        """The first person with an office that an entry names: who acts in it."""
        return next((p.name for p in self.persons[owner] if p.offices), "")

    def names(self, owner: str) -> frozenset[str]:
        """All persons of an entry."""
        return frozenset(p.name for p in self.persons[owner])

    def acts(self, unit: Unit) -> frozenset[str]:
        """What kinds of event the entry's words speak of."""
        return frozenset(act for act, words in self.weights.acts.items() if any(w in unit.reading for w in words))

    def points(self, name: str) -> float:
        """The weight of a reason."""
        weight: float = getattr(self.weights, name)
        return weight

    def reason(self, name: str, evidence: str | Set[str], times: float = 1) -> Reason:
        """A reason with its weight, so many times."""
        said = evidence if isinstance(evidence, str) else "、".join(sorted(evidence))
        return Reason(name, round(self.points(name) * times, 3), said)


def same_events(topics: Topics, known: Evidence, units: Sequence[Unit]) -> dict[str, list[Pair]]:
    """Pairs between entries of city chronicles and of gazettes, both ways; each with its reasons.

    An entry takes its best partner. A partner may be taken more than once: one book splits what
    the other merges. Candidates come from an index of the month alone: with the whole of the books
    every common word would have to be looked up in all of them.
    """
    days, words = known.weights.days, known.weights.words
    by_month = _months(units, days)
    found: dict[str, list[Pair]] = {}
    for city, others in by_month.values():
        indexes = [Candidates(topics, row) for row in topics.by_batch(one.id for one in city).values()]
        near_by = {unit.id: {one.id for one in city if apart(unit, one) <= days} for unit in others}
        for unit, index in product(others, indexes):
            among = near_by[unit.id]
            ids = index.find(unit.id, words, known.weights.candidates, among)
            near = [one for one in ids if topics.shared(unit.id, one)[1] >= known.weights.least_text]
            scored = [compare(topics, known, unit, topics.units[one]) for one in near]
            for pair in _chosen(topics, known, unit, scored):
                found.setdefault(unit.id, []).append(pair)
                found.setdefault(pair.entry, []).append(Pair(unit.id, pair.score, pair.reasons))
    return found


def _months(units: Sequence[Unit], days: int) -> dict[tuple[int, int], tuple[list[Unit], list[Unit]]]:
    """Month -> (city entries that may be met in it, gazette entries of it); only months with both."""
    others: dict[tuple[int, int], list[Unit]] = {}
    for unit in units:
        if unit.entry and not unit.city and unit.date and unit.month:
            others.setdefault((unit.year, unit.month), []).append(unit)
    city: dict[tuple[int, int], list[Unit]] = {month: [] for month in others}
    for unit in units:
        if unit.entry and unit.city and unit.date:
            for month in _touched(unit, days):
                if month in city:
                    city[month].append(unit)
    return {month: (city[month], row) for month, row in others.items() if city[month]}


def _touched(unit: Unit, days: int) -> list[tuple[int, int]]:
    """The months that an entry's days, and `days` days around them, touch."""
    first = date.fromisoformat(str(unit.date)) - timedelta(days=days)
    last = date.fromisoformat(unit.end or str(unit.date)) + timedelta(days=days)
    ends = {(first.year, first.month), (last.year, last.month)}
    return sorted({*ends, (unit.year, unit.month or first.month)})


def _chosen(topics: Topics, known: Evidence, one: Unit, scored: list[Pair]) -> Iterator[Pair]:
    ranked = sorted(scored, key=lambda pair: (-pair.score, pair.entry))
    if not ranked or ranked[0].score < known.weights.enough:
        return
    yield ranked[0]
    for pair in ranked[1:]:
        rest = topics.rest(one.id, ranked[0].entry, pair.entry)
        if pair.score >= known.weights.twice and rest >= known.weights.twice_text:
            yield pair


def compare(topics: Topics, known: Evidence, one: Unit, other: Unit) -> Pair:
    """How much speaks for two entries telling of one event."""
    reasons = list(_reasons(topics, known, one, other))
    return Pair(other.id, round(sum(r.points for r in reasons), 3), reasons)


def _reasons(topics: Topics, known: Evidence, one: Unit, other: Unit) -> Iterator[Reason]:
    both, share = topics.shared(one.id, other.id)
    yield known.reason("text", f"{share:.2f}", share)
    full = known.weights.shared_full or 1.0
    yield known.reason("shared", f"{both:.0f}", min(both / full, 1.5))
    yield from _date_reasons(known, one, other)
    yield from _person_reasons(known, one, other)
    yield from _number_reasons(known, one, other)
    titles = {key(t.title) for t in find_titles(one.reading)} & {key(t.title) for t in find_titles(other.reading)}
    if titles:
        yield known.reason("title", titles)
    for name, table in (("place", known.places), ("organisation", known.organisations)):
        shared = table.get(one.id, frozenset()) & table.get(other.id, frozenset())
        if shared:
            yield known.reason(name, shared)
    acts, others = known.acts(one), known.acts(other)
    if acts & others:
        yield known.reason("act", acts & others)
    elif acts and others:
        yield known.reason("act_against", acts ^ others)


def apart(one: Unit, other: Unit) -> int:
    """How many days lie between two entries; 0 where their days meet."""
    if not one.date or not other.date:
        return 999
    a, b = date.fromisoformat(one.date), date.fromisoformat(other.date)
    a_end, b_end = date.fromisoformat(one.end or one.date), date.fromisoformat(other.end or other.date)
    return max((b - a_end).days, (a - b_end).days, 0)


def _date_reasons(known: Evidence, one: Unit, other: Unit) -> Iterator[Reason]:
    days = apart(one, other)
    if days == 0:
        yield known.reason("same_day", str(one.date))
        if one.date != one.end and (one.date, one.end) == (other.date, other.end):
            yield known.reason("same_range", f"{one.date}–{one.end}")
    else:
        yield known.reason("days_off", f"{one.date} / {other.date}", days)


def _person_reasons(known: Evidence, one: Unit, other: Unit) -> Iterator[Reason]:
    lead, counter = known.lead(one.id), known.lead(other.id)
    if lead and lead == counter:
        yield known.reason("lead", lead)
    elif lead and counter:
        yield known.reason("lead_against", f"{lead} / {counter}")
    a, b = known.names(one.id), known.names(other.id)
    if a & b:
        yield known.reason("persons", a & b, len(a & b) / min(len(a), len(b)))
    elif a and b:
        yield known.reason("nobody_shared", a | b)


def _number_reasons(known: Evidence, one: Unit, other: Unit) -> Iterator[Reason]:
    a, b = set(_ORDINAL.findall(one.reading)), set(_ORDINAL.findall(other.reading))
    units_a, units_b = {unit for _, unit in a}, {unit for _, unit in b}
    figures = set(_FIGURE.findall(one.reading)) & set(_FIGURE.findall(other.reading))
    if a & b or figures:
        yield known.reason("number", {f"第{n}{u}" for n, u in a & b} | figures)
    elif units_a & units_b:
        yield known.reason("number_against", {n + u for n, u in a ^ b})
