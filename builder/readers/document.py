"""The reader of single documents: plans with parts and chapters, reports, communiqués, regulations, speeches.

A document with chapters has a page for each; what stands in front of them (a notice, a title, a preamble) is one
too. Without chapters the whole is one page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from builder.engine.text import Text
from builder.language.document_numbers import number_line
from builder.language.numbering import DATE, iso_date, number
from builder.model.blocks import Block, Heading, Paragraph
from builder.model.volume import Document, FrontPage, Volume
from builder.readers.anchors import Anchors
from builder.readers.boxes import TITLE, box_end, read_box
from builder.readers.contents import contents_end, contents_start, read_contents
from builder.readers.gazette_document import read_document
from builder.readers.gazette_head import Head, local_id
from builder.readers.outline import read_blocks
from builder.readers.pages import Pagination
from builder.readers.shapes import PUBLIC, government, title_like
from builder.readers.source import Source
from builder.readers.titles import org, recipients

_LETTERHEAD = re.compile(r"[\u4e00-\u9fff]{2,30}文件")
# A run-in heading names a thing or urges to one: it has no comma, and it defines nothing.
_RUN_IN = re.compile(r"[^，。；：,;:]{2,32}。(?=.)")
_DEFINES = re.compile(r"“[^”]{1,8}”(?:时期)?(?:分别)?[是指]")
_PART = re.compile(r"第[ \u3000]*(?:[一二三四五六七八九十百]+|\d{1,2})[ \u3000]*(?:编|篇|部分|板块)[ \u3000]*")
_DECIMAL = re.compile(r"(?P<number>\d{1,2}(?:[.．]\d{1,2}){1,3})[ \u3000]*(?=[\u4e00-\u9fff“《])")
_PLAIN = re.compile(r"(?P<number>\d{1,2})[ \u3000]*[\u4e00-\u9fff][^。；，：\d]{1,24}")
_ARTICLE = re.compile(r"第[一二三四五六七八九十百]+条")
_CLOSING = re.compile(r"附[ \u3000]*[录件表].*|名词解释|结[ \u3000]*语|后[ \u3000]*记")
# Below a title: the occasion of a speech, who speaks or publishes, when.
_OCCASION = re.compile(
    rf"(?:[—－-]{{2}}|[（(])[^。]*{DATE.pattern}[^。]*|{DATE.pattern}[^。；]*(?:会议)?上|[（(][^（）()]{{4,60}}[）)]"
)
_OFFICES = "省长|市长|县长|区长|乡长|镇长|主任|书记|主席|院长|检察长|局长|部长|秘书长|校长|会长"
_SPEAKER = re.compile(rf"[\u4e00-\u9fff]{{2,30}}(?:{_OFFICES})[ \u3000]+[\u4e00-\u9fff· \u3000]{{2,6}}")
_MONTH = re.compile(r"[12]\d{3}年\d{1,2}月|二[〇○零][一二三四五六七八九〇○零]{2}年[一二三四五六七八九十]{1,2}月")
_LONGEST = 60


class _Chapter(NamedTuple):
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


def read(source: Source) -> Volume:
    """A single document from its cleaned lines."""
    volume = Volume(source.record.id, source.record.kind)
    lines = _without_contents(source.lines(), volume, source)
    chapters = _chapters(lines)
    first = chapters[0].start if chapters else len(lines)
    pages = _pages(lines, _cut(lines[:first]), source)
    if first:
        volume.documents.append(_front(lines[:first], source, pages, whole=not chapters))
    plain = _is_plain(lines[first:], source)
    ends = [one.start for one in chapters[1:]] + [len(lines)] * bool(chapters)
    for one, name, end in zip(chapters, _ids(chapters), ends, strict=True):
        volume.documents.append(_Reader(source, one, plain=plain).read(name, lines[:end], pages))
    _twice(chapters, lines, source)
    volume.turns = pages.turns()
    return volume


def _is_plain(lines: list[Text], source: Source) -> bool:
    """True where nothing outside of boxes bears a number but chapters and sections."""
    at = 0
    while at < len(lines):
        if (found := number(lines[at].s)) and found.kind == "n":
            return False
        at = box_end(lines, at, source) if TITLE.match(lines[at].s) else at + 1
    return True


def _twice(chapters: Sequence[_Chapter], lines: Sequence[Text], source: Source) -> None:
    """A doubt for each number that a part prints twice."""
    seen = set[tuple[str, int, int]]()
    for one in chapters:
        if (one.kind, one.part, one.value) in seen:
            source.doubt("chapter.twice", lines[one.title])
        seen.add((one.kind, one.part, one.value))


def _without_contents(lines: list[Text], volume: Volume, source: Source) -> list[Text]:
    """The lines but those of the printed contents, which become a page of front matter."""
    start, end = contents_start(lines), contents_end(lines)
    if start >= end:
        return lines
    page, volume.contents = read_contents(lines[start:end], source)
    volume.front.append(FrontPage("contents", "contents", "目录", page.blocks))
    return [*lines[:start], *lines[end:]]


def _chapters(lines: Sequence[Text]) -> list[_Chapter]:
    """The chapters in printed order; the parts where there are no chapters; none in a regulation of articles."""
    if any(_ARTICLE.match(line.s) for line in lines):
        return []
    found, opened, part, section = list[_Chapter](), -1, 0, None
    numbered = any(_is_chapter(line) for line in lines)
    if not numbered and sum(_DECIMAL.match(line.s) is not None and _heads(line) for line in lines) > 1:
        return _plain_chapters(lines)
    for at, line in enumerate(lines):
        end = _title_end(lines, at)
        if _is_part(line):
            part, opened = part + 1, at
            section = "".join(text.s for text in lines[at:end])
            if not numbered:
                found.append(_Chapter(at, at, end, part, part, None))
            elif end < len(lines) and not _is_chapter(lines[end]):
                found.append(_Chapter(at, at, end, part, part, section, "part"))
                opened = -1
        elif _is_chapter(line) and (one := number(line.s)):
            found.append(_Chapter(opened if opened >= 0 else at, at, end, one.value, part, section))
            opened = -1
        elif found and _CLOSING.fullmatch("".join(line.s.split())):
            found.append(_Chapter(at, at, at + 1, 1 + sum(one.kind == "end" for one in found), 0, None, "end"))
    return found


def _plain_chapters(lines: Sequence[Text]) -> list[_Chapter]:
    """The chapters of a text that numbers them 1, 2, 3 and what is below 1.1."""
    found = list[_Chapter]()
    for at, line in enumerate(lines):
        one = _PLAIN.fullmatch(line.s)
        if one and int(one["number"]) == len(found) + 1:
            found.append(_Chapter(at, at, at + 1, len(found) + 1, 0, None))
        elif found and _CLOSING.fullmatch("".join(line.s.split())):
            found.append(_Chapter(at, at, at + 1, 1, 0, None, "end"))
    return found


def _is_chapter(line: Text) -> bool:
    found = number(line.s)
    return found is not None and found.kind == "chapter" and _heads(line)


def _is_part(line: Text) -> bool:
    return len(line.s) <= _LONGEST and _PART.match(line.s) is not None and not re.search(r"[。；]", line.s)


def _heads(line: Text) -> bool:
    """True for a line that can head a chapter: short, and no sentence."""
    return len(line.s) <= _LONGEST and not re.search(r"[。；]", line.s)


def _title_end(lines: Sequence[Text], at: int) -> int:
    """The line behind a heading; its name may stand on the next line (第一部分 / 振兴基础)."""
    bare = _PART.fullmatch(lines[at].s) or ((one := number(lines[at].s)) and one.width == len(lines[at].s))
    named = at + 1 < len(lines) and title_like(lines[at + 1]) and number(lines[at + 1].s) is None
    return at + 2 if bare and named and not _is_part(lines[at + 1]) else at + 1


def _ids(chapters: Sequence[_Chapter]) -> list[str]:
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


def _pages(lines: list[Text], plan: int, source: Source) -> Pagination:
    """The printed pages. Pages may be missing between the notice and the plan, which begins at line
    `plan`: its page is counted back from the next printed number.
    """
    marks = source.facts.marks.get("page", [])
    printed_any = any(mark.value for mark in marks)
    start = source.record.first_page
    if start is None and not printed_any:
        return Pagination.of_marks(marks, [])
    known = [(lines[0].first(), int(start or 1))]
    title = lines[plan].first()
    printed = next((m for m in marks if m.value.isdigit() and m.start > title), None)
    if printed:
        between = sum(1 for m in marks if title < m.start <= printed.start)
        known.append((title, int(printed.value) - between))
    return Pagination.of_marks(marks, known)


def _cut(lines: list[Text]) -> int:
    """Where the notice ends and the plan begins: behind its date and public note."""
    cut = next((at + 1 for at, line in enumerate(lines) if iso_date(line.s)), len(lines))
    while cut < len(lines) and PUBLIC.fullmatch(lines[cut].s):
        cut += 1
    return cut if cut < len(lines) else 0


def _front(lines: list[Text], source: Source, pages: Pagination, *, whole: bool) -> Document:
    """What stands in front of the chapters, or the whole: letterhead, number, title, who and when, recipients, text."""
    issuer, number_text, title, at = list[Text](), Text.empty(), list[Text](), 0
    read, name, issuer_read, date, told = "", "text" if whole else "notice", "", None, False
    if _LETTERHEAD.fullmatch(lines[0].s):
        issuer, issuer_read, at = [lines[0]], lines[0].s.removesuffix("文件"), 1
    while at < len(lines) and not recipients(lines[at].s) and not iso_date(lines[at].s):
        found = number_line(lines[at].s)
        if found:
            number_text, read, name = lines[at], found.read, local_id(found, source)
        elif title and (under := _under(lines[at].s)):
            issuer.append(lines[at])
            issuer_read, date, told = under.get("issuer", issuer_read), under.get("date", date), True
        elif title and (told or not title_like(lines[at]) or _parted(title, lines[at], source)):
            break
        else:
            title.append(lines[at])
        at += 1
    if title and issuer and at < len(lines) and iso_date(lines[at].s) and not number_text.s:
        issuer.append(lines[at])
        date, at = iso_date(lines[at].s), at + 1
    if not issuer_read and title and government(title[0].s):
        issuer_read = title[0].s
    stacked = source.stack(issuer) if issuer else Text.empty()
    head = Head(0, at, stacked, Text.join(title), number_text, read, name, issuer_read, date=date)
    document = read_document(head, lines[at:], source.record.id, source)
    _paged(document, lines, pages)
    return document


def _under(line: str) -> dict[str, str]:
    """What a line below a title says: the issuer or speaker, the date; nothing where it is text."""
    if org(line):
        return {"issuer": "".join(line.split())}
    if _SPEAKER.fullmatch(line.strip()):
        return {"issuer": line.strip()}
    if _MONTH.fullmatch(line.strip()):
        return {"when": line}
    if len(line) > 80 or not _OCCASION.fullmatch(line.strip()):
        return {}
    found = DATE.search(line)
    day = iso_date(found[0]) if found else None
    return {"date": day} if day else {"when": line}


def _parted(title: Sequence[Text], line: Text, source: Source) -> bool:
    """True where a blank line parts the title from what follows; an office over it stands apart too."""
    return source.parted(title[-1], line) and not org(title[-1].s)


class _Reader:
    """Reads one chapter. `plain`: nothing in the document bears a number but chapters and sections."""

    def __init__(self, source: Source, chapter: _Chapter, *, plain: bool) -> None:
        self.source, self.chapter, self.plain = source, chapter, plain
        self.anchors = Anchors(chapter=chapter.value)

    def read(self, name: str, lines: Sequence[Text], pages: Pagination) -> Document:
        """The chapter; `lines` end with its last one."""
        one = self.chapter
        title = Text.join(list(lines[one.title : one.body]))
        chapter = one.value if one.kind == "chapter" else None
        document = Document(f"{self.source.record.id}/{name}", title, chapter=chapter)
        document.column, document.section = Text.join(list(lines[one.start : one.title])), one.section
        self._body(document, list(lines[one.body :]))
        _paged(document, list(lines[one.start :]), pages)
        return document

    def _body(self, document: Document, lines: list[Text]) -> None:
        at = 0
        run: list[Text] = []
        while at < len(lines):
            end, block = at + 1, _none()
            section = number(lines[at].s)
            if section and section.kind == "section":
                block = Heading(lines[at], self.anchors.numbered(section), 2, section.text)
            elif (decimal := _DECIMAL.match(lines[at].s)) and _heads(lines[at]):
                block = self._decimal(lines[at], decimal)
            elif TITLE.match(lines[at].s):
                end = box_end(lines, at, self.source)
                block = read_box(lines[at:end], self.source, self.anchors)
            if block is None:
                run.append(lines[at])
            else:
                document.blocks += [*self._text(run), block]
                run = []
            at = end
        document.blocks += self._text(run)

    def _decimal(self, line: Text, found: re.Match[str]) -> Heading:
        """A heading numbered 1.1 or 1.1.1, as deep as its number."""
        steps = re.split(r"[.．]", found["number"])
        name = f"s-{'-'.join(str(int(step)) for step in steps)}"
        return Heading(line, self.anchors.named(name), len(steps), found["number"])

    def _text(self, lines: list[Text]) -> list[Block]:
        if not lines:
            return []
        if not self.plain or any("\t" in line.s for line in lines):
            return read_blocks(lines, self.source, self.anchors)
        return [block for line in lines for block in _paragraph(line, self.anchors)]


def _none() -> Block | None:
    return None


def _paragraph(line: Text, anchors: Anchors) -> list[Block]:
    """A paragraph, and before it the run-in heading that its first sentence is."""
    found = _RUN_IN.match(line.s)
    if not found or _DEFINES.match(line.s):
        return [Paragraph(line)]
    return [Heading(line[: found.end()], anchors.next("lead"), 3, runin=True), Paragraph(line)]


def _paged(document: Document, lines: list[Text], pages: Pagination) -> None:
    document.page = pages.of(lines[0].first())
    document.page_end = pages.of(max(line.last() for line in lines))
