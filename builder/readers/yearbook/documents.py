"""Documents of a yearbook: the reports of 特载, the texts of 附录, each from its title on."""

from __future__ import annotations

from builder.engine.text import Text
from builder.language.document_numbers import number_line
from builder.language.sections import is_document, key, stands
from builder.model.volume import Document
from builder.readers.gazette_document import read_document
from builder.readers.gazette_head import heads
from builder.readers.head import Head, local_id
from builder.readers.source import Source
from builder.readers.yearbook.contents import MIDDLE, Listing, indents

# A title stands on so many lines at most.
_LINES = 4
# Shorter ones set to the middle are names of parts.
_SHORTEST = 8
_ENDED = ("。", "）", "！")


def documents(section: Text, lines: list[Text], found: Listing, source: Source) -> list[Document]:
    """The documents of a section: by the titles that the contents list, else by what heads documents of gazettes,
    else by their kind."""
    found_heads = _listed(lines, found, source) or heads(lines, source) or _titled(lines, source)
    starts = sorted([*found_heads, *_centred(lines, found_heads, source)], key=lambda head: head.start)
    if not starts or not lines:
        starts = [Head(0, 0, Text.empty(), section, Text.empty(), "", "")]
        section = Text.empty()
    made: list[Document] = []
    ends = [*(head.start for head in starts[1:]), len(lines)]
    for head, end in zip(starts, ends, strict=True):
        made.append(read_document(head, lines[head.body : end], source.record.id, source))
    above = [section] * bool(section.s) + lines[: starts[0].start]
    if above:
        made[0].column = source.stack(above)
    return made


def _listed(lines: list[Text], found: Listing, source: Source) -> list[Head]:
    """The heads that the contents name, each on one line or on several."""
    names = {row.name for row in found.rows if row.name}
    made: list[Head] = []
    at = 0
    while at < len(lines):
        furthest = min(at + _LINES, len(lines))
        end = next((end for end in range(furthest, at, -1) if _name(lines[at:end]) in names), at)
        if end > at:
            made.append(_head(lines, at, end, source))
        at = max(end, at + 1)
    return made


def _centred(lines: list[Text], known: list[Head], source: Source) -> list[Head]:
    """The heads set to the middle behind a sentence that is ended, which nothing else tells."""
    set_in = indents(source)
    taken = {at for head in known for at in range(head.start, head.body)}
    return [
        _head(lines, at, at + 1, source)
        for at, line in enumerate(lines)
        if at and at not in taken and set_in.get(line.first(), 0) >= MIDDLE and stands(line.s)
        if len(key(line.s)) >= _SHORTEST and lines[at - 1].s.endswith(_ENDED)
    ]


def _titled(lines: list[Text], source: Source) -> list[Head]:
    """The heads that their kind alone tells (…工作报告, …统计公报), at the top or behind a sentence that is ended."""
    return [
        _head(lines, at, at + 1, source)
        for at, line in enumerate(lines)
        if is_document(line.s) and stands(line.s) and (at == 0 or lines[at - 1].s.endswith(_ENDED))
    ]


def _head(lines: list[Text], at: int, end: int, source: Source) -> Head:
    """The head whose title stands on lines `at:end`; its number may stand below it."""
    title, none = Text.join(lines[at:end]), Text.empty()
    below = number_line(lines[end].s.strip("（）()")) if end < len(lines) else None
    if below is None:
        return Head(at, end, none, title, none, "", "")
    return Head(at, end + 1, none, title, lines[end], below.read, local_id(below, source))


def _name(lines: list[Text]) -> str:
    return key("".join(line.s for line in lines))
