"""Rows of the link files: persons, places, organisations, numbers, titles, events and the like."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from builder.edition.library import Library
from builder.model.linkage import IndexItem, Linkage, Person

Row = dict[str, Any]


def link_rows(library: Library) -> dict[str, list[Row]]:
    """Every link file by name."""
    links = library.linkage
    return {
        "persons": [_person(one, library) for one in links.persons],
        "places": [_item(one, "place", library) | {"within": one.within} for one in links.places],
        "organisations": [_item(one, "organisation", library) for one in links.organisations],
        "numbers": [
            _item(one, "number", library) | {"title": one.title or None, "document": one.document}
            for one in links.numbers
        ],
        "titles": [_item(one, "", library) | {"document": one.document} for one in links.titles],
        "projects": [_item(one, "", library) for one in links.projects],
        "meetings": [_item(one, "", library) for one in links.meetings],
        "offices": [{"id": o.id, "title": o.title, "holders": [asdict(h) for h in o.holders]} for o in links.offices],
        "series": [asdict(one) for one in links.series],
        "recurring": [asdict(one) for one in links.recurring],
        "same_event": _events(links),
    }


def _item(one: IndexItem, kind: str, library: Library) -> Row:
    row: Row = {"id": one.id, "name": one.name}
    if one.variants:
        row["also"] = one.variants
    if one.group:
        row["group"] = one.group
    row |= {"mentions": one.mentions, "documents": one.documents}
    url = library.span_url(kind, one.id) if kind else None
    return row | ({"url": url} if url else {})


def _person(one: Person, library: Library) -> Row:
    offices = [{"title": held.title, "first": held.first, "last": held.last} for held in one.offices]
    return _item(one, "person", library) | {"offices": offices}


def _events(links: Linkage) -> list[Row]:
    return [
        {
            "id": entry,
            "pairs": [
                {"entry": p.entry, "score": p.score, "reasons": [asdict(reason) for reason in p.reasons]} for p in pairs
            ],
        }
        for entry, pairs in links.same_event.items()
    ]


def named(links: Linkage) -> dict[str, dict[str, list[str]]]:
    """Owner -> the sorted ids of the persons, places and organisations that it names."""
    found: dict[str, dict[str, list[str]]] = {}
    for kind, items in links.named().items():
        for owner, name in sorted((owner, item.id) for item in items for owner in item.mentions):
            found.setdefault(owner, {one: [] for one in links.named()})[kind].append(name)
    return found


def entry_links(entry: str, links: Linkage, known: Mapping[str, Row]) -> Row:
    """What is added to an entry's row."""
    own = known.get(entry) or {kind: [] for kind in links.named()}
    titles = [{"title": one.title, "document": one.document} for one in links.mentions.get(entry, ())]
    same = links.over_years.get(entry)
    more = {"over_years": same} if same else {}
    return {**own, "titles": titles, "same_event": [p.entry for p in links.same_event.get(entry, ())], **more}


def document_links(document: str, links: Linkage) -> Row:
    """What is added to a document's row."""
    cites = [
        {"number": one.number, "title": one.title or None, "document": one.document}
        for one in links.cites.get(document, ())
    ]
    return {
        "cites": cites,
        "cited_by": links.cited_by.get(document, []),
        "announced_by": links.announced.get(document, []),
    }
