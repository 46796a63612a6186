"""Titles in 《》: where they stand, what they are, and which document here bears them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from builder.language.numbering import cn_value
from builder.links.corpus import Unit
from builder.model.blocks import Heading

_STATE = re.compile(r"[（(](?:试行|暂行|草案|讨论稿|送审稿|征求意见稿|修订|修改稿|试行稿)[）)]")
_SPAN = re.compile(r"[（(]?(?:19|20)\d\d年?[—－\-–~至](?:19|20)\d\d年?[）)]?")
_ISSUER = re.compile(
    r"^(?:中共[\u3400-\u9fff]{2,6}[省市县区州]委(?:办公室)?|[\u3400-\u9fff]{2,6}[市县区州]人民政府(?:办公室)?)(?=关于)"
)
_NOTICE = re.compile(r"^关于(?:印发|转发|下发|公布)(?P<inner>.+)的通知$")
_KIND = re.compile(r"(?:暂行|试行|实施)(?=意见|办法|方案|细则|规定)")
_CN_YEAR = re.compile(r"[一二][〇零一二三四五六七八九]{3}(?=年)")
_DOCUMENT = re.compile(
    r"(?:意见|方案|办法|通知|规定|条例|计划|规划|纲要|要点|清单|报告|决定|细则|措施|信|书|协议|举措|章程|政策|指南|规则|决议|批复|通告|"
    r"公约|预案|合同|工作总结|制度|目录|名单|分工|标准|规范|条款|倡议|公告|条|若干措施|管理|责任分工|建议|安排|工作报告)$"
)
_SPOKEN = re.compile(r"^》?(?:的)?(?:工作)?(?:讲话|报告|主旨演讲|演讲|致辞)")
# The city in front of a title is said or left out; 现代市场 is no city.
_CITY = re.compile(r"^[\u3400-\u9fff]{2}市(?!场)")


class Titled(NamedTuple):
    """A title at `start:end` (with its marks 《》) and its words without the marks."""

    start: int
    end: int
    title: str


def find_titles(text: str) -> list[Titled]:
    """The outermost 《…》 of a text, in order; a list without separators gives each of them."""
    found, start, depth = [], -1, 0
    for at, char in enumerate(text):
        if char == "《":
            start = at if depth == 0 else start
            depth += 1
        elif char == "》" and depth:
            depth -= 1
            if depth == 0:
                found.append(Titled(start, at + 1, text[start + 1 : at]))
    return found


def group(text: str, title: Titled) -> str:
    """What a title names: 文件, 讲话与报告, or 作品与书刊."""
    plain = _SPAN.sub("", _STATE.sub("", "".join(title.title.split()))).rstrip("（）()")
    if _SPOKEN.match(text[title.end - 1 : title.end + 8]) and not _DOCUMENT.search(plain):
        return "讲话与报告"
    return "文件" if _DOCUMENT.search(plain) else "作品与书刊"


def key(title: str) -> str:
    """What two spellings of one title share: no 关于…的通知, no （试行）, no 的, no issuer, no span of years."""
    plain = "".join(unicodedata.normalize("NFKC", title).split())
    plain = _CN_YEAR.sub(lambda year: str(cn_value(year[0])), plain)
    plain = _ISSUER.sub("", plain)
    inner = _NOTICE.match(plain)
    plain = inner["inner"] if inner else plain.removesuffix("的通知")
    plain = re.sub(r"^《(.*)》$", r"\1", plain)
    plain = _KIND.sub("", _SPAN.sub("", _STATE.sub("", plain)))
    plain = re.sub(r"[（）()《》〈〉“”‘’、,，·\-—?？]", "", plain).removeprefix("关于")
    plain = _CITY.sub("", plain)
    return plain.replace("的", "").removeprefix("关于")


class Shelf:
    """The documents here, found by title."""

    def __init__(self, documents: Sequence[Unit]) -> None:
        self._by_key: dict[str, str] = {}
        for unit in documents:
            for name in map(key, _titles_of(unit)):
                if len(name) >= 6:
                    self._by_key.setdefault(name, unit.id)

    def find(self, title: str) -> tuple[str, str, str] | None:
        """(document, rule, evidence) of the document that bears `title`; None where none does.

        A title that is merely alike is another's: 国家医药储备管理办法 is not the city's.
        """
        name = key(title)
        exact = self._by_key.get(name)
        return (exact, "title.key", name) if exact else None


def _titles_of(unit: Unit) -> Iterator[str]:
    """A document's titles: its own, and those of the schemes that it transmits (headings of level 0)."""
    document = unit.document
    if document is None or document.chapter is not None:
        return
    yield document.title.s
    yield from (b.text.s for b in document.blocks if isinstance(b, Heading) and b.level == 0)
