"""Direct answers of search: what a reader asks for by name, from the rows of the data files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from builder.edition.names import day_name, month_name
from builder.writers.search.found import NAMED, labels_of

Row = Mapping[str, Any]
# 关于印发某市水污染治理攻坚方案的通知: asked for as 水污染治理攻坚方案.
OPENING = re.compile(r"^.*?关于(?:印发|转发|公布|做好|加快)?")
CLOSING = re.compile(r"的(?:通知|意见|决定|通告|公告|批复|函)$")
MARKS = re.compile("[《》“”]")
CHAPTER = re.compile(r"^第\S{1,4}[章节] ")
BODY = re.compile(r"^[^市县区省]{1,4}[市县区省]")
YEAR = re.compile(r"^\d{4}年度?")
# 某市人民政府公报 2021年第2期: asked for as 公报2021年第2期.
VOLUME = re.compile(r"(?:公报|大事记|年鉴|规划纲要|远景目标纲要).*")


def direct(data: Mapping[str, Sequence[Row]]) -> Iterator[dict[str, Any]]:
    """Direct answers: volumes, months, days, documents by number or title, and the named things."""
    titles = {row["id"]: row["title"] for row in data["volumes"]}
    for row in data["volumes"]:
        short = VOLUME.search(row["title"])
        yield {"kind": "volume", "label": row["title"], "keys": [short[0]] if short else [], "url": row["url"]}
    yield from _months(data["entries"], titles)
    yield from _days(data["entries"], titles)
    for row in data["documents"]:
        keys = [*title_keys(row["title"]), *([row["number"]] if row["number"] else [])]
        yield {"kind": "document", "label": row["title"], "keys": keys, "url": row["url"]}
    for kind in NAMED:
        names = labels_of(data.get(kind, ()))
        for row in data.get(kind, ()):
            if row.get("url"):
                keys = [row["name"], *row.get("also", [])]
                yield {"kind": kind.rstrip("s"), "label": names[row["id"]], "keys": keys, "url": row["url"]}


def title_keys(title: str) -> list[str]:
    """Return the ways a title is asked for: whole, and from each place where its subject may begin."""
    keys = [title]
    for cut in (CHAPTER, OPENING, CLOSING, BODY, YEAR, MARKS):
        keys.append(cut.sub("", keys[-1]))
    return list(dict.fromkeys(key for key in keys if key))


def _months(entries: Sequence[Row], titles: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    months: dict[tuple[str, int, int], str] = {}
    for row in entries:
        if row["month"]:
            months.setdefault((row["volume"], row["year"], row["month"]), row["url"].split("#")[0])
    for (volume, year, month), url in months.items():
        label = f"{month_name(year, month)} {titles[volume]}"
        yield {"kind": "month", "label": label, "keys": [f"{year}-{month:02}", f"{year}.{month}"], "url": url}


def _days(entries: Sequence[Row], titles: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    days: dict[tuple[str, str], str] = {}
    for row in entries:
        days.setdefault((row["volume"], row["start"] or ""), row["url"])
    for (volume, day), url in days.items():
        if day:
            yield {"kind": "day", "label": f"{day_name(day)} {titles[volume]}", "keys": [day], "url": url}
