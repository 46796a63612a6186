"""A file that is no plain text (Word, a web page) and the text that a converter gives of it."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from builder.sources.finding import only


class Converted(NamedTuple):
    """The text; the converter with its version; what of the file stands in no line of the text."""

    text: str
    by: str
    left: tuple[str, ...] = ()


# How a file begins -> what it is, where it is none that is taken in.
_OTHERS = ((b"%PDF", "PDF"), (b"\xd0\xcf\x11\xe0", "DOC"), (b"{\\rtf", "RTF"))
_HTML = (".html", ".htm", ".xhtml")


def original(name: str, data: bytes) -> bool:
    """Whether a file is one to be converted. Raises `Findings` for a kind that is neither text nor taken in."""
    for begin, kind in _OTHERS:
        if data.startswith(begin):
            raise only(name, 1, f"original.kind/{kind.lower()}")
    return data.startswith(b"PK\x03\x04") or name.lower().endswith(_HTML)


def converted(name: str, data: bytes) -> Converted:
    """The text of a Word file or a web page. Raises `Findings` where it cannot be had whole."""
    module = "docx" if data.startswith(b"PK\x03\x04") else "html"
    # The converters are heavy, and few commands need them.
    convert: Callable[[str, bytes], Converted] = import_module(f"{__name__}.{module}").convert
    return convert(name, data)
