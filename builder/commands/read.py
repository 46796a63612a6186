"""From a raw file to the model, with everything that can explain it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from builder.checks.private import masked
from builder.commands.ids import settle
from builder.edition.apparatus import Apparatus
from builder.edition.read import Read
from builder.engine.ledger import Ledger, LedgerRow, balance, row_of
from builder.engine.rule import Broken, Facts
from builder.engine.run import run_rules
from builder.engine.text import Text
from builder.model.volume import Volume
from builder.readers import READERS
from builder.readers.leftovers import leftovers
from builder.readers.source import Source
from builder.readers.structure import STRUCTURE, Unreadable
from builder.records.corrections import Correction, Corrections
from builder.records.volume import VolumeData, VolumeRecord
from builder.rules.any.correction import Unmatched
from builder.rules.table import TABLE
from builder.sources import catalogue, register
from builder.sources.catalogue import Sources
from builder.sources.finding import Finding, Findings, only, said
from builder.sources.places import line_of
from builder.sources.typed import where


def read_all(sources: Sources) -> list[Read]:
    """Every volume of the catalogue, in its order. Raises `Findings` for bad input."""
    return [read_volume(sources, one) for one in sources.volumes]


def read_volume(sources: Sources, one: VolumeRecord) -> Read:
    """One volume: raw text, rules, reader, balance. Raises `Findings` for bad input."""
    raw = catalogue.raw_text(sources, one)
    data = catalogue.volume_data(sources, one, raw)
    try:
        source, volume, ledger, text = modelled(data, raw)
    except Unmatched as error:
        raise _unmatched(sources, one, data.corrections, error) from None
    leftovers(volume, source, raw)
    settle(volume, raw, register.load(sources.folder))
    for rule, piece in source.drops:
        ledger.rows.append(_structure_row(rule, piece, one.marks))
    reasons = {rule.name: rule.reason for rule in TABLE[one.texture]}
    reasons |= {name: known.reason for name, known in STRUCTURE.items()}
    apparatus = Apparatus(ledger, source.facts, volume.turns)
    total = balance(ledger, volume.texts())
    return Read(one, one.raw, text, volume, ledger, source.facts, total, apparatus, reasons, source.doubts)


def modelled(data: VolumeData, raw: str) -> tuple[Source, Volume, Ledger, Text]:
    """A raw text through rules and reader: what was read from, the model, the ledger, the cleaned text.

    Raises `Findings` where the text cannot be read as what it is said to be, `Unmatched` for a correction.
    """
    one, facts, ledger = data.record, Facts(data), Ledger(raw)
    text = run_rules(Text.raw(raw), TABLE[one.texture], facts, ledger)
    source = Source(text, facts)
    try:
        volume = READERS[one.kind](source)
    except Unreadable as error:
        line = ledger.line(max(error.offset, 0))
        raise Findings([Finding(one.raw, line, f"read.{one.kind}", *said(error.key, **error.facts))]) from None
    _check_some(one, volume)
    return source, volume, ledger, text


def _structure_row(rule: str, piece: Text, marks: Sequence[str]) -> LedgerRow:
    # The editor may declare any word as a mark.
    own = piece.s.removeprefix(max((one for one in marks if piece.s.startswith(one)), key=len, default=""))
    said = own if rule == "entry.mark" else piece.s
    if rule not in STRUCTURE or not re.fullmatch(STRUCTURE[rule].pattern, said):
        raise Broken(f"{rule}: a reader leaves out {piece.s!r}, which its bounds forbid")
    return row_of(rule, piece)


def _check_some(one: VolumeRecord, volume: Volume) -> None:
    if not volume.parts and not volume.documents:
        raise only(one.raw, 1, "read.nothing", kind=one.kind)


def _unmatched(sources: Sources, one: VolumeRecord, known: Corrections, error: Unmatched) -> Exception:
    file = f"corrections/{one.id}.toml"
    lines = where(sources.folder, file)
    tables: dict[str, Sequence[object]] = {"correction": known.correction, "doubt": known.doubt}
    header = "correction" if isinstance(error.record, Correction) else "doubt"
    index = next(at for at, record in enumerate(tables[header]) if record is error.record)
    problem = said(error.key, **{k: masked(v) if isinstance(v, str) else v for k, v in error.facts.items()})
    return Findings([Finding(file, line_of(lines, (header, index)), f"{header}.unmatched", *problem)])
