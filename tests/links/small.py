"""Tiny volumes of a city that does not exist, for the tests of `builder.links`: 临江市, its counties, its people.

Every test adds to `NAMES` only what it is about, with `known`.
"""

from __future__ import annotations

from array import array
from collections import Counter
from typing import Any

from builder.engine.text import Text
from builder.links import link
from builder.model.blocks import Block, Heading, Paragraph
from builder.model.linkage import IndexItem, Linkage, Place
from builder.model.volume import Document, Entry, Month, Volume
from builder.records.names import Names

NAMES: dict[str, Any] = {
    "persons": {
        "surnames": "赵钱孙李周吴郑王冯陈",
        "after": ["主持", "出席", "参加", "任", "当选", "辞去", "不再", "到", "同志", "为", "会见", "等"],
        "before": ["免去", "任命", "选举"],
        "after_place": ["东川"],
        "does": ["当选", "任", "同志任"],
        "never_last": "任到为",
    },
    "offices": {
        "words": [
            "书记",
            "副书记",
            "市长",
            "副市长",
            "代市长",
            "县长",
            "局长",
            "部长",
            "院长",
            "董事长",
            "总经理",
            "常委",
        ],
        "lead": ["由", "与"],
        "short": ["院长", "董事长", "总经理"],
    },
    "places": {
        "city": "临江市",
        "counties": {"东川县": ["东川县", "东川"], "西岭县": ["西岭县", "西岭"], "北桥市": ["北桥市", "北桥"]},
    },
}
# Weights of the comparison of two entries, round enough to reckon with.
EVENTS: dict[str, Any] = {
    "days": 2,
    "candidates": 8,
    "words": 12,
    "enough": 4.3,
    "least_text": 0.25,
    "twice": 6.0,
    "twice_text": 0.3,
    "text": 4.0,
    "shared": 2.0,
    "shared_full": 60.0,
    "same_day": 1.0,
    "same_range": 1.0,
    "days_off": -1.0,
    "lead": 1.5,
    "lead_against": -0.6,
    "persons": 1.0,
    "nobody_shared": -2.0,
    "number": 1.0,
    "number_against": -3.0,
    "title": 1.0,
    "place": 0.5,
    "organisation": 0.5,
    "act": 0.5,
    "act_against": -0.5,
    "acts": {"会议": ["会议", "大会"], "调研": ["调研", "检查"]},
}
RELATED = {"words": 12, "candidates": 20, "least": 0.3, "yearly": 0.4, "yearly_name": 3, "yearly_days": 45}


def known(**more: Any) -> Names:
    """`NAMES` with more names: `places={"known": …}` adds to the table that is there."""
    made: dict[str, Any] = {"events": EVENTS, "related": RELATED, **NAMES}
    for table, content in more.items():
        made[table] = {**made.get(table, {}), **content}
    return Names.model_validate(made)


def text(words: str) -> Text:
    """A text that stands in no raw file."""
    return Text(words, array("l", [-1] * len(words)))


def book(volume: str, *told: tuple[str, str]) -> Volume:
    """A chronicle or a gazette from (day, words): `1999-03-06`, `1999-03-06/1999-03-08`, or `1999-03` for 是月.

    Ids are given as the reader gives them: `chronicle-1999/1999-03-06-1`, `chronicle-1999/1999-03-month-1`.
    """
    months: dict[str, Month] = {}
    seen: Counter[str] = Counter()
    for when, words in told:
        start, _, end = when.partition("/")
        month = months.setdefault(start[:7], Month(f"{volume}/{start[:7]}", int(start[:4]), int(start[5:7]), []))
        day = start if len(start) > 7 else None
        name = day or f"{start}-month"
        seen[name] += 1
        paragraphs: list[Block] = [Paragraph(text(one)) for one in words.split("\n")]
        made = Entry(f"{volume}/{name}-{seen[name]}", "", text(""), day, (end or day) if day else None, paragraphs)
        month.entries.append(made)
    return Volume(volume, volume.partition("-")[0], months=list(months.values()))


def city(*told: tuple[str, str]) -> Volume:
    """The city's chronicle of 1999."""
    return book("chronicle-1999", *told)


def gazette(*told: tuple[str, str], documents: tuple[Document, ...] = ()) -> Volume:
    """An issue of the gazette of 1999, with its own chronicle and its documents."""
    made = book("gazette-1999-1", *told)
    made.documents = list(documents)
    return made


def document(name: str, title: str, *parts: str, date: str | None = "1999-03-06") -> Document:
    """A document of the gazette; a part that begins with `#` is a heading."""
    blocks: list[Block] = [
        Heading(text(part[1:]), level=1) if part.startswith("#") else Paragraph(text(part)) for part in parts
    ]
    return Document(f"gazette-1999-1/{name}", text(title), date=date, blocks=blocks)


def linked(*volumes: Volume, **more: Any) -> Linkage:
    """All links of the volumes with `NAMES` and more."""
    return link(volumes, known(**more), {})


def entry(day: str, count: int = 1, volume: str = "chronicle-1999") -> str:
    """The id of an entry."""
    return f"{volume}/{day}-{count}"


def place(found: Linkage, name: str) -> Place | None:
    """The place of that name; None where it is met nowhere."""
    return next((one for one in found.places if one.name == name), None)


def organisation(found: Linkage, name: str) -> IndexItem | None:
    """The organisation of that name; None where it is met nowhere."""
    return next((one for one in found.organisations if one.name == name), None)


def linked_words(found: Linkage, owner: str, words: str, kind: str) -> list[str]:
    """The pieces of a text of one paragraph that are links of a kind."""
    return [words[span.start : span.end] for span in found.spans.get(owner, []) if span.kind == kind]
