"""What looks like a name and is in no list: for `yearbook check --suggest`, with TOML to paste."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from builder.language.lexicon import Lexicon
from builder.links.corpus import Unit
from builder.links.persons.mentions import Named
from builder.model.linkage import Suggestion

_HOUSE = re.compile(
    r"(?:^|(?<=[，。、；：与和由经到]))市(?![长委])[\u3400-\u9fff]{2,9}?(?:局|委员会|总会|协会|联合会|支队|馆|研究院|指挥部)(?![长\u3400-\u9fff]{0,1}(?:长|员))",
    re.MULTILINE,
)
_TOWN = re.compile(
    r"(?<=[，。、；：到在县市])[\u3400-\u9fff]{2}(?:镇|乡|街道)(?=[\u3400-\u9fff]{2,3}(?:村|社区)|[，。、])"
)
_OFFICE = re.compile(r"[\u3400-\u9fff]{1,3}[长员]$")


def suggestions(
    units: Sequence[Unit],
    persons: Mapping[str, Sequence[Named]],
    organisations: Iterable[str],
    places: Iterable[str],
    namesakes: Mapping[str, Sequence[str]],
) -> list[Suggestion]:
    """Each missing name once, with the unit where it is met first."""
    seen: set[str] = set()
    kept: list[Suggestion] = []
    # 市博物馆 may be listed as a place: it is known either way.
    known = [*organisations, *places]
    houses = towns = Lexicon(known)
    for unit in units:
        if unit.entry is None:
            continue
        for one in (*_houses(unit, houses), *_towns(unit, towns), *_offices(unit, persons[unit.id])):
            if one.text not in seen:
                seen.add(one.text)
                kept.append(one)
    for name, offices in namesakes.items():
        text = "；".join(offices)
        stub = f'[[persons.namesake]]\nname = "{name}"\ncontext = ["…"]\nnote = "{text}"'
        kept.append(Suggestion("namesake", name, "", stub))
    return kept


def _houses(unit: Unit, known: Lexicon) -> Iterator[Suggestion]:
    for found in _HOUSE.finditer(unit.reading):
        if not any(True for _ in known.find(found[0])):
            yield Suggestion("organisation", found[0], unit.id, f'[organisations]\n"市政府部门" = ["{found[0]}"]')


def _towns(unit: Unit, known: Lexicon) -> Iterator[Suggestion]:
    for found in _TOWN.finditer(unit.reading):
        if not any(True for _ in known.find(found[0])):
            yield Suggestion("place", found[0], unit.id, f'[places.known]\n"乡镇街道" = ["{found[0]}@…县"]')


def _offices(unit: Unit, named: Sequence[Named]) -> Iterator[Suggestion]:
    """A word like 处长 directly in front of a known name that is no office yet."""
    for one in named:
        front = unit.texts[one.part][max(0, one.start - 4) : one.start]
        word = _OFFICE.search(front)
        if word and not one.offices and one.rule == "person.again":
            yield Suggestion("office", word[0], unit.id, f'[offices]\nwords = ["{word[0]}"]')


def doubtful_namesakes(persons: Mapping[str, Sequence[Named]], units: Sequence[Unit]) -> dict[str, list[str]]:
    """Names met in a few units only, each time with offices of other houses: one person or two?"""
    offices: dict[str, list[frozenset[str]]] = {}
    keys: dict[str, set[str]] = {}
    for unit in units:
        for one in persons[unit.id]:
            keys.setdefault(one.name, set()).add(one.key)
            if one.offices:
                offices.setdefault(one.name, []).append(frozenset(one.offices))
    found: dict[str, list[str]] = {}
    for name, sets in offices.items():
        apart = len(sets) > 1 and len(sets) < 4 and not frozenset.intersection(*sets) and len(keys[name]) == 1
        if apart and len(name) < 4 and not _alike([t for s in sets for t in s]):
            found[name] = sorted({t for s in sets for t in s})
    return found


def _alike(titles: list[str]) -> bool:
    """True when the houses have a word of two characters in common: 市公安局 and 公安局."""
    grams = [{t[i : i + 2] for i in range(len(t) - 1)} for t in titles]
    return all(any(a & b for j, b in enumerate(grams) if j != i) for i, a in enumerate(grams))


def yearly(pairs: Iterable[tuple[str, str, str]], listed: set[str]) -> Iterator[Suggestion]:
    """Events that look yearly and match no pattern of the list."""
    for name, one, other in pairs:
        if one not in listed or other not in listed:
            yield Suggestion("yearly", name, one, f'[yearly]\n"{name}" = "{re.escape(name)}"')
