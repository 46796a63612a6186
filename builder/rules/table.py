"""THE table of rules: each line a rule, in the order in which rules run.

Corrections come first (they are written against the raw text), widths last. A rule runs on the textures
and the kinds of volumes of its line, and may do what its permit allows and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from builder.engine.rule import (
    Facts,
    Permit,
    Proposal,
    Propose,
    Rule,
    anything,
    copies,
    deletes,
    either,
    moves,
    nothing,
    rule,
    swaps,
)
from builder.engine.text import Edit, Text
from builder.rules.any import correction, line, page, punct
from builder.rules.ocr import cell, contents, mark, masthead, moved, space, title, wrap
from builder.rules.ocr import layout as ocr_layout
from builder.rules.pdf import bold, char, layout
from builder.rules.pdf import page as pdf_page
from builder.rules.pdf import space as pdf_space
from builder.rules.pdf import title as pdf_title
from builder.rules.pdf import wrap as pdf_wrap

TEXTURES = ("plain-text", "ocr-markdown", "pdf-text")


class Line(NamedTuple):
    """A line of the table. `books`: all, chronicle (paragraphs are whole but for page turns), other."""

    name: str
    textures: str
    books: str
    propose: Propose
    permit: Permit


_GAP = deletes(r"[ \u00a0\u3000]+")
_LINE_END = either(deletes(r"\s+"), swaps({"\n": " "}))
_HARD_BREAK = deletes(r"[ \u00a0]+\n[ \u00a0\u3000]*")
_PAGE_NUMBER = deletes(r"[ \t]*[—–－·•\- \t\d]+\n?")
_UNKNOWN = either(swaps({"\ufffd": " "}), deletes("\ufffd"))
_LINK = deletes(r"[<>\[]|\]\([^()\s]*\)")
_RAISED = either(deletes("</?su[pb]>"), swaps(mark.SUP), swaps(mark.SUB))
_RUNNING_HEAD = deletes(r"[^\n]*[（(][^\n）)]*\d{4}[^\n）)]*[）)][^\n]*\n?")


def masks(_s: str, edit: Edit) -> bool:
    """May only put ■."""
    return set(edit.new) == {correction.MASK}


# fmt: off
LINES = (
    #    name                    textures         books        proposed by            permit
    Line("correction.doubt",     "plain ocr pdf", "all",       correction.doubts,     nothing),
    Line("correction.withheld",  "plain ocr pdf", "all",       correction.withhold,   masks),
    Line("correction.apply",     "plain ocr pdf", "all",       correction.apply,      anything),
    Line("layout.omitted",       "ocr",           "all",       ocr_layout.omitted,   deletes(r"\S+")),
    Line("layout.joined",        "ocr",           "all",       ocr_layout.joined,     deletes(r"\s+")),
    Line("title.space",          "ocr",           "other",     title.space,           deletes(" +")),
    Line("title.issuer",         "ocr",           "other",     title.issuer,          swaps({" ": "\n"})),
    Line("title.rest",           "ocr",           "other",     title.rest,            deletes(r"\s+#{1,6}[ \t]+")),
    Line("mark.heading",         "ocr",           "all",       mark.heading,          deletes(r"#{1,6}[ \t]+")),
    Line("mark.bold",            "ocr",           "all",       mark.bold,             deletes(r"\*\*")),
    Line("mark.rule",            "ocr",           "all",       mark.ruled,            deletes(r"[-*_]{3,}[ \t]*")),
    Line("mark.escape",          "ocr",           "all",       mark.escape,           deletes(r"\\")),
    Line("mark.raised",          "ocr",           "all",       mark.raised,           _RAISED),
    Line("mark.link",            "ocr",           "all",       mark.link,             _LINK),
    Line("space.spread",         "plain ocr",     "all",       space.spaced,          _GAP),
    Line("page.turn",            "plain",         "all",       page.turn,             deletes(r"\s+")),
    Line("page.turn",            "ocr",           "chronicle", page.turn,             deletes(r"\s+")),
    Line("contents.join",        "ocr",           "other",     contents.contents,     _LINE_END),
    Line("masthead.join",        "ocr",           "other",     masthead.masthead,     _LINE_END),
    Line("masthead.label",       "ocr",           "other",     masthead.labels,       deletes(r"[ \u00a0]+")),
    Line("wrap.hard",            "ocr",           "other",     wrap.hard,             _HARD_BREAK),
    Line("wrap.column",          "ocr",           "other",     wrap.join,             deletes(r"\s+")),
    Line("moved.tail",           "ocr",           "other",     moved.tail,            moves),
    Line("moved.columns",        "ocr",           "other",     moved.columns,         moves),
    Line("cell.wrap",            "ocr",           "other",     cell.cell,             _GAP),
    Line("space.number",         "ocr",           "other",     space.numbered,        _GAP),
    Line("space.digit",          "plain ocr",     "all",       space.digit,           deletes(r"[ \u00a0\u3000]")),
    Line("page.start",           "pdf",           "all",       pdf_page.start,        deletes(r"[ \f]+")),
    Line("page.head",            "pdf",           "all",       pdf_page.head,         _RUNNING_HEAD),
    Line("page.number",          "pdf",           "all",       pdf_page.number,       _PAGE_NUMBER),
    Line("line.blank",           "plain ocr pdf", "all",       line.blank,            deletes(r"\s+")),
    # Doubled bold goes before lines are joined (金村/村 would look doubled) and before they are measured.
    Line("bold.doubled",         "pdf",           "all",       bold.doubled,          copies),
    Line("char.unknown",         "pdf",           "all",       char.unknown,          _UNKNOWN),
    Line("layout.closed",        "pdf",           "all",       layout.closed,         deletes(" +")),
    Line("page.title",           "pdf",           "all",       pdf_page.title,        moves),
    Line("layout.moved",         "pdf",           "all",       layout.placed,         moves),
    Line("layout.broken",        "pdf",           "all",       layout.broken,         swaps({" ": "\n"})),
    Line("title.spaced",         "pdf",           "all",       pdf_title.letters,     deletes(" +")),
    Line("title.join",           "pdf",           "all",       pdf_title.join,        deletes("\n")),
    Line("wrap.space",           "pdf",           "all",       pdf_wrap.space,        swaps({"\n": " "})),
    Line("wrap.join",            "pdf",           "all",       pdf_wrap.join,         deletes(r" *\n *")),
    Line("space.justified",      "pdf",           "all",       pdf_space.loose,       deletes(" ")),
    Line("punct.width",          "plain ocr pdf", "all",       punct.width,           swaps(punct.FULL)),
)
# fmt: on


def _rule(one: Line) -> Rule:
    made = rule(one.name, one.propose, one.permit, moves=one.permit is moves)
    if one.books == "all":
        return made

    def propose(text: Text, facts: Facts) -> Iterator[Proposal]:
        if (facts.data.get("record", {}).get("kind") == "chronicle") == (one.books == "chronicle"):
            yield from one.propose(text, facts)

    return replace(made, propose=propose)


TABLE: dict[str, tuple[Rule, ...]] = {
    texture: tuple(_rule(one) for one in LINES if texture.split("-")[0] in one.textures.split()) for texture in TEXTURES
}
