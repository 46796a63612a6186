"""What search knows of each unit beside its text, and the order of the units: from the data files."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from builder.writers.search.examples import examples

Row = Mapping[str, Any]
NAMED = ("persons", "places", "organisations")
DAY = re.compile(r"/(\d{4})-(\d\d)-(\d\d)-")
KINDS = {"item": "年鉴条目", "entry": "大事记条目", "section": "文件正文", "table": "表", "box": "专栏"}


def facets(data: Mapping[str, Sequence[Row]]) -> dict[str, dict[str, Any]]:
    """Further fields of each unit: year, month, issuer, number, page, persons, places, organisations."""
    names = {kind: labels_of(data.get(kind, ())) for kind in NAMED}
    entries = {row["id"]: row for row in data["entries"]}
    documents = {row["id"]: row for row in data["documents"]}
    years = {row["id"]: row["year"] for row in data["volumes"]}
    found: dict[str, dict[str, Any]] = {}
    for unit in data["units"]:
        entry, document = entries.get(unit["id"]), documents.get(unit["document"] or "")
        more: dict[str, Any] = {"year": years[unit["volume"]]}
        more |= {"page": unit["page"]} if "page" in unit else {}
        if entry:
            more |= {key: entry[key] for key in ("year", "month", "section") if key in entry}
            more |= {kind: [names[kind][i] for i in entry.get(kind, ()) if i in names[kind]] for kind in NAMED}
        elif document:
            more |= {key: document[key] for key in ("issuer", "number") if document[key] is not None}
            if document["date"]:
                more["year"] = int(document["date"][:4])
        found[unit["id"]] = more
    return found


def labels(data: Mapping[str, Sequence[Row]], given: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """What a reader sees instead of a value: titles of volumes and documents, names of kinds. Beside them the examples
    of the help."""
    return {
        "volume": {row["id"]: row["title"] for row in data["volumes"]},
        "kind": KINDS,
        "example": examples(data, given),
        "document": {row["id"]: row["title"] for row in data["documents"]},
    }


def labels_of(rows: Sequence[Row]) -> dict[str, str]:
    """The name of each person, place or organisation; namesakes with what tells them apart."""
    count = Counter(row["name"] for row in rows)
    return {row["id"]: row["name"] if count[row["name"]] == 1 else f"{row['name']}（{_known_by(row)}）" for row in rows}


def _known_by(row: Row) -> str:
    """What a namesake is known by: the first office, else the day of the first mention."""
    if row.get("offices"):
        return str(row["offices"][0]["title"])
    day = next(filter(None, map(DAY.search, row.get("mentions", ()))), None)
    return f"{day[1]}年{int(day[2])}月{int(day[3])}日" if day else str(row["id"])


def printed(data: Mapping[str, Sequence[Row]]) -> list[Row]:
    """The units in the order of print: equal hits are shown so, and a document is headed by its title."""
    return sorted(data["units"], key=lambda unit: (unit["volume"], unit["lines"] or [0], unit["id"]))
