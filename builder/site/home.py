"""The home page's figures: how much happened in each month, which documents are new or much referred to."""

from __future__ import annotations

from typing import Any

from builder.edition.figures import bar
from builder.site.site import Page, Site

Meta = dict[str, Any]
_NEWEST = 6


def grid(site: Site) -> list[Meta]:
    """One row for each year of a chronicle: twelve cells with count, height (0 to 12) and address."""
    rows = []
    chronicles = [v for v in site.volumes if v.meta["volume_kind"] == "chronicle"]
    counts = {m.url: len(m.meta.get("entries", [])) for m in site.months}
    most = max(counts.values(), default=1)
    for volume in chronicles:
        own = [m for m in site.months if m.meta["volume"] == volume.meta["id"]]
        for year in sorted({m.meta["year"] for m in own}):
            months = {m.meta["month"]: m for m in own if m.meta["year"] == year}
            cells = [_cell(months.get(n), n, counts, most) for n in range(1, 13)]
            rows.append({"year": year, "url": volume.url, "cells": cells, "total": sum(c["count"] for c in cells)})
    return rows


def _cell(month: Page | None, number: int, counts: dict[str, int], most: int) -> Meta:
    count = counts[month.url] if month else 0
    return {"month": number, "count": count, "height": bar(count, most), "url": month.url if month else ""}


def newest(site: Site) -> list[Page]:
    """The documents signed last."""
    dated = [d for d in site.documents if d.kind == "document" and d.meta.get("date")]
    return sorted(dated, key=lambda d: (str(d.meta["date"]), d.url), reverse=True)[:_NEWEST]


def referred(site: Site) -> list[tuple[Page, int]]:
    """The documents that most entries and documents lead to, with how many: two at least."""
    counted = [(d, len(d.meta.get("announced", [])) + len(d.meta.get("cited_by", []))) for d in site.documents]
    some = [one for one in counted if one[1] > 1]
    return sorted(some, key=lambda one: (-one[1], one[0].url))[:_NEWEST]
