"""Live preview (`make serve`): raw texts are read anew, and what `yearbook finish` adds is shown too."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

# What `finish` lays beside the pages of MkDocs, and the folder in which both have files.
_BESIDE = ("data", "download", "feeds")
_SHARED = "search"


def read_anew(root: Path) -> None:
    """Make `docs/` from the raw texts; bad input is said and leaves the pages as they were."""
    subprocess.run([sys.executable, "-m", "builder", "--root", str(root), "build"], cwd=root, check=False)


def bring_along(finished: Path, preview: Path) -> None:
    """Link what stands in the finished site into the folder of the preview."""
    if finished.resolve() == preview.resolve():
        return
    wanted = [finished / name for name in _BESIDE]
    wanted += sorted(path for path in (finished / _SHARED).glob("*") if path.name != "index.html")
    for path in wanted:
        link = preview / path.relative_to(finished)
        if path.exists() and not link.exists():
            link.parent.mkdir(parents=True, exist_ok=True)
            link.symlink_to(path.resolve(), target_is_directory=path.is_dir())
