"""A text with its apparatus as inline Markdown: corrections, doubts, page turns, links, run-in heads."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from builder.edition.apparatus import Apparatus, Doubt, Fix, Shown
from builder.engine.text import Text
from builder.model.address import relative
from builder.writers.markdown import escape


class Wrap(NamedTuple):
    """An element around the characters `start:end`; of two, the one of lower `rank` is outside."""

    start: int
    end: int
    rank: int
    open: str
    close: str


class Link(NamedTuple):
    """A link around the characters `start:end` of a text, to an address relative to the root."""

    start: int
    end: int
    kind: str
    url: str


def runin_wrap(length: int, anchor: str | None) -> Wrap:
    """The element of a run-in heading: the first `length` characters of a paragraph."""
    name = f' id="{anchor}"' if anchor else ""
    return Wrap(0, length, 0, f'<strong class="runin"{name}>', "</strong>")


def tail_wrap(text: Text, length: int) -> Wrap:
    """The element of an inline note (responsible units): the last `length` characters of a paragraph."""
    return Wrap(len(text) - length, len(text), 0, '<span class="units">', "</span>")


def case_anchor(volume: str, kind: str, record: int) -> str:
    """The anchor of a correction or doubt on the page 校勘记: `chronicle-2020-doubt-3`."""
    return f"{volume}-{'doubt' if kind == 'doubt' else 'fix'}-{record + 1}"


@dataclass
class PageWriter:
    """Writes the texts of one page and gathers its notes.

    `notes` become front matter: the page's list of corrections and doubts.
    """

    url: str
    volume: str
    apparatus: Apparatus
    notes: list[dict[str, Any]] = field(default_factory=list)

    def markdown(self, text: Text, links: Iterable[Link] = (), wraps: Iterable[Wrap] = ()) -> str:
        """A text for running Markdown, with its links and further elements."""
        return self._inline(text, links, wraps, raw=False)

    def html(self, text: Text, links: Iterable[Link] = ()) -> str:
        """A text for raw HTML (a table's cell)."""
        return self._inline(text, links, (), raw=True)

    def _inline(self, text: Text, links: Iterable[Link], more: Iterable[Wrap], *, raw: bool) -> str:
        wraps = [*more, *(self._link(one) for one in links)]
        points: dict[int, list[str]] = {}
        found: list[Doubt | Fix] = [*self.apparatus.doubts(text), *self.apparatus.fixes(text)]
        for one in sorted(found, key=lambda one: one.at):
            if isinstance(one, Doubt):
                wraps.append(self._doubt(one, text.s[one.at : one.end]))
                continue
            wrap = self._fix(one)
            if one.now:
                wraps.append(wrap)
            else:
                points.setdefault(one.at, []).append(wrap.open + wrap.close)
        for at, page in self.apparatus.turns(text):
            points.setdefault(at, []).append(f'<span class="turn" data-page="{page}"></span>')
        return _set(text.s, wraps, points, raw=raw)

    def _doubt(self, doubt: Doubt, was: str) -> Wrap:
        n = self._note("doubt", doubt.line, doubt.record, was=was, maybe=doubt.maybe, why=doubt.why, see=doubt.see)
        return Wrap(doubt.at, doubt.end, 2, f'<span class="doubt" id="note-{n}">', "</span>")

    def _fix(self, fix: Fix) -> Wrap:
        kind = "withheld" if fix.withheld else "fix"
        n = self._note(kind, fix.line, fix.record, was=fix.was, now=fix.now, why=fix.why, see=fix.see)
        tag = f'<span class="{kind}" id="note-{n}" data-was="{escape.attribute(fix.was)}">'
        return Wrap(fix.at, fix.at + len(fix.now), 3, tag, "</span>")

    def _link(self, one: Link) -> Wrap:
        href = escape.attribute(relative(one.url, self.url)).replace("&#35;", "#").replace("&#95;", "_")
        return Wrap(one.start, one.end, 1, f'<a class="{one.kind}" href="{href}">', "</a>")

    def _note(self, kind: str, line: int, record: int, **facts: str) -> int:
        number = len(self.notes) + 1
        kept = {k: v for k, v in facts.items() if v}
        case = case_anchor(self.volume, kind, record)
        self.notes.append({"n": number, "kind": kind, **kept, "line": line, "case": case})
        self.apparatus.shown.append(Shown(case, f"{self.url}#note-{number}", line))
        return number


def _set(s: str, wraps: list[Wrap], points: dict[int, list[str]], *, raw: bool) -> str:
    """The string with its elements properly nested: an inner one that runs over an outer one's end is cut."""
    cuts = sorted({0, len(s), *points, *(w.start for w in wraps), *(w.end for w in wraps)})
    out: list[str] = []
    stack: list[Wrap] = []
    head = True
    for here, after in zip(cuts, [*cuts[1:], len(s)], strict=True):
        active = sorted((w for w in wraps if w.start <= here < w.end), key=lambda w: (w.rank, w.start))
        keep = 0
        while keep < min(len(stack), len(active)) and stack[keep] is active[keep]:
            keep += 1
        out.extend(w.close for w in reversed(stack[keep:]))
        out.extend(points.get(here, []))
        out.extend(w.open if w.start == here else w.open.replace(' id="', ' data-of="') for w in active[keep:])
        stack = active
        if after > here:
            piece = s[here:after]
            out.append(escape.plain_html(piece) if raw else escape.markdown(piece, head=head))
            head = False
    out.extend(w.close for w in reversed(stack))
    return "".join(out).replace("\n", "<br>")


def widths(apparatus: Apparatus, text: Text) -> str:
    """The value of `data-w`: which punctuation is half width in the base text.

    `*` when all that could be is; else the positions, counted in the text without white space.
    """
    here = set(apparatus.widths(text))
    if not here:
        return ""
    if here == {i for i, c in enumerate(text.s) if c in "，；：？！（）"}:
        return "*"
    bare = -1
    found = []
    for i, c in enumerate(text.s):
        bare += not c.isspace()
        if i in here:
            found.append(str(bare))
    return " ".join(found)
