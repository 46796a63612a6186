"""What stands at the head of an entry's line: a sign, a title, a label; and the habits that tell it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from builder.language import dates
from builder.language.dates import Label
from builder.language.labels import SIGNS

# The words of 同日 stand for a mark; the zero is a sign too in old print (〇 between date and text).
WORDS = ("是日", "同日", "当日")
SIGNS_TOO = (*SIGNS, "〇", "○", "□", "■", "★", "·", "•")
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
SURE = frozenset({"day", "dated", "third", "same-day"})
EVERY = SURE | {"month", "season", "year", "figures", "reign", "lunar", "dotted"}
EVERY |= {"month-bare", "season-bare", "year-bare", "figures-bare"}
_WORDY = frozenset({"season", "lunar", "year", "figures", "reign"})


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
    `headed`: months have headings; `alone`: labels stand on lines of their own, each paragraph below is an entry,
    `together`: all of them are one;
    `run`: entries follow each other within a line, `apart`: behind a gap only, `inline`: those with a sign do;
    `headlined`: a line above each entry is its title; `titled`: entries have titles in 【】; `monthly`: day labels
    bear the month; `behind`: labels close their entries; `spaced`: a gap and no comma parts them from the text;
    `dated`: titles stand in front of dates, and one without a date has none."""

    forms: frozenset[str] = SURE
    marks: tuple[str, ...] = (*SIGNS, *WORDS)
    marked: bool = False
    headed: bool = False
    alone: bool = False
    together: bool = False
    run: bool = False
    apart: bool = False
    inline: bool = False
    headlined: bool = False
    titled: bool = False
    monthly: bool = False
    behind: bool = False
    spaced: bool = False
    dated: bool = False

    def lead(self, line: str) -> Lead:
        """What stands at the head of a line, by these habits."""
        begun = line.startswith(self.marks)
        mark, ordinal = next((one for one in self.marks if line.startswith(one)), "") if begun else "", False
        at = len(mark)
        if not mark and (found := ORDINAL.match(line)):
            mark, at, ordinal = found[0], found.end(), True
        # A sign for every entry, and one for a further entry behind it: ●△.
        at += next((len(one) for one in SIGNS if mark in SIGNS and line.startswith(one, at)), 0)
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
        sign = line[text] if line.startswith(SIGNS_TOO, text) else ""
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
        loose = found.bare and not alone and not TITLE.match(line, found.width) and line[found.width] not in SIGNS_TOO
        first = found.points[0]
        sure = marked and first.year is not None or first.reign and "reign" in self.forms
        return (
            None if loose and not sure and found.form not in SURE and f"{found.form}-bare" not in self.forms else found
        )


def _behind_gap(line: str, at: int) -> int:
    while at < len(line) and line[at] in " \u00a0\u3000,，|｜:：":
        at += 1
    return at


def _title(line: str, at: int) -> tuple[int, int]:
    found = TITLE.match(line, at)
    return (at, found.end()) if found else (0, 0)
