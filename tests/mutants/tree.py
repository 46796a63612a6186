"""A copy of the tree to break things in, and the commands that are run there."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.mutants.fault import Fault, read, write

_LEFT_OUT = {".git", ".venv", "build/bench", "build/mutants", "build/mypy", "build/pytest", "build/ruff"}
_MADE = ("docs", "site", "build", "source_texts")
_FAILED = re.compile(r"^(?:FAILED|ERROR) (\S.*?)(?: - .*)?$", re.MULTILINE)
# A fault may make a loop endless: what takes this many seconds is held to be noticed.
_PATIENCE = 900


class Outcome(NamedTuple):
    """How a command ended: whether well, and what it said."""

    fine: bool
    said: str

    @property
    def failed_test(self) -> str:
        """The first test that failed, or the last line where none is named."""
        found = _FAILED.search(self.said)
        return found[1] if found else (self.said.strip().splitlines() or ["nothing said"])[-1]


class Stopped(Exception):
    """The run was stopped: what the command said means nothing."""


class Tree:
    """A copy of the project at `folder`, with what was built from it."""

    running: subprocess.Popen[str] | None = None
    stopped = False

    def __init__(self, root: Path, folder: Path) -> None:
        self.root = root
        self.folder = folder
        shutil.copytree(root, folder, symlinks=True, ignore=self._ignored)

    def stop(self) -> None:
        """End what runs in this copy, with all that it started; nothing runs here any more."""
        self.stopped = True
        if self.running and self.running.poll() is None:
            os.killpg(self.running.pid, signal.SIGKILL)

    def renew(self) -> None:
        """Put back what a build may have changed."""
        for name in _MADE:
            shutil.rmtree(self.folder / name, ignore_errors=True)
            shutil.copytree(self.root / name, self.folder / name, symlinks=True, ignore=self._ignored)

    @contextmanager
    def broken(self, fault: Fault | None) -> Iterator[None]:
        """The tree with a fault in it, whole again afterwards."""
        if fault is None:
            yield
            return
        path = self.folder / fault.file
        before = read(path)
        write(path, fault.apply(before))
        try:
            yield
        finally:
            write(path, before)

    def python(self, *arguments: str) -> Outcome:
        """Run Python in the copy, with its own builder; no compiled file is kept, so that none is out of date."""
        env = {**os.environ, "PYTHONPATH": str(self.folder), "PYTHONDONTWRITEBYTECODE": "1", "NO_MKDOCS_2_WARNING": "1"}
        command = [sys.executable, *arguments]
        with subprocess.Popen(
            command,
            cwd=self.folder,
            env=env,
            text=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        ) as process:
            self.running = process
            try:
                said, _ = process.communicate(timeout=_PATIENCE)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.communicate()
                return Outcome(False, f"{' '.join(arguments[:3])}: no end after {_PATIENCE} s")
        if self.stopped:
            raise Stopped
        return Outcome(process.returncode == 0, said)

    def tests(self, arguments: Sequence[str]) -> Outcome:
        """Run tests until the first fails."""
        return self.python("-m", "pytest", "-x", "-q", "--tb=line", *arguments)

    def build(self) -> Outcome:
        """Make docs/ and site/ again; the first step that fails ends it."""
        for step in (("builder", "build"), ("mkdocs", "build", "-q"), ("builder", "finish")):
            outcome = self.python("-m", *step)
            if not outcome.fine:
                last = outcome.said.strip().splitlines()[-1:]
                return Outcome(False, f"{' '.join(step)}: {''.join(last)}")
        return outcome

    def _ignored(self, folder: str, names: list[str]) -> set[str]:
        base = Path(folder).relative_to(self.root)
        return {name for name in names if name == "__pycache__" or (base / name).as_posix() in _LEFT_OUT}
