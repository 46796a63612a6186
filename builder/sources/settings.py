"""What an edition is and where it will stand: from the catalogue and `mkdocs.yml`."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import NamedTuple

import yaml
from pydantic import ValidationError

from builder.records.yearbook import NAMELESS, Yearbook


class Settings(NamedTuple):
    """The public address (with a slash at its end, '' where there is none), and who publishes."""

    address: str
    yearbook: Yearbook


def settings(root: Path) -> Settings:
    """The settings of the project in the folder `root`."""
    path = root / "mkdocs.yml"
    config = yaml.safe_load(path.read_text("utf-8")) if path.exists() else {}
    address = str(config.get("site_url") or "")
    return Settings(f"{address.rstrip('/')}/" if address else "", yearbook(root))


def yearbook(root: Path) -> Yearbook:
    """Who publishes the edition in the folder `root`. A faulty catalogue is what `yearbook build` speaks of."""
    path = root / "source_texts" / "catalogue.toml"
    try:
        return Yearbook.model_validate(tomllib.loads(path.read_text("utf-8")).get("yearbook", {}))
    except (OSError, ValueError, ValidationError):
        return NAMELESS
