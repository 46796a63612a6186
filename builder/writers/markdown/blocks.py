"""Nodes of a chapter as Markdown: headings, paragraphs, notes, forms, rosters, boxes, annexes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.edition.walk import Annex, BoxFrame, Grid, Line, Node, People
from builder.writers.markdown.inline import Inline
from builder.writers.markdown.tables import table_html

_CLASS = {"paragraph": "p", "signature": "sign"}
_HEAD = ("column", "issuer", "number", "recipients")


class Blocks:
    """Writes the nodes of one page; `document` is the id by which its tables have files of their own."""

    def __init__(self, inline: Inline, document: str = "", url: str = "") -> None:
        self._inline, self._document, self._url = inline, document, url

    def _class(self, line: Line) -> str:
        if line.kind in _HEAD:
            return f"head {line.kind}"
        name = _CLASS.get(line.kind, line.kind)
        if name == "p" and not self._document and "。" not in line.text.s:
            # In front matter what is no sentence is a line of a cover or masthead.
            return "p line"
        return f"{name} level-{line.level}" if line.kind == "item" and line.level else name

    def write(self, nodes: Iterable[Node]) -> Iterator[str]:
        """Each node as a piece of Markdown; pieces are set apart by a blank line."""
        for node in nodes:
            if isinstance(node, Line):
                if node.text.s:
                    yield self.line(node)
            elif isinstance(node, Grid):
                yield "\n".join(table_html(node, self._inline, self._document, self._url))
                yield from (self.line(note) for note in node.notes)
            elif isinstance(node, People):
                yield self._roster(node)
            elif isinstance(node, BoxFrame):
                yield from self._frame(node)
            elif isinstance(node, Annex):
                yield from (self.line(line) for line in (node.label, node.title) if line)
                yield from self.write(node.nodes)

    def line(self, line: Line) -> str:
        """A heading or a paragraph with its anchor, its class, its raw lines."""
        said = self._inline.markdown(line)
        if line.kind == "title":
            return f"# {said} {{ #top }}"
        if line.kind == "heading":
            return f"{_rank(line)} {said} {{ {attributes(line, f'level-{line.level}')} }}"
        return f"{said}\n{{: {attributes(line, self._class(line))} }}"

    def _roster(self, people: People) -> str:
        anchor = f' id="{people.caption.anchor}"' if people.caption.anchor else ""
        rows = [f'<div class="table"{anchor} tabindex="0" role="group"><table class="roster">']
        if people.caption.text.s:
            rows.append(f"<caption>{self._inline.html(people.caption)}</caption>")
        for _, cells in people.rows:
            rows.append(f"<tr>{''.join(f'<td>{self._inline.html(cell)}</td>' for cell in cells)}</tr>")
        return "\n".join([*rows, "</table></div>"])

    def _frame(self, frame: BoxFrame) -> Iterator[str]:
        title = frame.title
        yield f'<section class="box" id="{title.anchor}" markdown="1">'
        yield f"{_rank(title)} {self._inline.markdown(title)} {{ .box-title }}"
        yield from self.write(frame.nodes)
        yield "</section>"


def _rank(line: Line) -> str:
    return "#" * min(1 + line.depth, 6)


def attributes(line: Line, name: str, *more: str) -> str:
    """The attribute list of a block: anchor, classes, further attributes, raw lines, half widths."""
    own = None if line.runin and line.runin.anchor == line.anchor else line.anchor
    parts = [f"#{own}"] if own else []
    parts += [*(f".{part}" for part in name.split()), *more]
    if line.lines:
        first, last = line.lines
        parts.append(f'data-l="{first}"' if first == last else f'data-l="{first}-{last}"')
    if line.widths:
        parts.append(f'data-w="{line.widths}"')
    return " ".join(parts)
