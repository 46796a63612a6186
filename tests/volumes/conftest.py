"""The five volumes alone, whatever else is in the catalogue."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.commands.build import Product, product
from builder.edition.read import Read
from builder.sources import catalogue
from tests.volumes.five import FIVE, five_alone


@pytest.fixture(scope="session")
def everything(
    root: Path, everything: tuple[list[Read], Product], tmp_path_factory: pytest.TempPathFactory
) -> tuple[list[Read], Product]:
    """The five as read, and all that `yearbook build` would write of them."""
    if tuple(one.id for one in catalogue.load(root / "source_texts").volumes) == FIVE:
        return everything
    return product(five_alone(root, tmp_path_factory.mktemp("five")))


@pytest.fixture(scope="session")
def reads(everything: tuple[list[Read], Product]) -> dict[str, Read]:
    """The five by id."""
    return {read.volume.id: read for read in everything[0]}


@pytest.fixture(scope="session")
def made(everything: tuple[list[Read], Product]) -> Product:
    """Pages and data files of the five."""
    return everything[1]
