"""A volume as it was read, with everything that can explain it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from builder.edition.apparatus import Apparatus
from builder.engine.ledger import Balance, Ledger
from builder.engine.rule import Facts
from builder.engine.text import Text
from builder.model.doubt import Doubt
from builder.model.volume import Volume
from builder.records.volume import VolumeRecord


@dataclass
class Read:
    """A volume, its record in the catalogue, the ledger of its edits, their sum.

    `file` is the name of its raw file, `text` what the rules left of it; `reasons` says why each rule does
    what it does, in the words for readers; `doubts` are the places that may have been taken for the wrong thing.
    """

    record: VolumeRecord
    file: str
    text: Text
    volume: Volume
    ledger: Ledger
    facts: Facts
    sum: Balance
    apparatus: Apparatus
    reasons: Mapping[str, str]
    doubts: Sequence[Doubt]
