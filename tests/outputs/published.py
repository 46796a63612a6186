"""What stands under `site/`: the months and documents of all volumes, and where each output of them lies."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

SITE = Path(__file__).resolve().parents[2] / "site"


class Item(NamedTuple):
    """A month or a document (a chapter of a plan is one), as the data files name it."""

    id: str
    volume: str
    url: str
    rows: tuple[dict[str, Any], ...]

    @property
    def name(self) -> str:
        """The last part of the id."""
        return self.id.split("/")[1]

    @property
    def month(self) -> bool:
        """True for a month of entries."""
        return "kind" in self.rows[0] and "label" in self.rows[0]

    @property
    def page(self) -> Path:
        """Its page."""
        return SITE / self.url / "index.html"

    @property
    def pdf(self) -> Path:
        """Its print."""
        return SITE / "download" / "pdf" / f"{self.id}.pdf"

    @property
    def epub(self) -> Path:
        """The book of its volume."""
        return SITE / "download" / "epub" / f"{self.volume}.epub"


@lru_cache(maxsize=20)
def data(name: str) -> Any:
    """A data file of the site; an empty list where the site was not built."""
    path = SITE / "data" / name
    return json.loads(path.read_text("utf-8")) if path.exists() else []


@lru_cache(maxsize=1)
def items() -> list[Item]:
    """Every month and document, volume by volume."""
    months: dict[str, list[dict[str, Any]]] = {}
    for entry in data("entries.json"):
        months.setdefault(f"{entry['volume']}/{entry['year']}-{entry['month']:02d}", []).append(entry)
    found = [Item(d["id"], d["volume"], d["url"], (d,)) for d in data("documents.json")]
    for id_, rows in months.items():
        found.append(Item(id_, rows[0]["volume"], rows[0]["url"].split("#")[0], tuple(rows)))
    order = [volume["id"] for volume in data("volumes.json")]
    return sorted(found, key=lambda one: (order.index(one.volume), one.id))


def citations(volume: str) -> list[dict[str, Any]]:
    """The rows of `site/data/citations/<volume>.json`."""
    path = SITE / "data" / "citations" / f"{volume}.json"
    assert path.exists(), f"{path.relative_to(SITE)} is missing"
    rows: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))
    return rows


def cited(item: Item) -> dict[str, Any]:
    """The row of an item in its volume's citations."""
    found = [row for row in citations(item.volume) if row["id"] == item.id]
    assert len(found) == 1, f"{len(found)} rows for {item.id}"
    return found[0]
