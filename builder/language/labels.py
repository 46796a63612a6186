"""The grammar of chronicles: headings of months, day labels in all their forms, marks of further entries.

Beside the model, because rules and the chronicle reader must agree on it.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from builder.language.numbering import cn_value

SIGNS = ("△", "※", "▲", "▽", "◇", "◆", "●", "◎", "☆")
MARKS = (*SIGNS, "是日", "同日")

_N = r"[0-9０-９]{1,2}"
_GAP = r"[ \u00a0\u3000]*"
_DAY = rf"(?:{_N}{_GAP}月{_GAP})?{_N}{_GAP}日"
_TO = rf"{_GAP}(?:至|到|—+|－|–|-|~|～|、|和){_GAP}"
_BARE = rf"{_N}{_GAP}(?:—+|－|–|-|~|～|至){_GAP}"
_SEPARATOR = r"(?:[ \u00a0\u3000]*[,，、][ \u00a0\u3000]*|[ \u00a0\u3000]+)"
# With nothing between, a duration (10日内, 3日后) is no label, nor is a date within a sentence
# (2日的; 5日上午 is one, though). Behind a comma or a space anything may follow: 5日，为庆祝….
_AFTER = r"(?![内后前间的为均已起]|之|以[内后前])"
LABEL = re.compile(
    rf"(?P<label>(?:{_N}{_GAP}月{_GAP})?(?:{_BARE})?{_DAY}(?:{_TO}{_DAY})*(?:{_GAP}起)?)(?:{_SEPARATOR}|{_AFTER})"
)
MONTH = re.compile(rf"(?:[0-9]{{4}}{_GAP}年{_GAP})?(?P<month>{_N}|[一二三四五六七八九十]{{1,2}}){_GAP}月(?:份|大事记)?")
THE_MONTH = re.compile(rf"(?:是|本|当){_GAP}月")
_THE_MONTH_LABEL = re.compile(rf"((?:是|本|当){_GAP}月)((?:{_GAP}[,，:：]{_GAP}|[ \u00a0\u3000]+)(?=\S))")
# A third of a month (上旬，…) is a label only with a comma or a space behind it.
_THIRD = re.compile(
    rf"(?P<label>(?:(?P<month>{_N}|[一二三四五六七八九十]{{1,2}}){_GAP}月{_GAP})?(?P<third>[上中下]){_GAP}旬){_SEPARATOR}(?=\S)"
)
_THIRDS = {"上": (1, 10), "中": (11, 20), "下": (21, 0)}
_DATE = re.compile(rf"(?:({_N})月)?({_N})(?:日|(?=[—－–\-~～至]))")


class Label(NamedTuple):
    """A day label: `text` without spaces, first and last (month, day); month None = the heading's,
    day 0 = the last of the month."""

    text: str
    start: tuple[int | None, int]
    end: tuple[int | None, int]
    width: int
    separator: int


def bare(s: str) -> str:
    """The string without white space."""
    return "".join(s.split())


def squeeze(s: str) -> str:
    """The string in half-width digits and without white space."""
    return "".join(unicodedata.normalize("NFKC", c) if c.isdigit() else c for c in s if not c.isspace())


def day_label(line: str) -> Label | None:
    """The day label at the head of a paragraph, or None.

    `width` counts its characters, `separator` those of the comma and spaces behind it.
    """
    found = LABEL.match(line)
    if not found:
        return _third_label(line)
    text = squeeze(found["label"])
    dates = [(int(m) if m else None, int(d)) for m, d in _DATE.findall(text)]
    month = dates[0][0]
    last = dates[-1] if dates[-1][0] is not None else (month, dates[-1][1])
    return Label(text, dates[0], last, found.end("label"), found.end() - found.end("label"))


def _third_label(line: str) -> Label | None:
    found = _THIRD.match(line)
    if not found:
        return None
    width = found.end("label")
    month = month_heading(f"{found['month']}月") if found["month"] else None
    first, last = _THIRDS[found["third"]]
    return Label(squeeze(found["label"]), (month, first), (month, last), width, found.end() - width)


def month_heading(line: str) -> int | None:
    """The month that a line names when it is nothing but the name of a month; else None."""
    found = MONTH.fullmatch(line.strip())
    if not found:
        return None
    name = unicodedata.normalize("NFKC", found["month"])
    return int(name) if name.isdigit() else cn_value(name)


def the_month(line: str) -> bool:
    """True when a line is nothing but 是月."""
    return THE_MONTH.fullmatch(line.strip()) is not None


def the_month_label(line: str) -> tuple[int, int]:
    """The widths of 是月 and of the comma or space behind it, where it stands like a day label at the
    head of an entry (是月，…); else 0, 0."""
    found = _THE_MONTH_LABEL.match(line)
    return (len(found[1]), len(found[2])) if found else (0, 0)


def further_mark(line: str, marks: tuple[str, ...] = MARKS) -> str:
    """The mark of a further entry at the head of a paragraph, with the comma behind it; else ''."""
    for mark in marks:
        if line.startswith(mark):
            rest = line[len(mark) :]
            tail = len(rest) - len(rest.lstrip(" \u00a0\u3000" + (",，" if len(mark) > 1 else "")))
            return line[: len(mark) + tail]
    return ""
