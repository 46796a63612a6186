"""Typed records for tests, from the few keys that a test is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from builder.engine.rule import Facts
from builder.records.layout import Layout
from builder.records.names import Names
from builder.records.volume import NO_VOLUME, VolumeData, VolumeRecord


def record(**keys: Any) -> VolumeRecord:
    """A record of the catalogue with these keys, and some value for those that it must have."""
    usual = {
        "kind": "gazette",
        "texture": "plain-text",
        "sha256": "",
        "title": "某市公报",
        "publisher": "某市",
        "year": 2030,
    }
    return VolumeRecord.model_validate({"id": f"{keys.get('kind', 'gazette')}-2030-1", **usual, **keys})


def facts(
    of: VolumeRecord = NO_VOLUME, layout: Mapping[str, Any] | None = None, names: Mapping[str, Any] | None = None
) -> Facts:
    """What rules and readers know of a volume."""
    return Facts(VolumeData(of, layout=Layout.model_validate(layout or {}), names=Names.model_validate(names or {})))
