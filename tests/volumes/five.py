"""The five volumes of 晋城: what is held of them stands here, and what joins later does not change it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

FIVE = ("chronicle-2020", "chronicle-2021", "gazette-2020-1", "gazette-2021-2", "plan-145")


def five_alone(root: Path, folder: Path) -> Path:
    """A copy of the project's sources with no other volume in the catalogue."""
    shutil.copytree(root / "source_texts", folder / "source_texts")
    shutil.copy(root / "mkdocs.yml", folder)
    path = folder / "source_texts" / "catalogue.toml"
    head, *tables = re.split(r"(?m)^(?=\[\[volume\]\])", path.read_text("utf-8"))
    kept = [one for one in tables if set(re.findall(r'(?m)^id = "([^"]+)"', one)) & set(FIVE)]
    path.write_text(head + "".join(kept), "utf-8")
    for kind in ("corrections", "layout"):
        for other in (folder / "source_texts" / kind).glob("*.toml"):
            if other.stem not in FIVE:
                other.unlink()
    return folder
