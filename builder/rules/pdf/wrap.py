"""Hard wraps of a text layer: lines of one paragraph joined, with or without a space."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.engine.rule import Facts, Mark, Proposal
from builder.engine.text import Edit, Text
from builder.language.labels import bare
from builder.rules.pdf.column import Candidate, places
from builder.rules.pdf.lines import Spans, TextLine, lines
from builder.rules.pdf.measure import INDENT, Type, measure, width
from builder.rules.pdf.title import announced, is_issuer

_TOUCH = re.compile(r"(?<=[\u3400-\u9fff])( ?)(?=[0-9A-Za-z])|(?<=[0-9A-Za-z])( ?)(?=[\u3400-\u9fff])")
_APART = re.compile(r"[\u3400-\u9fff]\n[0-9A-Za-z]|[0-9A-Za-z]\n[\u3400-\u9fff]")
# The heading of a chapter, section or box, the title and the number of a document stand on one line
# of their own, however full that is.
_ALONE = re.compile(
    r" *(?:(?:第 ?[一二三四五六七八九十百]+ ?[章节] |专栏 ?\d{1,3} )[^。]+"
    r"|关于[^。，；]*(?:通知|意见|决定|办法|公告|通报|批复)|[…．.]+|[\u4e00-\u9fff]{2,10}[〔\[]\d{4}[〕\]] ?\d+ ?号) *$"
)
_LIST = re.compile(r" *附件[：:]")
_LISTED = re.compile(r" *\d{1,2} ?[.．、]")
_BRANCH = re.compile(r"[①-⑳][^。]*→")
_MOST = 0.8
_MUCH_WIDER = 6.0
_OTHER = 4.0


def joined(text: Text, facts: Facts) -> tuple[list[int], list[Mark]]:
    """Positions of the line ends that are no ends of paragraphs, and marks on lines of other columns.

    Found once for a text and left as marks `wrap`, so that the rules for wraps agree.
    """
    if "wrap" in facts.marks:
        ends = {m.start for m in facts.marks["wrap"]}
        return [at for at in _line_ends(text) if text.at[at] in ends], []
    kept = [line for line in lines(text) if line.s.strip()]
    kind = measure(line.s.strip() for line in kept)
    if not kind.columns:
        return [], []
    found = places(_rows(text, kept, kind, facts), kind)
    main = max(kind.columns, key=lambda column: column[1])[0]
    aside = [
        Mark("column", line.start, line.end, f"{place.column:g}")
        for line, place in zip(kept, found, strict=True)
        if abs(place.column - main) > _OTHER
    ]
    ends_at = [before.end for before, place in zip(kept, found[1:], strict=False) if place.follows]
    return ends_at, aside


def _line_ends(text: Text) -> list[int]:
    return [found.start() for found in re.finditer("\n", text.s)]


class _Known:
    """What is certain of a line before it is measured: bold runs, kept lines, titles, layout data."""

    def __init__(self, text: Text, kind: Type, facts: Facts) -> None:
        self.text, self.mark = text, kind.mark
        self.fixed = Spans(facts, "layout.keep", "layout.table")
        self.apart, self.on = Spans(facts, "layout.split"), Spans(facts, "layout.join")
        self.bold = Spans(facts, "bold")
        self.titles = announced(text)
        self.widest = max(edge for edge, _ in kind.columns) + INDENT + _MUCH_WIDER
        self.listed = False

    def alone(self, line: TextLine, behind: TextLine) -> bool:
        """True for a line that is a unit by itself: a heading, a title, a line of a form."""
        title = _ALONE.match(line.s) or bare(line.s) in self.titles
        letterhead = is_issuer(line.s) and behind.s.startswith("关于")
        return bool(title) or letterhead or self.fixed.hold(line.raw)

    def continues(self, line: TextLine) -> bool:
        """True for the second line of a bold run, and where layout data says so."""
        return self.on.hold(line.raw) or 0 <= self.bold.of(line.raw)[0] < line.raw

    def begins(self, line: TextLine) -> bool:
        """True for the first line of a bold run, for an item of a list of annexes, for a branch of a route."""
        self.listed = bool(_LIST.match(line.s) or (self.listed and _LISTED.match(line.s)))
        run = self.bold.of(line.raw)[0] == line.raw
        return self.listed or run or bool(_BRANCH.match(line.s)) or self.apart.hold(line.raw)

    def ends(self, line: TextLine) -> bool:
        """True for a bold heading that fills its paragraph, and for a line that was never wrapped."""
        bold = self.text.at[line.end - 1] < self.bold.of(line.raw)[1] and line.s[-1] not in "。："
        return bold or width(line.s, self.mark) > self.widest


def _rows(text: Text, kept: list[TextLine], kind: Type, facts: Facts) -> list[Candidate]:
    known = _Known(text, kind, facts)
    rows: list[Candidate] = []
    whole = True
    for line, behind in zip(kept, [*kept[1:], *kept[-1:]], strict=True):
        alone, begins = known.alone(line, behind), known.begins(line)
        firm = False if known.continues(line) else True if whole or alone or begins else None
        rows.append(Candidate(line.s.strip(), firm))
        whole = alone or known.ends(line)
    return rows


def habit(text: Text) -> float:
    """The share of contacts between Chinese and Latin or digits, within lines, that have a space."""
    spaced = [bool(found[1] or found[2]) for found in _TOUCH.finditer(text.s)]
    return sum(spaced) / len(spaced) if spaced else 0.0


def space(text: Text, facts: Facts) -> Iterator[Proposal]:
    """折行恰在汉字与数字、西文之间，依原书惯例补回一个空格。

    Only where the book sets a space there nearly always; never beside + - % ×. Leaves a mark
    `wrap` on every line end that is no end of a paragraph, and a mark `column` with its width on each
    line that is set in another column than most (a box in smaller type).
    """
    ends, aside = joined(text, facts)
    yield from aside
    wanted = habit(text) >= _MOST
    for at in ends:
        yield Mark("wrap", at, at + 1)
        if wanted and _APART.fullmatch(text.s, at - 1, at + 2):
            yield Edit(at, at + 1, " ")


def join(text: Text, facts: Facts) -> Iterator[Proposal]:
    """同一段文字按版心宽度折成的各行，连成一段。

    By the measure of the line before and of the line behind, see `pdf_column`.
    """
    for at in joined(text, facts)[0]:
        start, end = at, at + 1
        while start > 0 and text.s[start - 1] == " ":
            start -= 1
        while end < len(text) and text.s[end] == " ":
            end += 1
        yield Edit(start, end, "")
