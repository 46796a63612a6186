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


# The mark behind issuer, title and number that the Markdown writer leaves.
HEAD_END = "<!-- text -->"


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
    """What stands above a page's text (its `<h1>`; issuer, title and number of a document), and the text."""
    for end in (HEAD_END, "</h1>"):
        above, found, rest = source.partition(end)
        if found:
            return above.strip() + (end if end != HEAD_END else ""), rest.lstrip("\n")
    return "", source
