"""Signs of chronicles, and what rules and readers do to a line before they look at it."""

from __future__ import annotations

import re
import unicodedata

# What may stand between the two dates of a range, in a class of characters: dashes of any make, tildes.
DASHES = r"—–－\-‐‑‒―─━﹣~～〜"
# Signs that open a further entry of a day, or stand in front of a label.
SIGNS = ("△", "※", "▲", "▽", "◇", "◆", "●", "◎", "☆", "Δ", "∆")
_THE_MONTH = re.compile(r"(?:是|本|当)[ \u00a0\u3000]*月")


def bare(s: str) -> str:
    """The string without white space."""
    return "".join(s.split())


def squeeze(s: str) -> str:
    """The string in half-width digits and without white space."""
    return "".join(unicodedata.normalize("NFKC", c) if c.isdigit() else c for c in s if not c.isspace())


def the_month(line: str) -> bool:
    """True when a line is nothing but 是月."""
    return _THE_MONTH.fullmatch(line.strip()) is not None
