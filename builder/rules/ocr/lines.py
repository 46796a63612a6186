"""What a line of a recognised text is: the grammar that the rules of joining share."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from builder.engine.rule import Facts
from builder.engine.text import Text
from builder.language.dates import label as date_label
from builder.language.document_numbers import LINE
from builder.language.headings import heading
from builder.language.labels import SIGNS
from builder.language.numbering import DATE, number

LEADER = re.compile(r"(?:[.．·]{3,}|…)[.．…· \t]*[（(]?\d{1,4}[）)]?$")
OFFICE = re.compile(r"[\u4e00-\u9fff]{2,20}(?:人民政府|办公室|办公厅|委员会|指挥部)")
PERSON = re.compile(
    r"[\s\u00a0]*(?P<role>(?:[\u4e00-\u9fff] ?){2,6}[:：] ?)?"
    r"(?:[\u4e00-\u9fff·]{2,4}|[\u4e00-\u9fff] [\u4e00-\u9fff]) +[^。,，;；:：\s][^。;；:：]+"
)
GAP = re.compile(r"\n(?:[ \t]*\n)+")
_BEGINS = re.compile(r"附件|附表|附录|(?:注|备注|说明|附注) ?[:：]|——|[（(]此件|[…·.]{3}")
_LABEL = re.compile(r"[\u4e00-\u9fff]{2,5} ?[:：]")
_FORM = re.compile(r"[^,，。;；]{2,16}[:：][\s\u00a0]*(?:\d{2,4})?(?:[\s\u00a0]*年[\s\u00a0]+月[\s\u00a0]+日)?")
_STOPS = "。！？!?；;：:"
_OPEN, _CLOSE = "（(〔《［", "）)〕》］"


def width(s: str) -> float:
    """The width of a line in em: half for what is not Chinese."""
    return sum(1.0 if unicodedata.east_asian_width(c) in "WFA" or c in ",:;()" else 0.5 for c in s)


def headings(facts: Facts) -> set[int]:
    """Raw offsets at which a line with a heading mark begins."""
    return {mark.start for mark in facts.marks.get("heading", [])}


def begins(line: str) -> bool:
    """True for a line that begins something of its own and so continues nothing."""
    line = line.strip()
    label = date_label(line)
    return bool(
        not line
        or "\t" in line
        or number(line)
        or DATE.fullmatch(line)
        or LINE.fullmatch(line)
        or OFFICE.fullmatch(line)
        or PERSON.fullmatch(line)
        or _BEGINS.match(line)
        or _FORM.fullmatch(line)
        or (len(line) <= 40 and _LABEL.match(line))
        or (label and label.form in ("day", "dated", "third") and label.points[0].month)
        or line.startswith(SIGNS)
        or heading(line)
    )


def unclosed(line: str) -> bool:
    """True when a bracket is open at the end of the line."""
    depth = 0
    for c in line:
        if c in _OPEN:
            depth += 1
        elif c in _CLOSE:
            depth = max(depth - 1, 0)
    return depth > 0


def complete(line: str) -> bool:
    """True for a line that is whole: a sentence, a note in brackets behind one, or no sentence at all."""
    line = line.rstrip()
    if not line or line[-1] in _STOPS or line.endswith(("。”", "！”", "？”")):
        return True
    if unclosed(line):
        return False
    if line[-1] in "〕］" or (line[-1] in "）)" and _behind_sentence(line)):
        return True
    found = number(line)
    if found and not re.search(r"[,，。;；]", line[found.width :]) and len(line) <= 50:
        return True
    return bool(
        "\t" in line
        or DATE.fullmatch(line)
        or LINE.fullmatch(line)
        or OFFICE.fullmatch(line)
        or PERSON.fullmatch(line)
        or LEADER.search(line)
        or line.startswith(("附件", "附表"))
        or _FORM.fullmatch(line)
    )


def _behind_sentence(line: str) -> bool:
    """True when the bracket that ends the line opens behind a sentence end."""
    depth = 0
    for at in range(len(line) - 1, -1, -1):
        if line[at] in "）)":
            depth += 1
        elif line[at] in "（(":
            depth -= 1
            if not depth:
                return at == 0 or line[at - 1] in "。；;"
    return False


def fills(line: str, column: float) -> bool:
    """True when a short piece fills its last line in a column `column` em wide (0: not known).

    Widths of long paragraphs say nothing: justified spaces and squeezed punctuation add up.
    """
    wide = width(line)
    if not column or wide > 3 * column:
        return True
    rest = (wide + 2) % column
    return rest <= 3.5 or rest >= column - 2


def column_width(facts: Facts) -> float:
    """The width of a column in em, from lines that a hard break was found at both ends of; 0 where none is known."""
    widths = sorted(float(mark.value) for mark in facts.marks.get("column", []))
    return widths[len(widths) // 2] if len(widths) >= 3 else 0.0


def blocks(text: Text) -> Iterator[tuple[int, re.Match[str], int]]:
    """The gaps of blank lines: where the block in front begins, the gap, where the block behind ends."""
    gaps = [gap for gap in GAP.finditer(text.s) if gap.end() < len(text)]
    start = 0
    for after, gap in enumerate(gaps, 1):
        yield start, gap, gaps[after].start() if after < len(gaps) else len(text)
        start = gap.end()
