"""Writing aside, then swapping: nothing half-written is ever left behind."""

from __future__ import annotations

import io
import json
import os
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any


def json_text(rows: Any) -> str:
    """Rows as JSON, one per line, those of a table each behind its key: readable, and small in a diff."""
    if isinstance(rows, list):
        lines, ends = [_json(row) for row in rows], "[]"
    else:
        lines, ends = [f"{_json(key)}:{_json(row)}" for key, row in rows.items()], "{}"
    inside = ",\n".join(lines)
    return f"{ends[0]}\n{inside}\n{ends[1]}\n" if lines else f"{ends}\n"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def write(path: Path, content: str | bytes) -> None:
    """Write a file aside and put it in its place; leave it alone when nothing changed."""
    data = content.encode("utf-8") if isinstance(content, str) else content
    if path.exists() and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(path.name + ".new")
    aside.write_bytes(data)
    os.replace(aside, path)


def zipped(parts: Iterable[tuple[str, bytes]], level: int = 9) -> bytes:
    """A zip file of named parts in their order, the same bytes for the same parts; `mimetype` is not compressed.

    Each bears the oldest date that a zip file can: the day of the build changes no byte.
    """
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as book:
        for name, content in parts:
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.external_attr, info.create_system = 0o644 << 16, 3
            book.writestr(info, content, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED, level)
    return made.getvalue()


def sync(folder: Path, files: Mapping[str, str], owned: tuple[str, ...]) -> None:
    """Make `folder` hold `files` (relative path -> content), all of them made before the first is written.

    In the sub-folders `owned`, files that are not in `files` are removed; others are left alone.
    """
    for name, content in files.items():
        write(folder / name, content)
    for top in owned:
        for path in sorted((folder / top).rglob("*"), reverse=True):
            if path.is_file() and path.relative_to(folder).as_posix() not in files:
                path.unlink()
            elif path.is_dir() and not any(path.iterdir()):
                path.rmdir()
