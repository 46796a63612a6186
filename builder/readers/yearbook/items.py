"""The items (条目) of a subsection: title, paragraphs, tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from builder.engine.text import Text
from builder.language.sections import shown
from builder.language.sorting import syllables
from builder.model.blocks import Block, Paragraph, Table
from builder.model.volume import Entry
from builder.readers.shapes import NOTE
from builder.readers.source import Source
from builder.readers.tables import caption, read_table
from builder.readers.yearbook.titles import ITEM, Token

# So many syllables of a title make an id; a line with a tab that stands alone is no table.
_SYLLABLES, _ROWS = 6, 2
# The unit of the figures stands below the title of their table.
_UNIT = re.compile(r"[（(]?(?:计量)?单位[：:][^。]{1,20}$")
_CONTINUED = re.compile(r"[（(](?:续|接上页?|续前)[）)]$")


def items(body: Sequence[Token], subsection: str, name: str, source: Source) -> list[Entry]:
    """The items of a subsection called `name`; text above the first of them is one without a title."""
    made = _Items(subsection, name, source)
    at = 0
    while at < len(body):
        rows = made.table(body, at)
        if not rows:
            made.line(body[at])
        at += rows or 1
    return made.entries


class _Items:
    """Takes the lines of a subsection one by one."""

    def __init__(self, subsection: str, name: str, source: Source) -> None:
        self._subsection, self._name, self._source = subsection, name, source
        self._tables = 0
        self._ids: Counter[str] = Counter()
        self.entries: list[Entry] = []

    def line(self, one: Token) -> None:
        """A line: the next item begins with it, or the last one goes on."""
        if one.level != ITEM:
            self._last().blocks.append(Paragraph(one.line))
            return
        start, end = one.title
        if self._again(one.line[start:end]):
            self._source.drop("head.again", one.line[:end])
            self._source.drop("item.gap", one.line[end : one.text])
            self.entries[-1].blocks += [Paragraph(one.line[one.text :])] if one.line.s[one.text :] else []
            return
        entry = self._open(one.line[start:end])
        self._source.drop("item.gap", one.line[end : one.text])
        if one.line.s[one.text :]:
            entry.blocks.append(Paragraph(one.line[one.text :]))

    def _again(self, title: Text) -> bool:
        """True for a title that is printed again right below, behind a table, or with （续）: its item goes on."""
        if not self.entries or not self.entries[-1].title.s:
            return False
        last, said = self.entries[-1], _CONTINUED.sub("", shown(title.s))
        same = said == last.label
        return same and (said != shown(title.s) or not last.blocks or isinstance(last.blocks[-1], Table))

    def table(self, body: Sequence[Token], at: int) -> int:
        """How many lines from `at` on are a table of the last item, with its notes; 0 where none begins."""
        end = at
        while end < len(body) and "\t" in body[end].line.s and body[end].level != ITEM:
            end += 1
        if end - at < _ROWS:
            return 0
        blocks = self._last().blocks
        self._tables += 1
        unit = (
            [blocks.pop().text]
            if blocks and isinstance(blocks[-1], Paragraph) and _UNIT.match(blocks[-1].text.s)
            else []
        )
        title = self._source.stack([one for one in (caption(blocks), *unit) if one.s])
        rows = [one.line for one in body[at:end]]
        table = read_table(rows, self._source, f"table-{self._tables}", title)
        while end < len(body) and NOTE.fullmatch(body[end].line.s):
            table.notes.append(body[end].line)
            end += 1
        blocks.append(table)
        return end - at

    def _last(self) -> Entry:
        return self.entries[-1] if self.entries else self._open(Text.empty())

    def _open(self, title: Text) -> Entry:
        said = shown(title.s)
        base = "-".join(syllables(said or self._name)[:_SYLLABLES]) or "x"
        self._ids[base] += 1
        named = f"{self._name}·{said}" if said else self._name
        blocks = list[Block]()
        entry = Entry(
            f"{self._subsection}--{base}-{self._ids[base]}", said or self._name, Text.empty(), None, None, blocks
        )
        entry.title, entry.named, entry.precision = title, named, "year"
        self.entries.append(entry)
        return entry
