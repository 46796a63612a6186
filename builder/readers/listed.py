"""What the printed contents list and the body does not have: a document that was swallowed by another, a chapter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.model.blocks import Heading
from builder.model.volume import Volume
from builder.readers import titles
from builder.readers.contents import HEADING, is_row, name_of
from builder.readers.source import Source

# A shorter name may be the last line of a title that stands on two lines of the contents, or a column's heading.
_LEAST = 6
# So much of a name is the name: 关于《某办法》的说明 is another one than 某办法.
_MOST = 0.6
# Contents in columns stand beside each other on one line.
# The contents may shorten the name of the office in front of a title.
_ABOUT = re.compile("关于|转发|批转|印发")
_CELLS = re.compile(r"\t|[ \u3000]{3,}")


def listed(volume: Volume, source: Source) -> None:
    """Add a doubt for each line of the contents that names nothing of the body.

    The headings of parts bear no page: in contents with pages a line without one is held to it only where it has the
    shape of a title, in contents without any where it is no heading of a column.
    """
    pages = [page for page in volume.front if page.kind == "contents"]
    rows = [block.text for page in pages for block in page.blocks if not HEADING.fullmatch(block.text.s)]
    lines = [row.s for row in rows]
    known = [name for name in _names(volume) if name]
    said = ""
    for row in rows:
        held = is_row(row.s, lines) and not titles.column(row.s) or titles.strong("".join(row.s.split()))
        names = [name_of(cell) for cell in _CELLS.split(row.s)]
        # A number stands below its title, and a decree's is often shortened (市政府令第18号).
        missing = [
            one for one in names if len(one) >= _LEAST and not one.endswith("号") and not _named(one, said, known)
        ]
        if held and missing:
            source.doubt("contents.missing", row)
        said = names[-1]


def _named(name: str, above: str, known: list[str]) -> bool:
    """True where a name of the contents, alone or with the line above, names something or is a part of its name."""
    return any(
        name in one
        or len(one) >= max(_LEAST, _MOST * len(name))
        and one in name
        or len(one) >= _LEAST
        and one not in above
        and one in above + name
        for one in known
    )


def _names(volume: Volume) -> Iterator[str]:
    """What a line of the contents may name, as it is compared: titles with their issuers, months; the headings of a
    single document. A gazette's documents have headings only that the text above names, the regulation that a decree
    makes known: else it is a document that was swallowed."""
    for document in volume.documents:
        title = said = name_of(document.title.s)
        about = _ABOUT.search(title)
        yield from (
            title,
            title[about.start() :] if about else "",
            name_of(document.issuer_read) + title,
            name_of(document.number_read),
            name_of(document.section or ""),
        )
        for block in document.all_blocks():
            name = name_of(block.text.s)
            if isinstance(block, Heading) and (volume.kind != "gazette" or name in said):
                yield name
            said += name
        annexes = [name_of(one.title.s) for one in document.attachments]
        yield from (name for name in annexes if volume.kind != "gazette" or name in said)
    for month in volume.months:
        yield from (name_of(line.s) for line in month.headings)
        yield from (f"{month.year}年{month.month}月大事记", f"{month.month}月份大事记", "大事记")
