"""The rules of texts that a recognising program wrote as Markdown, in their order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from builder.rule import Facts, Proposal, Rule
from builder.rules import ocr_front, ocr_mark, ocr_moved, ocr_space, ocr_title, ocr_wrap, page
from builder.text import Text


def _only(one: Rule, *, chronicle: bool) -> Rule:
    """The rule, proposing nothing in volumes of the other kind.

    A chronicle's paragraphs are whole already, but for its page turns, which its blank lines show;
    in a gazette a gap of blank lines says nothing.
    """

    def propose(text: Text, facts: Facts) -> Iterator[Proposal]:
        record = facts.data.get("record", {})
        if (record.get("kind") == "chronicle") == chronicle:
            yield from one.propose(text, facts)

    return replace(one, propose=propose)


_MARKS = (
    ocr_mark.HEADING,
    ocr_mark.BOLD,
    ocr_mark.RULED,
    ocr_mark.ESCAPE,
    ocr_mark.RAISED,
    ocr_mark.LINK,
)
_TITLES = (ocr_title.SPACE, ocr_title.ISSUER, ocr_title.REST)
_JOINS = (
    ocr_front.CONTENTS,
    ocr_front.MASTHEAD,
    ocr_front.LABELS,
    ocr_wrap.HARD,
    ocr_wrap.JOIN,
    ocr_moved.TAIL,
    ocr_moved.COLUMNS,
    ocr_space.CELL,
    ocr_space.NUMBER,
)

RULES: tuple[Rule, ...] = (
    ocr_wrap.STRAY,
    ocr_moved.BACK,
    *(_only(one, chronicle=False) for one in _TITLES),
    *_MARKS,
    ocr_space.SPACED,
    _only(page.TURN, chronicle=True),
    *(_only(one, chronicle=False) for one in _JOINS),
    ocr_space.DIGIT,
    page.BLANK,
)
