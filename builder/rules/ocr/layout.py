"""What layout data puts right in a recognised text; the rules run while all line ends of the raw file stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.engine.rule import Facts, Proposal
from builder.engine.text import Edit, Text


def _places(text: Text, facts: Facts, kind: str) -> Iterator[tuple[int, int]]:
    """Start and end of the raw lines that each record of layout data of this kind names."""
    starts = [0, *(end.end() for end in re.finditer("\n", text.s)), len(text) + 1]
    for record in facts.data.layout.of(kind):
        first, last = record.span
        yield starts[first - 1], starts[last] - 1


def omitted(text: Text, facts: Facts) -> Iterator[Proposal]:
    """不是正文的文字（如封底的口号），据版面数据不收，每处皆列理由。

    Data: `[[leave]]` of layout/<id>.toml names the raw lines.
    """
    for start, end in _places(text, facts, "leave"):
        for word in re.finditer(r"\S+", text.s[start:end]):
            yield Edit(start + word.start(), start + word.end(), "")


def joined(text: Text, facts: Facts) -> Iterator[Proposal]:
    """换栏、换页处断开的文字，据版面数据前后相接，每处皆列理由。

    Data: `[[join]]` of layout/<id>.toml names the raw line that goes on with the text before it.
    """
    for start, _ in _places(text, facts, "join"):
        yield Edit(len(text.s[:start].rstrip()), start, "")
