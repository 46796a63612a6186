"""What the index pages share: links, lists of places, groups by first letter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Any, TypeVar

from builder.edition.library import Library
from builder.model.address import relative
from builder.model.linkage import Item
from builder.writers.markdown import escape, front

T = TypeVar("T", bound=Item)


def page(title: str, url: str, body: Iterable[str], **facts: Any) -> str:
    """An index page: front matter and Markdown."""
    body = list(body)
    lead = "" if body[0].startswith(("<", "#")) else f"：{body[0]}"
    head = f"# {escape.markdown(title, head=False)} {{ #top }}"
    return front.page(
        {"title": title, "kind": "index", "url": url, "description": f"{title}{lead}"[:120], **facts},
        "\n\n".join([head, *body]),
    )


def link(text: str, target: str, here: str) -> str:
    """A link as raw HTML, from the page at `here`."""
    return f'<a href="{relative(target, here)}">{escape.plain_html(text)}</a>'


def owners(library: Library, listed: Sequence[str], here: str) -> list[str]:
    """Entries and documents as list items: what they are, and their first words."""
    shown = [(link(library.name(one), library.url(one), here), library.snippet(one)) for one in listed]
    return [f"<li>{name} <span>{escape.plain_html(words)}</span></li>" for name, words in shown]


def brief(library: Library, listed: Sequence[str], here: str, most: int = 12) -> str:
    """Entries and documents as dates in one line; the rest folds."""
    links = [link(_short(library, one), library.url(one), here) for one in listed]
    if len(links) <= most:
        return "、".join(links)
    rest = "、".join(links[most:])
    return f"{'、'.join(links[:most])}<details><summary>其余 {len(links) - most} 处</summary>{rest}</details>"


def _short(library: Library, owner: str) -> str:
    if owner in library.entries:
        return library.dates[owner] + ("（公报）" if owner.startswith("gazette-") else "")
    document = library.documents[owner]
    return document.number_read or document.title.s


def by_letter(items: Iterable[T], item_html: Callable[[T], str]) -> list[str]:
    """Items in pinyin order under the letters they begin with."""
    ordered = sorted(items, key=lambda item: (item.pinyin, item.id))
    pieces: list[str] = []
    groups = [(letter, list(some)) for letter, some in groupby(ordered, key=letter_of)]
    jumps = " ".join(f'<a href="#letter-{letter.lower()}">{letter}</a>' for letter, _ in groups)
    pieces.append(f'<p class="letters">{jumps}</p>')
    for letter, some in groups:
        pieces.append(f"## {letter} {{ #letter-{letter.lower()} }}")
        pieces.append("\n".join(['<ul class="index">', *(item_html(item) for item in some), "</ul>"]))
    return pieces


def letter_of(item: Item) -> str:
    """The letter under which an item stands; digits and Latin stand under 0."""
    first = item.pinyin[:1].upper()
    return first if "A" <= first <= "Z" else "0"


def row(item: Item, name: str, more: str) -> str:
    """A list item with the keys for other orders and its count."""
    count = len(item.mentions) + len(item.documents)
    years = sorted({owner.partition("/")[2][:4] for owner in item.mentions})
    return (
        f'<li id="{item.id}" data-strokes="{escape.plain_html(item.strokes)}" data-years="{" ".join(years)}">'
        f"{name} <small>{count} 处</small> {more}</li>"
    )
