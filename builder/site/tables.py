"""Tables: figures to the right, and a small bar chart where a row has plain numbers for two years or more."""

from __future__ import annotations

import re
from typing import NamedTuple

from builder.site.address import relative
from builder.site.markup import attributes, text_of

_ADDRESSED = re.compile(r'<div class="table" id="([^"]+)"[^>]*>\s*<table\b.*?</table>\s*</div>', re.DOTALL)
_TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL)
_ROW = re.compile(r"<tr>.*?</tr>", re.DOTALL)
_CELL = re.compile(r"<(t[dh])\b([^>]*)>(.*?)</\1>", re.DOTALL)
_YEAR = re.compile(r"\A(?:19|20)\d\d年?(?:目标|预期|预计|实际|完成|规划)*(?:值)?\Z")
_PLAIN = re.compile(r"\A[≥>＞]?\s*(\d+(?:\.\d+)?)\s*[%％]?\Z")
_FIGURE = re.compile(r"\A[-+−±≥≤<>＜＞〔［（(]*[\d,./]+\s*[%％‰]?[〕］）)]?\Z")
_NOTHING = re.compile(r"\A[—－–/-]*\Z")
_SERIAL = ("序号", "编号", "号")
_HEIGHT, _WIDTH, _STEP = 14, 4, 6


class Cell(NamedTuple):
    """A cell of a row: `place` is its column counted from the right, for cells at the left may span rows."""

    place: int
    found: re.Match[str]
    text: str


def set_tables(source: str) -> str:
    """The HTML of a page with its tables set; what is added is ours and hidden from screen readers."""
    return _TABLE.sub(lambda found: _table(found[0]), source)


def carry_away(source: str, document: str, url: str) -> str:
    """The HTML with a link to its CSV file behind each table that has an address; rosters have none."""

    def linked(found: re.Match[str]) -> str:
        if 'class="roster"' in found[0]:
            return found[0]
        way = relative(f"data/csv/tables/{document}-{found[1]}.csv", url)
        return f'{found[0]}<p class="carry" data-furniture><a href="{way}">本表数据（CSV）</a></p>'

    return _ADDRESSED.sub(linked, source)


def _table(table: str) -> str:
    rows = [(row, _cells(row[0])) for row in _ROW.finditer(table)]
    head = next((cells for _, cells in rows if cells and cells[0].found[1] == "th"), [])
    years = [cell.place for cell in head if _YEAR.match("".join(cell.text.split()))]
    figures = _figure_columns([cells for _, cells in rows], {c.place for c in head if c.text in _SERIAL})
    out, done = [], 0
    for row, cells in rows:
        out.append(table[done : row.start()])
        out.append(_row(row[0], cells, figures, years if len(years) > 1 else []))
        done = row.end()
    return "".join(out) + table[done:]


def _cells(row: str) -> list[Cell]:
    cells, place = [], 0
    for found in reversed(list(_CELL.finditer(row))):
        cells.append(Cell(place, found, text_of(found[3])))
        place += int(attributes(found[2]).get("colspan", "1"))
    return cells[::-1]


def _figure_columns(rows: list[list[Cell]], serial: set[int]) -> set[int]:
    """The columns that hold figures and dashes alone, for the most part; serial numbers are none."""
    figures: dict[int, int] = {}
    words: dict[int, int] = {}
    for cells in rows:
        for cell in cells:
            if cell.found[1] == "td" and not _NOTHING.match(cell.text):
                count = figures if _FIGURE.match(cell.text) else words
                count[cell.place] = count.get(cell.place, 0) + 1
    widest = max((cells[0].place for cells in rows if cells), default=0)
    return {p for p, n in figures.items() if n > words.get(p, 0) and p not in serial and p < widest}


def _row(row: str, cells: list[Cell], figures: set[int], years: list[int]) -> str:
    chart = _chart(cells, years)
    for cell in reversed(cells):
        tag, facts, inner = cell.found[1], cell.found[2], cell.found[3]
        if cell.place not in figures:
            continue
        if chart and cell.place == min(years):
            inner += chart
        if _NOTHING.match(cell.text) or _FIGURE.match(cell.text) or tag == "th":
            row = f'{row[: cell.found.start()]}<{tag} class="num"{facts}>{inner}</{tag}>{row[cell.found.end() :]}'
    return row


def _chart(cells: list[Cell], years: list[int]) -> str:
    said = [cell for cell in cells if cell.place in years and cell.found[1] == "td"]
    numbers = [_PLAIN.match(cell.text) for cell in said]
    values = [float(number[1]) for number in numbers if number]
    if len(values) < 2 or len(values) < len(years) or not max(values):
        return ""
    bars = []
    for i, value in enumerate(values):
        height = max(1, round(value / max(values) * _HEIGHT))
        bars.append(f'<rect x="{i * _STEP}" y="{_HEIGHT - height}" width="{_WIDTH}" height="{height}"/>')
    width = len(values) * _STEP - (_STEP - _WIDTH)
    return (
        f'<svg class="spark" data-furniture aria-hidden="true" width="{width}" height="{_HEIGHT}">{"".join(bars)}</svg>'
    )
