"""What an edition is and where it will stand: from `mkdocs.yml`."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import yaml


class Settings(NamedTuple):
    """The public address (with a slash at its end, '' where there is none), the edition's name."""

    address: str
    edition: str


def settings(root: Path) -> Settings:
    """The settings of the project in the folder `root`."""
    path = root / "mkdocs.yml"
    config = yaml.safe_load(path.read_text("utf-8")) if path.exists() else {}
    address = str(config.get("site_url") or "")
    return Settings(f"{address.rstrip('/')}/" if address else "", str(config.get("extra", {}).get("edition", "")))
