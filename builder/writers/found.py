"""What search knows of each unit beside its text, and the direct answers: from the rows of the data files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]
KINDS = {"entry": "大事记条目", "section": "文件正文", "table": "表", "box": "专栏"}


def facets(data: Mapping[str, Sequence[Row]]) -> dict[str, dict[str, Any]]:
    """Further fields of each unit: year, month, issuer, number, page, persons, places, organisations."""
    names = {kind: {row["id"]: row["name"] for row in data.get(kind, ())} for kind in _NAMED}
    entries = {row["id"]: row for row in data["entries"]}
    documents = {row["id"]: row for row in data["documents"]}
    years = {row["id"]: row["year"] for row in data["volumes"]}
    found: dict[str, dict[str, Any]] = {}
    for unit in data["units"]:
        entry, document = entries.get(unit["id"]), documents.get(unit["document"] or "")
        more: dict[str, Any] = {"year": years[unit["volume"]]}
        if entry:
            more |= {key: entry[key] for key in ("year", "month", "page") if entry[key] is not None}
            more |= {kind: [names[kind][i] for i in entry.get(kind, ()) if i in names[kind]] for kind in _NAMED}
        elif document:
            more |= {key: document[key] for key in ("issuer", "number", "page") if document[key] is not None}
            if document["date"]:
                more["year"] = int(document["date"][:4])
        found[unit["id"]] = more
    return found


_NAMED = ("persons", "places", "organisations")


def labels(data: Mapping[str, Sequence[Row]]) -> dict[str, dict[str, str]]:
    """What a reader sees instead of a value: titles of volumes and documents, names of kinds."""
    return {
        "volume": {row["id"]: row["title"] for row in data["volumes"]},
        "kind": KINDS,
        "document": {row["id"]: row["title"] for row in data["documents"]},
    }


def direct(data: Mapping[str, Sequence[Row]]) -> Iterator[dict[str, Any]]:
    """Direct answers: months, days, documents by number or title, and the named things of the indexes."""
    months: dict[tuple[str, int, int], str] = {}
    titles = {row["id"]: row["title"] for row in data["volumes"]}
    for row in data["entries"]:
        months.setdefault((row["volume"], row["year"], row["month"]), row["url"].split("#")[0])
    for (volume, year, month), url in months.items():
        label = f"{year}年{month}月 {titles[volume]}"
        yield {"kind": "month", "label": label, "keys": [f"{year}-{month:02}", f"{year}.{month}"], "url": url}
    seen: set[tuple[str, str]] = set()
    for row in data["entries"]:
        day = (row["volume"], row["start"])
        if row["start"] and day not in seen:
            seen.add(day)
            year, month, number = (int(part) for part in row["start"].split("-"))
            label = f"{year}年{month}月{number}日 {titles[row['volume']]}"
            yield {"kind": "day", "label": label, "keys": [row["start"]], "url": row["url"]}
    for row in data["documents"]:
        keys = [row["title"], row["title"].removeprefix("关于印发"), *([row["number"]] if row["number"] else [])]
        yield {"kind": "document", "label": row["title"], "keys": keys, "url": row["url"]}
    for kind in _NAMED:
        for row in data.get(kind, ()):
            if row.get("url"):
                yield {"kind": kind.rstrip("s"), "label": row["name"], "keys": row.get("also", []), "url": row["url"]}
