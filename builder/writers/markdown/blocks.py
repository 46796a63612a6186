"""Blocks of documents as Markdown: headings, paragraphs, notes, forms, tables, rosters, boxes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from builder.engine.text import Text
from builder.model import (
    Block,
    Box,
    Flow,
    Form,
    Heading,
    Item,
    Note,
    Paragraph,
    Roster,
    Signature,
    Table,
)
from builder.writers.markdown import escape
from builder.writers.markdown.inline import Link, PageWriter, runin_wrap, tail_wrap, widths

Links = Callable[[Text], list[Link]]
_CLASS: dict[type[Block], str] = {
    Paragraph: "p",
    Item: "item",
    Note: "note",
    Signature: "sign",
    Form: "form",
    Flow: "flow",
}


class BlockWriter:
    """Writes the blocks of one page. `links` gives the links of a text."""

    def __init__(self, page: PageWriter, links: Links) -> None:
        self.page = page
        self.links = links
        self._levels: list[int] = []
        # A run-in heading and an inline note are the head and the tail of the paragraph between them.
        self._runin: Heading | None = None
        self._tail = 0

    def write(self, blocks: list[Block], *, deeper: int = 0) -> Iterator[str]:
        """Each block as a piece of Markdown; pieces are set apart by a blank line."""
        for number, block in enumerate(blocks, 1):
            behind = blocks[number] if number < len(blocks) else None
            if isinstance(block, Heading) and block.runin:
                self._runin = block
                continue
            if isinstance(block, Note) and block.inline:
                continue
            self._tail = len(behind.text) if isinstance(behind, Note) and behind.inline else 0
            if isinstance(block, Heading):
                yield self.heading(block.text, block.level, block.anchor, deeper=deeper)
            elif isinstance(block, Table):
                yield from self._table(block)
            elif isinstance(block, Roster):
                yield self._roster(block)
            elif isinstance(block, Box):
                yield from self._box(block)
            elif block.text.s:
                yield self._text(block)

    def heading(self, text: Text, level: int, anchor: str | None, *, deeper: int = 0) -> str:
        """A heading of its own; its rank on the page follows from the levels above it, without gaps."""
        while self._levels and self._levels[-1] >= level:
            self._levels.pop()
        self._levels.append(level)
        marks = "#" * min(1 + len(self._levels) + deeper, 6)
        attributes = self._attributes(text, anchor, f"level-{level}")
        return f"{marks} {self.page.markdown(text, self.links(text))} {{ {attributes} }}"

    def _attributes(self, text: Text, anchor: str | None, name: str) -> str:
        parts = [f"#{anchor}"] if anchor else []
        parts += [f".{part}" for part in name.split()]
        lines = self.page.apparatus.lines(text)
        if lines:
            parts.append(f'data-l="{lines[0]}"' if lines[0] == lines[1] else f'data-l="{lines[0]}-{lines[1]}"')
        changed = widths(self.page.apparatus, text)
        if changed:
            parts.append(f'data-w="{changed}"')
        return " ".join(parts)

    def text(self, text: Text, anchor: str | None, name: str) -> str:
        """A paragraph of the class `name`."""
        return f"{self.page.markdown(text, self.links(text))}\n{{: {self._attributes(text, anchor, name)} }}"

    def _text(self, block: Block) -> str:
        name = _CLASS.get(type(block), "p")
        runin, self._runin = self._runin, None
        if isinstance(block, Item) and block.level:
            name += f" level-{block.level}"
        anchor = runin.anchor if runin else None
        wraps = [tail_wrap(block.text, self._tail)] if self._tail else []
        if runin:
            wraps.append(runin_wrap(len(runin.text), anchor))
        body = self.page.markdown(block.text, self.links(block.text), wraps)
        own = block.anchor if block.anchor != anchor else None
        return f"{body}\n{{: {self._attributes(block.text, own, name)} }}"

    def _table(self, table: Table) -> Iterator[str]:
        yield "\n".join(table_html(table, self.page, self.links))
        for note in table.notes:
            yield self.text(note, None, "note")

    def _roster(self, roster: Roster) -> str:
        anchor = f' id="{roster.anchor}"' if roster.anchor else ""
        rows = [f'<div class="table"{anchor} tabindex="0" role="group"><table class="roster">']
        if roster.text.s:
            rows.append(f"<caption>{self.page.html(roster.text)}</caption>")
        for person in roster.people:
            cells = (person.role, person.name, person.office)
            tags = "".join(f"<td>{self.page.html(c, self.links(c))}</td>" for c in cells)
            rows.append(f"<tr>{tags}</tr>")
        return "\n".join([*rows, "</table></div>"])

    def _box(self, box: Box) -> Iterator[str]:
        inner = BlockWriter(self.page, self.links)
        yield f'<section class="box" id="{box.anchor or f"box-{box.number}"}" markdown="1">'
        depth = len(self._levels)
        yield f"{'#' * min(2 + depth, 6)} {self.page.markdown(box.text, self.links(box.text))} {{ .box-title }}"
        yield from inner.write(box.blocks, deeper=depth + 1)
        yield "</section>"


def table_html(table: Table, page: PageWriter, links: Links) -> Iterator[str]:
    """A table as raw HTML lines: caption, head cells with their scope, spans."""
    anchor = f' id="{table.anchor}"' if table.anchor else ""
    label = escape.plain_html(table.text.s or "表")
    yield f'<div class="table"{anchor} tabindex="0" role="group" aria-label="{label}"><table>'
    if table.text.s:
        yield f"<caption>{page.html(table.text, links(table.text))}</caption>"
    rows: dict[int, list[str]] = {}
    for cell in table.cells:
        head = cell.row < table.head_rows
        tag = "th" if head else "td"
        scope = ("colgroup" if cell.colspan > 1 else "col") if head else ""
        facts: dict[str, Any] = {"scope": scope, "rowspan": cell.rowspan, "colspan": cell.colspan}
        attributes = "".join(f' {k}="{v}"' for k, v in facts.items() if v not in ("", 1))
        rows.setdefault(cell.row, []).append(f"<{tag}{attributes}>{page.html(cell.text, links(cell.text))}</{tag}>")
    height = max((c.row + c.rowspan for c in table.cells), default=0)
    for row in range(height):
        if row == 0 and table.head_rows:
            yield "<thead>"
        if row == table.head_rows:
            yield "<tbody>"
        yield f"<tr>{''.join(rows.get(row, []))}</tr>"
        if row == table.head_rows - 1:
            yield "</thead>"
    yield "</tbody></table></div>" if height > table.head_rows else "</table></div>"
