"""What stands below a label on a line of its own: entries of the day, or paragraphs of one; captions of pictures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from builder.language.headings import heading
from builder.readers.entry_head import Habits

# Words with which a paragraph goes on with the one above.
_ON = re.compile(
    r"(?:会议|全会|大会|会上|会后|活动|根据|据|其中|此次|该|这|期间|随后|之后|同时|此前|目前|截至|当日|当天|双方|与会|有|其|他|她)"
    r"|至(?:此|[0-9０-９])"
)
_HAN = re.compile(r"[\u4e00-\u9fff]{2}")
# So many of the further paragraphs go on where they belong to one entry.
_SHARE = 0.5
_CAPTION = re.compile(
    r".{2,60}[（(](?:[^（）()]{0,24}(?:摄影?|供图|提供)|本刊资料|资料(?:图片|照片)|图片?[:：][^（）()]{2,12})[）)]"
)


def is_caption(line: str) -> bool:
    """True for the caption of a picture, which names who took it and belongs to no entry."""
    return "。" not in line and _CAPTION.fullmatch(line.strip()) is not None


def goes_on(above: str, line: str) -> bool:
    """True for a paragraph that opens with a word of the one above, or with one that refers to it."""
    return _ON.match(line) is not None or _HAN.match(line) is not None and line[:2] in above


def together(lines: Sequence[str], wide: Habits) -> bool:
    """True where the paragraphs below a label are one entry: its line bears the title of the whole, or most of the
    further paragraphs go on with the one above."""
    labels = titles = further = on = 0
    above: str | None = None
    alone = False
    for line in lines:
        lead = wide.lead(line)
        if lead.label or lead.mark or heading(line):
            alone, above = lead.label is not None and lead.text >= len(line), None
            labels, titles = labels + alone, titles + (alone and lead.title[1] > 0)
        elif alone and not is_caption(line):
            further, on = further + (above is not None), on + (above is not None and goes_on(above, line))
            above = line
    return titles > _SHARE * labels or on >= _SHARE * further > 0
