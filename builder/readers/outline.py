"""The outline of a document: its lines become headings, paragraphs, items, notes, tables, rosters, forms.

Level and kind come from the numbering; bold is evidence only in a texture whose bold is printed bold.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from builder.engine.text import Text
from builder.language.numbering import number
from builder.model.blocks import Block, Flow, Form, Heading, Item, Note, Paragraph, Signature, Table
from builder.readers.anchors import Anchors
from builder.readers.forms import form_line
from builder.readers.groups import settle
from builder.readers.leads import leads
from builder.readers.rosters import person_run, read_roster
from builder.readers.shapes import NOTE, PUBLIC, Shape, annex_list, annex_number, numbered, title_like, unit_note
from builder.readers.signatures import signing
from builder.readers.source import Source
from builder.readers.tables import caption, read_table

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
_DASH = re.compile(r"[—－-]{2}(?!→)")


@dataclass
class _State:
    """Where the reader stands in the lines of one document or annex."""

    lines: list[Text]
    source: Source
    anchors: Anchors
    bold: bool
    shapes: list[Shape | None]
    leads: dict[int, int] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)
    depth: int = 0

    def add(self, block: Block) -> None:
        self.blocks.append(block)


def read_blocks(lines: list[Text], source: Source, anchors: Anchors | None = None) -> list[Block]:
    """The blocks of a run of lines, in their order; every character of the lines is in one of them.

    `anchors` belongs to the page: pass the same one for all runs of lines that a page holds.
    """
    bold = source.record.texture == "pdf-text"
    state = _State(lines, source, anchors or Anchors(), bold, [])
    state.shapes = settle(_shapes(state), [line.s for line in lines])
    state.leads = leads([line.s for line in lines], state.shapes)
    i = 0
    while i < len(lines):
        i += next((took for read in _READERS if (took := read(state, i))), 0) or _paragraph(state, i)
    return state.blocks


def _shapes(state: _State) -> list[Shape | None]:
    """The shape of every line by itself; between an article and the next chapter there are only items."""
    found: list[Shape | None] = []
    in_article = False
    for line in state.lines:
        width = bold_head(line, state.source) if state.bold else 0
        shape = numbered(line.s, in_article=in_article, bold=width)
        if shape and shape.kind == "article":
            in_article = True
        elif shape and shape.number.kind in ("chapter", "section"):
            in_article = False
        found.append(shape)
    return found


def bold_head(line: Text, source: Source) -> int:
    """How many characters at the head of a line were printed bold."""
    end = 0
    for mark in source.marked("bold", line):
        if mark.start <= line.first():
            end = max(end, sum(1 for at in line.at if 0 <= at < mark.end))
    return end


def _row(state: _State, i: int) -> int:
    end = i
    while end < len(state.lines) and "\t" in state.lines[end].s:
        end += 1
    if end == i:
        return 0
    people = person_run(state.lines, i)
    if people >= end - i:
        state.add(read_roster(state.lines[i:end], state.source))
    else:
        title = caption(state.blocks)
        state.add(read_table(state.lines[i:end], state.source, state.anchors.next("table"), title))
    return end - i


def _roster(state: _State, i: int) -> int:
    count = person_run(state.lines, i)
    if count:
        state.add(read_roster(state.lines[i : i + count], state.source))
    return count


def _form(state: _State, i: int) -> int:
    end = i
    while end < len(state.lines) and _is_form(state, end):
        # A line that was moved here is a block of its own: the lines of a block stand together in print.
        if end > i and state.lines[end].first() < state.lines[end - 1].last():
            break
        end += 1
    if end > i:
        state.add(Form(state.source.stack(state.lines[i:end])))
    return end - i


def _is_form(state: _State, i: int) -> bool:
    line = state.lines[i]
    if "\t" in line.s:
        return False
    if form_line(line.s):
        return True
    if not state.source.marked("form", line):
        return False
    shape = state.shapes[i]
    found = number(line.s)
    return shape is None or found is None or not line.s[found.width :] or " 2." in line.s


def _signature(state: _State, i: int) -> int:
    count = signing(state.lines, i, state.source)
    if count:
        state.add(Signature(state.source.stack(state.lines[i : i + count])))
    return count


def _note(state: _State, i: int) -> int:
    line = state.lines[i]
    if PUBLIC.fullmatch(line.s) or unit_note(line.s) == 0:
        state.add(Note(line))
        return 1
    if not NOTE.fullmatch(line.s):
        return 0
    table = next((b for b in reversed(state.blocks) if not isinstance(b, (Form, Note))), None)
    if isinstance(table, Table):
        table.notes.append(line)
    else:
        state.add(Note(line))
    return 1


def _annexes(state: _State, i: int) -> int:
    count = annex_list(state.lines, i)
    for line in state.lines[i : i + count]:
        state.add(Item(line, number=annex_number(line.s)))
    return count


def _flow(state: _State, i: int) -> int:
    line = state.lines[i].s
    if "→" not in line or (number(line) is not None and line[0] not in _CIRCLED):
        return 0
    state.add(Flow(state.lines[i]))
    return 1


def _numbered(state: _State, i: int) -> int:
    shape, line = state.shapes[i], state.lines[i]
    if shape is None:
        return 0
    anchor = state.anchors.numbered(shape.number)
    name = shape.number.text
    if shape.kind == "article":
        _text(state, Paragraph(line, anchor))
        return 1
    level = shape.number.level
    if shape.kind == "item":
        _text(state, Flow(line, anchor) if "→" in line.s else Item(line, anchor, level, name))
        return 1
    state.depth = level
    if _goes_on(state, i, shape):
        state.add(Heading(Text.join(state.lines[i : i + 2]), anchor, level, name))
        return 2
    state.add(Heading(line[: shape.lead], anchor, level, name, runin=shape.kind == "runin"))
    if shape.kind == "runin":
        _text(state, Paragraph(line))
    return 1


def _goes_on(state: _State, i: int, shape: Shape) -> bool:
    """True where the name of a chapter or section stands on the next line (第一章 / 总则)."""
    bare = shape.number.kind in ("chapter", "section") and shape.number.width == len(state.lines[i])
    return bare and i + 1 < len(state.lines) and state.shapes[i + 1] is None and title_like(state.lines[i + 1])


def _dash(state: _State, i: int) -> int:
    line = state.lines[i]
    found = _DASH.match(line.s)
    if found:
        _lead(state, line, state.leads.get(i, 0))
        _text(state, Item(line, None, state.depth + 1, found[0]))
    return 1 if found else 0


def _paragraph(state: _State, i: int) -> int:
    """A paragraph; where its head was printed bold, that head is a heading without a number."""
    line = state.lines[i]
    bold = bold_head(line, state.source) if state.bold else 0
    head = re.match(r"[^。：:；]{2,24}[。：:]", line.s)
    printed = head is not None and bold > 0 and abs(bold - head.end()) <= 1 and head.end() < len(line)
    _lead(state, line, head.end() if head and printed else state.leads.get(i, 0))
    _text(state, Paragraph(line))
    return 1


def _lead(state: _State, line: Text, length: int) -> None:
    """The run-in heading without a number that the first `length` characters of a line are."""
    if length:
        state.add(Heading(line[:length], state.anchors.next("lead"), min(state.depth + 1, 5), runin=True))


def _text(state: _State, block: Block) -> None:
    """A block of text, and behind it the note of responsible units that it ends with."""
    state.add(block)
    at = unit_note(block.text.s)
    if at:
        state.add(Note(block.text[at:], inline=True))


_READERS: tuple[Callable[[_State, int], int], ...] = (
    _row,
    _roster,
    _form,
    _signature,
    _note,
    _annexes,
    _flow,
    _numbered,
    _dash,
)
