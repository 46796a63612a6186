"""Web pages as plain text: Beautiful Soup reads them; a block is a line, a row of a table a line with tabs."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from importlib.metadata import version

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString, Tag

from builder.intake.original import Converted
from builder.sources import catalogue

_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
_UNSEEN = frozenset(["script", "style", "template", "head", "noscript", "svg", "math", "iframe", "object", "rp"])
# Furniture of the site, no part of what it shows.
_AROUND = ("nav", "header", "footer", "aside", "form", "button", "select")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*(?P<name>[-\w]+)", re.IGNORECASE)
_BLANK = re.compile(r"[ \t\r\n\f]+")
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
# More lines in a cell than that: the table holds a page in its place and tells nothing by its rows.
_LINES = 4
_TOLD = 24


def convert(name: str, data: bytes) -> Converted:
    """The text of a web page, in the encoding that it names or, where it does not, in that which fits."""
    text, left = flat(catalogue.decode(data, name, _declared(data)))
    return Converted(text, f"beautifulsoup4 {version('beautifulsoup4')}", left)


def _declared(data: bytes) -> str | None:
    """The encoding that a page names; None for UTF-8 and where it names none that there is."""
    named = _CHARSET.search(data[:2048])
    charset = named["name"].decode("ascii").lower() if named else "utf-8"
    # 镕 is in no GB 2312, but in pages that say so.
    charset = "gb18030" if charset.startswith("gb") else charset
    try:
        return None if codecs.lookup(charset).name == "utf-8" else charset
    except LookupError:
        return None


def flat(page: str) -> tuple[str, tuple[str, ...]]:
    """The text of a page, and the beginning of each piece that was left out with its number of characters.

    The article is taken where the page marks one, or else all but what stands around it.
    """
    soup = BeautifulSoup(page, "html.parser")
    body: Tag = soup.body or soup
    left = list[str]()
    marked = body.find_all("article") or body.find_all("main")
    for one in [one for one in body.find_all(_seldom) if not one.decomposed]:
        within = any(one in part.descendants for part in marked)
        left.append("" if marked and not within else _told(one))
        one.extract()
    if len(marked) == 1:
        chosen = marked[0].extract()
        left.append(_told(body))
        body = chosen
    if images := body.find_all("img"):
        left.append(f"<img> {len(images)} 幅：图中若有文字，不在文本里")
    lines = [line for line in _Lines().of(body) if line.strip()]
    return "\n".join(lines) + "\n", tuple(one for one in left if one)


def _seldom(tag: Tag) -> bool:
    """What a reader of the page does not see, or what is no part of the text."""
    hidden = tag.has_attr("hidden") or _HIDDEN.search(str(tag.get("style", "")))
    return tag.name in _AROUND or tag.name in _UNSEEN or bool(hidden)


def _told(tag: Tag) -> str:
    text = "" if tag.name in _UNSEEN else " ".join(tag.get_text(" ").split())
    return told(f"<{tag.name}>", text) if text else ""


def told(what: str, text: str) -> str:
    """A piece that was left out, in one line."""
    return f"{what} {len(text)} 字符：{text[:_TOLD]}"


class _Lines:
    """Puts text together until a block ends it."""

    def __init__(self) -> None:
        self._made: list[str] = []
        self._open = ""

    def of(self, tag: Tag) -> list[str]:
        """The lines of an element."""
        self._walk(tag)
        self._close()
        return self._made

    def _close(self) -> None:
        if line := self._open.strip(" "):
            self._made.append(line)
        self._open = ""

    def _walk(self, tag: Tag) -> None:
        for child in tag.children:
            if isinstance(child, PreformattedString):
                continue
            if isinstance(child, NavigableString):
                self._say(str(child), kept=tag.name == "pre")
            elif isinstance(child, Tag):
                self._enter(child)

    def _say(self, text: str, *, kept: bool) -> None:
        if kept:
            first, *rest = text.split("\n")
            self._open += first
            for line in rest:
                self._close()
                self._open = line
            return
        said = _BLANK.sub(" ", text)
        self._open += said.lstrip(" ") if not self._open or self._open.endswith(" ") else said

    def _enter(self, tag: Tag) -> None:
        if tag.name in _INLINE:
            self._walk(tag)
            return
        self._close()
        if tag.name == "table" and (rows := list(_rows(tag))):
            self._made += rows
        elif tag.name == "li" and tag.parent is not None and tag.parent.name == "ol":
            self._open = f"{_number(tag, tag.parent)}. "
            self._walk(tag)
        else:
            self._walk(tag)
        self._close()


def _number(item: Tag, of: Tag) -> int:
    """The number that a browser shows in front of an item of a list."""
    start = str(of.get("start", "1"))
    return (int(start) if start.isdigit() else 1) + len(item.find_previous_siblings("li"))


def _rows(table: Tag) -> Iterator[str]:
    """The rows of a table of figures or names; none of one that only puts things side by side."""
    cells = [row.find_all(("td", "th"), recursive=False) for row in table.find_all("tr")]
    if table.find("table") or max(map(len, cells), default=0) < 2:
        return
    grid: dict[tuple[int, int], str] = {}
    for y, row in enumerate(cells):
        x = 0
        for cell in row:
            while (y, x) in grid:
                x += 1
            said = _Lines().of(cell)
            if len(said) > _LINES:
                return
            for down in range(_span(cell, "rowspan")):
                for right in range(_span(cell, "colspan")):
                    grid[y + down, x + right] = "" if down or right else "".join(said)
    width = 1 + max(x for _, x in grid)
    if caption := table.find("caption"):
        yield "".join(_Lines().of(caption))
    for y in range(len(cells)):
        row_said = [grid.get((y, x), "").replace("\t", " ") for x in range(width)]
        if any(row_said):
            yield "\t".join(row_said)


def _span(cell: Tag, name: str) -> int:
    said = str(cell.get(name, "1"))
    return min(max(int(said), 1), 100) if said.isdigit() else 1
