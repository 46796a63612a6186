"""A command run on a small project: what it says, and where it stops."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.commands.cli import main


def run(root: Path, capsys: pytest.CaptureFixture[str], *command: str) -> tuple[int, list[str]]:
    """Exit code of `yearbook` with this command, and the lines of standard error."""
    capsys.readouterr()
    code = main(["--root", str(root), *command])
    return code, capsys.readouterr().err.strip().splitlines()


def written(root: Path, name: str, text: str) -> Path:
    """Write a file below `source_texts`; gives the project's folder."""
    path = root / "source_texts" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return root


def appended(root: Path, text: str) -> Path:
    """Add lines to the last volume of the catalogue; gives the project's folder."""
    path = root / "source_texts" / "catalogue.toml"
    return written(root, path.name, path.read_text("utf-8") + text)
