"""Reading the HTML that our own Markdown pages become: flat blocks with attributes, nothing nested in its like."""

from __future__ import annotations

import html
import re
from typing import NamedTuple

_ATTRIBUTE = re.compile(r'([\w:-]+)(?:="([^"]*)")?')
_TAG = re.compile(r"<[^>]+>")
# A furniture element holds no element of its own name.
_FURNITURE = re.compile(r"<(\w+)\b[^>]*\bdata-furniture\b[^>]*>.*?</\1>", re.DOTALL)
_NOTE = re.compile(r'\bid="note-(\d+)"')


class Element(NamedTuple):
    """A block element of a page: `source` is its whole HTML, `inner` what stands inside."""

    tag: str
    attributes: dict[str, str]
    inner: str
    source: str

    @property
    def names(self) -> list[str]:
        """Its classes."""
        return self.attributes.get("class", "").split()

    @property
    def id(self) -> str:
        """Its id, or an empty string."""
        return self.attributes.get("id", "")


def attributes(source: str) -> dict[str, str]:
    """The attributes inside a start tag, entities resolved."""
    return {name: html.unescape(value) for name, value in _ATTRIBUTE.findall(source)}


def elements(source: str, tags: str) -> list[tuple[int, int, Element]]:
    """All elements of the given names (`h2|p`) with start and end, in order; they must not hold their like."""
    found = re.finditer(rf"<({tags})\b([^>]*)>(.*?)</\1>", source, re.DOTALL)
    return [(one.start(), one.end(), Element(one[1], attributes(one[2]), one[3], one[0])) for one in found]


def text_of(source: str) -> str:
    """The official text of a piece of HTML, without furniture and tags."""
    return html.unescape(_TAG.sub("", _FURNITURE.sub("", source))).strip()


def all_text(source: str) -> str:
    """The whole text of a piece of HTML."""
    return html.unescape(_TAG.sub("", source)).strip()


def notes_in(source: str) -> list[int]:
    """The numbers of the corrections and doubts that stand in a piece of HTML."""
    return [int(n) for n in _NOTE.findall(source)]


def split_title(source: str) -> tuple[str, str]:
    """The page's `<h1>` and what is left without it."""
    found = re.search(r"<h1\b.*?</h1>\n?", source, re.DOTALL)
    if not found:
        return "", source
    return found[0].strip(), source[: found.start()] + source[found.end() :]
