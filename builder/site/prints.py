"""Which prints there will be: a list that `yearbook build` leaves where it can make them."""

from __future__ import annotations

import json
from pathlib import Path


def prints(config_file: str | None) -> frozenset[str]:
    """Paths below the site's root of the files to carry away; none where the list is not there."""
    if not config_file:
        return frozenset()
    listed = Path(config_file).parent / "build" / "prints.json"
    if not listed.exists():
        return frozenset()
    found = json.loads(listed.read_text("utf-8"))
    return frozenset(found.values() if isinstance(found, dict) else found)


def downloads(page_id: str, available: frozenset[str]) -> list[dict[str, str]]:
    """The files that belong to a volume, month or document: `{text, url}`."""
    wanted = [(f"download/pdf/{page_id}.pdf", "PDF"), (f"download/epub/{page_id}.epub", "EPUB")]
    return [{"text": text, "url": path} for path, text in wanted if path in available]
