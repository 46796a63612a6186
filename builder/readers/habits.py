"""The habits of a chronicle, found by counting: forms of labels, marks, headings, how lines are filled."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from builder.language import dates
from builder.language.date_tokens import first_year
from builder.language.dates import Label
from builder.language.headings import heading
from builder.language.labels import RINGS, SIGNS, ringed
from builder.readers import entry_below, entry_runs
from builder.readers.entry_head import BEHIND, EVERY, SURE, WORDS, Habits, Lead
from builder.records.profile import LABELS, LINES, Profile

_LEAST = 2
_COLUMN = 8
_MOST_SPACED, _MOST_DATED = 0.9, 0.75


def habits(lines: Sequence[str], marks: Sequence[str] | None = None, profile: Profile | None = None) -> Habits:
    """The habits of the lines of a chronicle. `marks` and `profile` are those that the catalogue declares."""
    declared = profile or Profile()
    return _declared(_counted(lines, declared.marks or marks), declared)


def _declared(found: Habits, profile: Profile) -> Habits:
    """What was counted, but for what the profile says."""
    changed: dict[str, Any] = {
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
    return replace(found, **changed)


def _counted(lines: Sequence[str], marks: Sequence[str] | None) -> Habits:
    own = tuple(marks) if marks else (*SIGNS, *_rings(lines), *WORDS)
    wide = Habits(forms=EVERY, marks=own, marked=True, titled=True)
    run = entry_runs.run(lines, wide)
    apart = run and entry_runs.apart(lines, wide)
    if run:
        lines = [
            line[a:b].strip()
            for line in lines
            for a, b in entry_runs.pieces(line, replace(wide, run=True, apart=apart))
        ]
    leads = [(line, wide.lead(line)) for line in lines if not heading(line)]
    found = [(line, lead) for line, lead in leads if lead.label]
    count = Counter(lead.label.form for _, lead in found if lead.label)
    bare = Counter(
        lead.label.form
        for line, lead in found
        if lead.label and lead.label.bare and lead.label.width < len(line) - lead.at
    )
    days = count["day"] + count["dated"]
    forms = set(SURE)
    forms |= {form for form in ("month", "season", "lunar", "year") if count[form]}
    # A year in figures opens many a sentence (2020年，全市实现…): a label only where labels bear their year, or
    # where it is one among few days.
    yearly = sum(1 for _, lead in found if lead.label and lead.label.points[0].year)
    if count["figures"] >= max(3, len(found) // 5) or 2 * yearly >= len(found) and len(found) > 2:
        forms |= {"figures", "figures-bare"}
    # Where labels bear their year, nothing needs to part them from the text (1949年5月成立村农会).
    if 2 * yearly >= len(found) and len(found) > 2:
        forms |= {"month-bare", "season-bare", "year-bare"}
    # A further year of a reign needs a reign above: 十年，… may begin a sentence.
    labels = [lead.label for _, lead in found if lead.label]
    if sum(1 for one in labels if one.points[0].reign) >= _LEAST and any(first_year(one.text) for one in labels):
        forms |= {"reign", "figures"}
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
    together = alone >= _LEAST and entry_below.together(lines, wide)
    behind = _closing(lines)
    return Habits(
        forms=frozenset(forms),
        # Where every label has its sign, 当日 without one goes on with the text.
        marks=tuple(one for one in own if not (marked and one in WORDS and not marks)),
        marked=marked,
        headed=any(named and named.month for named in map(heading, lines)),
        alone=alone >= _LEAST and not together,
        together=together,
        run=run,
        apart=apart,
        inline=sum(len(entry_runs.sign_cuts(line)) for line in lines) >= _LEAST,
        headlined=_headlines(lines, wide),
        titled=sum(1 for _, lead in leads if lead.title[1]) >= _LEAST,
        monthly=any(lead.label.points[0].month for _, lead in found[:3] if lead.label),
        behind=behind > max(len(found), _LEAST),
        dated=_dated([lead for _, lead in leads if lead.title[1]]),
        spaced=_spaced([(line[lead.at :], lead.label) for line, lead in found if lead.label]),
    )


def _rings(lines: Sequence[str]) -> list[str]:
    """The rings that open several lines."""
    return [sign for sign in RINGS if sum(1 for line in lines if ringed(sign, line)) >= _LEAST]


def _spaced(labels: Sequence[tuple[str, Label]]) -> bool:
    """True where nearly all labels stand before a gap (3月4日 县政府…)."""
    gaps = sum(1 for line, one in labels if line[one.width : one.width + one.separator].isspace())
    return gaps >= _MOST_SPACED * len(labels) > 0


def _dated(titled: Sequence[Lead]) -> bool:
    """True where nearly all titles stand in front of a date."""
    dates = sum(1 for lead in titled if lead.label and lead.title[0] < lead.at)
    return dates >= _LEAST and dates >= _MOST_DATED * len(titled)


def _closing(lines: Sequence[str]) -> int:
    return sum(1 for line in lines if (found := BEHIND.search(line)) and _whole_date(found["date"]))


def _whole_date(said: str) -> bool:
    found = dates.label(said)
    return found is not None and found.width == len(said)


def is_headline(line: str) -> bool:
    """True for a line that may be the title of the entry below it."""
    return 3 < len(line) <= 34 and re.search(r"[。，；：]|[！？.,;:]$", line) is None and "\t" not in line


def is_column(line: str) -> bool:
    """True for a line so short that it may be the heading of a column under a month (政治, 经济建设)."""
    return 1 < len(line) <= _COLUMN and re.search(r"[\d。，；：！？.,;:!?）)]", line) is None and "\t" not in line


def _headlines(lines: Sequence[str], wide: Habits) -> bool:
    """True where most entries have a title on a line of its own."""
    labels = [bool(wide.lead(line).label) for line in lines]
    lines = [line if not heading(line) else "" for line in lines]
    above = sum(1 for at in range(len(lines) - 1) if labels[at + 1] and not labels[at] and is_headline(lines[at]))
    plain = sum(1 for at, line in enumerate(lines) if is_headline(line) and not labels[at])
    return above >= 3 and above * 5 >= plain * 4
