"""What is written is what is read: text that Markdown and HTML leave alone."""

from __future__ import annotations

import html
import re

# Entities, not backslashes: Python-Markdown knows no backslash for some of these, and an entity
# means the same inside raw HTML. `&` and `<` first of all: `各县<市、区>` is text.
_SPECIAL = re.compile(r"[&<>*_`\[\]{}\\~^|#$\"']")
# At the head of a line these would begin a list, a heading, a quotation, a rule, a definition.
# Four spaces or a tab at the head would make it code.
_HEAD = re.compile(r"(?P<before>\d*)(?P<sign>(?<=\d)[.)](?=\s|$)|(?<!\d)[-+=:!\s])")


def _entity(c: str) -> str:
    return f"&#{ord(c)};"


def markdown(s: str, *, head: bool) -> str:
    """Text for running Markdown. `head`: it stands at the head of a block."""
    escaped = _SPECIAL.sub(lambda found: _entity(found[0]), s)
    found = _HEAD.match(escaped) if head else None
    if found:
        return found["before"] + _entity(found["sign"]) + escaped[found.end() :]
    return escaped


def plain_html(s: str) -> str:
    """Text inside raw HTML."""
    return html.escape(s, quote=True)


def attribute(s: str) -> str:
    """The value of an HTML attribute within Markdown: no character that Markdown would read first."""
    return re.sub(r"[&<>*_`\[\]{}\\~^|#$\"'()!]", lambda found: _entity(found[0]), s)
