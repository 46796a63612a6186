"""A trial on an invented tree: each step is asked in its turn, and the tree is whole again afterwards."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from tests.mutants.fault import Fault, read
from tests.mutants.tree import Outcome, Stopped, Tree
from tests.mutants.trial import SURVIVED, Judge, NotGreen

FAULT = Fault("builder/a.py", 4, "1", "2", "off by one")
FINE = Outcome(True, "")
STALE = Outcome(False, "docs/a.md:1  docs.stale  is not up to date. Hint: run it.\n")
GONE = Outcome(False, "a.txt:1  id.gone  is gone. Hint: look.\ndocs/a.md:1  docs.stale  is old. Hint: run it.\n")
FAILED = Outcome(False, "F\nFAILED tests/test_a.py::test_b[c d] - assert 1 == 2\n1 failed in 1 s\n")


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """A copy of a tree of one module."""
    root = tmp_path / "root"
    for name in ("builder", "docs", "site", "build/mutants", "source_texts"):
        (root / name).mkdir(parents=True)
    (root / "builder" / "a.py").write_text("a = 1\n", "utf-8")
    (root / "docs" / "a.md").write_text("one", "utf-8")
    return Tree(root, tmp_path / "copy")


def verdict(tree: Tree, monkeypatch: pytest.MonkeyPatch, *outcomes: Outcome) -> str:
    """What is said of the fault when the quick tests, the check and the wide tests end like this."""
    quick, check, wide = outcomes

    def now(outcome: Outcome) -> Outcome:
        return FINE if read(tree.folder / FAULT.file) == "a = 1\n" else outcome

    monkeypatch.setattr(tree, "tests", lambda arguments: now(quick if arguments == ["quick"] else wide))
    monkeypatch.setattr(tree, "python", lambda *arguments: now(check))
    monkeypatch.setattr(tree, "build", lambda: FINE)
    killer, _ = Judge({"quick": {"": ["quick"]}, "wide": {"": ["wide"]}}).try_fault(tree, FAULT)
    assert read(tree.folder / FAULT.file) == "a = 1\n"
    return killer


def test_the_first_that_notices_is_named(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    assert verdict(tree, monkeypatch, FAILED, GONE, FINE) == "tests/test_a.py::test_b[c d]"
    assert verdict(tree, monkeypatch, FINE, GONE, FAILED) == "check: docs.stale, id.gone"
    assert verdict(tree, monkeypatch, FINE, FINE, FAILED) == "tests/test_a.py::test_b[c d]"
    assert verdict(tree, monkeypatch, FINE, FINE, FINE) == SURVIVED


def test_pages_that_changed_are_not_enough(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    assert verdict(tree, monkeypatch, FINE, STALE, FAILED) == "tests/test_a.py::test_b[c d]"
    assert verdict(tree, monkeypatch, FINE, STALE, FINE) == "check: docs.stale"


def test_tests_that_fail_without_a_fault_say_nothing(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "tests", lambda arguments: FAILED)
    with pytest.raises(NotGreen, match=r"^pytest quick fails without a fault: tests/test_a\.py::test_b\[c d\]$"):
        Judge({"quick": {"": ["quick"]}, "wide": {}}).try_fault(tree, FAULT)


def test_the_copy_runs_its_own_code_and_is_put_back(tree: Tree) -> None:
    ask = ("-c", "import runpy; print(runpy.run_path('builder/a.py')['a'])")
    with tree.broken(FAULT):
        assert tree.python(*ask) == Outcome(True, "2\n")
    assert tree.python(*ask) == Outcome(True, "1\n")
    (tree.folder / "docs" / "a.md").write_text("two", "utf-8")
    (tree.folder / "docs" / "b.md").write_text("new", "utf-8")
    tree.renew()
    assert [(path.name, read(path)) for path in (tree.folder / "docs").iterdir()] == [("a.md", "one")]
    assert not (tree.folder / "build" / "mutants").exists()


def test_what_was_stopped_gives_no_verdict(tree: Tree) -> None:
    threading.Timer(0.5, tree.stop).start()
    with pytest.raises(Stopped):
        tree.python("-c", "import time; time.sleep(60)")
