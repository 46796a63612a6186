"""Which tests are asked about a part of builder/: two tables of `pyproject.toml`, the longest part that fits."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any


def tables(root: Path) -> dict[str, dict[str, list[str]]]:
    """`quick` and `wide`: part of builder/ (`engine`, `site/theme/search`) -> arguments of pytest."""
    data: dict[str, Any] = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    found: dict[str, dict[str, list[str]]] = data["tool"]["yearbook"]["mutants"]
    return found


def asked_about(file: str, table: dict[str, list[str]]) -> list[str]:
    """The arguments of pytest for a file of builder/; none where the table has no part that fits."""
    parts = Path(file).relative_to("builder").with_suffix("").parts
    for length in range(len(parts), -1, -1):
        if (key := "/".join(parts[:length])) in table:
            return table[key]
    return []


def asked_about_package(package: str, table: dict[str, list[str]]) -> list[str]:
    """All test paths of a package and its parts, each once."""
    lists = (value for key, value in table.items() if key == package or key.startswith(f"{package}/"))
    return sorted({path for paths in lists for path in paths})
