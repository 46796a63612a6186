"""The parts of an EPUB around its chapters, set from templates: package file, navigation, cover, style."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from builder.edition.book import Edition, book_facts, title_lines
from builder.writers.epub.inline import ContentDocument
from builder.writers.templates import templates

_TEMPLATES = templates("builder.writers.epub")


def _set(name: str, **facts: Any) -> str:
    return f"{_TEMPLATES.get_template(name).render(facts)}\n"


def entry_anchor(entry: str) -> str:
    """An entry's id within its chapter: an XML name does not begin with a digit."""
    return f"e-{entry.rpartition('/')[2]}"


def page(kind: str, title: str, row: Mapping[str, Any], chapter: ContentDocument, where: Mapping[str, str]) -> str:
    """A month, document or front page as a content document; `where` gives the address of what the book holds."""
    return _set(f"{kind}.xhtml", title=title, row=row, chapter=chapter, where=where, anchor_of=entry_anchor)


def about(volume: Mapping[str, Any], edition: Edition) -> str:
    """The page that says what this edition is."""
    return _set("about.xhtml", title=f"{volume['title']} 关于本版", facts=book_facts(volume, edition))


def surroundings(volume: Mapping[str, Any], chapters: Sequence[ContentDocument], edition: Edition) -> dict[str, str]:
    """The files of the book that are no chapters, by name.

    Their dates are the volume's own: the day of the build changes no byte.
    """
    title, published = str(volume["title"]), str(volume.get("published") or volume["year"])
    facts = {
        "volume": volume,
        "title": title,
        "site": edition.name,
        "published": published,
        "modified": "-".join([*published.split("-"), "01", "01"][:3]),
        "uuid": uuid.uuid5(uuid.NAMESPACE_OID, f"yearbook:{volume['id']}:{volume['sha256']}"),
        "names": str(volume["publisher"]).split("、"),
        "lines": _placed(title_lines(title)),
        "chapters": chapters,
        "paged": any(one.pages for one in chapters),
    }
    names = ("cover.svg", "cover.xhtml", "nav.xhtml", "package.opf", "style.css")
    return {name: _set(name, **facts) for name in names}


def container() -> str:
    """The file that leads to the package file."""
    return _set("container.xml")


def _placed(lines: Sequence[str]) -> list[tuple[str, int, int]]:
    """The lines of the cover's title, each with its size and place."""
    placed, y = [], 520
    for number, line in enumerate(lines):
        size = min(104 if number == 0 else 76, 1000 // max(len(line), 1))
        y += 0 if number == 0 else size + 48
        placed.append((line, size, y))
    return placed
