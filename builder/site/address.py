"""The way from one page to another."""

from __future__ import annotations

import posixpath


def relative(target: str, page: str) -> str:
    """The way from the page at `page` to `target`, both below the root; an anchor stays."""
    path, _, anchor = target.partition("#")
    way = posixpath.relpath(path or ".", page or ".")
    folder = target == "" or path.endswith("/") or not path
    way = "./" if way == "." else f"{way}/" if folder else way
    return f"{way}#{anchor}" if anchor else way
