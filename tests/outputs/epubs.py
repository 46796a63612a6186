"""What an EPUB says: the chapter of a month or a document without our aids, and the aids by themselves."""

from __future__ import annotations

import zipfile
from functools import lru_cache
from pathlib import Path

from tests.outputs.html import Node, parse, squeezed
from tests.outputs.published import Item


@lru_cache(maxsize=10)
def _chapters(epub: Path) -> dict[str, str]:
    with zipfile.ZipFile(epub) as book:
        names = [name for name in book.namelist() if name.endswith(".xhtml")]
        return {name: book.read(name).decode("utf-8") for name in names}


def body(item: Item) -> Node:
    """The body of an item's chapter."""
    found = [text for name, text in _chapters(item.epub).items() if name.endswith(f"-{item.name}.xhtml")]
    assert len(found) == 1, f"{len(found)} chapters named {item.name}"
    return parse(found[0]).first(lambda node: node.tag == "body")


def aid(node: Node) -> bool:
    """True for what is not of the original."""
    return "aid" in node.classes


def official(item: Item) -> str:
    """The official text in the order of the file."""
    return squeezed(body(item).text(aid))


def with_marks(item: Item) -> str:
    """The official text with the page breaks as `[[13]]`."""
    return squeezed(body(item).marked(aid, mark))


def mark(node: Node) -> str:
    """The printed page that a page break names."""
    return node.attrs.get("aria-label", "") if node.attrs.get("role") == "doc-pagebreak" else ""
