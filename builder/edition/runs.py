"""A text with all that stands in it, resolved once: a sequence of runs, page turns and deletions.

A run is a stretch of characters that bears the same spans from end to end; a writer only turns runs into
its syntax.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from builder.edition.apparatus import Apparatus, Doubt, Fix
from builder.edition.notes import Note, Notes
from builder.engine.text import Text

# What lies around what, from the outside in.
RANKS = {"runin": 0, "units": 0, "no": 1, "link": 2, "doubt": 3, "fix": 4, "withheld": 4}


class Span(NamedTuple):
    """Characters `start:end` of a text: a run-in heading, a note of responsible units, a number, a link
    (`target` is an id of `name`), a doubt or a correction (`note`)."""

    start: int
    end: int
    kind: str
    name: str = ""
    target: str = ""
    note: Note | None = None


class Run(NamedTuple):
    """Characters with the spans that they stand in, outermost first."""

    s: str
    start: int
    spans: tuple[Span, ...]

    @property
    def end(self) -> int:
        """The place behind its last character."""
        return self.start + len(self.s)


class Turn(NamedTuple):
    """A page of the original begins here, at the raw offset `raw`; `first`: at the head of the text."""

    page: int
    first: bool
    raw: int


class Gone(NamedTuple):
    """Here a correction left something out."""

    note: Note


RunItem = Run | Turn | Gone


def runs_of(text: Text, apparatus: Apparatus, notes: Notes, more: Iterable[Span] = ()) -> list[RunItem]:
    """The runs of a text; `more` are the spans that are not of the apparatus. Its notes go into `notes`."""
    spans = list(more)
    points: dict[int, list[RunItem]] = {}
    found: list[Doubt | Fix] = [*apparatus.doubts(text), *apparatus.fixes(text)]
    for one in sorted(found, key=lambda one: one.at):
        note = notes.take(one, text.s)
        end = one.end if isinstance(one, Doubt) else one.at + len(one.now)
        if end > one.at:
            spans.append(Span(one.at, end, note.kind, note=note))
        else:
            points.setdefault(one.at, []).append(Gone(note))
    for at, page, raw in apparatus.turns(text):
        points.setdefault(at, []).append(Turn(page, at == 0, raw))
    return list(_items(text.s, spans, points))


def _items(s: str, spans: Sequence[Span], points: dict[int, list[RunItem]]) -> Iterable[RunItem]:
    cuts = sorted({0, len(s), *points, *(one.start for one in spans), *(one.end for one in spans)})
    for here, after in zip(cuts, [*cuts[1:], len(s)], strict=True):
        yield from points.get(here, ())
        if after > here:
            inside = [one for one in spans if one.start <= here < one.end]
            yield Run(s[here:after], here, tuple(sorted(inside, key=lambda one: (RANKS[one.kind], one.start))))


def notes_of(items: Iterable[RunItem]) -> list[Note]:
    """The notes that stand in runs, in their order, each once."""
    found = [span.note for item in items if isinstance(item, Run) for span in item.spans]
    found += [item.note for item in items if isinstance(item, Gone)]
    return sorted({note.n: note for note in found if note}.values(), key=lambda note: note.n)


def plain(items: Iterable[RunItem]) -> str:
    """The characters of runs."""
    return "".join(item.s for item in items if isinstance(item, Run))


def widths(apparatus: Apparatus, text: Text) -> str:
    """Which punctuation of a text is half width in the raw file.

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
