"""Run-in headings without a number: the short sentence with which sibling paragraphs open."""

from __future__ import annotations

import re
from collections.abc import Sequence

from builder.readers.shapes import COLON, Shape

# 高速铁路。积极推动…: it names a thing or urges to one, in few characters, and text follows. What
# bears a comma (政府引导，市场主导。) or begins with a digit (2021年底前完成。) is a sentence.
_NAME = r"[^。，,；;：:！？!?…→\t]"
_LEAD = re.compile(rf"(?![0-9０-９]){_NAME}{{2,20}}。(?=.)")
_DASHED = re.compile(rf"[—－-]{{2}}(?:{_NAME}{{2,20}}。|{_NAME}{{2,{COLON}}}[：:])(?=.)")


def leads(lines: Sequence[str], shapes: Sequence[Shape | None]) -> dict[int, int]:
    """The lines that open with a run-in heading without a number, and the length of each heading.

    They are known by their siblings: all paragraphs that stand under one heading open so, or
    all items with a dash that follow each other; two of them at least. A single paragraph that opens
    with a short sentence, or some among others, may just begin so.
    """
    found: dict[int, int] = {}
    for at, shape in enumerate(shapes):
        if shape is not None and shape.kind == "head":
            found |= _siblings(lines, range(at + 1, _next(shapes, at + 1)), _LEAD)
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and lines[end].startswith(("——", "--", "－－")):
            end += 1
        found |= _siblings(lines, range(at, end), _DASHED)
        at = max(end, at + 1)
    return found


def _next(shapes: Sequence[Shape | None], at: int) -> int:
    """The next line that bears a number."""
    return next((i for i in range(at, len(shapes)) if shapes[i] is not None), len(shapes))


def _siblings(lines: Sequence[str], places: range, form: re.Pattern[str]) -> dict[int, int]:
    found = {at: one.end() for at in places if (one := form.match(lines[at]))}
    return found if 1 < len(found) == len(places) else {}
