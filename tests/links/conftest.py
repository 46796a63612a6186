"""The links of all volumes, found once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from builder import catalogue
from builder.linkage import Linkage
from builder.links import link
from builder.links.corpus import Unit, units
from builder.model import Volume
from builder.reading import Read


@pytest.fixture(scope="session")
def names(root: Path) -> dict[str, Any]:
    """`names.toml` of the project."""
    return dict(catalogue.load(root / "source_texts").names)


@pytest.fixture(scope="session")
def volumes(reads: dict[str, Read]) -> list[Volume]:
    """The volumes in the order of the catalogue."""
    return [read.volume for read in reads.values()]


@pytest.fixture(scope="session")
def linkage(volumes: list[Volume], names: dict[str, Any]) -> Linkage:
    """All links of all volumes."""
    return link(volumes, names, {})


@pytest.fixture(scope="session")
def by_id(volumes: list[Volume]) -> dict[str, Unit]:
    """Entries and documents by id."""
    return {unit.id: unit for unit in units(volumes)}


@pytest.fixture(scope="session")
def truth(root: Path) -> Any:
    """A function that reads a file of `tests/truth`."""
    return lambda name: json.loads((root / "tests" / "truth" / f"{name}.json").read_text("utf-8"))
