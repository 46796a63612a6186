"""Style sheets and scripts: small files in `theme/assets/`, joined into one of each when the site is made."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

SOURCE = Path(__file__).parent / "theme" / "assets"
# The order is the order of use.
STYLES = (
    "tokens",
    "type",
    "frame",
    "page",
    "month",
    "strip",
    "document",
    "tables",
    "volume",
    "home",
    "lists",
    "tools",
    "print",
)
SCRIPTS = ("base", "display", "popover", "reading", "cite", "keys", "calendar", "today", "lists", "start")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def style() -> str:
    """All style sheets in one, without comments and indentation."""
    joined = "\n".join((SOURCE / "css" / f"{name}.css").read_text("utf-8") for name in STYLES)
    return _bare(_COMMENT.sub("", joined))


def script() -> str:
    """All scripts in one; no line of theirs begins with a comment mark that is not a comment."""
    joined = "\n".join((SOURCE / "js" / f"{name}.js").read_text("utf-8") for name in SCRIPTS)
    lines = (line for line in joined.splitlines() if not line.lstrip().startswith(("//", "/*", "*")))
    return _bare("\n".join(lines))


def _bare(text: str) -> str:
    return "".join(f"{line.strip()}\n" for line in text.splitlines() if line.strip())


def named(name: str, content: str) -> str:
    """`yearbook.css` -> `assets/yearbook.<digest>.css`: a changed file is a new address, so it may be kept for ever."""
    stem, _, ending = name.rpartition(".")
    return f"assets/{stem}.{hashlib.sha256(content.encode()).hexdigest()[:8]}.{ending}"


def seal() -> str:
    """The site's mark: a seal in vermilion."""
    return (SOURCE / "seal.svg").read_text("utf-8")
