"""A text with its apparatus as runs: what the print template and the e-book set, piece by piece.

A run is a plain string, or one object: `{"t": text, "u": 1, "b": 1, "k": 1}` (underlined:
corrected or doubtful; bold: a run-in heading; kept: not broken at a line's end), `{"note": n}`,
`{"t": word, "note": n, "a": punctuation}` (a note's number between what it must not leave),
`{"turn": page}`, `{"mark": [index keys]}`, `{"br": 1}` (a title's line ends here).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from builder.edition.apparatus import Apparatus, Doubt, Fix
from builder.engine.text import Text

Run = str | dict[str, Any]

# A middle dot, or a dash that joins (2021—2022), does not begin a line; a double dash may.
_KEPT = re.compile(r"(?:[0-9A-Za-z.%％]+|[^\s0-9A-Za-z—·])(?:[·～]|(?<!—)—(?!—))")
# What a note's number stands behind: a character, a number, a Latin word, with the punctuation it bears.
_WORD = re.compile(
    r"(?:[0-9A-Za-z.%]+|[^，。、；：！？）》〉”’」』】〕]|^)[，。、；：！？）》〉”’」』】〕]*$", re.DOTALL
)


class Mark(NamedTuple):
    """A name that the index at the back leads to: it begins at `start` of a text."""

    start: int
    key: str


@dataclass
class Runs:
    """Makes the runs of one chapter or document and gathers its notes, numbered from 1."""

    apparatus: Apparatus
    notes: list[dict[str, Any]] = field(default_factory=list)

    def of(self, text: Text, marks: Iterable[Mark] = (), head: int = 0, breaks: Iterable[int] = ()) -> list[Run]:
        """The runs of a text; its first `head` characters are a run-in heading, lines begin at `breaks`."""
        points: dict[int, list[Run]] = {}
        lined = [False] * len(text)
        found: list[Fix | Doubt] = [*self.apparatus.fixes(text), *self.apparatus.doubts(text)]
        for one in sorted(found, key=lambda one: one.at):
            end = one.end if isinstance(one, Doubt) else one.at + len(one.now)
            lined[one.at : end] = [True] * (end - one.at)
            points.setdefault(end, []).append({"note": self._note(one, text.s)})
        for at, page in self.apparatus.turns(text):
            points.setdefault(at, []).append({"turn": page} | ({} if at else {"first": True}))
        for at in breaks:
            points.setdefault(at, []).append({"br": 1})
        for mark in marks:
            points.setdefault(mark.start, []).insert(0, {"mark": [mark.key]})
        cuts = {0, len(text), min(head, len(text)), *points}
        cuts |= {i for i in range(1, len(text)) if lined[i] != lined[i - 1]}
        return _bound(_runs(text.s, sorted(cuts), points, lined, head))

    def _note(self, one: Fix | Doubt, s: str) -> int:
        number = len(self.notes) + 1
        if isinstance(one, Doubt):
            facts = {"kind": "doubt", "was": s[one.at : one.end], "maybe": one.maybe}
        else:
            # Two characters on each side let a reader find what was put in or left out.
            kind = "withheld" if one.withheld else "fix"
            facts = {"kind": kind, "was": one.was, "now": one.now, "before": s[max(0, one.at - 2) : one.at]}
            facts["after"] = s[one.at + len(one.now) : one.at + len(one.now) + 2]
        facts |= {"why": one.why, "see": one.see}
        self.notes.append({"n": number, **{k: v for k, v in facts.items() if v}, "line": one.line})
        return number


def _runs(s: str, cuts: list[int], points: dict[int, list[Run]], lined: list[bool], head: int) -> Iterable[Run]:
    for here, after in zip(cuts, [*cuts[1:], len(s)], strict=True):
        yield from points.get(here, [])
        if after == here:
            continue
        style = ({"u": 1} if lined[here] else {}) | ({"b": 1} if here < head else {})
        for piece, kept in _pieces(s[here:after]):
            yield {"t": piece} | style | ({"k": 1} if kept else {}) if style or kept else piece


def _pieces(s: str) -> Iterable[tuple[str, bool]]:
    """The string in pieces; one that is `kept` must not be broken at the end of a line."""
    done = 0
    for found in _KEPT.finditer(s):
        if found.start() > done:
            yield s[done : found.start()], False
        yield found[0], True
        done = found.end()
    if done < len(s):
        yield s[done:], False


def _bound(runs: Iterable[Run]) -> list[Run]:
    """The runs, each note's number bound to the word before it and to a colon behind it.

    A line that began with the number of a note, or a colon behind one, would be a blunder; a
    character that forbids the break (U+2060) would spoil what is copied from the PDF.
    """
    bound: list[Run] = []
    for run in runs:
        last = bound[-1] if bound else ""
        if isinstance(run, dict) and "note" in run and _text(last):
            word = _WORD.search(_text(last))
            held = word[0] if word else ""
            style = {k: v for k, v in last.items() if k in ("u", "b")} if isinstance(last, dict) else {}
            bound.pop()
            if _text(last) != held:
                rest = _text(last)[: -len(held)]
                bound.append({**last, "t": rest} if isinstance(last, dict) else rest)
            bound.append({"t": held, "note": run["note"]} | style)
        elif _text(run) and isinstance(last, dict) and "note" in last and _text(run)[0] in "：；":
            last["a"] = _text(run)[0]
            rest = _text(run)[1:]
            bound += [{**run, "t": rest} if isinstance(run, dict) else rest] if rest else []
        else:
            bound.append(run)
    return bound


def _text(run: Run) -> str:
    return run if isinstance(run, str) else str(run.get("t", ""))


def plain(runs: Iterable[Run]) -> str:
    """The published characters of runs, in order."""
    return "".join(_text(run) + ("" if isinstance(run, str) else run.get("a", "")) for run in runs)
