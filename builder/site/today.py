"""历史上的今天: what the chronicles tell of each day of the year."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from builder.site.site import Page, Site

Meta = dict[str, Any]
_LENGTH = 46


def beginning(text: str) -> str:
    """The first clause or so of an entry."""
    whole = "".join(text.split())
    if len(whole) <= _LENGTH:
        return whole
    stop = max(whole.rfind(mark, 0, _LENGTH) for mark in "。；")
    return whole[: stop + 1] if stop >= 12 else f"{whole[: _LENGTH - 1]}…"


def days(site: Site, texts: Mapping[str, str]) -> dict[int, list[Meta]]:
    """month -> rows of that month's days over all volumes, in the order of day and year.

    `texts` gives the text of each entry by its id.
    """
    found: dict[int, list[Meta]] = {}
    for month in site.months:
        for entry in month.meta.get("entries", []):
            if entry.get("start"):
                found.setdefault(int(entry["start"][5:7]), []).append(_row(entry, month, texts))
    for rows in found.values():
        rows.sort(key=lambda row: (row["day"], row["year"], row["book"], row["url"]))
    return found


def _row(entry: Meta, month: Page, texts: Mapping[str, str]) -> Meta:
    return {
        "day": int(entry["start"][8:]),
        "year": int(entry["start"][:4]),
        "book": {"gazette": "公报", "yearbook": "年鉴"}.get(month.meta["volume_kind"], ""),
        "label": entry["label"],
        "text": beginning(texts.get(f"{month.meta['volume']}/{entry['id']}", "")),
        "url": f"{month.url}#{entry['id']}",
    }


def script(rows: list[Meta]) -> str:
    """A month's rows as a script that hands them to the home page: it works from a folder too."""
    listed = [[r["day"], r["year"], r["book"], r["text"], r["url"]] for r in rows]
    return f"yearbook.today({json.dumps(listed, ensure_ascii=False, separators=(',', ':'))});\n"
