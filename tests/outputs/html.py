"""A small tree of HTML or XHTML, for tests that read what was written: no tidying, no guessing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path

_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_INVISIBLE = re.compile(r"[\s\u2060\u00ad\u200b]")


def squeezed(said: str) -> str:
    """The text without white space and invisible characters."""
    return _INVISIBLE.sub("", said)


@dataclass(eq=False)
class Node:
    """An element: its tag, attributes, and children in order."""

    tag: str
    attrs: dict[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)

    @property
    def classes(self) -> set[str]:
        """The names in `class`."""
        return set(self.attrs.get("class", "").split())

    def all(self, wanted: Callable[[Node], bool] = lambda _: True) -> Iterator[Node]:
        """Every element inside, and this one, in reading order, for which `wanted` holds."""
        if wanted(self):
            yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.all(wanted)

    def first(self, wanted: Callable[[Node], bool]) -> Node:
        """The first such element; raises AssertionError where there is none."""
        found = next(self.all(wanted), None)
        assert found is not None, "no such element"
        return found

    def text(self, skip: Callable[[Node], bool] = lambda _: False) -> str:
        """The characters inside, without those of the elements that `skip` names."""
        if skip(self) or self.tag in ("script", "style", "template"):
            return ""
        return "".join(child if isinstance(child, str) else child.text(skip) for child in self.children)

    def marked(self, skip: Callable[[Node], bool], page: Callable[[Node], str]) -> str:
        """The text with `[page]` where `page` names one: at a page mark."""
        if skip(self) or self.tag in ("script", "style", "template"):
            return ""
        said = "".join(child if isinstance(child, str) else child.marked(skip, page) for child in self.children)
        return f"[[{page(self)}]]{said}" if page(self) else said

    def text_in_script(self) -> str:
        """The text of a script element, which `text` leaves out."""
        return "".join(child for child in self.children if isinstance(child, str))


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {key: value or "" for key, value in attrs})
        self._open[-1].children.append(node)
        if tag not in _VOID:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].children.append(Node(tag, {key: value or "" for key, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].tag == tag:
                del self._open[depth:]
                return

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


def parse(markup: str) -> Node:
    """The tree of a file's text."""
    builder = _Builder()
    builder.feed(markup)
    builder.close()
    return builder.root


@lru_cache(maxsize=400)
def load(path: Path) -> Node:
    """The tree of a file; read once for all tests."""
    return parse(path.read_text("utf-8"))


def has(name: str) -> Callable[[Node], bool]:
    """A test for elements of this class."""
    return lambda node: name in node.classes


def ided(name: str) -> Callable[[Node], bool]:
    """A test for the element with this id."""
    return lambda node: node.attrs.get("id") == name
