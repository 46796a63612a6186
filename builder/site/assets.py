"""Style sheets and scripts: small files in `theme/`, joined into few when the site is made."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

_THEME = Path(__file__).parent / "theme"
# The order is the order of use: every part of a search script adds to `window.yearbook`.
_STYLES = (
    "tokens", "type", "frame", "page", "month", "strip", "document", "tables", "volume", "home", "lists", "tools",
    "print",
)  # fmt: skip
_SCRIPTS = ("base", "display", "popover", "reading", "cite", "keys", "calendar", "today", "lists", "start")
_ENGINE = (
    "fold", "store", "slices", "bits", "index", "query", "match", "filter", "rank", "snippet", "engine", "direct"
)  # fmt: skip
# Dates are read on every results page, other forms of writing only where nothing is found.
_RESULTS = (
    "state", "../near/numerals", "dates", "list", "filters", "notices", "beside", "tools", "help", "view", "start"
)  # fmt: skip
SEARCH = {
    "engine.js": ("core", _ENGINE),
    "export.js": ("results", ("export", "cite")),
    "near.js": ("near", ("variants", "write", "parts", "names", "near")),
    "page.js": ("page", ("dom", "choices", "combobox", "start")),
    "marks.js": ("page", ("marks", "bar", "target")),
    "results.js": ("results", _RESULTS),
}
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def own() -> dict[str, str]:
    """The style sheet and the script of all pages, and the site's mark: a seal in vermilion."""
    seal = (_THEME / "assets" / "seal.svg").read_text("utf-8")
    return {"yearbook.css": _style(), "yearbook.js": _joined(_THEME / "assets" / "js", _SCRIPTS), "seal.svg": seal}


def _style() -> str:
    """All style sheets in one, without comments and indentation."""
    joined = "\n".join((_THEME / "assets" / "css" / f"{name}.css").read_text("utf-8") for name in _STYLES)
    return "".join(f"{line.strip()}\n" for line in _COMMENT.sub("", joined).splitlines() if line.strip())


def search() -> dict[str, str]:
    """The scripts and the style sheet of search by their names in the folder `search/`."""
    made = {name: _joined(_THEME / "search" / folder, parts) for name, (folder, parts) in SEARCH.items()}
    return made | {"search.css": (_THEME / "search" / "search.css").read_text("utf-8")}


def _joined(folder: Path, parts: Iterable[str]) -> str:
    """Parts of a script in one, without blank lines and comments.

    Only lines that begin as a comment are dropped, which the style of these files makes safe: no template
    string there runs over a line end.
    """
    lines = (line.strip() for part in parts for line in (folder / f"{part}.js").read_text("utf-8").splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith(("//", "/*", "*")))


def named(name: str, content: str) -> str:
    """`yearbook.css` -> `assets/yearbook.<digest>.css`: a changed file is a new address, so it may be kept for ever."""
    stem, _, ending = name.rpartition(".")
    return f"assets/{stem}.{hashlib.sha256(content.encode()).hexdigest()[:8]}.{ending}"
