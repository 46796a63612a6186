"""An invented office with a yearbook, a chronicle, a gazette, a plan and a single document, as its editor makes it."""

from __future__ import annotations

import re
from pathlib import Path

from builder.commands.cli import main
from tests.project import ROOT

CASES = ROOT / "tests" / "cases"
OFFICE = ["--name", "沄川年鉴", "--place", "沄川", "--publisher", "沄川市地方志办公室"]
# The raw texts under the names that the office gives them.
TEXTS = {
    "yearbook-2019.txt": CASES / "yearbooks" / "a1.txt",
    "chronicle.txt": CASES / "more" / "c79.txt",
    "gazette.txt": CASES / "more" / "g101.txt",
    "plan-2021.txt": CASES / "shared" / "40-plan-parts.txt",
    "report.txt": CASES / "shared" / "46-report.txt",
}


def office(folder: Path) -> Path:
    """`init`, then `new --write` for each text, then what `new` leaves open is filled in."""
    assert main(["init", str(folder), *OFFICE]) == 0
    for name, text in TEXTS.items():
        (folder / "source_texts" / name).write_bytes(text.read_bytes())
        assert main(["--root", str(folder), "new", str(folder / "source_texts" / name), "--write"]) == 0
        path = folder / "source_texts" / "catalogue.toml"
        path.write_text(re.sub(r'"待填"', '"沄川文献"', path.read_text("utf-8")), "utf-8")
    return folder
