"""The habits of a chronicle as a profile for the catalogue, from what its reader made of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial

from builder.intake.signs import Line, Seen, seen
from builder.language.dates import label
from builder.language.labels import RINGS, SIGNS, ringed
from builder.model.volume import Volume
from builder.readers.entry_head import WORDS, Habits
from builder.records.profile import LABELS, LINES


def labels(volume: Volume) -> list[Seen]:
    """The forms of labels that entries bear, the commonest first, each with some labels."""
    counts, shown = Counter[str](), dict[str, list[str]]()
    names = {form: name for name, form in LABELS.items()}
    for month in volume.months:
        for entry in month.entries:
            found = label(entry.label_text.s.strip()) if entry.label_text.s else None
            name = names.get(found.form) if found else None
            if name:
                counts[name] += 1
                shown.setdefault(name, []).append(entry.label_text.s.strip())
    return [Seen(name, n, tuple((0, s) for s in dict.fromkeys(shown[name]))[:3]) for name, n in counts.most_common()]


def marks(lines: Sequence[Line]) -> list[Seen]:
    """The signs of further entries that are met."""
    met = [seen(sign, lines, partial(_begins, sign)) for sign in (*SIGNS, *WORDS)]
    met += [seen(sign, lines, partial(ringed, sign)) for sign in RINGS]
    return [one for one in met if one.times]


def _begins(sign: str, line: str) -> bool:
    return line.startswith(sign)


def _alone(habit: Habits, lines: Sequence[Line]) -> bool:
    """True where most labels stand on lines of their own."""
    leads = [(lead, line) for line in lines if (lead := habit.lead(line.s)).label]
    return 2 * sum(1 for lead, line in leads if lead.text >= len(line.s)) > len(leads)


def profile(habit: Habits, volume: Volume, lines: Sequence[Line]) -> dict[str, object]:
    """The keys of `[volume.profile]` with their values."""
    found: dict[str, object] = {"labels": [one.name for one in labels(volume)]}
    if signs := [one.name for one in marks(lines) if one.name in habit.marks]:
        found["marks"] = signs
    alone = habit.alone and _alone(habit, lines)
    # In raw lines the rest of a broken one looks like a headline: only titles that were read tell.
    read = any(entry.title.s for month in volume.months for entry in month.entries)
    several, headlined = habit.run or habit.inline, habit.headlined and read
    if several or alone or headlined:
        found["lines"] = LINES[1] if several else LINES[3] if headlined else LINES[2]
    return found | {key: True for key in ("marked", "titled", "behind") if getattr(habit, key)}
