"""The same input gives the same bytes, whatever the day, the time zone, the locale and the hash seed."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path


def digest(folder: Path) -> str:
    total = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        total.update(path.relative_to(folder).as_posix().encode() + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def made(root: Path, target: Path, **environment: str) -> tuple[str, str]:
    """Digests of pages and data that `yearbook build` makes from a copy, in an environment of its own."""
    shutil.copytree(root / "source_texts", target / "source_texts")
    command = [sys.executable, "-m", "builder", "--root", str(target), "build"]
    env = {**os.environ, "PYTHONPATH": str(root), **environment}
    subprocess.run(command, env=env, check=True, capture_output=True)
    return digest(target / "docs"), digest(target / "build" / "data")


def test_two_builds_are_equal(root: Path, tmp_path: Path) -> None:
    one = made(root, tmp_path / "一", TZ="Asia/Shanghai", PYTHONHASHSEED="1", LC_ALL="C", SOURCE_DATE_EPOCH="0")
    two = made(root, tmp_path / "two", TZ="America/Lima", PYTHONHASHSEED="2", LC_ALL="C.UTF-8")
    assert one == two


def test_a_second_build_touches_no_file(root: Path, tmp_path: Path) -> None:
    shutil.copytree(root / "source_texts", tmp_path / "source_texts")
    command = [sys.executable, "-m", "builder", "--root", str(tmp_path), "build"]
    env = {**os.environ, "PYTHONPATH": str(root)}
    subprocess.run(command, env=env, check=True, capture_output=True)
    before = {p: p.stat().st_mtime_ns for p in (tmp_path / "docs").rglob("*.md")}
    subprocess.run(command, env=env, check=True, capture_output=True)
    assert {p: p.stat().st_mtime_ns for p in (tmp_path / "docs").rglob("*.md")} == before


def test_pages_of_the_site_are_the_same_in_another_place_and_zone(root: Path, site: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(tmp_path / "别处")]
    env = {**os.environ, "TZ": "America/Lima", "PYTHONHASHSEED": "3", "LC_ALL": "C.UTF-8", "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, env=env, cwd=root, check=True, capture_output=True)
    pages = sorted(p.relative_to(tmp_path / "别处") for p in (tmp_path / "别处").rglob("*") if p.is_file())
    assert len(pages) > 100
    assert [p for p in pages if (tmp_path / "别处" / p).read_bytes() != (site / p).read_bytes()] == []
