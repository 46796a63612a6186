"""Rows of `entries.json`."""

from __future__ import annotations

from typing import Any

from builder.address import entry_url
from builder.apparatus import Apparatus
from builder.model import Entry, Month


def entry_row(entry: Entry, month: Month, volume: str, apparatus: Apparatus) -> dict[str, Any]:
    """One entry, without its links (they are added by `links_of`)."""
    lines = [found for text in entry.texts() if (found := apparatus.lines(text))]
    return {
        "id": entry.id,
        "volume": volume,
        "year": month.year,
        "month": month.month,
        "start": entry.start,
        "end": entry.end,
        "label": entry.label,
        "kind": "day" if entry.start else "month",
        "text": entry.reading,
        "corrections": _fixes(entry, apparatus),
        "page": entry.page,
        "page_end": entry.page_end,
        "lines": [lines[0][0], lines[-1][1]],
        "url": entry_url(entry.id),
    }


def _fixes(entry: Entry, apparatus: Apparatus) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    done = 0
    for text in entry.paragraphs:
        found += [
            {"at": done + fix.at, "was": fix.was, "now": fix.now, "why": fix.why} for fix in apparatus.fixes(text)
        ]
        done += len(text) + 1
    return found


def full_date(entry: Entry, month: Month) -> str:
    """What a reader would call the entry: 2021年3月15日; 2021年3月6日至7日; 2021年3月 是月."""
    if entry.start is None:
        return f"{month.year}年{month.month}月 是月"
    year, start, day = (int(part) for part in entry.start.split("-"))
    said = f"{year}年{start}月{day}日"
    if entry.end and entry.end != entry.start:
        end_year, end_month, end_day = (int(part) for part in entry.end.split("-"))
        said += "至"
        said += f"{end_year}年" if end_year != year else ""
        said += f"{end_month}月" if end_month != start else ""
        said += f"{end_day}日"
    return said
