"""Provisions: the number at the head of one, and what a citation calls a place in a document."""

from __future__ import annotations

import re

from builder.language.numbering import cn_number, number

_NAMED = re.compile(r"专栏\s*\d+|附件\s*[0-9０-９]*")
_ITEM = re.compile(r"(?:^|-)n((?:-\d+)+)$")
_ARTICLE = re.compile(r"(?:^|-)art-(\d+)$")
_LONGEST = 40


def number_width(s: str) -> int:
    """How many characters the number at the head of a text has, without the space behind it; 0 for none."""
    found = number(s)
    if found:
        return len(s[: found.width].rstrip(" \u00a0\u3000\ufffd"))
    named = _NAMED.match(s)
    return named.end() if named else 0


def provision(anchor: str, s: str) -> str:
    """What a place is called: `n-2-3-1` 二（三）1, `art-13` 第十三条; others by their number or first words."""
    article, item = _ARTICLE.search(anchor), _ITEM.search(anchor)
    if article:
        return f"第{cn_number(int(article[1]))}条"
    if item:
        steps = [int(step) for step in item[1][1:].split("-")]
        forms = ("{}", "（{}）", "{}", "({})")
        words = [cn_number(step) if level < 2 else str(step) for level, step in enumerate(steps)]
        return "".join(form.format(word) for form, word in zip(forms, words, strict=False))
    width = number_width(s)
    return (s[:width] if width else s).strip("—－- 、。：:\n")[:_LONGEST]
