"""The proof of the finished site: each rendered page shows what its volume holds, character for character.

`yearbook build` leaves the digests of all pages, for the finishing step has no raw text at hand.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from builder.checks.outside import expected, given, visible
from builder.edition.chapter import Chapters
from builder.edition.read import Read
from builder.sources.finding import Finding, finding

NAME = "pages.json"
# The frame around a page's article (header, footer, scripts) is not text of the volume.
_ARTICLE = re.compile(r"<article\b.*</article>", re.DOTALL)


def digests(reads: Iterable[Read], chapters: Iterable[Chapters]) -> dict[str, dict[str, Any]]:
    """By address of a page: the digest of its text, the raw file and the line it begins on."""
    found: dict[str, dict[str, Any]] = {}
    for read, some in zip(reads, chapters, strict=True):
        for url, lines in expected(some).items():
            first = next((line.lines[0] for line in lines if line.lines), 1)
            found[url] = {"digest": _digest(given(lines)), "file": read.file, "line": first}
    return found


def unproved(site: Path, build: Path) -> Iterator[Finding]:
    """Pages of the site that do not show the text that the build gave them."""
    pages: Mapping[str, Mapping[str, Any]] = json.loads((build / NAME).read_text("utf-8"))
    for url, page in pages.items():
        path = site / url / "index.html"
        article = _ARTICLE.search(path.read_text("utf-8")) if path.exists() else None
        if article is None or _digest(visible(article[0])) != page["digest"]:
            yield finding(page["file"], page["line"], "page.site", page=url)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
