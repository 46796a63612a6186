"""Titles in 《》: where they stand, what they are, and which document here bears them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from builder.links.corpus import Unit
from builder.model import Heading

_STATE = re.compile(r"[（(](?:试行|暂行|草案|讨论稿|送审稿|征求意见稿|修订|修改稿|试行稿)[）)]")
_SPAN = re.compile(r"[（(]?(?:19|20)\d\d年?[—－\-–~至](?:19|20)\d\d年?[）)]?")
_ISSUER = re.compile(
    r"^(?:中共晋城市委办公室|中共晋城市委|[\u3400-\u9fff]{2,4}市人民政府办公室|[\u3400-\u9fff]{2,4}市人民政府)(?=关于)"
)
_NOTICE = re.compile(r"^关于(?:印发|转发|下发|公布)(?P<inner>.+)的通知$")
_KIND = re.compile(r"(?:暂行|试行|实施)(?=意见|办法|方案|细则|规定)")
_CN = {c: str(i) for i, c in enumerate("零一二三四五六七八九")} | {"〇": "0"}
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
    plain = _CN_YEAR.sub(lambda m: "".join(_CN[c] for c in m[0]), plain)
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
        self._grams: dict[str, frozenset[str]] = {}
        self._dates: dict[str, str | None] = {}
        self._by_gram: dict[str, list[str]] = {}
        for unit in documents:
            for title in _titles_of(unit):
                self._learn(key(title), unit)

    def _learn(self, name: str, unit: Unit) -> None:
        if len(name) < 6 or name in self._by_key:
            return
        self._by_key[name] = unit.id
        self._dates[unit.id] = unit.date
        self._grams[name] = _grams(name)
        for gram in sorted(self._grams[name]):
            self._by_gram.setdefault(gram, []).append(name)

    def find(self, title: str, when: str | None) -> tuple[str, str, str] | None:
        """(document, rule, evidence) of the document that bears `title`; None where none does.

        A near spelling counts only around the date of signing: last year's plan reads alike.
        """
        name = key(title)
        exact = self._by_key.get(name)
        if exact:
            return exact, "title.key", name
        near = self._near(name)
        if near and self._close(self._by_key[near], when):
            return self._by_key[near], "title.near", near
        return None

    def _near(self, name: str) -> str | None:
        grams, best = _grams(name), (0.0, "")
        votes: dict[str, int] = {}
        for gram in grams:
            for other in self._by_gram.get(gram, ()):
                votes[other] = votes.get(other, 0) + 1
        for other, shared in votes.items():
            same_kind = name[-2:] == other[-2:]  # a 建议 is no 纲要, however alike the rest
            if same_kind and re.findall(r"\d+", name) == re.findall(r"\d+", other):
                best = max(best, (2 * shared / (len(grams) + len(self._grams[other])), other))
        return best[1] if best[0] >= 0.86 else None

    def _close(self, document: str, when: str | None) -> bool:
        signed = self._dates[document]
        if not signed or not when:
            return False
        days = (date.fromisoformat(signed) - date.fromisoformat(when)).days
        return -60 <= days <= 200


def _titles_of(unit: Unit) -> Iterator[str]:
    """A document's titles: its own, and those of the schemes that it transmits (headings of level 0)."""
    document = unit.document
    if document is None or document.chapter is not None:
        return
    yield document.title.s
    yield from (b.text.s for b in document.blocks if isinstance(b, Heading) and b.level == 0)


def _grams(name: str) -> frozenset[str]:
    return frozenset(name[i : i + 2] for i in range(len(name) - 1))
