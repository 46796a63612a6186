"""The guides as data: their code blocks, their inline code, the commands that they show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
GUIDES = ("README.md", "README.zh.md", "CONTRIBUTING.md", "docs/about/principles.md")
ABOUT = ("docs/about/cite.md", "docs/about/report.md", "docs/about/data.md")
_FENCE = re.compile(r"^(?P<pad> *)```(?P<kind>\w*)\n(?P<text>.*?)^ *```$", re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"`([^`\n]+)`")
_COMMENT = re.compile(r"\s+#(?= ).*|\s{2,}#.*")


class Fence(NamedTuple):
    """A code block of a guide: its language and its text without the indent of a list."""

    guide: str
    kind: str
    text: str


def text_of(guide: str) -> str:
    """A guide as it stands."""
    return (ROOT / guide).read_text("utf-8")


def fences(guide: str) -> list[Fence]:
    """The code blocks of a guide."""
    found = []
    for block in _FENCE.finditer(text_of(guide)):
        pad = len(block["pad"])
        found.append(Fence(guide, block["kind"], "\n".join(line[pad:] for line in block["text"].splitlines())))
    return found


def inline(guide: str) -> list[str]:
    """The inline code of a guide."""
    return _INLINE.findall(_FENCE.sub("", text_of(guide)))


def command_lines(guide: str) -> Iterator[list[str]]:
    """Each command line that a guide shows, in blocks and in the text, as words and without its comment."""
    lines = [line for block in fences(guide) if block.kind == "sh" for line in block.text.splitlines()]
    for line in [*lines, *inline(guide)]:
        words = _COMMENT.sub("", line).split()
        if words:
            yield words


def yearbook_lines() -> list[tuple[str, ...]]:
    """Every `yearbook ...` of all guides, without its first word, each once."""
    found: dict[tuple[str, ...], None] = {}
    for guide in (*GUIDES, *ABOUT):
        for words in command_lines(guide):
            if words[0].rpartition("/")[2] == "yearbook" and len(words) > 1:
                found[tuple(words[1:])] = None
    return list(found)


def example(guide: str, header: str) -> str:
    """The TOML block of a guide that begins with `[[header]]`."""
    return next(one.text for one in fences(guide) if one.kind == "toml" and one.text.startswith(f"[[{header}]]"))
