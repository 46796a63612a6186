"""The site's search scripts: small files in `theme/search/`, joined when the site is made."""

from __future__ import annotations

import shutil
from pathlib import Path

THEME = Path(__file__).parents[2] / "site" / "theme" / "search"
# The order is the order of use: every part adds to `window.yearbook`.
CORE = (
    "fold", "store", "slices", "bits", "index", "query", "match", "filter", "rank", "snippet", "engine", "direct"
)  # fmt: skip
# Dates are read on every results page, other forms of writing only where nothing is found.
RESULTS = (
    "state", "../near/numerals", "dates", "list", "filters", "notices", "beside", "tools", "help", "view", "start"
)  # fmt: skip
BUNDLES = {
    "engine.js": ("core", CORE),
    "export.js": ("results", ("export", "cite")),
    "near.js": ("near", ("variants", "write", "parts", "names", "near")),
    "page.js": ("page", ("dom", "choices", "combobox", "start")),
    "marks.js": ("page", ("marks", "bar", "target")),
    "results.js": ("results", RESULTS),
}
STYLES = ("search.css",)


def _without_comments(source: str) -> str:
    """Return a script without its whole-line comments and blank lines.

    Only lines that begin as a comment are dropped, which the style of these files makes safe: no
    template string there runs over a line end.
    """
    lines = (line.strip() for line in source.splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith(("//", "/*", "*")))


def bundle(folder: str, parts: tuple[str, ...]) -> str:
    """Return the parts of one script of the site, joined. Raises OSError for a missing part."""
    return "".join(_without_comments((THEME / folder / f"{part}.js").read_text(encoding="utf-8")) for part in parts)


def write_scripts(out: Path) -> None:
    """Write the scripts and the style sheet of search into `out`."""
    out.mkdir(parents=True, exist_ok=True)
    for name, (folder, parts) in BUNDLES.items():
        (out / name).write_text(bundle(folder, parts), encoding="utf-8", newline="\n")
    for name in STYLES:
        shutil.copyfile(THEME / name, out / name)
