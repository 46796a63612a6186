"""市政府制定《…》 in a chronicle, and the document itself: the same title, the same day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from builder.links.corpus import Unit
from builder.links.documents.titles import Titled
from builder.model.linkage import Contradiction

_ISSUED = re.compile(r"(?:制定|印发|出台|发布|下发|颁布|公布)(?:了)?$")
_BETWEEN = re.compile(r"[、和及]?")
_FAR = 60


class Announcement(NamedTuple):
    """An entry that says that a document was issued."""

    document: str
    entry: str
    why: str


def announced_titles(text: str, titles: list[Titled]) -> Iterator[Titled]:
    """Titles directly behind 制定, 印发, 出台 …, and those that follow in the same list."""
    last = -1
    for title in titles:
        direct = bool(_ISSUED.search(text[: title.start]))
        if direct or (last >= 0 and _BETWEEN.fullmatch(text[last : title.start])):
            yield title
            last = title.end
        else:
            last = -1


def announce(
    entry: Unit, found: list[tuple[Titled, str]], documents: Mapping[str, Unit]
) -> tuple[list[Announcement], list[Contradiction]]:
    """The announcements of an entry whose announced titles are documents here.

    The day is the day of signing. A few days off is a doubt to report; months off is another
    document of the same name.
    """
    said: list[Announcement] = []
    doubts: list[Contradiction] = []
    for title, document in found:
        signed = documents[document].date
        if not signed or not entry.date:
            continue
        off = abs((date.fromisoformat(signed) - date.fromisoformat(entry.date)).days)
        if off <= _FAR:
            said.append(Announcement(document, entry.id, title.title))
        if 0 < off <= _FAR:
            facts = {"title": title.title, "date": entry.date, "document": document, "signed": signed}
            doubts.append(Contradiction("announced.date", entry.id, facts))
    return said, doubts
