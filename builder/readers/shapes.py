"""What a line of a document is by its own shape: a numbered heading, a run-in heading, a note, a date."""

from __future__ import annotations

import re
from typing import NamedTuple

from builder.engine.text import Text
from builder.language.labels import fold
from builder.language.numbering import Number, iso_date, number

# The longest lead sentence that still is a heading, in characters: longer first sentences are orders.
LEAD = 36
HEAD = 48
# A name behind a colon is short (复产复建方式：); a longer one introduces a list.
COLON = 14

PUBLIC = re.compile(r"[（(](?:此件.{0,4}公开.{0,4}|本文有删减)[）)]")
NOTE = re.compile(r"(?:注|备注|说明|附注)[0-9]{0,2} ?[：:].+")
# The code under which a document is registered, above its title: XZCR—2021—13002.
_REGISTERED = re.compile(r"[A-Z]{2,8}[—－-]\d{4}[—－-]")
_END = re.compile(r"[。！？]”?")
_STOP = re.compile(r"[。！？；：:;]")
# A responsible unit, at the end of the paragraph that it belongs to.
_UNITS = re.compile(
    r"[［〔（(](?:责任单位|责任部门|牵头单位)[：:][^］〔［]*[］〕）)]$"
    r"|〔[^〔〕]*(?:牵头|负责|落实|配合)[^〔〕]*〕$"
    r"|(?<=。)[（(][^（）()]*(?:[（(<][^（）()]*[）)>][^（）()]*)*(?:等负责|负责|牵头)[^（）()。]*[）)]$"
)
_ANNEXES = re.compile(r"附(?:件)? ?[：:] ?(?P<first>.*)")
_LISTED = re.compile(r"[0-9０-９]{1,2} ?[.．、].*")
_ISSUER = re.compile(r"[\u4e00-\u9fff]{2,30}(?:人民政府|办公室|办公厅|委员会|指挥部|管委会|领导小组|[厅局])")
_PERSON = re.compile(r"代?[省市县区州乡镇]长[\u4e00-\u9fff·]{2,4}")
_ORG = re.compile(r"[\u4e00-\u9fff]{2,30}(?:人民政府|人民政府办公室|人民政府办公厅)")


class Shape(NamedTuple):
    """A numbered line: `kind` is head, runin, item, article, or with a ? where siblings must decide;
    `lead` is the end of the heading."""

    number: Number
    kind: str
    lead: int


def numbered(line: str, *, in_article: bool = False, bold: int = 0) -> Shape | None:
    """The shape of a line that begins with a number; None for all others.

    `bold` is the length of the bold run at its head (0: none, or the texture's bold says nothing).
    """
    found = number(line)
    if not found:
        return None
    if found.kind in ("chapter", "section"):
        return Shape(found, "head", len(line))
    if found.kind == "article":
        return Shape(found, "article", found.width)
    return Shape(found, *_kind(line, found, in_article=in_article, bold=bold))


def _kind(line: str, found: Number, *, in_article: bool, bold: int) -> tuple[str, int]:
    rest = line[found.width :]
    whole = len(line)
    if not rest or number(rest.split(" ")[-1]):
        return "item", whole
    units = unit_note(line)
    body = rest if units is None else line[found.width : units]
    if not _STOP.search(rest) and len(rest) <= HEAD and rest[-1] not in "，、,":
        return ("item" if in_article and found.level > 1 else "head"), whole
    if in_article:
        return "item", whole
    if bold >= whole:
        return "head", whole
    lead = _lead(body, bold - found.width)
    if lead and (bold > 0 or not re.search(r"[，,]", body[:lead])):
        return "runin", found.width + lead
    end = _END.search(body)
    if end is not None and end.end() == len(body) and units is None:
        return ("head?" if len(rest) <= HEAD and found.level < 4 and not _STOP.search(rest[:-1]) else "item"), whole
    if lead:
        return "runin?", found.width + lead
    if rest[-1] in "：:" and len(rest) <= LEAD and not re.search(r"[，,。；;]", rest):
        return "head:", whole
    return "item", whole


def _lead(body: str, bold: int) -> int:
    """The length of the heading at the head of a numbered paragraph (without its number); 0 for none."""
    end = _END.search(body)
    colon = re.search(r"[：:]", body)
    if colon and colon.end() < len(body) and (not end or colon.start() < end.start()):
        name = body[: colon.start()]
        short = len(name) <= COLON and body[-1] not in "；;" and not re.search(r"[，,、；;“《]", name)
        return colon.end() if short or 0 < bold <= colon.end() else 0
    if not end or end.end() == len(body):
        return 0
    name = body[: end.start()]
    # A sentence with its date is an order, not a heading (2021年4月底前，制定…方案。).
    if bold <= 0 and (name[0].isdigit() or re.search(r"[；;]", name) or len(name) > LEAD):
        return 0
    return end.end()


def unit_note(line: str) -> int | None:
    """Where the note of responsible units at the end of a paragraph begins; None without one."""
    found = _UNITS.search(line)
    return found.start() if found else None


def issuer(line: str) -> bool:
    """True for a line that is nothing but the name of an office that issues documents, or of its head."""
    return _ISSUER.fullmatch(fold(line.replace(" ", ""))) is not None or person(line)


def person(line: str) -> bool:
    """True for the line with which the head of a government signs a decree (市长 赵明)."""
    return _PERSON.fullmatch("".join(line.split())) is not None


def government(line: str) -> bool:
    """True for a line that is nothing but the name of a government or of its office."""
    return _ORG.fullmatch(fold(line.replace(" ", ""))) is not None


def annex_list(lines: list[Text], i: int) -> int:
    """How many lines from line `i` on announce the annexes (附件：1.… / 2.…); 0 for none.

    附件： alone, with no list behind it, is the label of the annex that follows.
    """
    found = _ANNEXES.fullmatch(lines[i].s)
    if not found:
        return 0
    count = 1
    while i + count < len(lines) and _LISTED.fullmatch(lines[i + count].s):
        count += 1
    return count if found["first"] or count > 1 else 0


def annex_number(line: str) -> str:
    """The number of a line of such a list, behind 附件： on its first; '' where it bears none."""
    first = _ANNEXES.fullmatch(line)
    found = number(first["first"] if first else line)
    return found.text if found else ""


def title_like(text: Text) -> bool:
    """True for a line that can be a title: no number, no sentence end, no date, no row of a table."""
    s = text.s
    return (
        1 < len(s) <= 60
        and number(s) is None
        and "\t" not in s
        and "→" not in s
        and not re.search(r"[。！？；：，:;,]$", s)
        and not s.startswith(("——", "—", "…", "附件", "附：", "附:"))
        and not _REGISTERED.match(s)
        and not PUBLIC.fullmatch(s)
        and iso_date(s) is None
    )
