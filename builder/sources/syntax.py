"""What is wrong with the writing of a TOML file, in the words of the person who must mend it."""

from __future__ import annotations

import re
import types
from collections.abc import Iterator, Mapping
from typing import Annotated, Union, get_args, get_origin

from builder.records.base import NONE, Record, nearest
from builder.sources.finding import Finding, finding
from builder.sources.places import Header, headers, parts

_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"|\'[^\']*\'')
_COMMENT = re.compile(r"#.*")
_CURLY = re.compile(r"=\s*[“”‘’「]|[“”‘’「]\s*$|\[\s*[“「]")
# Full-width signs in the place of those of the syntax.
_WIDE = {"＝": "=", "，": ",", "［": "[", "］": "]", "｛": "{", "｝": "}", "：": "=", "＂": '"', "＃": "#", "。": "."}
_KEY = re.compile(r"\s*(?P<key>[^=＝：\s]+)")
# Array of tables, table, table whose tables inside are free.
ARRAY, TABLE, FREE = "array", "table", "free"


def tables(model: type[Record], above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """The tables that may stand in a file, by their names: what each is."""
    for name, field in model.model_fields.items():
        here = (*above, field.alias or name)
        kind, inner = _kind(field.annotation)
        if kind:
            yield here, kind
        if inner:
            yield from tables(inner, here)


def _kind(annotation: object) -> tuple[str, type[Record] | None]:
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated or origin in (Union, types.UnionType):
        return _kind(args[0])
    if origin is tuple and isinstance(args[0], type) and issubclass(args[0], Record):
        return ARRAY, args[0]
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return TABLE, annotation
    return (FREE, None) if isinstance(origin, type) and issubclass(origin, Mapping) else ("", None)


def misplaced(file: str, text: str, model: type[Record]) -> Iterator[Finding]:
    """Findings for headers that are unknown, written with the wrong number of brackets, or given twice."""
    known = dict(tables(model))
    seen: dict[tuple[str | int, ...], int] = {}
    for header in headers(text):
        kind = known.get(header.names)
        free = kind is None and known.get(header.names[:-1]) == FREE
        wanted = 2 if kind == ARRAY else 1
        if kind is None and not free:
            yield _unknown(file, header, known)
        elif header.brackets != (wanted, wanted):
            yield finding(file, header.line, "toml.bracket", name=_written(header.names, kind or TABLE))
        elif kind != ARRAY and header.place in seen:
            said = _written(header.names, TABLE)
            yield finding(file, header.line, "toml.table", name=said, first=seen[header.place])
        seen.setdefault(header.place, header.line)


def _unknown(file: str, header: Header, known: Mapping[tuple[str, ...], str]) -> Finding:
    name = ".".join(header.names)
    near = nearest(name, [".".join(one) for one in known])
    shown = _written(tuple(near.split(".")), known[tuple(near.split("."))]) if near != NONE else ""
    listed = "、".join(_written(one, kind) for one, kind in known.items())
    opened, closed = "[" * header.brackets[0], "]" * header.brackets[1]
    return finding(file, header.line, "toml.section", name=f"{opened}{name}{closed}", near=shown or listed)


def _written(names: tuple[str, ...], kind: str) -> str:
    name = ".".join(names)
    return f"[[{name}]]" if kind == ARRAY else f"[{name}]"


def malformed(file: str, text: str, line: int, error: str) -> Finding:
    """The finding for what the parser says of a line."""
    lines = text.splitlines()
    said = lines[line - 1] if 0 < line <= len(lines) else ""
    bare = _COMMENT.sub("", _QUOTED.sub('""', said))
    found = _KEY.match(said)
    key = found["key"] if found else ""
    if _CURLY.search(bare):
        return finding(file, line, "toml.quotes", what=key)
    wide = next((sign for sign in bare if sign in _WIDE), "")
    if wide:
        return finding(file, line, "toml.wide", wide=wide, sign=_WIDE[wide])
    if "Unescaped" in error or "Reserved escape" in error:
        return finding(file, line, "toml.backslash", what=key)
    if '"' in bare.replace('""', "") or "'" in bare.replace('""', ""):
        return finding(file, line, "toml.unclosed", what=key)
    if "overwrite" in error and "=" in bare:
        return finding(file, line, "toml.twice", what=".".join(parts(key)))
    if '""' in bare and re.search(r'""\s*[^\s,\]}"]', bare.partition("=")[2]):
        return finding(file, line, "toml.inside", what=key)
    return finding(file, line, "toml.syntax", error=error)
