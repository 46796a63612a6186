"""What a reader took for plain text though it looks like something else: signs of another texture, numbers, titles,
headings and tables that nothing claimed. Each is a doubt, for the editor to look at."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from builder.engine.text import Text
from builder.language.dates import label
from builder.language.document_numbers import number_line
from builder.language.headings import heading
from builder.language.labels import SIGNS, bare
from builder.language.numbering import number
from builder.model.blocks import Block, Box, Flow, Form, Heading, Item, Paragraph, Signature
from builder.model.volume import Document, Volume
from builder.readers import titles
from builder.readers.joined import GLUED, TWICE, joined
from builder.readers.listed import listed
from builder.readers.source import Source

# Signs of recognised Markdown in a text that is said to be none.
_MARKED = re.compile(r"#{1,6}[ \t]|\*\*[^*]+\*\*|\|.*\|$|</?su[pb]>")
# A phrase at the head of a line that is printed twice: bold type in a text layer.
_DOUBLED = re.compile(
    r"(?P<said>\S{3,40}?)[ \u3000]?(?P=said)(?!(?P=said))|.{0,40}?(?P<more>[\u4e00-\u9fff]{4,40})[ \u3000]?(?P=more)"
)
_HEAD, _LEAST_SAID = 120, 3
# A sign that opens an entry behind a full stop, inside of another one.
_INSIDE = re.compile(rf"[。！？；”）][ \u00a0\u3000]*[{''.join(SIGNS)}]")
# A day behind a full stop, followed by a comma, or 同月 with a gap: an entry of a book that parts its entries so.
_LABELLED = re.compile(r"[。！？”](?:(?:\d{1,2}月)?\d{1,2}日[，,]|[ \u3000]*[同是本][月年][ \u3000])")
_PAGE = re.compile(r"[—–－\-·•]+[ \u3000]*\d{1,4}[ \u3000]*[—–－\-·•]+|\d{1,3}|[一二三四五六七八九十〇○百]{1,4}")
_ENDED = re.compile(r"[。！？：；…”）)》」.!?;:]$")
_WHOLE = re.compile(r"[。！？；”）%％]$")
# So many lines of one width that end nothing are a text that is still broken into lines.
_LEAST, _SHARE, _WIDE = 8, 0.2, 14
_MOST, _TITLE = 0.6, "[^。；，]{1,40}"
_ALONE = re.compile(r"[《“\u4e00-\u9fff][^。；：！？，:;,\t]{6,40}[^。；：！？，、:;,.\t）)]")
_SHORT, _GAPS = 40, " \u00a0\u3000"
# A line so short that ends nothing may be a heading between entries.
_HEADING = 12
# Not more than this share, or so few, of so many entries go on over a second paragraph where a line is an entry.
_RARE, _FEW, _BOOK = 0.25, 3, 5


def leftovers(volume: Volume, source: Source, raw: str) -> None:
    """Add a doubt for each line of the volume that looks like something else than it was taken for."""
    front = [text for page in volume.front if page.kind != "contents" for b in page.blocks for text in b.texts()]
    lines = [*front, *_lines(volume)]
    for line in lines:
        key = _key(line.s.strip(), source)
        # A cover bears the month of its printing.
        key = "" if key == "month.swallowed" and any(line is one for one in front) else key
        if key:
            source.doubt(key, line)
    for line in front:
        # The name of the gazette is none.
        if titles.strong("".join(line.s.split())):
            source.doubt("title.loose", line)
    _going_on(volume, source)
    _broken(lines, source)
    joined(_lines(volume), source, raw)
    if volume.kind != "yearbook":
        listed(volume, source)
    for document in volume.documents:
        _swallowed(document, source)
    _declared(volume, source)


def _declared(volume: Volume, source: Source) -> None:
    """Doubts for titles of the profile that head no document, and for passages that are none or could head none."""
    profile, heads = source.record.profile, {bare(one.title.s) for one in volume.documents}
    said = bare(source.text.s)
    needless = [one for one in profile.documents or () if bare(one) not in heads]
    needless += [one for one in profile.passages or () if bare(one) not in said]
    for name in needless:
        source.doubt("title.declared", source.text[:1], name=name)


def _going_on(volume: Volume, source: Source) -> None:
    """Doubts for the further paragraphs of entries: one so short that it may be a heading, and each where the book
    has hardly any, so that it may be an entry whose date was left out."""
    entries = [entry for month in volume.months for entry in month.entries]
    pairs = [pair for entry in entries for pair in pairwise(entry.blocks)]
    further = [(above.text.s, below.text) for above, below in pairs if isinstance(below, Paragraph)]
    rare = len(entries) >= _BOOK and len(further) <= max(_FEW, _RARE * len(entries))
    for above, text in further:
        s = text.s.strip()
        if len(s) <= _HEADING and not _ENDED.search(s) and not _key(s, source):
            source.doubt("heading.loose", text)
        elif rare and not (_key(s, source) or label(s) or number(s)) and _WHOLE.search(above):
            source.doubt("line.loose", text)


def _lines(volume: Volume) -> Iterator[Text]:
    """The texts of entries and documents that were taken for running text."""
    for month in volume.months:
        for entry in month.entries:
            yield from (block.text for block in entry.blocks if isinstance(block, Paragraph))
    for document in volume.documents:
        yield from (block.text for block in _plain(document.all_blocks()))


def _plain(blocks: Iterator[Block] | list[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Box):
            yield from _plain(block.blocks)
        elif isinstance(block, Paragraph | Item | Form | Flow):
            yield block


def _key(s: str, source: Source) -> str:
    texture = source.record.texture
    if texture != "ocr-markdown" and _MARKED.match(s):
        return "mark.left"
    if texture != "pdf-text" and (TWICE.match(s) or (_repeats(s[:_HEAD]) and _DOUBLED.match(s[:_HEAD]))):
        return "bold.left"
    if _INSIDE.search(s):
        return "entry.inside"
    if _LABELLED.search(s):
        return "label.behind"
    if GLUED.search(s):
        return "heading.swallowed"
    if _PAGE.fullmatch(s):
        return "page.left"
    if "\t" in s.strip("\t"):
        return "table.swallowed"
    if number_line(s):
        return "number.loose"
    found = number(s)
    if found and found.kind in ("chapter", "section") and len(s) <= _SHORT and not re.search(r"[。；，]", s):
        return "heading.swallowed"
    return "month.swallowed" if (named := heading(s)) and named.month and len(s) > 1 else ""


def _repeats(s: str) -> bool:
    """True where any three characters stand twice: few lines are worth the long look."""
    pieces = [s[i : i + _LEAST_SAID] for i in range(len(s) - _LEAST_SAID + 1)]
    return len(set(pieces)) < len(pieces)


def _broken(lines: list[Text], source: Source) -> None:
    """One doubt for a text whose lines still end where the paper did."""
    wide = [line for line in lines if len(line.s) >= _WIDE and not _ENDED.search(line.s) and "\t" not in line.s]
    if len(wide) >= _LEAST and len(wide) >= _SHARE * len(lines):
        source.doubt("lines.broken", wide[0], count=len(wide))


def _named(title: str, said: str) -> bool:
    """True where most pairs of letters of a title stand in what is said above: it may be named with other words."""
    letters, above = ("".join(c for c in unicodedata.normalize("NFKC", s) if c.isalnum()) for s in (title, said))
    pairs = [letters[at : at + 2] for at in range(len(letters) - 1)]
    return sum(pair in above for pair in pairs) >= _MOST * len(pairs)


def _standing(line: str, said: str) -> bool:
    """True for a line that stands by itself, ends nothing and says what is said nowhere above."""
    return _ALONE.fullmatch(line.strip()) is not None and not titles.org(line) and not _named(line, said)


def _swallowed(document: Document, source: Source) -> None:
    """Doubts inside a document: a title, with recipients under it or not, where another document or an annex may
    begin; a line that begins with a day as the entries of a chronicle do."""
    blocks = [block for block in document.all_blocks() if block.text.s]
    for block in blocks:
        bare_of_sign = block.text.s.lstrip("".join(SIGNS))
        day = label(bare_of_sign) if isinstance(block, Paragraph) else None
        gaps = _GAPS if bare_of_sign == block.text.s else f"{_GAPS}，,"
        if day and day.form in ("day", "dated") and day.separator and bare_of_sign[day.width] in gaps:
            source.doubt("label.loose", block.text)
        if isinstance(block, Heading) and number_line(block.text.s):
            source.doubt("number.loose", block.text)
    said = above = document.title.s
    for block, below in pairwise(blocks):
        alone = isinstance(block, Paragraph) and _WHOLE.search(above) is not None and _standing(block.text.s, said)
        said, above = said + block.text.s, block.text.s
        issued = isinstance(block, Signature) and isinstance(below, Heading) and below.level == 0
        if issued and not _named(below.text.s, said):
            source.doubt("title.issued", below.text)
        title = "".join(block.text.s.split())
        if isinstance(block, Paragraph) and titles.strong(title) and titles.recipients(below.text.s):
            source.doubt("title.swallowed", block.text)
        elif alone or isinstance(block, Paragraph) and titles.scheme(title) and re.fullmatch(_TITLE, title):
            source.doubt("title.loose", block.text)
