"""The `[[volume]]` that a new raw file needs in the catalogue."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence

from builder.intake.signs import Line
from builder.readers import titles
from builder.records.volume import OPEN

_ISSUE = re.compile(r"第[ \u3000]*(?P<n>\d{1,3})[ \u3000]*期")
_TOTAL = re.compile(r"总第[ \u3000]*(?P<n>\d{1,4})[ \u3000]*期")
_YEARBOOK = re.compile(r"[\u4e00-\u9fff]{1,14}年鉴")
_TOP, _LONGEST, _SECOND = 12, 40, 14


def title(lines: Sequence[Line]) -> str:
    """The first lines that may be a title: until the year, the genre or a blank of sense closes it."""
    parts: list[str] = []
    for line in lines[:_TOP]:
        said = line.s.strip("#* ")
        if (
            len(said) > _LONGEST
            or re.search(r"[。，；]|[：:]$", said)
            or (parts and not re.fullmatch(r"[（(]?.{0,12}[）)]?", said))
        ):
            break
        parts.append(said)
        if re.search(r"[)）年期]$|大事记|公报|规划|纲要|报告", "".join(parts)) and len("".join(parts)) > 5:
            break
    whole = "".join(parts)
    return whole if whole and not titles.org(whole) else OPEN


def yearbook_title(lines: Sequence[Line], year: int | None) -> str:
    """The name of a yearbook with its year: the two may stand on lines of their own."""
    name = next((found[0] for line in lines[:_TOP] if (found := _YEARBOOK.match(line.s.strip("#* 《》")))), "")
    return f"{name}（{year}）" if name and year else name or OPEN


def issue(lines: Sequence[Line]) -> dict[str, int]:
    """The number of an issue, and its total number, from the top of a gazette."""
    top = " ".join(line.s for line in lines[:_TOP])
    total = _TOTAL.search(top)
    own = _ISSUE.search(_TOTAL.sub("", top))
    return (
        {"issue": int(own["n"])}
        if own and not total
        else {key: int(found["n"]) for key, found in (("issue", own), ("issue_total", total)) if found}
    )


def identity(file: str, kind: str, year: int | None, number: int | None, taken: Iterable[str]) -> str:
    """An id of this kind that no volume bears: that of the file's name, or chronicle-2022, gazette-2022-3."""
    if re.fullmatch(rf"{kind}-[0-9a-z]+(?:-[0-9a-z]+)*", file) and file not in taken:
        return file
    base = f"{kind}-{year or '0000'}"
    name, again = f"{base}-{number}" if number else base, 2
    while name in set(taken):
        name, again = f"{base}-{again}" if not number else f"{base}-{number}-{again}", again + 1
    return name


def written(keys: Mapping[str, object], tables: Mapping[str, Mapping[str, object]], expect: Mapping[str, int]) -> str:
    """The volume as it stands in catalogue.toml, with the tables below it that hold anything."""
    lines = ["[[volume]]", *(f"{key} = {_value(value)}" for key, value in keys.items())]
    for name, table in tables.items():
        if table:
            lines += ["", f"[volume.{name}]", *(f"{key} = {_value(value)}" for key, value in table.items())]
    lines += ["", "# 程序数得的数目：请照原书核对，不符先查原因。", "[volume.expect]"]
    return "\n".join([*lines, *(f"{key} = {value}" for key, value in expect.items())]) + "\n"


def _value(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
