"""The home page's figures: how much happened in each month, which documents are new or much referred to."""

from __future__ import annotations

from typing import Any

from builder.edition.figures import bar
from builder.site.site import Page, Site

Meta = dict[str, Any]
_NEWEST = 6


_KINDS = {"yearbook": "年鉴", "chronicle": "大事", "gazette": "公报", "plan": "规划", "document": "文件"}
_COUNTED = "零一两三四五六七八九"


def years_said(site: Site) -> str:
    """两年, 十二年: how many years the volumes tell of."""
    count = len({v.meta["year"] for v in site.volumes} | {m.meta["year"] for m in site.months})
    return f"{_COUNTED[count] if count < len(_COUNTED) else count}年"


def lead(site: Site, place: str) -> str:
    """The sentence that opens the home page: whose, of how many years, of what kinds."""
    kinds = [_KINDS[kind] for kind, _, _ in site.groups()]
    named = "、".join(kinds[:-1]) + ("与" if len(kinds) > 1 else "") + kinds[-1] if kinds else "文献"
    return f"{place}{years_said(site)}的{named}，逐字可核，可查可引。"


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
