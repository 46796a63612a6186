"""The fonts of prints: Noto Serif and Noto Sans CJK SC wherever they lie, and a local 仿宋 or 楷体."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import typst

PACKAGE = "fonts-noto-cjk"
SONG, HEI = "Noto Serif CJK SC", "Noto Sans CJK SC"
_KAI = ("kai", "楷")


class NoFonts(Exception):
    """The fonts are not there; the message says what to install."""


class Faces(NamedTuple):
    """The loaded fonts, and the family for each part of a page."""

    fonts: typst.Fonts
    families: dict[str, str]


def _fonts(*more: Path) -> typst.Fonts:
    """The fonts of this machine and of `more` folders; `YEARBOOK_FONTS` names others, and then they alone count."""
    named = os.environ.get("YEARBOOK_FONTS")
    paths = [*(named.split(os.pathsep) if named else []), *map(str, more)]
    return typst.Fonts(include_system_fonts=not named, include_embedded_fonts=False, font_paths=paths)


def available() -> bool:
    """True when prints can be made here."""
    return _are_there(_fonts())


def _are_there(fonts: typst.Fonts) -> bool:
    return {SONG, HEI} <= set(fonts.families())


def load(extra: Sequence[Path] = ()) -> Faces:
    """The fonts, read once per process; `extra` are files of a local 仿宋 or 楷体.

    Raises `NoFonts` when Noto Serif or Sans CJK SC is missing, or a file of `extra` holds no font.
    """
    fonts = _fonts(*(path.parent for path in extra))
    if not _are_there(fonts):
        raise NoFonts(f"no PDFs: the fonts {SONG} and {HEI} are missing. Hint: sudo apt-get install {PACKAGE}")
    chosen = {"song": SONG, "hei": HEI}
    for path in extra:
        family = _family(path)
        part = "kai" if any(word in (family + path.name).lower() for word in _KAI) else "fangsong"
        chosen[part] = family
    return Faces(fonts, chosen)


def _family(path: Path) -> str:
    if not path.is_file():
        raise NoFonts(f"{path}: there is no such file. Hint: --font takes the path of a .ttf, .otf or .ttc file")
    found = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(path.parent)])
    own = [info.family for info in found.fonts() if info.path and Path(info.path).name == path.name]
    if not own:
        raise NoFonts(f"{path}: is not a font. Hint: --font takes the path of a .ttf, .otf or .ttc file")
    return own[0]
