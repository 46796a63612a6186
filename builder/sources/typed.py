"""Data files read into typed records; what does not fit is a finding with its line and the nearest known word."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from builder.records.base import Record, nearest
from builder.sources.finding import Finding, Findings, finding, only
from builder.sources.places import Place, line_of, places
from builder.sources.syntax import malformed, misplaced

R = TypeVar("R", bound=Record)
# What pydantic calls a wrong type -> the key of the message.
_TYPES = {
    "string_type": "text",
    "int_type": "number",
    "float_type": "decimal",
    "bool_type": "truth",
    "tuple_type": "list",
    "mapping_type": "table",
    "model_type": "table",
    "model_attributes_type": "table",
}
_BOUNDS = {"greater_than_equal": "ge", "less_than_equal": "le"}


def read(model: type[R], folder: Path, file: str) -> R:
    """The record of a file below `folder`; an empty one where there is no such file.

    Raises `Findings`, one for each place that is wrong.
    """
    path = folder / file
    if not path.exists():
        return model()
    text = _text(path, file)
    if wrong := list(misplaced(file, text, model)):
        # A table below an unknown one is wrong for that reason alone.
        raise Findings([one for one in wrong if one.name == "toml.section"] or wrong)
    data = _parsed(file, text)
    try:
        return model.model_validate(data)
    except ValidationError as error:
        where = places(text)
        raise Findings([_finding(file, where, one) for one in _first(error.errors(include_url=False))]) from None


def where(folder: Path, file: str) -> Mapping[Place, int]:
    """The lines of the tables and keys of a file that was read; none where there is no such file."""
    path = folder / file
    return places(_text(path, file)) if path.exists() else {}


def _text(path: Path, file: str) -> str:
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        utf16 = data[:2] in (b"\xff\xfe", b"\xfe\xff")
        raise only(file, 1, "toml.encoding", found="UTF-16" if utf16 else "GBK") from None


def _parsed(file: str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        line = int(found[1]) if found else len(text.splitlines())
        raise Findings([malformed(file, text, line, re.sub(r" \(at .*\)$", "", str(error)))]) from None


def _first(errors: list[ErrorDetails]) -> Iterator[ErrorDetails]:
    """One fault for each place: what is missing in a table is told at once."""
    lacking: dict[Place, list[str]] = {}
    for one in errors:
        if one["type"] == "missing":
            lacking.setdefault(one["loc"][:-1], []).append(str(one["loc"][-1]))
    told = set[Place]()
    for one in errors:
        loc = one["loc"]
        if one["type"] != "missing":
            yield one
        elif loc[:-1] not in told:
            told.add(loc[:-1])
            ctx = {"key": "toml.lacks", "at": (), "facts": {"keys": "、".join(lacking[loc[:-1]])}}
            yield {**one, "type": "wrong", "loc": loc[:-1], "ctx": ctx}


def _finding(file: str, where: Mapping[Place, int], error: ErrorDetails) -> Finding:
    loc, kind, facts = error["loc"], error["type"], error.get("ctx", {})
    if kind == "wrong":
        loc = (*loc, *facts["at"])
        return finding(file, line_of(where, loc), facts["key"], **{"what": _named(loc), **facts["facts"]})
    what, line = _named(loc), line_of(where, loc)
    if kind in _TYPES:
        return finding(file, line, f"toml.type/{_TYPES[kind]}", what=what, said=_said(error["input"]))
    if kind in _BOUNDS:
        return finding(
            file, line, f"toml.bound/{_BOUNDS[kind]}", what=what, said=error["input"], bound=facts[_BOUNDS[kind]]
        )
    if kind == "literal_error":
        known = re.findall(r"'([^']+)'", str(facts["expected"]))
        near = nearest(str(error["input"]), known)
        return finding(file, line, "toml.choice", what=what, said=error["input"], near=near, known="、".join(known))
    return finding(file, line, "toml.empty", what=what)


def _named(loc: Place) -> str:
    """The key that a place names: the last word of it."""
    return next((one for one in reversed(loc) if isinstance(one, str)), "")


def _said(value: object) -> str:
    """A value as it is written in TOML; of a list or a table only what it is."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f'"{value[:24]}"'
    return "[ ]" if isinstance(value, list | tuple) else "{ }" if isinstance(value, dict) else str(value)
