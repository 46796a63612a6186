"""Rosters: lists of people with role and office, one person a line or a pair of cells."""

from __future__ import annotations

import re

from builder.engine.text import Text
from builder.model.blocks import Member, Roster
from builder.readers.source import Source

_ROLE = r"[\u4e00-\u9fff]{1,3}(?:[ \u00a0\u3000]?[\u4e00-\u9fff]){1,5}[ \u00a0]?[：:][ \u00a0]?"
_NAME = r"[\u4e00-\u9fff·]{2,4}|[\u4e00-\u9fff][ \u00a0\u3000]{1,4}[\u4e00-\u9fff]"
_PERSON = re.compile(rf"(?P<role>{_ROLE})?(?P<name>{_NAME})(?P<gap>[ \u00a0\u3000\t]+)(?P<office>[^。；;：:\t]{{2,}})")
_LEADS = ("组长", "组 长", "主任", "总指挥", "主 任", "指挥长", "召集人", "顾问", "副组长", "成员", "成 员")


def person_run(lines: list[Text], i: int) -> int:
    """How many lines from line `i` on are people; 0 unless the first of them bears a role."""
    first = _PERSON.match(lines[i].s)
    if not first or not first["role"] or not first["role"].startswith(_LEADS):
        return 0
    count = 0
    while i + count < len(lines) and _people(lines[i + count].s):
        count += 1
    return count if count > 1 else 0


def _people(line: str) -> bool:
    if "\t" in line:
        pairs = _pairs(line.split("\t"))
        return bool(pairs) and all(_PERSON.fullmatch(f"{a}\t{b}") for a, b in pairs)
    return _PERSON.fullmatch(line) is not None


def _pairs(cells: list[str]) -> list[tuple[str, str]]:
    """Cells as pairs of person and office, without the empty ones."""
    full = [cell for cell in cells if cell.strip()]
    return list(zip(full[::2], full[1::2], strict=False)) if len(full) % 2 == 0 else []


def read_roster(lines: list[Text], source: Source) -> Roster:
    """The people of the lines; the role goes on until the next one is printed."""
    roster = Roster(Text.empty())
    role = ""
    for line in lines:
        for piece in _people_of(line, source):
            found = _PERSON.fullmatch(piece.s)
            assert found is not None
            name = found.span("name")
            colon = re.search(r"[：:]", found["role"] or "")
            if colon:
                role = "".join(found["role"][: colon.start()].split())
            source.drop("cell.tab", piece[name[1] : found.start("office")])
            roster.people.append(
                Member(piece[: name[0]], piece[name[0] : name[1]], piece[found.start("office") :], role)
            )
    return roster


def _people_of(line: Text, source: Source) -> list[Text]:
    """A line as pieces of one person each; the tabs between people are dropped."""
    if "\t" not in line.s:
        return [line]
    spans = [m.span() for m in re.finditer(r"[^\t]+", line.s)]
    pieces: list[Text] = []
    done = 0
    for (start, _), (_, end) in zip(spans[::2], spans[1::2], strict=False):
        source.drop("cell.tab", line[done:start])
        pieces.append(line[start:end])
        done = end
    source.drop("cell.tab", line[done:])
    return pieces
