"""The index of document numbers, and which document cites which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from builder.language.document_numbers import Numbered, find_numbers
from builder.language.sorting import Slugs, slug
from builder.links.corpus import Unit
from builder.links.documents.titles import find_titles
from builder.links.names.hits import fill, keyed
from builder.model.linkage import Cite, DocumentNumber


@dataclass
class Numbers:
    """All numbers met: where they stand, what is known of them, who cites whom."""

    hits: dict[str, list[tuple[int, Numbered]]] = field(default_factory=dict)
    index: dict[str, DocumentNumber] = field(default_factory=dict)
    cites: dict[str, list[Cite]] = field(default_factory=dict)
    cited_by: dict[str, list[str]] = field(default_factory=dict)


def number_of(unit: Unit, series: Mapping[str, str]) -> str:
    """The document's own number in its normal form; '' where it bears none."""
    if unit.document is None:
        return ""
    found = find_numbers(unit.document.number_read or unit.document.number.s, series)
    return found[0].number if found else ""


def find_all(units: Sequence[Unit], series: Mapping[str, str], slugs: Slugs) -> Numbers:
    """Every number in every unit. A number stands for the document here that bears it."""
    numbers = Numbers()
    own = {unit.id: number_of(unit, series) for unit in units}
    bearer = {number: owner for owner, number in own.items() if number}
    for unit in units:
        hits = [(part, one) for part, text in enumerate(unit.texts) for one in find_numbers(text, series)]
        numbers.hits[unit.id] = hits
        for part, one in hits:
            item = _item(numbers, slugs, one, series, bearer)
            if one.number == own[unit.id]:
                item.title = item.title or (unit.document.title.s if unit.document else "")
                continue
            title = _title_before(unit.texts[part], one.start)
            item.title = item.title or title
            fill(item, unit, unit.texts[part][one.start : one.end])
            _cite(numbers, unit, Cite(one.number, title, item.document))
    return numbers


def _cite(numbers: Numbers, unit: Unit, cite: Cite) -> None:
    cites = numbers.cites.setdefault(unit.id, [])
    if any(c.number == cite.number for c in cites):
        return
    cites.append(cite)
    if cite.document and unit.id not in numbers.cited_by.setdefault(cite.document, []):
        numbers.cited_by[cite.document].append(unit.id)


def _item(
    numbers: Numbers, slugs: Slugs, one: Numbered, series: Mapping[str, str], bearer: Mapping[str, str]
) -> DocumentNumber:
    if one.number not in numbers.index:
        code = series.get(one.series) or slug(one.series)
        base = f"{code}-{one.year}-{one.serial}" if one.year else f"{code}-{one.serial}"
        item = DocumentNumber(slugs.take(base, one.number), one.number, group=one.series)
        item.series, item.year, item.serial = one.series, one.year, one.serial
        item.document = bearer.get(one.number)
        keyed(item)
        numbers.index[one.number] = item
    return numbers.index[one.number]


def _title_before(text: str, at: int) -> str:
    """The 《…》 that the number in brackets belongs to: 《…的通知》（晋政发〔2020〕16号）."""
    front = text[:at].rstrip("（(【[ 以下简称，")
    if not front.endswith("》"):
        return ""
    return next((t.title for t in reversed(find_titles(front)) if t.end == len(front)), "")
