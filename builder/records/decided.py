"""`decided.toml`: data of the kind that should not spread which someone decided to publish, and why."""

from __future__ import annotations

from typing import Annotated

from builder.records.base import Listed, Record, Said


class Let(Record):
    """Characters that the gate lets through, and the reason."""

    find: Said
    why: Said


class Decided(Record):
    """What stands in the file."""

    decided: Annotated[tuple[Let, ...], Listed] = ()
