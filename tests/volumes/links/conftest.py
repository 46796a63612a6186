"""The links of the five volumes, found once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from builder.commands.build import Product
from builder.edition.read import Read
from builder.links.corpus import Unit, units
from builder.model.linkage import Linkage
from builder.model.volume import Volume
from builder.records.names import Names
from builder.sources import catalogue


@pytest.fixture(scope="session")
def names(root: Path) -> Names:
    """`names.toml` of the project."""
    return catalogue.load(root / "source_texts").names


@pytest.fixture(scope="session")
def volumes(reads: dict[str, Read]) -> list[Volume]:
    """The volumes in the order of the catalogue."""
    return [read.volume for read in reads.values()]


@pytest.fixture(scope="session")
def linkage(made: Product) -> Linkage:
    """All links of the five volumes."""
    return made.linkage


@pytest.fixture(scope="session")
def by_id(volumes: list[Volume]) -> dict[str, Unit]:
    """Entries and documents by id."""
    return {unit.id: unit for unit in units(volumes)}


@pytest.fixture(scope="session")
def truth(root: Path) -> Any:
    """A function that reads a file of `tests/volumes/truth`."""
    return lambda name: json.loads((root / "tests" / "volumes" / "truth" / f"{name}.json").read_text("utf-8"))
