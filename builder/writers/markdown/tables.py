"""A table as raw HTML: caption, heads with their scope, spans, figures, a small chart of years, its data file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from builder.edition.figures import figure_cells, last_year, series
from builder.edition.walk import Grid, Line
from builder.model.address import relative
from builder.model.blocks import Cell
from builder.writers.markdown import escape
from builder.writers.markdown.inline import Inline

_HEIGHT, _WIDTH, _STEP = 14, 4, 6


def table_html(grid: Grid, inline: Inline, document: str, url: str) -> Iterator[str]:
    """The lines of a table; with an address, and in a document, a link to its CSV file behind it."""
    table = grid.table
    anchor = f' id="{grid.caption.anchor}"' if grid.caption.anchor else ""
    label = escape.plain_html(table.text.s or "表")
    yield f'<div class="table"{anchor} tabindex="0" role="group" aria-label="{label}"><table>'
    if table.text.s:
        yield f"<caption>{inline.html(grid.caption)}</caption>"
    figures, charts, year = figure_cells(table), series(table), last_year(table)
    rows: dict[int, list[str]] = {}
    for cell, line in grid.cells:
        chart = chart_of(charts[cell.row]) if cell.row in charts and cell.column == year else ""
        rows.setdefault(cell.row, []).append(
            _cell(cell, line, inline, (cell.row, cell.column) in figures, table.head_rows, chart)
        )
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
    if document and anchor:
        way = relative(f"data/csv/tables/{document}-{grid.caption.anchor}.csv", url)
        yield f'<p class="carry" data-furniture><a href="{way}">本表数据（CSV）</a></p>'


def _cell(cell: Cell, line: Line, inline: Inline, figure: bool, head_rows: int, chart: str) -> str:
    head = cell.row < head_rows
    tag = "th" if head else "td"
    scope = ("colgroup" if cell.colspan > 1 else "col") if head else ""
    facts: dict[str, Any] = {
        "class": "num" if figure else "",
        "scope": scope,
        "rowspan": cell.rowspan,
        "colspan": cell.colspan,
    }
    attributes = "".join(f' {k}="{v}"' for k, v in facts.items() if v not in ("", 1))
    return f"<{tag}{attributes}>{inline.html(line)}{chart}</{tag}>"


def chart_of(values: list[float]) -> str:
    """Numbers of some years as a row of bars; ours, and hidden from screen readers."""
    bars = []
    for i, value in enumerate(values):
        height = max(1, round(value / max(values) * _HEIGHT))
        bars.append(f'<rect x="{i * _STEP}" y="{_HEIGHT - height}" width="{_WIDTH}" height="{height}"/>')
    width = len(values) * _STEP - (_STEP - _WIDTH)
    size = f'width="{width}" height="{_HEIGHT}"'
    return f'<svg class="spark" data-furniture aria-hidden="true" {size}>{"".join(bars)}</svg>'
