"""The words of the command line, in the language of its reader: what stands in `usage.toml`."""

from __future__ import annotations

import argparse
import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any, NoReturn

from builder.sources.finding import ENGLISH, language


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(resources.files("builder.commands").joinpath("usage.toml").read_text("utf-8"))


def word(group: str, name: str, **facts: object) -> str:
    """What is said of a command, an argument, a wrong use; `facts` fill the braces."""
    said: str = _words()[group][name][language()]
    return said.format(**facts)


class Parser(argparse.ArgumentParser):
    """A parser whose own words are those of the reader too. Wrong use exits with 2."""

    def format_usage(self) -> str:
        return _translated(super().format_usage())

    def format_help(self) -> str:
        return _translated(super().format_help())

    def error(self, message: str) -> NoReturn:
        self.exit(2, self.format_usage() + _translated(f"{self.prog}: error: {message}\n"))


def _translated(said: str) -> str:
    if language() == ENGLISH:
        return said
    for one in _words()["argparse"]:
        said = re.sub(one["en"], one["zh"], said)
    return said
