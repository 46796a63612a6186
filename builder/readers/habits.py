"""The habits of a chronicle, found by counting: forms of labels, marks, headings, how lines are filled."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from builder.language import dates
from builder.language.dates import Label
from builder.language.headings import heading
from builder.language.labels import SIGNS
from builder.records.profile import LABELS, LINES, Profile

# The words of 同日 stand for a mark; the zero is a sign too in old print (〇 between date and text).
WORDS = ("是日", "同日", "当日")
_SIGNS = (*SIGNS, "〇", "○", "□", "■", "★", "·", "•")
ORDINAL = re.compile(
    r"(?:[（(](?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})[）)]"
    r"|[0-9０-９]{1,3}(?:、(?![0-9０-９]{1,2}(?:、[0-9０-９]{1,2})*日)|[.．](?![0-9０-９]))|[①-⑳])[ \u00a0\u3000]*"
)
TITLE = re.compile(r"【[^【】\n]{1,40}】[ \u00a0\u3000]*")
# A date in brackets that closes a line: the label of an entry that is printed behind it.
BEHIND = re.compile(r"[（(](?P<date>[^（）()\n]{2,20})[）)]$")
# A date in brackets at the head of a line: （1月14日）, 〔秋〕.
_INSIDE = r"[^（）()〔〕［］\[\]【】\n]{1,20}(?:[（(][^（）()]{1,10}[）)])?"
BRACKETED = re.compile(rf"[（(〔［\[【](?P<date>{_INSIDE})[）)〕］\]】][ \u00a0\u3000]*")
# Forms that are labels wherever they stand at the head of a line; others need to be a habit of the book.
_SURE = frozenset({"day", "dated", "third", "same-day"})
_EVERY = _SURE | {"month", "season", "year", "figures", "lunar", "dotted"}
_EVERY |= {"month-bare", "season-bare", "year-bare", "figures-bare"}
_WORDY = frozenset({"season", "lunar", "year", "figures", "month"})
_LEAST = 2
_MOST_SPACED = 0.9


class Lead(NamedTuple):
    """What stands at the head of a line: a sign or an ordinal, a title in 【】, a label, where each begins and the
    text goes on; `close` is where the bracket around the label ends."""

    mark: str
    title: tuple[int, int]
    label: Label | None
    at: int
    text: int
    ordinal: bool = False
    close: int = 0


@dataclass(frozen=True)
class Habits:
    """`forms` of labels that count, `marks` of further entries, `marked`: every label has a mark in front of it;
    `headed`: months have headings; `alone`: labels stand on lines of their own, each paragraph below is an entry;
    `run`: entries follow each other within a line, `inline`: those with a sign do; `headlined`: a line above each
    entry is its title; `titled`: entries have titles in 【】; `monthly`: day labels
    bear the month; `behind`: labels close their entries; `spaced`: a gap and no comma parts them from the text."""

    forms: frozenset[str] = _SURE
    marks: tuple[str, ...] = (*SIGNS, *WORDS)
    marked: bool = False
    headed: bool = False
    alone: bool = False
    run: bool = False
    inline: bool = False
    headlined: bool = False
    titled: bool = False
    monthly: bool = False
    behind: bool = False
    spaced: bool = False

    def lead(self, line: str) -> Lead:
        """What stands at the head of a line, by these habits."""
        begun = line.startswith(self.marks)
        mark, ordinal = next((one for one in self.marks if line.startswith(one)), "") if begun else "", False
        at = len(mark)
        if not mark and (found := ORDINAL.match(line)):
            mark, at, ordinal = found[0], found.end(), True
        at = _behind_gap(line, at)
        if (bracket := BRACKETED.match(line, at)) and (inside := self._bracketed(bracket["date"])):
            return Lead(mark, (0, 0), inside, bracket.start("date"), bracket.end(), ordinal, bracket.end())
        title = _title(line, at)
        start = title[1] or at
        label = self.label(line[start:], marked=bool(mark))
        # △春节前夕，…: behind the sign of a further entry a word of the season opens its sentence.
        if label and mark in self.marks and not self.marked and label.form in _WORDY:
            label = None
        if label is None:
            return Lead("" if ordinal else mark, title if self.titled else (0, 0), None, at, 0 if ordinal else at)
        if mark in WORDS:
            return Lead(mark, (0, 0), None, at, at)
        text = start + label.width + label.separator
        if not title[1]:
            title = _title(line, text)
            text = title[1] or text
        sign = line[text] if line.startswith(_SIGNS, text) else ""
        return Lead(mark, title, label, start, _behind_gap(line, text + len(sign)) if sign else text, ordinal)

    def _bracketed(self, said: str) -> Label | None:
        found = dates.label(said)
        return found if found and found.width == len(said) and found.form in self.forms else None

    def label(self, line: str, *, marked: bool = False) -> Label | None:
        """The label at the head of a piece of text, if its form is one of these; `marked` behind a sign or number."""
        found = dates.label(line)
        gap = self.spaced and found is not None and line[found.width : found.width + found.separator].isspace()
        if found is None or found.form not in self.forms and not (gap and found.form == "figures"):
            return None
        alone = found.width == len(line)
        loose = found.bare and not alone and not TITLE.match(line, found.width) and line[found.width] not in _SIGNS
        sure = marked and found.points[0].year is not None
        return (
            None if loose and not sure and found.form not in _SURE and f"{found.form}-bare" not in self.forms else found
        )


def _behind_gap(line: str, at: int) -> int:
    while at < len(line) and line[at] in " \u00a0\u3000,，|｜:：":
        at += 1
    return at


def _title(line: str, at: int) -> tuple[int, int]:
    found = TITLE.match(line, at)
    return (at, found.end()) if found else (0, 0)


def habits(lines: Sequence[str], marks: Sequence[str] | None = None, profile: Profile | None = None) -> Habits:
    """The habits of the lines of a chronicle. `marks` and `profile` are those that the catalogue declares."""
    declared = profile or Profile()
    return _declared(_counted(lines, declared.marks or marks), declared)


def _declared(found: Habits, profile: Profile) -> Habits:
    """What was counted, but for what the profile says."""
    changed: dict[str, object] = {
        key: said for key in ("marked", "titled", "behind") if (said := getattr(profile, key)) is not None
    }
    if profile.labels is not None:
        forms = {LABELS[one] for one in profile.labels}
        # A form that was not found by itself is a label whatever follows it.
        loose = {f"{one}-bare" for one in forms if one not in found.forms or f"{one}-bare" in found.forms}
        changed["forms"] = frozenset(forms | loose)
    if profile.lines is not None:
        several, alone, headlined = (profile.lines == one for one in LINES[1:])
        changed |= {"run": several, "inline": several, "alone": alone, "headlined": headlined}
    return replace(found, **changed)  # type: ignore[arg-type]


def _counted(lines: Sequence[str], marks: Sequence[str] | None) -> Habits:
    own = tuple(marks) if marks else (*SIGNS, *WORDS)
    wide = Habits(forms=_EVERY, marks=own, marked=True, titled=True)
    run = _runs(lines, wide)
    if run:
        lines = [line[a:b].strip() for line in lines for a, b in pieces(line, replace(wide, run=True))]
    leads = [(line, wide.lead(line)) for line in lines if not heading(line)]
    found = [(line, lead) for line, lead in leads if lead.label]
    count = Counter(lead.label.form for _, lead in found if lead.label)
    bare = Counter(
        lead.label.form
        for line, lead in found
        if lead.label and lead.label.bare and lead.label.width < len(line) - lead.at
    )
    days = count["day"] + count["dated"]
    forms = set(_SURE)
    forms |= {form for form in ("month", "season", "lunar", "year") if count[form]}
    # A year in figures opens many a sentence (2020年，全市实现…): a label only where labels bear their year, or
    # where it is one among few days.
    yearly = sum(1 for _, lead in found if lead.label and lead.label.points[0].year)
    if count["figures"] >= max(3, len(found) // 5) or 2 * yearly >= len(found) and len(found) > 2:
        forms |= {"figures", "figures-bare"}
    # Where labels bear their year, nothing needs to part them from the text (1949年5月成立村农会).
    if 2 * yearly >= len(found) and len(found) > 2:
        forms |= {"month-bare", "season-bare", "year-bare"}
    if count["dotted"] >= max(_LEAST, days // 4):
        forms.add("dotted")
    if bare["month"] >= max(3, days // 3):
        forms.add("month-bare")
    if bare["year"] and "month-bare" in forms:
        forms.add("year-bare")
    signs = Counter(lead.mark for _, lead in found if lead.mark in SIGNS)
    # A sign that opens labels and never an entry without one is part of the label: a date without it is text.
    sign, often = signs.most_common(1)[0] if signs else ("", 0)
    alone_too = any(lead.mark == sign and not lead.label for _, lead in leads)
    marked = often >= 5 and (often * 5 >= 4 * len(found) or often * 3 >= len(found) and not alone_too)
    alone = sum(1 for line, lead in found if lead.text >= len(line))
    behind = _closing(lines)
    return Habits(
        forms=frozenset(forms),
        marks=own,
        marked=marked,
        headed=any(named and named.month for named in map(heading, lines)),
        alone=alone >= _LEAST,
        run=run,
        inline=sum(len(_sign_cuts(line)) for line in lines) >= _LEAST,
        headlined=_headlines(lines, wide),
        titled=sum(1 for _, lead in leads if lead.title[1]) >= _LEAST,
        monthly=any(lead.label.points[0].month for _, lead in found[:3] if lead.label),
        behind=behind > max(len(found), _LEAST),
        spaced=_spaced([(line[lead.at :], lead.label) for line, lead in found if lead.label]),
    )


def _spaced(labels: Sequence[tuple[str, Label]]) -> bool:
    """True where nearly all labels stand before a gap (3月4日 县政府…)."""
    gaps = sum(1 for line, one in labels if line[one.width : one.width + one.separator].isspace())
    return gaps >= _MOST_SPACED * len(labels) > 0


def _closing(lines: Sequence[str]) -> int:
    return sum(1 for line in lines if (found := BEHIND.search(line)) and _whole_date(found["date"]))


def _whole_date(said: str) -> bool:
    found = dates.label(said)
    return found is not None and found.width == len(said)


def pieces(line: str, habit: Habits) -> Iterator[tuple[int, int]]:
    """The entries that stand in one line, as (start, end): the line itself where entries do not run together."""
    inside = _cuts(line, habit) if habit.run else _sign_cuts(line) if habit.inline else []
    cuts = [0, *inside, len(line)]
    yield from pairwise(cuts)


_STOP = re.compile(r"(?<=[。！？；”）])[ \u00a0\u3000]*")
_WIDE = re.compile(r"(?<=[。！？；”）])[ \u00a0\u3000]{2,}")


def _cuts(line: str, habit: Habits) -> list[int]:
    found = []
    for stop in _STOP.finditer(line):
        if stop.end() < len(line) and stop.end() > 0:
            lead = habit.lead(line[stop.end() :])
            if (lead.label and not lead.close) or lead.mark in WORDS or lead.mark in SIGNS:
                found.append(stop.end())
    return found


_SIGN = re.compile(rf"(?<=[。！？；”）])[ \u00a0\u3000]*(?=[{''.join(SIGNS)}])")


def _sign_cuts(line: str) -> list[int]:
    """Where a sign opens a further entry behind a full stop in one line."""
    return [found.end() for found in _SIGN.finditer(line)]


def is_headline(line: str) -> bool:
    """True for a line that may be the title of the entry below it."""
    return 3 < len(line) <= 34 and re.search(r"[。，；：]|[！？.,;:]$", line) is None and "\t" not in line


def _headlines(lines: Sequence[str], wide: Habits) -> bool:
    """True where most entries have a title on a line of its own."""
    labels = [bool(wide.lead(line).label) for line in lines]
    lines = [line if not heading(line) else "" for line in lines]
    above = sum(1 for at in range(len(lines) - 1) if labels[at + 1] and not labels[at] and is_headline(lines[at]))
    plain = sum(1 for at, line in enumerate(lines) if is_headline(line) and not labels[at])
    return above >= 3 and above * 5 >= plain * 4


def _runs(lines: Sequence[str], wide: Habits) -> bool:
    """True where most labels stand inside of lines, behind a full stop."""
    inside = heads = gaps = 0
    for line in lines:
        lead = wide.lead(line)
        heads += bool(lead.label)
        for cut in _cuts(line, wide):
            inside += 1
            gaps += bool(_WIDE.search(line[max(0, cut - 4) : cut]))
    return inside >= 3 and (inside >= 2 * heads or gaps >= 3 and gaps * 5 >= inside * 4)
