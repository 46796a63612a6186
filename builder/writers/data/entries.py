"""Rows of `entries.json`."""

from __future__ import annotations

from typing import Any

from builder.edition.apparatus import Apparatus
from builder.model.address import entry_url
from builder.model.volume import Entry, Month


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
