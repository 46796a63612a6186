"""The head of a document, and the id that its number gives it."""

from __future__ import annotations

from typing import NamedTuple

from pypinyin import Style, lazy_pinyin

from builder.engine.text import Text
from builder.language.document_numbers import NumberLine
from builder.readers.source import Source

# 1981 as 81: years of two digits are of that century.
_CENTURY = 1900


class Head(NamedTuple):
    """The head of a document: lines `start:body` are column, issuer, title and number.

    `read` is the number in the form that all links use (某政办〔2020〕3号), '' where none is printed;
    `id` the local id (jszb-2020-3); `issuer_read` the issuer that stands within the title; `date` the one that
    stands with the number. `why` says what it was known by.
    """

    start: int
    body: int
    issuer: Text
    title: Text
    number: Text
    read: str
    id: str
    issuer_read: str = ""
    column: Text = Text.empty()
    date: str | None = None
    why: str = ""


def local_id(number: NumberLine, source: Source) -> str:
    """The local id of the document that bears a number."""
    year = number.year + _CENTURY if 0 < number.year < 100 else number.year
    series = series_code(number.series, source) if number.series else "doc"
    return "-".join(str(one) for one in (series, year, number.serial) if one)


def series_code(series: str, source: Source) -> str:
    """The code that the ids of a series begin with: from names.toml, else the initials of its pinyin."""
    known = source.facts.data.names.series
    return str(known.get(series) or "".join(lazy_pinyin(series, style=Style.FIRST_LETTER, errors="ignore")) or "doc")
