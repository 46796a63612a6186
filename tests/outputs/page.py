"""The official text of a page, in the order of the print, as one string or as pieces with the cells of tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tests.outputs.html import Node, load, squeezed
from tests.outputs.published import Item


class Piece(NamedTuple):
    """A stretch of text; `table` is the number of its table, 0 outside of tables."""

    text: str
    table: int = 0
    head: bool = False
    spans: bool = False


def furniture(node: Node) -> bool:
    """True for what is not of the original."""
    return "data-furniture" in node.attrs


def texts_of(item: Item) -> list[Node]:
    """The elements that hold official text, in the order of the page: what stands above the text, the text."""
    found = list(load(item.page).all(lambda node: "data-yearbook-text" in node.attrs))
    inside = [one for node in found for one in node.all(lambda node: node.tag == "h1")]
    return found if inside else [title_of(item), *found]


def text_of(item: Item) -> Node:
    """The element that holds the running text."""
    return texts_of(item)[-1]


def title_of(item: Item) -> Node:
    """The page's first heading."""
    return load(item.page).first(lambda node: node.tag == "h1")


def heads(item: Item) -> list[Node]:
    """Issuer, number and recipients, where they are printed."""
    return [one for node in texts_of(item) for one in node.all(lambda node: "head" in node.classes)]


def print_order(item: Item) -> list[tuple[str, str]]:
    """(kind, text) of the head of a document in the order of the raw lines, which the page's elements name.

    The title stands on the first line that no other part of the head has.
    """
    lines = {kind_of(node): [int(n) for n in node.attrs["data-l"].split("-")] for node in heads(item)}
    taken = {line for first, *last in lines.values() for line in range(first, (last or [first])[0] + 1)}
    at = item.rows[0]["lines"][0] if not item.month else 0
    while at in taken:
        at += 1
    parts = [(at, "title", squeezed(title_of(item).text(furniture)))]
    parts += [(lines[kind_of(node)][0], kind_of(node), squeezed(node.text(furniture))) for node in heads(item)]
    return [(kind, text) for _, kind, text in sorted(parts)]


def kind_of(head: Node) -> str:
    """issuer, number or recipients."""
    return next(iter(head.classes - {"head"}))


def body(item: Item, spread: bool = False) -> str:
    """The text after the head; `spread` repeats a merged cell in every place that it covers."""
    return "".join(piece.text for piece in pieces(text_of(item), spread))


def official(item: Item) -> str:
    """The whole text, in the order of the print."""
    return "".join(text for _, text in print_order(item)) + body(item)


def as_it_stands(item: Item) -> str:
    """The whole text, in the order of the page's elements."""
    return "".join(squeezed(node.text(furniture)) for node in texts_of(item))


def with_marks(item: Item) -> str:
    """The whole text in the order of the print, with the marks of printed pages as `[[13]]`."""
    nodes = {"title": title_of(item)} | {kind_of(node): node for node in heads(item)}
    parts = [nodes[kind].marked(furniture, mark) for kind, _ in print_order(item)]
    parts.append(text_of(item).marked(lambda node: furniture(node) or "head" in node.classes, mark))
    return squeezed("".join(parts))


def mark(node: Node) -> str:
    """The printed page that a page mark names."""
    return node.attrs["data-page"] if "turn" in node.classes else ""


def pieces(node: Node, spread: bool = False) -> Iterator[Piece]:
    """The text below an element without the head of a document: runs of text, and each cell by itself."""
    tables = 0
    for one in _parts(node):
        if isinstance(one, str):
            if text := squeezed(one):
                yield Piece(text)
        else:
            tables += 1
            yield from _cells(one, tables, spread)


def _parts(node: Node) -> Iterator[str | Node]:
    if furniture(node) or "head" in node.classes or node.tag in ("script", "style", "template"):
        return
    for child in node.children:
        if isinstance(child, str) or child.tag == "table":
            yield child
        else:
            yield from _parts(child)


def _cells(table: Node, number: int, spread: bool) -> Iterator[Piece]:
    filled: dict[tuple[int, int], str] = {}
    for y, row in enumerate(table.all(lambda node: node.tag == "tr")):
        x = 0
        head = any(row in list(one.all()) for one in table.all(lambda node: node.tag == "thead"))
        for cell in row.all(lambda node: node.tag in ("td", "th")):
            while (y, x) in filled:
                if spread:
                    yield Piece(filled[y, x], number, head)
                x += 1
            text = squeezed(cell.text(furniture))
            down, across = int(cell.attrs.get("rowspan", 1)), int(cell.attrs.get("colspan", 1))
            for dy in range(down):
                for dx in range(across):
                    filled[y + dy, x + dx] = text
            for _ in range(across if spread else 1):
                yield Piece(text, number, head, down > 1)
            x += across
        while spread and (y, x) in filled:
            yield Piece(filled[y, x], number, head)
            x += 1
