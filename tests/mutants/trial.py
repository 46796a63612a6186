"""One fault on trial: the tests of its part, `yearbook check`, then the site built anew and a wider set of tests."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tests.mutants.fault import Fault
from tests.mutants.plan import asked_about
from tests.mutants.tree import Outcome, Tree

SURVIVED = "SURVIVED"
# Findings that say no more than: the pages are other ones than before.
GOLDEN = {"docs.stale", "docs.missing", "docs.surplus"}
_FINDING = re.compile(r"^\S+:\d+  ([a-z]+\.[a-z_.]+)  ", re.MULTILINE)


class NotGreen(Exception):
    """A stage fails without any fault: nothing that it says of a fault would mean anything."""


@dataclass
class Judge:
    """Tries faults; each stage is first run once on the whole tree, by the first who needs it."""

    tables: dict[str, dict[str, list[str]]]
    green: set[str] = field(default_factory=set)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def try_fault(self, tree: Tree, fault: Fault) -> tuple[str, float]:
        """What killed a fault, or SURVIVED, and the seconds that it took (without the runs on the whole tree)."""
        quick, wide = (asked_about(fault.file, self.tables[name]) for name in ("quick", "wide"))
        spent, golden = 0.0, ""
        for stage in (_tests(quick), _check if fault.file.endswith(".py") else None, _wide(wide)):
            if stage is None:
                continue
            self._must_be_green(tree, stage)
            start = time.monotonic()
            killer = stage.run(tree, fault)
            spent += time.monotonic() - start
            if killer and not (stage is _check and only_pages(killer)):
                return killer, spent
            golden = killer or golden
        return golden or SURVIVED, spent

    def _must_be_green(self, tree: Tree, stage: Stage) -> None:
        with self.lock:
            if stage.name in self.green:
                return
            if killer := stage.run(tree, None):
                raise NotGreen(f"{stage.name} fails without a fault: {killer}")
            self.green.add(stage.name)


@dataclass(frozen=True)
class Stage:
    """A step of a trial: its name, and what says who kills a fault (nothing where it lives)."""

    name: str
    run: Callable[[Tree, Fault | None], str]


def _tests(arguments: Sequence[str]) -> Stage | None:
    def run(tree: Tree, fault: Fault | None) -> str:
        with tree.broken(fault):
            return _killer(tree.tests(arguments))

    return Stage(f"pytest {' '.join(arguments)}", run) if arguments else None


def _run_check(tree: Tree, fault: Fault | None) -> str:
    with tree.broken(fault):
        outcome = tree.python("-m", "builder", "check")
    if outcome.fine:
        return ""
    names = sorted(set(_FINDING.findall(outcome.said)))
    return f"check: {', '.join(names) or outcome.failed_test}"


_check = Stage("check", _run_check)


def _wide(arguments: Sequence[str]) -> Stage:
    def run(tree: Tree, fault: Fault | None) -> str:
        try:
            with tree.broken(fault):
                built = tree.build()
                return _killer(tree.tests(arguments)) if built.fine else built.said
        finally:
            tree.renew()

    return Stage(f"build, pytest {' '.join(arguments)}", run)


def _killer(outcome: Outcome) -> str:
    return "" if outcome.fine else outcome.failed_test


def only_pages(killer: str) -> bool:
    """Whether a fault was given away by the committed pages alone."""
    return killer.startswith("check: ") and set(killer.removeprefix("check: ").split(", ")) <= GOLDEN
