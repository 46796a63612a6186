"""The marks that the Markdown writer leaves in a page and the site sets the page by."""

from __future__ import annotations

# Behind issuer, title and number of a document; in front of the label of a day.
HEAD_END = "<!-- text -->"
DAY = "<!-- day -->"


def entry_end(anchor: str) -> str:
    """The mark behind an entry."""
    return f"<!-- {anchor} -->"
