"""THE table of rules: each line a rule, in the order in which rules run.

Corrections come first (they are written against the raw text), widths last. A rule runs on the textures
and the kinds of volumes of its line, and may do what its permit allows and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from builder.engine.ledger import MASK, WITHHELD
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
from builder.records.volume import TEXTURES
from builder.rules.any import correction, furniture, line, page, punct
from builder.rules.ocr import cell, contents, mark, masthead, moved, space, title, wrap
from builder.rules.ocr import layout as ocr_layout
from builder.rules.pdf import bold, char, layout
from builder.rules.pdf import page as pdf_page
from builder.rules.pdf import space as pdf_space
from builder.rules.pdf import title as pdf_title
from builder.rules.pdf import wrap as pdf_wrap
from builder.rules.plain import page as plain_page
from builder.rules.plain import space as plain_space
from builder.rules.plain import wrap as plain_wrap


class RuleLine(NamedTuple):
    """A line of the table. `books`: all, or some of chronicle (its paragraphs are whole but for page turns), yearbook,
    other."""

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
_PIPES = either(deletes(r"[ \t]*\|[ \t]*|[ \t]*\|?[ \t]*:?-{2,}[-:| \t]*\n?"), swaps({"|": "\t"}))
_IMAGE = deletes(r"!\[[^\]\n]*\]\([^()\n]*\)")
_RAISED = either(deletes("</?su[pb]>"), swaps(mark.SUP), swaps(mark.SUB))
_NUMBER_LINE = deletes(r"[ \t\u3000]*[^\n]{1,24}\n?")
_HEAD_LINE = deletes(r"[^\n。；，]{1,90}\n?")
_RUNNING_HEAD = deletes(r"[^\n]*[（(][^\n）)]*\d{4}[^\n）)]*[）)][^\n]*\n?")


def masks(_s: str, edit: Edit) -> bool:
    """May only put ■."""
    return set(edit.new) == {MASK}


# fmt: off
LINES = (
    #    name                    textures         books        proposed by            permit
    RuleLine("correction.doubt",     "plain ocr pdf", "all",       correction.doubts,     nothing),
    RuleLine(WITHHELD,               "plain ocr pdf", "all",       correction.withhold,   masks),
    RuleLine("correction.apply",     "plain ocr pdf", "all",       correction.apply,      anything),
    RuleLine("layout.omitted",       "ocr",           "all",       ocr_layout.omitted,   deletes(r"\S+")),
    RuleLine("layout.joined",        "ocr",           "all",       ocr_layout.joined,     deletes(r"\s+")),
    RuleLine("title.space",          "ocr",           "other",     title.space,           deletes(" +")),
    RuleLine("title.issuer",         "ocr",           "other",     title.issuer,          swaps({" ": "\n"})),
    RuleLine("title.rest",           "ocr",           "other",     title.rest,            deletes(r"\s+#{1,6}[ \t]+")),
    RuleLine("mark.heading",         "ocr",           "all",       mark.heading,          deletes(r"#{1,6}[ \t]+")),
    RuleLine("mark.bold",            "ocr",           "all",       mark.bold,             deletes(r"\*\*")),
    RuleLine("mark.rule",            "ocr",           "all",       mark.ruled,            deletes(r"[-*_]{3,}[ \t]*")),
    RuleLine("mark.escape",          "ocr",           "all",       mark.escape,           deletes(r"\\")),
    RuleLine("mark.raised",          "ocr",           "all",       mark.raised,           _RAISED),
    RuleLine("mark.link",            "ocr",           "all",       mark.link,             _LINK),
    RuleLine("mark.image",           "ocr",           "all",       mark.image,            _IMAGE),
    RuleLine("mark.table",           "ocr",           "all",       mark.table,            _PIPES),
    RuleLine("space.spread",         "plain ocr",     "all",       space.spaced,          _GAP),
    RuleLine("space.figures",        "plain",         "all",       plain_space.figures,   deletes(" ")),
    RuleLine("page.head",            "plain",         "all",       plain_page.head,       _HEAD_LINE),
    RuleLine("page.number",          "plain",         "all",       plain_page.number,     _NUMBER_LINE),
    RuleLine("page.head",            "ocr",           "yearbook",  furniture.heads,       _HEAD_LINE),
    RuleLine("page.number",          "ocr",           "yearbook",  furniture.numbers,     _NUMBER_LINE),
    RuleLine("page.turn",            "plain",         "all",       page.turn,             deletes(r"\s+")),
    RuleLine("page.turn",            "ocr",           "chronicle", page.turn,             deletes(r"\s+")),
    RuleLine("contents.join",        "ocr",           "other",     contents.contents,     _LINE_END),
    RuleLine("masthead.join",        "ocr",           "other",     masthead.masthead,     _LINE_END),
    RuleLine("masthead.label",       "ocr",           "other",     masthead.labels,       deletes(r"[ \u00a0]+")),
    RuleLine("wrap.hard",            "ocr",           "other",     wrap.hard,             _HARD_BREAK),
    RuleLine("wrap.column",          "ocr",           "other",     wrap.join,             deletes(r"\s+")),
    RuleLine("wrap.turn",            "ocr",           "yearbook",  plain_wrap.turned,     deletes(r"\s+")),
    RuleLine("moved.tail",           "ocr",           "other",     moved.tail,            moves),
    RuleLine("moved.columns",        "ocr",           "other",     moved.columns,         moves),
    RuleLine("cell.wrap",            "ocr",           "other",     cell.cell,             _GAP),
    RuleLine("space.number",         "ocr",           "other",     space.numbered,        _GAP),
    RuleLine("space.digit",          "plain ocr",     "all",       space.digit,           deletes(r"[ \u00a0\u3000]")),
    RuleLine("page.start",           "pdf",           "all",       pdf_page.start,        deletes(r"[ \f]+")),
    RuleLine("page.head",            "pdf",           "all",       pdf_page.head,         _RUNNING_HEAD),
    RuleLine("page.number",          "pdf",           "all",       pdf_page.number,       _PAGE_NUMBER),
    RuleLine("wrap.join",            "plain",         "all",       plain_wrap.join,       deletes(r"\s+")),
    RuleLine("line.blank",           "plain ocr pdf", "all",       line.blank,            deletes(r"\s+")),
    # Doubled bold goes before lines are joined (金村/村 would look doubled) and before they are measured.
    RuleLine("bold.doubled",         "pdf",           "all",       bold.doubled,          copies),
    RuleLine("char.unknown",         "pdf",           "all",       char.unknown,          _UNKNOWN),
    RuleLine("layout.closed",        "pdf",           "all",       layout.closed,         deletes(" +")),
    RuleLine("page.title",           "pdf",           "all",       pdf_page.title,        moves),
    RuleLine("layout.moved",         "pdf",           "all",       layout.placed,         moves),
    RuleLine("layout.broken",        "pdf",           "all",       layout.broken,         swaps({" ": "\n"})),
    RuleLine("title.spaced",         "pdf",           "all",       pdf_title.letters,     deletes(" +")),
    RuleLine("title.join",           "pdf",           "all",       pdf_title.join,        deletes("\n")),
    RuleLine("wrap.space",           "pdf",           "all",       pdf_wrap.space,        swaps({"\n": " "})),
    RuleLine("wrap.join",            "pdf",           "all",       pdf_wrap.join,         deletes(r" *\n *")),
    RuleLine("space.justified",      "pdf",           "all",       pdf_space.loose,       deletes(" ")),
    RuleLine("punct.width",          "plain ocr pdf", "all",       punct.width,           swaps(punct.FULL)),
)
# fmt: on


def _rule(one: RuleLine) -> Rule:
    made = rule(one.name, one.propose, one.permit, moves=one.permit is moves)
    if one.books == "all":
        return made

    def propose(text: Text, facts: Facts) -> Iterator[Proposal]:
        kind = facts.data.record.kind
        if (kind if kind in ("chronicle", "yearbook") else "other") in one.books.split():
            yield from one.propose(text, facts)

    return replace(made, propose=propose)


TABLE: dict[str, tuple[Rule, ...]] = {
    texture: tuple(_rule(one) for one in LINES if texture.split("-")[0] in one.textures.split()) for texture in TEXTURES
}
