"""What `yearbook build` left for the pages: the list of prints, how each page is cited, what entries say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple


class Made(NamedTuple):
    """Paths below the site's root of the files to carry away; the GB/T 7714 citation of each id; the text of each
    entry."""

    prints: frozenset[str]
    citations: dict[str, str]
    texts: dict[str, str]


def made(config_file: str | None) -> Made:
    """What stands under `build/` beside the configuration file; nothing where it is not there."""
    build = Path(config_file or "").parent / "build"
    listed = _read(build / "prints.json") or []
    files = sorted((build / "data" / "citations").glob("*.json"))
    citations = {row["id"]: row["gbt"] for file in files for row in _read(file)}
    texts = {row["id"]: row["text"] for row in _read(build / "data" / "entries.json") or []}
    return Made(frozenset(listed), citations, texts)


def _read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8")) if path.exists() else None


def downloads(page_id: str, available: frozenset[str]) -> list[dict[str, str]]:
    """The files that belong to a volume, month or document: `{text, url}`."""
    wanted = [(f"download/pdf/{page_id}.pdf", "PDF"), (f"download/epub/{page_id}.epub", "EPUB")]
    return [{"text": text, "url": path} for path, text in wanted if path in available]
