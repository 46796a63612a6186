"""Findings: what is wrong with an input, said to the person who must mend it, in Chinese or English.

What each finding says stands in `messages.toml` beside this file, by its name. A name with several messages
has a key for each behind a slash (`id.alias/loop`); the name alone is shown.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import NamedTuple

ENGLISH, CHINESE = "en", "zh"
_LOCALE = ("YEARBOOK_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


class Finding(NamedTuple):
    """One thing that is wrong: `file:line  name  what is wrong. Hint: what to do.`"""

    file: str
    line: int
    name: str
    problem: str
    hint: str

    def __str__(self) -> str:
        tail = f". Hint: {self.hint}." if language() == ENGLISH else f"。提示：{self.hint}。"
        return f"{self.file}:{self.line}  {self.name}  {self.problem}{tail}"


class Findings(Exception):
    """One or more findings that stop the work; nothing has been written."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = list(findings)
        super().__init__("\n".join(str(f) for f in self.findings))


def finding(file: str, line: int, key: str, **facts: object) -> Finding:
    """The finding of that key; `facts` fill the braces of its message.

    Raises `KeyError` for a key without a message, or a message without its facts.
    """
    problem, hint = said(key, **facts)
    return Finding(file, line, key.partition("/")[0], problem, hint)


def only(file: str, line: int, key: str, **facts: object) -> Findings:
    """A single finding, ready to raise."""
    return Findings([finding(file, line, key, **facts)])


def said(key: str, **facts: object) -> tuple[str, str]:
    """What is wrong and what to do, in the language of the reader."""
    message = messages()[key]
    return message[language()].format(**facts), message[f"{language()}_hint"].format(**facts)


def language() -> str:
    """English where the locale of the terminal asks for it; Chinese, the language of the office, elsewhere."""
    told = next((one for name in _LOCALE if (one := os.environ.get(name))), "")
    return ENGLISH if told.lower().startswith(ENGLISH) else CHINESE


@cache
def messages() -> Mapping[str, Mapping[str, str]]:
    """All messages by key: `zh`, `zh_hint`, `en`, `en_hint`."""
    text = resources.files("builder.sources").joinpath("messages.toml").read_text("utf-8")
    found: Mapping[str, Mapping[str, str]] = tomllib.loads(text)
    return found
