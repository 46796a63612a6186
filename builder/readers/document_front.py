"""What stands in front of the chapters of a single document: letterhead, number, title, who and when, recipients."""

from __future__ import annotations

import re
from collections.abc import Sequence

from builder.engine.text import Text
from builder.language.document_numbers import number_line
from builder.language.numbering import DATE, iso_date
from builder.model.volume import Document
from builder.readers.decree import decree
from builder.readers.gazette_document import read_document
from builder.readers.head import Head, local_id
from builder.readers.shapes import PUBLIC, government, title_like
from builder.readers.source import Source
from builder.readers.titles import org, recipients, speaker, tail

# What a plan bears that was printed behind the notice which made it known.
_ANNEX = re.compile(r"附(?:件|录)? ?\d{0,2}[：:]?")
# What the page of a web site says about a document, above it.
_ABOUT = re.compile(
    r"(?:当前位置|您的位置|您当前的位置|发布时间|索引号|主题分类|组配分类|信息分类|发文机关|发文机构|发布机构|发文单位|发文字号|文号|名称|公开形式|公开方式|公开日期|成文日期|生成日期"
    r"|发文日期|发布日期|有效性|时效性|信息来源|来源|浏览次数|关键词|主题词|责任部门)[ \u3000]*[：:]"
)
_LETTERHEAD = re.compile(r"[\u4e00-\u9fff]{2,30}文件")
# Below a title: the occasion of a speech, who speaks or publishes, when.
_OCCASION = re.compile(
    rf"(?:[—－-]{{2}}|[（(])[^。]*{DATE.pattern}[^。]*|{DATE.pattern}[^。；]*(?:会议)?上|[（(][^（）()]{{4,60}}[）)]"
)
_MONTH = re.compile(r"[12]\d{3}年\d{1,2}月|二[〇○零][一二三四五六七八九〇○零]{2}年[一二三四五六七八九十]{1,2}月")


def notice_end(lines: list[Text]) -> int:
    """Where the notice ends and the plan begins: behind its date and public note."""
    cut = next((at + 1 for at, line in enumerate(lines) if iso_date(line.s)), len(lines))
    while cut < len(lines) and PUBLIC.fullmatch(lines[cut].s):
        cut += 1
    return cut if cut < len(lines) else 0


def read_front(lines: list[Text], source: Source, *, whole: bool) -> Document:
    """What stands in front of the chapters, or the whole: letterhead, number, title, who and when, recipients, text."""
    name = "text" if whole else "notice"
    if made_known := decree(lines, 0, source):
        return read_document(made_known, lines[made_known.body :], source.record.id, source)
    issuer, number_text, title, at = list[Text](), Text.empty(), list[Text](), 0
    read, issuer_read, date, told = "", "", None, False
    if _LETTERHEAD.fullmatch(lines[0].s):
        issuer, issuer_read, at = [lines[0]], lines[0].s.removesuffix("文件"), 1
    while at < len(lines) and (_ANNEX.fullmatch(lines[at].s) or _ABOUT.match(lines[at].s)):
        issuer.append(lines[at])
        at += 1
    while at < len(lines) and not recipients(lines[at].s) and not iso_date(lines[at].s):
        found = number_line(lines[at].s)
        if found and not number_text.s:
            number_text, read, name = lines[at], found.read, local_id(found, source)
        elif title and not tail(lines[at].s) and (under := _under(lines[at].s)):
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
    return read_document(head, lines[at:], source.record.id, source)


def _under(line: str) -> dict[str, str]:
    """What a line below a title says: the issuer or speaker, the date; nothing where it is text."""
    if org(line):
        return {"issuer": "".join(line.split())}
    if speaker(line):
        return {"issuer": line.strip()}
    if _MONTH.fullmatch(line.strip()) or _ABOUT.match(line):
        return {"when": line}
    if len(line) > 80 or not _OCCASION.fullmatch(line.strip()):
        return {}
    found = DATE.search(line)
    day = iso_date(found[0]) if found else None
    return {"date": day} if day else {"when": line}


def _parted(title: Sequence[Text], line: Text, source: Source) -> bool:
    """True where a blank line parts the title from what follows; an office over it stands apart too."""
    return source.parted(title[-1], line) and not org(title[-1].s)
