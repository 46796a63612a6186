"""The chapters of a single document, under their parts: where each begins, its title, its number, its id."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from builder.engine.text import Text
from builder.language.numbering import number
from builder.readers.shapes import title_like
from builder.readers.source import Source

_PART = re.compile(r"第[ \u3000]*(?:[一二三四五六七八九十百]+|\d{1,2})[ \u3000]*(?:编|篇|部分|板块)[ \u3000]*")
DECIMAL = re.compile(r"(?P<number>\d{1,2}(?:[.．]\d{1,2}){1,3})[ \u3000]*(?=[\u4e00-\u9fff“《])")
_PLAIN = re.compile(r"(?P<number>\d{1,2})[ \u3000]*[\u4e00-\u9fff][^。；，：\d]{1,24}")
_ARTICLE = re.compile(r"第[一二三四五六七八九十百]+条")
_CLOSING = re.compile(r"附[ \u3000]*[录件表].*|名词解释|结[ \u3000]*语|后[ \u3000]*记")
_LONGEST = 60


class Chapter(NamedTuple):
    """A chapter: where it begins, where its own title stands, its number, the part that it opens and is in.

    `kind` is chapter, part (a part with text of its own), or end (what follows the last chapter).
    """

    start: int
    title: int
    body: int
    value: int
    part: int
    section: str | None
    kind: str = "chapter"


def chapters(lines: Sequence[Text]) -> list[Chapter]:
    """The chapters in printed order; the parts where there are no chapters; none in a regulation of articles."""
    if any(_ARTICLE.match(line.s) for line in lines):
        return []
    found, opened, part, section = list[Chapter](), -1, 0, None
    numbered = any(_is_chapter(line) for line in lines)
    if not numbered and sum(DECIMAL.match(line.s) is not None and heads(line) for line in lines) > 1:
        return _plain_chapters(lines)
    behind = 0
    for at, line in enumerate(lines):
        # The name of a part that stands on a line of its own opens nothing.
        if at < behind:
            continue
        end = _title_end(lines, at)
        behind = end if _is_part(line) or _is_chapter(line) else at + 1
        if _is_part(line):
            part, opened = part + 1, at
            section = "".join(text.s for text in lines[at:end])
            if not numbered:
                found.append(Chapter(at, at, end, part, part, None))
            elif end < len(lines) and not _is_chapter(lines[end]):
                found.append(Chapter(at, at, end, part, part, section, "part"))
                opened = -1
        elif _is_chapter(line) and (one := number(line.s)):
            found.append(Chapter(opened if opened >= 0 else at, at, end, one.value, part, section))
            opened = -1
        elif found and _CLOSING.fullmatch("".join(line.s.split())):
            if numbered and opened >= 0:  # a part without chapters
                found.append(Chapter(opened, opened, _title_end(lines, opened), part, part, section, "part"))
                opened = -1
            found.append(Chapter(at, at, at + 1, 1 + sum(one.kind == "end" for one in found), 0, None, "end"))
    return found


def _plain_chapters(lines: Sequence[Text]) -> list[Chapter]:
    """The chapters of a text that numbers them 1, 2, 3 and what is below 1.1."""
    found = list[Chapter]()
    for at, line in enumerate(lines):
        one = _PLAIN.fullmatch(line.s)
        if one and int(one["number"]) == len(found) + 1:
            found.append(Chapter(at, at, at + 1, len(found) + 1, 0, None))
        elif found and _CLOSING.fullmatch("".join(line.s.split())):
            found.append(Chapter(at, at, at + 1, 1, 0, None, "end"))
    return found


def _is_chapter(line: Text) -> bool:
    found = number(line.s)
    return found is not None and found.kind == "chapter" and heads(line)


def _is_part(line: Text) -> bool:
    return len(line.s) <= _LONGEST and _PART.match(line.s) is not None and not re.search(r"[。；]", line.s)


def heads(line: Text) -> bool:
    """True for a line that can head a chapter: short, and no sentence."""
    return len(line.s) <= _LONGEST and not re.search(r"[。；]", line.s)


def _title_end(lines: Sequence[Text], at: int) -> int:
    """The line behind a heading; its name may stand on the next line (第一部分 / 振兴基础)."""
    bare = _PART.fullmatch(lines[at].s) or ((one := number(lines[at].s)) and one.width == len(lines[at].s))
    named = at + 1 < len(lines) and title_like(lines[at + 1]) and number(lines[at + 1].s) is None
    return at + 2 if bare and named and not _is_part(lines[at + 1]) else at + 1


def ids(chapters: Sequence[Chapter]) -> list[str]:
    """The local ids: `ch-03`, with the part in front where parts count anew; a number printed twice is told apart."""
    own = [one for one in chapters if one.kind == "chapter"]
    again = len({(one.part, one.value) for one in own}) > len({one.value for one in own})
    taken, found = set[str](), list[str]()
    for one in chapters:
        base = f"p{one.part}-ch-{one.value:02}" if again and one.part > 1 else f"ch-{one.value:02}"
        base = base if one.kind == "chapter" else f"{one.kind}-{one.value:02}"
        name, count = base, 1
        while name in taken:
            count += 1
            name = f"{base}-{count}"
        taken.add(name)
        found.append(name)
    return found


def doubt_twice(chapters: Sequence[Chapter], lines: Sequence[Text], source: Source) -> None:
    """A doubt for each number that a part prints twice."""
    seen = set[tuple[str, int, int]]()
    for one in chapters:
        if (one.kind, one.part, one.value) in seen:
            source.doubt("chapter.twice", lines[one.title])
        seen.add((one.kind, one.part, one.value))
