"""Slugs and sort keys of Chinese names: pinyin, and strokes as printed indexes count them."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from pypinyin import Style, lazy_pinyin
from strokes import strokes

_LATIN = re.compile(r"[a-z0-9]+")


@cache
def syllables(name: str) -> tuple[str, ...]:
    """The name's syllables in plain pinyin without tones; Latin and digits as they stand."""
    folded = unicodedata.normalize("NFKC", name)
    found: list[str] = []
    for piece in lazy_pinyin(folded, style=Style.NORMAL, v_to_u=False):
        found.extend(_LATIN.findall(piece.lower().replace("ü", "v")))
    return tuple(found)


def slug(name: str, surnames: Mapping[str, str] | None = None) -> str:
    """A stable address for a name: wang-zhen. A person's surname is read by `surnames`."""
    for length in (2, 1) if surnames else ():
        reading = (surnames or {}).get(name[:length])
        if reading and len(name) > length:
            return "-".join([reading, *syllables(name[length:])])
    return "-".join(syllables(name)) or "x" + "-".join(f"{ord(c):x}" for c in name)


class Slugs:
    """Slugs that are given out once: the second name that reads alike gets -2.

    `published` are slugs that were given out before, with the digest of what each of them names
    ('' where that is not known): a name keeps its slug, and no other name ever gets it.
    """

    def __init__(self, published: Mapping[str, str] | None = None) -> None:
        self._published = published or {}
        self._slug_of = {digest: one for one, digest in self._published.items()}
        self.given: dict[str, str] = {}

    def take(self, base: str, what: str = "") -> str:
        """The slug of the name `what`; for a new one `base`, or `base-2`, `base-3` ... where that is taken."""
        digest = hashlib.sha256((what or base).encode()).hexdigest()[:16]
        found, number = self._slug_of.get(digest, base), 1
        while found in self.given or self._published.get(found, "") not in ("", digest):
            number += 1
            found = f"{base}-{number}"
        self.given[found] = digest
        return found


def pinyin_key(name: str, surnames: Mapping[str, str] | None = None) -> str:
    """A string that sorts as a Chinese dictionary does: reading, then the name itself; 专栏2 before 专栏10."""
    reading = re.sub(r"\d+", lambda digits: digits[0].zfill(4), slug(name, surnames))
    return f"{reading}\t{name}"


@cache
def stroke_count(char: str) -> int:
    """How many strokes a character has; 0 for what is no Chinese character."""
    found = strokes(char)
    return found if isinstance(found, int) else 0


def stroke_key(name: str) -> str:
    """A string that sorts by strokes of the first character, then of the second, and so on."""
    return "".join(f"{stroke_count(c):02}{c}" for c in name)
