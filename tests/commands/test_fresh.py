"""Whether the site is up to date: everything that it is made from counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.commands import fresh
from builder.commands.fresh import STAMP, inputs_digest, is_fresh

INPUTS = ("source_texts/a.txt", "builder/a.py", "docs/about/a.md", "mkdocs.yml", "requirements.txt")
OUTPUTS = ("index.html", "data/units.json", "download/SHA256SUMS")


@pytest.fixture
def finished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose site was finished just now, by a program of one file."""
    monkeypatch.setattr(fresh, "PACKAGE", tmp_path / "builder")
    for name in (*INPUTS, *(f"site/{name}" for name in OUTPUTS)):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("a", "utf-8")
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / STAMP).write_text(inputs_digest(tmp_path), "utf-8")
    return tmp_path


def test_a_finished_site_is_fresh(finished: Path) -> None:
    assert is_fresh(finished)


@pytest.mark.parametrize("name", INPUTS)
def test_a_changed_input_makes_it_stale(name: str, finished: Path) -> None:
    (finished / name).write_text("b", "utf-8")
    assert not is_fresh(finished)


@pytest.mark.parametrize("name", INPUTS[:3])
def test_a_new_input_makes_it_stale_and_so_does_another_name(name: str, finished: Path) -> None:
    path = finished / name
    path.with_name("b.txt").write_text("a", "utf-8")
    assert not is_fresh(finished)
    path.unlink()
    assert not is_fresh(finished)


@pytest.mark.parametrize("name", [f"site/{name}" for name in OUTPUTS])
def test_a_site_that_lost_a_part_is_stale(name: str, finished: Path) -> None:
    (finished / name).unlink()
    assert not is_fresh(finished)


def test_compiled_files_do_not_count(finished: Path) -> None:
    (finished / "builder" / "__pycache__").mkdir()
    (finished / "builder" / "__pycache__" / "a.pyc").write_text("b", "utf-8")
    assert is_fresh(finished)
