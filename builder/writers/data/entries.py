"""Rows of `entries.json`."""

from __future__ import annotations

from typing import Any

from builder.edition.apparatus import Apparatus
from builder.edition.walk import Grid, Told
from builder.model.address import entry_url
from builder.model.volume import Entry, Part, Subsection
from builder.writers.data.blocks import BlockRows


def entry_row(told: Told, part: Part, volume: str, apparatus: Apparatus) -> dict[str, Any]:
    """One entry, without its links (they are added by `links_of`)."""
    entry = told.entry
    title = entry.label if entry.named else entry.title.s.strip().strip("【】")
    tables = BlockRows(apparatus).rows(node for node in told.nodes if isinstance(node, Grid))
    lines = [found for text in entry.texts() if (found := apparatus.lines(text))]
    return {
        "id": entry.id,
        "volume": volume,
        "year": part.year,
        "month": part.month or None,
        "start": entry.start,
        "end": entry.end,
        "label": entry.label,
        "kind": "item" if entry.named else "day" if entry.start else "month",
        "precision": entry.precision,
        **({"days": list(entry.days)} if entry.days else {}),
        **({"title": title} if title else {}),
        **(_where(part) if isinstance(part, Subsection) else {}),
        "text": entry.reading,
        "corrections": _fixes(entry, apparatus),
        "page": entry.page,
        "page_end": entry.page_end,
        "lines": [lines[0][0], lines[-1][1]],
        "url": entry_url(entry.id),
        **({"tables": tables} if tables else {}),
    }


def _where(part: Subsection) -> dict[str, Any]:
    """The section and the subsection of an item; where it stands in the section itself, that alone."""
    return {"section": part.section, "subsection": part.name or None}


def _fixes(entry: Entry, apparatus: Apparatus) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    done = 0
    for text in (one for one in entry.paragraphs if one.s):
        found += [
            {"at": done + fix.at, "was": fix.was, "now": fix.now, "why": fix.why} for fix in apparatus.fixes(text)
        ]
        done += len(text) + 1
    return found
