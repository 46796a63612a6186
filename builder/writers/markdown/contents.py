"""The contents of a document's page, for its front matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from builder.edition.walk import Annex, BoxFrame, Line, Node

_DEEPEST = 2
_MOST = 90
Row = dict[str, Any]


def contents(nodes: Iterable[Node], *, chapter: bool) -> list[Row]:
    """The headings of a document, those of depth 0 to 2; fewer depths where there are very many.

    In a chapter of a plan (第三章) the sections (level 2) come first, then run-in headings.
    """
    rows = list(_rows(nodes, chapter=chapter))
    if len(rows) > _MOST:
        rows = [row for row in rows if row["depth"] < _DEEPEST]
    return rows if len(rows) > 1 else []


def _rows(nodes: Iterable[Node], *, chapter: bool) -> Iterator[Row]:
    for node in nodes:
        if isinstance(node, Annex):
            yield from _rows([*([node.title] if node.title else []), *node.nodes], chapter=chapter)
        elif isinstance(node, BoxFrame):
            yield {"id": node.title.anchor, "depth": _DEEPEST, "text": node.title.text.s, "box": True}
            yield from _rows(node.nodes, chapter=chapter)
        elif isinstance(node, Line):
            yield from _line(node, chapter=chapter)


def _line(line: Line, *, chapter: bool) -> Iterator[Row]:
    if line.runin and line.runin.anchor:
        steps = sum(part.isdigit() for part in line.runin.anchor.split("-"))
        anchor, depth, text = line.runin.anchor, _DEEPEST if chapter else steps, line.runin.text.s
    elif line.kind == "heading" and line.anchor:
        anchor, depth, text = line.anchor, max(line.level - 1, 0) if chapter else line.level, line.text.s
    else:
        return
    if depth <= _DEEPEST and text:
        yield {"id": anchor, "depth": depth, "text": text.strip("。．.：:—")}
