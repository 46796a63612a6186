"""Widths of punctuation: full width in Chinese context (GB/T 15834), half width everywhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.engine.rule import Facts, Proposal
from builder.engine.text import Edit, Text

FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
_HAN = re.compile(r"[\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff01-\uff65“”‘’…—①-⑳□■△※\U00020000-\U0003ffff]")
_PAIR = re.compile(r"\(([^()\n（）]*)\)")
_AREA_CODE = re.compile(r"0\d{2,3}")


def _han(c: str) -> bool:
    return bool(_HAN.match(c)) and c != "\u3000"


def _near(s: str, at: int, step: int) -> str:
    """The next character that is no space, on one side, within the line; '' at its end."""
    at += step
    while 0 <= at < len(s) and s[at] in " \t\u00a0":
        at += step
    return s[at] if 0 <= at < len(s) and s[at] != "\n" else ""


def width(text: Text, facts: Facts) -> Iterator[Proposal]:
    """半角标点在中文语境中改为全角；比例、时刻、数字、电话、网址和西文中的不动。

    False positives avoided: `3:4:3`, `8:30`, `1,000`, `(0356)2198496`, `a@b.com`, `(GB)`
    between Latin words.
    """
    s = text.s
    paired: set[int] = set()
    for pair in _PAIR.finditer(s):
        paired.update((pair.start(), pair.end() - 1))
        if _pair_full(s, pair):
            yield Edit(pair.start(), pair.start() + 1, FULL["("])
            yield Edit(pair.end() - 1, pair.end(), FULL[")"])
    for found in re.finditer(r"[,;:?!()]", s):
        at = found.start()
        if at not in paired and _full(s, at):
            yield Edit(at, at + 1, FULL[s[at]])


def _pair_full(s: str, pair: re.Match[str]) -> bool:
    before, behind = _near(s, pair.start(), -1), _near(s, pair.end() - 1, 1)
    if _AREA_CODE.fullmatch(pair[1]) and behind.isdigit():
        return False
    if _HAN.search(pair[1]) or _han(before) or _han(behind):
        return True
    return not (before.isascii() and behind.isascii() and (before + behind).strip())


def _full(s: str, at: int) -> bool:
    before, behind = _near(s, at, -1), _near(s, at, 1)
    if s[at] == ":" and behind == "/" or not before and not behind:
        return False
    return bool(_han(before) or _han(behind) or before in "%％)）" and before)
