"""Addresses of provisions on a document's page: #n-2-3-1, #art-13, #s-3-2, #table-1, #annex-2."""

from __future__ import annotations

from builder.language.numbering import Number

_LETTERS = "bcdefghijklmnopqrstuvwxyz"


class Anchors:
    """Gives out the anchors of one page, each once, from the numbers as printed.

    `prefix` stands before every anchor (that of an annex); `chapter` is the number of the chapter
    that the page is, where the page is one.
    """

    def __init__(self, prefix: str = "", chapter: int | None = None, page: Anchors | None = None) -> None:
        self.prefix = prefix
        self.used: set[str] = page.used if page else set()
        self.counts: dict[str, int] = page.counts if page else {}
        self._chapter = chapter
        self._base = ""
        self._path: dict[int, int] = {}
        self._part = 1
        self._first: set[tuple[str, int]] = set()

    def below(self, prefix: str) -> Anchors:
        """The anchors of a part of the same page (an annex): its numbers begin anew, tables count on."""
        return Anchors(f"{prefix}-", None, self)

    def numbered(self, number: Number) -> str:
        """The anchor of a provision with this number, after all those given out before."""
        if number.kind == "n":
            return self._unique(self._step(number))
        self._path.clear()
        self._restart(number)
        if number.kind == "chapter":
            self._chapter = number.value
            self._base = f"ch-{number.value}"
        elif number.kind == "section":
            self._base = f"s-{self._chapter}-{number.value}" if self._chapter else f"s-{number.value}"
        else:
            self._base = f"art-{number.value}"
        return self._unique(self._base)

    def next(self, kind: str) -> str:
        """The anchor of the next table, box or other thing that is counted on the page."""
        self.counts[kind] = self.counts.get(kind, 0) + 1
        return self._free(f"{kind}-{self.counts[kind]}")

    def named(self, name: str) -> str:
        """This very name, or the name with a letter where the page has it already."""
        return self._free(name)

    def _step(self, number: Number) -> str:
        if number.level == 1 and not self._base:
            self._restart(number)
        self._path = {k: v for k, v in self._path.items() if k < number.level}
        self._path[number.level] = number.value
        steps = [str(self._path[level]) for level in sorted(self._path)]
        return "-".join([self._base or "n", *steps])

    def _restart(self, number: Number) -> None:
        """A page with several plans counts from 一、 again: what follows is its next part."""
        if number.value != 1 or number.kind == "section":
            return
        sign = (number.kind, number.level)
        if sign in self._first:
            self._part += 1
            self._first.clear()
            self._base = ""
        self._first.add(sign)

    def _unique(self, name: str) -> str:
        part = f"p{self._part}-" if self._part > 1 else ""
        return self._free(f"{self.prefix}{part}{name}")

    def _free(self, whole: str) -> str:
        """The name, or the first name with a letter (then a number) behind it that is not taken."""
        anchor, count = whole, 0
        while anchor in self.used:
            tail = _LETTERS[count] if count < len(_LETTERS) else f"x{count}"
            anchor, count = f"{whole}-{tail}", count + 1
        self.used.add(anchor)
        return anchor
