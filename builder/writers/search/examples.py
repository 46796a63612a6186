"""Examples for the help of search, found in what is searched: each of them finds something."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]
# Words that go together in the texts of some city or county; kinds of titles. The first that is met is shown.
_PAIRS = (("市委", "市长"), ("县委", "县长"), ("区委", "区长"), ("党委", "政府"), ("会议", "召开"))
_TITLES = ("普查", "规划", "方案", "意见", "通知", "概况", "报告", "会议")
_NEAR, _MEETING = 20, "会议"


def examples(data: Mapping[str, Sequence[Row]], given: Mapping[str, str]) -> dict[str, str]:
    """Kind of example -> query; `given` are those of the catalogue."""
    texts = [str(unit["text"]) for unit in data["units"]]
    found = dict(_found(data, texts))
    return {**found, **given}


def _found(data: Mapping[str, Sequence[Row]], texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    if two := _two(data):
        yield "two", " ".join(two)
    if person := _first(data.get("persons", ()), lambda row: str(row["name"])):
        if office := _office(person, texts):
            yield "phrase", f'"{office} {person}"'
        if any(person in text and _MEETING not in text for text in texts):
            yield "minus", f"{person} -{_MEETING}"
        yield "person", f"person:{person}"
    near = (pair for pair in _PAIRS if any(re.search(f"{pair[0]}.{{0,{_NEAR}}}{pair[1]}", text) for text in texts))
    if pair := next(near, None):
        yield "near", f"{pair[0]} NEAR/{_NEAR} {pair[1]}"
    titles = [str(unit["title"]) for unit in data["units"]]
    if word := next((word for word in _TITLES if any(word in title for title in titles)), None):
        yield "title", f"in:title {word}"
    if number := next((row["number"] for row in data["documents"] if row["number"]), None):
        yield "number", f"no:{number}"
    if days := sorted(row["start"] for row in data["entries"] if row["start"]):
        year, month = map(int, days[len(days) // 2][:7].split("-"))
        end = (year + (month + 2) // 12, (month + 2) % 12 + 1)
        yield "time", f"after:{year:04}-{month:02} before:{end[0]:04}-{end[1]:02}"


def _two(data: Mapping[str, Sequence[Row]]) -> tuple[str, str] | None:
    """Two places that one entry names most often together."""
    names = {row["id"]: str(row["name"]) for row in data.get("places", ())}
    pairs = Counter[tuple[str, str]]()
    for row in data["entries"]:
        said = [name for one in row.get("places", ()) if (name := names.get(one, "")) and name in row["text"]]
        pairs.update((a, b) for a in said for b in said if a < b and a not in b and b not in a)
    return min(pairs, key=lambda pair: (-pairs[pair], pair)) if pairs else None


def _first(rows: Sequence[Row], name: Any) -> str:
    """The name of the row that most entries name."""
    best = min(rows, key=lambda row: (-len(row.get("mentions", ())), str(row["id"])), default=None)
    return name(best) if best else ""


def _office(person: str, texts: Sequence[str]) -> str:
    """The last two letters that stand most often right in front of a name."""
    counted = Counter(one for text in texts for one in re.findall(rf"([\u4e00-\u9fff]{{2}}){re.escape(person)}", text))
    return min(counted, key=lambda one: (-counted[one], one)) if counted else ""
