"""What `yearbook new` takes the five raw files for, without a catalogue."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

import pytest

from builder.commands.new import new

FOUND = {
    "chronicle-2020": ("chronicle", "ocr-markdown", 2020, ["△"]),
    "chronicle-2021": ("chronicle", "plain-text", 2021, ["△"]),
    "gazette-2020-1": ("gazette", "ocr-markdown", 2020, None),
    "gazette-2021-2": ("gazette", "pdf-text", 2021, None),
    "plan-145": ("plan", "pdf-text", 2021, None),
}


@pytest.mark.parametrize("name", FOUND)
def test_kind_texture_year_and_marks_are_right(name: str, root: Path, tmp_path: Path) -> None:
    folder = tmp_path / "source_texts"
    folder.mkdir()
    shutil.copy(root / "source_texts" / f"{name}.txt", folder)
    said = new(tmp_path, folder / f"{name}.txt")
    (table,) = tomllib.loads(said[said.index("[[volume]]") :])["volume"]
    marks = table.get("profile", {}).get("marks")
    assert (table["id"], table["kind"], table["texture"], table["year"], marks) == (name, *FOUND[name])
    assert "读不下去" not in said
