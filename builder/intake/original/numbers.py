"""The numbers that Word counts by itself (一、 第一条 1.1): they stand in no text of the file, so they are written out.

ECMA-376, part 1, 17.9: a paragraph names a list and a level, itself or by its style; the level says how it counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element, fromstring

from builder.language.numbering import cn_number

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEGAL = str.maketrans("〇一二三四五六七八九十百", "零壹贰叁肆伍陆柒捌玖拾佰")
_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_LEVELS = 9
# A sign of a symbol font has no meaning outside of it.
_BULLET = "●"


class UnknownNumber(Exception):
    """A form of numbers that is not written out here; `near` is the paragraph that bears one."""

    def __init__(self, form: str, near: str) -> None:
        super().__init__(form)
        self.form, self.near = form, near


def _roman(n: int) -> str:
    made = ""
    for value, sign in _ROMAN:
        made += sign * (n // value)
        n %= value
    return made


def _letter(n: int) -> str:
    return chr(ord("A") + (n - 1) % 26) * ((n - 1) // 26 + 1)


_FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda n: f"{n:02}",
    "decimalFullWidth": lambda n: "".join(chr(ord(one) + 0xFEE0) for one in str(n)),
    "decimalEnclosedCircle": lambda n: chr(0x245F + n) if n <= 20 else str(n),
    "decimalEnclosedCircleChinese": lambda n: chr(0x245F + n) if n <= 20 else str(n),
    "decimalEnclosedParen": lambda n: chr(0x2473 + n) if n <= 20 else f"({n})",
    "ideographEnclosedCircle": lambda n: chr(0x327F + n) if n <= 10 else cn_number(n),
    "ideographTraditional": lambda n: _STEMS[(n - 1) % 10],
    "chineseLegalSimplified": lambda n: cn_number(n).translate(_LEGAL),
    **dict.fromkeys(("chineseCounting", "chineseCountingThousand", "japaneseCounting"), cn_number),
    "taiwaneseCountingThousand": cn_number,
    "upperLetter": _letter,
    "lowerLetter": lambda n: _letter(n).lower(),
    "upperRoman": _roman,
    "lowerRoman": lambda n: _roman(n).lower(),
    "none": lambda _: "",
}


class _Level(NamedTuple):
    start: int
    form: str
    text: str
    tight: bool
    plain: bool
    style: str


class _Lists:
    """The lists of a file, and how far each has counted."""

    def __init__(self, numbering: Element) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._abstract: dict[str, str] = {}
        self._starts: dict[tuple[str, int], int] = {}
        self._counts: dict[str, list[int]] = {}
        for one in numbering.iter(f"{_W}abstractNum"):
            levels = {int(level.get(f"{_W}ilvl", "0")): _level(level) for level in one.iter(f"{_W}lvl")}
            self._levels[one.get(f"{_W}abstractNumId", "")] = levels
        for one in numbering.iter(f"{_W}num"):
            number = one.get(f"{_W}numId", "")
            self._abstract[number] = _value(one, "abstractNumId")
            for over in one.iter(f"{_W}lvlOverride"):
                if start := _value(over, "startOverride"):
                    self._starts[number, int(over.get(f"{_W}ilvl", "0"))] = int(start)

    def level_of(self, number: str, style: str) -> int:
        """The level that a style stands for in a list."""
        levels = self._levels.get(self._abstract.get(number, ""), {})
        return next((at for at, one in levels.items() if style and one.style == style), 0)

    def next(self, number: str, at: int, near: str) -> str:
        """The next number of a list at a level, as it is printed with what stands around it."""
        abstract = self._abstract.get(number, "")
        levels = self._levels.get(abstract, {})
        if at not in levels:
            return ""
        counts = self._counts.setdefault(abstract, [0] * _LEVELS)
        if start := self._starts.pop((number, at), None):
            counts[at] = start - 1
        counts[at] = counts[at] + 1 if counts[at] else levels[at].start
        counts[at + 1 :] = [0] * (_LEVELS - at - 1)
        return _printed(levels, counts, at, near)


def _level(one: Element) -> _Level:
    start, form, text = (_value(one, name) for name in ("start", "numFmt", "lvlText"))
    style, tight = _value(one, "pStyle"), _value(one, "suff") == "nothing"
    return _Level(int(start or 1), form or "decimal", text, tight, one.find(f"{_W}isLgl") is not None, style)


def _printed(levels: dict[int, _Level], counts: list[int], at: int, near: str) -> str:
    own = levels[at]
    if own.form == "bullet":
        sign = own.text if own.text.isprintable() and not "\ue000" <= own.text[:1] <= "\uf8ff" else _BULLET
        return f"{sign} " if sign.isascii() else sign
    text = own.text
    for other in range(at + 1):
        if f"%{other + 1}" in text and other in levels:
            form = "decimal" if own.plain else levels[other].form
            if form not in _FORMS:
                raise UnknownNumber(form, near)
            text = text.replace(f"%{other + 1}", _FORMS[form](counts[other] or levels[other].start))
    # Word sets a tab behind the number; behind Chinese signs no reader sees one.
    return f"{text} " if text and text[-1].isascii() and not own.tight else text


def _value(one: Element, name: str) -> str:
    found = one.find(f"{_W}{name}")
    return found.get(f"{_W}val", "") if found is not None else ""


def _styles(styles: bytes | None) -> dict[str, tuple[str, Element | None]]:
    """Style -> the style that it builds on, and its own properties of paragraphs."""
    found = fromstring(styles).iter(f"{_W}style") if styles else ()
    return {one.get(f"{_W}styleId", ""): (_value(one, "basedOn"), one.find(f"{_W}pPr")) for one in found}


def _places(properties: Element | None, styles: dict[str, tuple[str, Element | None]]) -> Iterator[tuple[Element, str]]:
    """Where a paragraph's list may be named: in itself, in its style, in what that builds on; with the style."""
    if properties is not None:
        yield properties, ""
    style = _value(properties, "pStyle") if properties is not None else ""
    seen = set[str]()
    while style in styles and style not in seen:
        seen.add(style)
        below, own = styles[style]
        if own is not None:
            yield own, style
        style = below


def written_out(document: bytes, numbering: bytes, styles: bytes | None) -> tuple[Element, Element]:
    """The document with every number as text, and a list of lists that is empty.

    Raises `UnknownNumber` for a form of numbers that is not known, `ParseError` where a part is no XML.
    """
    root, lists, known = fromstring(document), _Lists(fromstring(numbering)), _styles(styles)
    for paragraph in root.iter(f"{_W}p"):
        properties = paragraph.find(f"{_W}pPr")
        for place, style in _places(properties, known):
            named = place.find(f"{_W}numPr")
            if named is None:
                continue
            number, level = _value(named, "numId"), _value(named, "ilvl")
            if number:
                near = "".join(one.text or "" for one in paragraph.iter(f"{_W}t"))[:20]
                at = int(level) if level else lists.level_of(number, style)
                _put(paragraph, properties, lists.next(number, at, near))
                break
    return root, Element(f"{_W}numbering")


def _put(paragraph: Element, properties: Element | None, said: str) -> None:
    if said:
        run, text = Element(f"{_W}r"), Element(f"{_W}t", {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
        text.text = said
        run.append(text)
        paragraph.insert(0 if properties is None else 1, run)
