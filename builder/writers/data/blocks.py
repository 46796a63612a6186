"""Blocks as JSON objects: `{type, text?, level?, number?, anchor?, lines, page?, ...}`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from builder.edition.apparatus import Apparatus
from builder.engine.text import Text
from builder.model import Block, Box, Heading, Item, Note, Roster, Table


def block_row(block: Block, apparatus: Apparatus) -> dict[str, Any]:
    """One block as the contract says; a table has its merged cells carried out."""
    row: dict[str, Any] = {"type": block.type}
    if isinstance(block, Table):
        row |= _table(block)
    elif isinstance(block, Roster):
        row |= {"title": block.text.s, "people": people(block)}
    elif isinstance(block, Box):
        row |= {"number": block.number, "title": block.text.s}
        row["blocks"] = [block_row(inner, apparatus) for inner in block.blocks]
    else:
        row["text"] = block.text.s
    if isinstance(block, Heading | Item):
        row |= {"level": block.level} | ({"number": block.number} if block.number else {})
    if isinstance(block, Heading) and block.runin:
        row["runin"] = True
    if isinstance(block, Note) and block.inline:
        row["inline"] = True
    if block.anchor:
        row["anchor"] = block.anchor
    return row | _place(_all(block), apparatus)


def _all(block: Block) -> list[Text]:
    return [block.text] if isinstance(block, Heading | Note) else list(block.texts())


def _place(texts: Iterable[Text], apparatus: Apparatus) -> dict[str, Any]:
    found = [(lines, text) for text in texts if (lines := apparatus.lines(text))]
    if not found:
        return {"lines": []}
    place: dict[str, Any] = {"lines": [min(a for (a, _), _ in found), max(b for (_, b), _ in found)]}
    page = apparatus.page(found[0][1])
    return place if page is None else place | {"page": page}


def _table(table: Table) -> dict[str, Any]:
    grid = [[cell.text.s for cell in row] for row in table.grid()]
    row: dict[str, Any] = {
        "title": table.text.s,
        "header": grid[: table.head_rows],
        "rows": grid[table.head_rows :],
        "notes": [note.s for note in table.notes],
        "pieces": table.pieces,
    }
    if table.uncertain:
        row["uncertain"] = [list(one) for one in table.uncertain]
    return row


def people(roster: Roster) -> list[dict[str, str]]:
    """The people of a roster; each bears the role printed above where none is printed."""
    return [{"role": p.role_read or p.role.s, "name": p.name.s, "office": p.office.s} for p in roster.people]


def fixes_row(texts: Iterable[tuple[str | None, Text]], apparatus: Apparatus) -> list[dict[str, Any]]:
    """The corrections of a document: `[{anchor, was, now, why}]`."""
    return [
        {"anchor": anchor, "was": fix.was, "now": fix.now, "why": fix.why}
        for anchor, text in texts
        for fix in apparatus.fixes(text)
    ]
