"""Heads of documents that the catalogue declares by their titles, and titles that it says head none."""

from __future__ import annotations

from builder.engine.text import Text
from builder.language.document_numbers import number_line
from builder.language.labels import bare
from builder.readers import titles
from builder.readers.head import Head, local_id
from builder.readers.head_lines import LINES, HeadLines
from builder.readers.head_unnumbered import number_over


class DeclaredHeads:
    """Finds the titles of `[volume.profile]`: the word of the editor, whatever a title looks like otherwise."""

    def __init__(self, at: HeadLines) -> None:
        profile = at.source.record.profile
        self.at = at
        self._titles = {bare(one) for one in profile.documents or ()}
        passages = {bare(one) for one in profile.passages or ()}
        self._refused = {
            row
            for first in range(len(at.lines) if passages else 0)
            for end in range(first + 1, first + LINES + 1)
            if titles.joined(at.lines[first:end]) in passages
            for row in range(first, end)
        }

    def titled(self, i: int) -> Head | None:
        """The head whose title, declared, begins at line `i`; its number may stand above it or below it."""
        lines, source = self.at.lines, self.at.source
        end = next((at for at in range(i + 1, i + LINES + 1) if self._is_title(i, at)), None)
        if end is None:
            return None
        title = Text.join(lines[i:end])
        office = self.at.issuer_in(titles.joined(lines[i:end]))
        below = number_line(lines[end].s) if end < len(lines) else None
        if below:
            head = Head(i, end + 1, Text.empty(), title, lines[end], below.read, local_id(below, source), office)
        else:
            none = Text.empty()
            over = number_over(self.at, i) or Head(i, end, none, title, none, "", "")
            head = over._replace(title=title, body=end, issuer_read=office)
        return head._replace(date=titles.stated_date(self.at.behind(head.body)), why="declared")

    def _is_title(self, i: int, end: int) -> bool:
        return end <= len(self.at.lines) and titles.joined(self.at.lines[i:end]) in self._titles

    def refuses(self, i: int) -> bool:
        """True for a line of a title that is declared to be a passage of the document above, and for its number."""
        beside = number_line(self.at.lines[i].s) is not None
        return i in self._refused or beside and bool(self._refused & {i - 1, i + 1})
