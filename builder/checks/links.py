"""Links between the Markdown pages: each must end at a page, and at an anchor that stands there."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from builder.model.address import page_url
from builder.sources.finding import Finding, finding

_HREF = re.compile(r'<a\b[^>]*\bhref="([^"]+)"')
_ID = re.compile(r'\bid="([^"]+)"|\{:?[^}\n]*?#([^\s}"]+)')


def broken_links(docs: Mapping[str, str], folder: Path) -> Iterator[Finding]:
    """Findings for links in raw HTML of generated pages; MkDocs itself checks the Markdown ones."""
    pages = {page_url(name): text for name, text in docs.items()}
    for path in sorted(folder.rglob("*.md")):
        name = path.relative_to(folder).as_posix()
        pages.setdefault(page_url(name), path.read_text("utf-8"))
    anchors: dict[str, set[str]] = {}
    for name, text in docs.items():
        here = page_url(name)
        for found in _HREF.finditer(text):
            target = html.unescape(found[1])
            if "://" in target or target.startswith("mailto:"):
                continue
            path_part, _, anchor = target.partition("#")
            # A data file is made behind the pages: the offline bundle refuses a link to one that is not there.
            if posixpath.splitext(path_part)[1]:
                continue
            there = posixpath.normpath(posixpath.join(here, path_part)) + "/" if path_part else here
            there = "" if there in ("./", "/") else there
            wrong = _wrong(there, anchor, pages, anchors)
            if wrong:
                line = text[: found.start()].count("\n") + 1
                yield finding(f"docs/{name}", line, f"link.broken/{wrong}", page=there, anchor=anchor)


def _wrong(page: str, anchor: str, pages: Mapping[str, str], anchors: dict[str, set[str]]) -> str:
    """What is wrong with a link: there is no such page, or no such anchor on it; '' where nothing is."""
    if page not in pages:
        return "page"
    if page not in anchors:
        anchors[page] = {a or b for a, b in _ID.findall(pages[page])}
    if anchor and anchor not in anchors[page]:
        return "anchor"
    return ""
