"""`yearbook site`: raw texts -> the finished site, in one step."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from builder.checks.report import built
from builder.commands.build import build
from builder.commands.finish import finish
from builder.commands.fresh import is_fresh
from builder.engine.rule import Broken


def site(root: Path) -> list[str]:
    """Build, render and finish what has changed; gives what there is to say.

    Raises `Findings` for bad input, before anything of the site is touched; `Broken` where MkDocs fails.
    """
    if is_fresh(root):
        return []
    said = built(build(root))
    render(root)
    finish(root)
    return said


def render(root: Path) -> None:
    """`mkdocs build`, whose own warnings are errors: every page is ours."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "-q"]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Broken(f"mkdocs: {done.stderr.strip() or done.stdout.strip()}")
