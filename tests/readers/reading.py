"""Helpers of the readers' tests: cleaned lines in, model out, and the balance of both."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from builder.engine.ledger import Ledger, balance, row_of
from builder.engine.rule import Mark
from builder.engine.text import Text
from builder.model.blocks import Block
from builder.model.volume import Volume
from builder.readers import READERS
from builder.readers.outline import read_blocks
from builder.readers.source import Source
from tests.records import facts
from tests.records import record as volume_record

NAMES = {"series": {"东政发": "jszf", "东政办": "jszb"}}


def source(raw: str, marks: Iterable[tuple[str, str]] = (), **record: Any) -> Source:
    """A source of already clean text; `marks` are (kind, piece of the text)."""
    known = facts(volume_record(**record), names=NAMES)
    for kind, piece in marks:
        at = raw.index(piece)
        known.marks.setdefault(kind, []).append(Mark(kind, at, at + len(piece)))
    return Source(Text.raw(raw), known)


def blocks(raw: str, marks: Iterable[tuple[str, str]] = (), **record: Any) -> list[Block]:
    """The blocks of a run of lines; every character is published or dropped exactly once."""
    read = source(raw, marks, **record)
    found = read_blocks(read.lines(), read)
    _balanced(raw, read, [text for block in found for text in block.texts()])
    return found


def volume(raw: str, marks: Iterable[tuple[str, str]] = (), **record: Any) -> Volume:
    """The volume that the reader of its kind makes of the text; it balances."""
    read = source(raw, marks, **record)
    made = READERS[read.record.kind](read)
    _balanced(raw, read, list(made.texts()))
    return made


def _balanced(raw: str, read: Source, published: list[Text]) -> None:
    ledger = Ledger(raw)
    ledger.rows.extend(row_of(rule, piece) for rule, piece in read.drops)
    assert balance(ledger, published).problems == []
