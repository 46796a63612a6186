"""A plugin of pytest for mutmut: what a shared fixture calls counts for every test that uses it.

mutmut asks of a function only the tests that called it. A fixture of the session is made once, during the
first test that wants it: without this, faults in what it calls would be held against that one test.
"""

from __future__ import annotations

import os
from collections.abc import Generator
from typing import Any

import pytest

_CALLED: dict[str, set[str]] = {}


def _seen() -> set[str]:
    """The functions that mutmut saw called by the test that runs; a set of its own, changed in place."""
    from mutmut.state import state

    seen: set[str] = state()._stats
    return seen


def _counting() -> bool:
    return os.environ.get("MUTANT_UNDER_TEST") == "stats"


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef: pytest.FixtureDef[Any]) -> Generator[None, object, object]:
    """Note what a fixture calls while it is made, and what those called that it is made from."""
    if not _counting():
        return (yield)
    before = set(_seen())
    _seen().clear()
    made = yield
    below = (_CALLED.get(name, set()) for name in fixturedef.argnames)
    _CALLED[fixturedef.argname] = set(_seen()).union(*below)
    _seen().update(before)
    return made


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> None:
    """Count for the test what its fixtures called, before mutmut looks."""
    if _counting():
        for name in getattr(item, "fixturenames", ()):
            _seen().update(_CALLED.get(name, ()))
