"""The register of published ids: what each of them names, and where those lead that are there no more.

A line is `id digest`, or tells of an old id: `old = new`, `old = new1、new2`, `old = 撤回：原因`. What is told
of a volume holds for every id below it, what is told of a document for its anchors.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from builder.engine.sketch import same
from builder.sources.finding import Finding, Findings, finding

NAME = "published_ids.txt"
WITHDRAWN = "撤回："
GONE = "-"
_FILE = f"source_texts/{NAME}"
# An id with its digest or without, what an old one is now; a withdrawal has a full-width colon.
_LINE = re.compile(r"(?:[^\s=＝]+(?: [0-9a-f-]+)?|[^\s=＝]+ = (?!撤回:)[^=＝]+)?")
_HEADS = re.compile(r"[#/]")


class Alias(NamedTuple):
    """What a line tells of an old id: the ids that took its place, or why it was withdrawn."""

    now: tuple[str, ...]
    why: str
    line: int


class Moved(NamedTuple):
    """An old id, the ids to which it leads now, and why it was withdrawn ('' where it was not)."""

    old: str
    now: tuple[str, ...]
    why: str


class _Lost(Exception):
    """An old id, and where it leads: nowhere."""

    def __init__(self, old: str, where: str) -> None:
        super().__init__(old, where)
        self.old, self.where = old, where


class _Loop(_Lost):
    """An old id that leads back to itself."""


@dataclass
class Register:
    """All lines: the digest of each id ('' where none is known) and its line; the aliases."""

    digests: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    aliases: dict[str, Alias] = field(default_factory=dict)

    def alias(self, one: str) -> Alias | None:
        """What is told of an id, by itself or by its document or volume (`#art-1`, `/jszf-2021-1` is carried over)."""
        for head in (one, *(one[: found.start()] for found in reversed(list(_HEADS.finditer(one))))):
            if head in self.aliases:
                told, rest = self.aliases[head], one[len(head) :]
                return Alias(tuple(new + rest for new in told.now), told.why, told.line)
        return None

    def below(self, head: str) -> dict[str, str]:
        """The ids that begin with `head`, without it -> their digests; `GONE` for those that are told of."""
        found = {one: digest for one, digest in self.digests.items() if one.startswith(head)}
        return {one[len(head) :]: GONE if self.alias(one) else digest for one, digest in found.items()}

    def fresh(self, ids: Mapping[str, str]) -> list[str]:
        """The ids whose digest is not registered yet."""
        return [one for one in sorted(ids) if not self.digests.get(one)]

    def moved(self, ids: Mapping[str, str]) -> tuple[list[Moved], list[Finding]]:
        """The old ids and where they lead, and all that is wrong with the register against the ids of now."""
        moved, gone, found = list[Moved](), list[str](), list[Finding]()
        for one in self.digests:
            if one in ids:
                found.extend(self._here(one, ids[one]))
            elif told := self.alias(one):
                try:
                    ends = list(self._follow(one, ids, (), covered=False))
                except _Loop as loop:
                    found.append(finding(_FILE, told.line, "id.loop", old=loop.old, path=loop.where))
                except _Lost as lost:
                    found.append(finding(_FILE, told.line, "id.alias/nowhere", old=lost.old, new=lost.where))
                else:
                    now = tuple(dict.fromkeys(new for new, _ in ends if new))
                    moved.append(Moved(one, now, "；".join(dict.fromkeys(why for _, why in ends if why))))
            else:
                gone.append(one)
        return moved, sorted([*found, *self._gone(gone)], key=lambda one: one.line)

    def _here(self, one: str, digest: str) -> Iterator[Finding]:
        if one in self.aliases:
            yield finding(_FILE, self.aliases[one].line, "id.alias/here", id=one)
        elif self.digests[one] and not same(self.digests[one], digest):
            yield finding(_FILE, self.lines[one], "id.changed", id=one, digest=digest)

    def _follow(
        self, one: str, ids: Mapping[str, str], path: tuple[str, ...], *, covered: bool
    ) -> Iterator[tuple[str, str]]:
        """(id of now, '') or ('', why withdrawn) for each end. Raises `_Lost`."""
        told, page = self.alias(one), one.partition("#")[0]
        if one in path or len(path) > len(self.aliases):  # `a = a/b` never comes back to itself
            raise _Loop(path[0], " = ".join((*path, one)))
        if one in ids:
            yield one, ""
        elif told is None and covered and page in ids:  # the anchor did not come along, its page did
            yield page, ""
        elif told is None or not (told.why or all(told.now)):
            raise _Lost(path[0] if path else one, one if path else "")
        elif told.why:
            yield "", told.why
        for new in told.now if told and one not in ids else ():
            yield from self._follow(new, ids, (*path, one), covered=one not in self.aliases)

    def _gone(self, gone: list[str]) -> Iterator[Finding]:
        """A finding for each id that is gone; for a whole volume only one."""
        volumes = {one for one in gone if not _HEADS.search(one)}
        for one in gone:
            if one in volumes:
                count = sum(other.startswith(f"{one}/") for other in gone)
                yield finding(_FILE, self.lines[one], "id.gone/volume", id=one, count=count)
            elif one.partition("/")[0] not in volumes:
                yield finding(_FILE, self.lines[one], "id.gone/one", id=one)


def load(folder: Path) -> Register:
    """The register of the folder; of two lines for one id the later one holds.

    Raises `Findings` for lines that are none.
    """
    path, register, wrong = folder / NAME, Register(), list[Finding]()
    lines = path.read_text("utf-8-sig").splitlines() if path.exists() else []
    for number, line in enumerate(lines, 1):
        if not _LINE.fullmatch(line.strip()):
            wrong.append(finding(_FILE, number, "id.form"))
        one, told, new = line.strip().partition(" = ")
        one, _, digest = one.partition(" ")
        if told:
            why = new.removeprefix(WITHDRAWN).strip() if new.startswith(WITHDRAWN) else ""
            now = () if why else tuple(part.strip() for part in new.split("、"))
            register.aliases[one] = Alias(now, why, number)
            register.digests.setdefault(one, "")
        elif one:
            register.digests[one] = digest
        register.lines.setdefault(one, number)
    if wrong:
        raise Findings(wrong)
    return register


def append(folder: Path, ids: Mapping[str, str]) -> None:
    """Add new ids at the end of the register, in sorted order; lines that stand are not touched."""
    fresh = load(folder).fresh(ids)
    if fresh:
        with (folder / NAME).open("a", encoding="utf-8", newline="\n") as register:
            register.writelines(f"{one} {ids[one]}\n" for one in fresh)
