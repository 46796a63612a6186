"""A larger corpus made of the real one, and queries as readers type them."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from typing import Any

from builder.writers.search.fold import fold

Unit = Mapping[str, Any]
CLAUSE = re.compile(r"[^，。；：！？\n]+[，。；：！？\n]*")
HAN = re.compile(r"[\u4e00-\u9fff]")
# One Chinese character in this many is another one: new years bring new names, places and words, and
# without them the number of different pairs would stand still while the text grows.
NEW = 60


def _mixed(clauses: Sequence[str], length: int, han: str, rng: random.Random) -> str:
    """Return a text of about `length` characters: clauses from anywhere, digits and names new."""
    out: list[str] = []
    size = 0
    while size < length:
        clause = rng.choice(clauses)
        out.append(clause)
        size += len(clause)
    chars = list("".join(out))
    for i, char in enumerate(chars):
        if char.isdigit():
            chars[i] = rng.choice("0123456789")
        elif HAN.match(char) and rng.randrange(NEW) == 0:
            chars[i] = rng.choice(han)
    return "".join(chars)


def _later(title: str, years: int) -> str:
    return re.sub(r"20(\d\d)", lambda year: str(2000 + int(year[1]) + years), title)


def scaled(units: Sequence[Unit], factor: int, seed: int = 1) -> list[dict[str, Any]]:
    """Return `factor` times the units: the real ones first, then made-up later years.

    A made-up unit has the kind and about the length of a real one; its text is recombined clauses
    in which some characters and all figures are new. The same arguments give the same units.
    """
    rng = random.Random(seed)
    clauses = [clause for unit in units for clause in CLAUSE.findall(unit["text"])]
    han = "".join(HAN.findall("".join(unit["text"] for unit in units)))
    out = [dict(unit) for unit in units]
    for copy in range(1, factor):
        for unit in units:
            new = dict(unit)
            for name in ("id", "volume", "document"):
                new[name] = re.sub(r"^([a-z]+)-", rf"\g<1>-{copy:02}", unit[name] or "") or None
            new["url"] = f"{copy:02}/{unit['url']}"
            later = _later(unit["title"], 2 * copy)
            head, _, tail = later.partition(" ")
            new["title"] = f"{head} {_mixed(clauses, len(tail), han, rng)[: len(tail)]}" if tail else head
            if unit["date"]:
                new["date"] = f"{int(unit['date'][:4]) + 2 * copy}{unit['date'][4:]}"
            new["text"] = _mixed(clauses, len(unit["text"]), han, rng)
            out.append(new)
    return out


def _piece(text: str, rng: random.Random) -> str:
    clause: str = rng.choice(CLAUSE.findall(text) or [text]).strip("，。；：！？\n ")
    length = rng.choice((2, 2, 3, 4, 4, 5, 6, 8, 10, 12))
    start = rng.randrange(max(1, len(clause) - length + 1))
    return clause[start : start + length]


def queries(units: Sequence[Unit], count: int, seed: int = 2) -> list[str]:
    """Return `count` one-word queries: words and cuts of texts, dates, halves of titles, numbers."""
    rng = random.Random(seed)
    patterns = (
        r"\d+月\d+日",
        r"〔\d{4}〕\d+号",
        r"[\d.]+(?:亿元|万元|%|公里)",
        r"（[^（）]{2,4}）",
        r"《[^《》]{4,20}",
    )
    out: dict[str, None] = {}
    while len(out) < count:
        unit = rng.choice(units)
        choice = rng.random()
        if choice < 0.6:
            query = _piece(unit["text"], rng)
        elif choice < 0.8:
            found = re.findall(rng.choice(patterns), unit["text"])
            query = rng.choice(found) if found else ""
        else:
            title = unit["title"].split(" ")[0]
            query = title[: max(4, len(title) // 2)]
        if len(fold(query)) > 1 and not re.search(r"\s", query) and query[0] not in '-"':
            out[query] = None
    return list(out)
