"""A volume's rows as a book: its chapters in printed order, its contents, what stands at the back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from builder.records.yearbook import NAMELESS, Yearbook

LAW = (
    "非正式出版物，据公开文本整理。宋体与粗黑体字为原文；细黑体字（星期、原书页码〔〕、校勘、另见、索引等）"
    "为本版所加的辅助文字，不具法律效力。公文以发文机关正式文本为准。"
)


class Edition(NamedTuple):
    """What the end matter says of this edition: who publishes it, and the site's address (may be empty)."""

    yearbook: Yearbook = NAMELESS
    site_url: str = ""

    @property
    def name(self) -> str:
        """What it is called."""
        return self.yearbook.name

    @property
    def said(self) -> str:
        """Its name and its version."""
        return f"{self.name} {self.yearbook.edition}".strip()

    def where(self, url: str) -> str:
        """The public address of a page; without one the name of the edition and the place in it."""
        return f"{self.site_url}{url}" if self.site_url else f"{self.name} {url}"


def book_rows(volume: Mapping[str, Any]) -> dict[str, Any]:
    """The rows of a volume with `chapters`, `parts` (lines of the contents) and `back` (lists at the back)."""
    chapters = chapters_of(volume)
    rows = {key: value for key, value in volume.items() if key not in ("months", "sections", "documents")}
    rows["chapters"] = chapters
    rows["title_lines"] = title_lines(str(volume["title"]))
    rows["parts"] = [_part(one["kind"], one["row"]) for one in chapters]
    rows["back"] = _back(volume)
    return rows


def chapters_of(volume: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Months and documents in the order of their printed pages; months first where pages are unknown. A yearbook's
    chapters, its sections among them, stand in the order of the raw text."""
    if sections := volume.get("sections"):
        kinds = (("month", volume["months"]), ("document", volume["documents"]), ("section", sections))
        return sorted(({"kind": k, "row": row} for k, rows in kinds for row in rows), key=lambda one: one["row"]["at"])
    months = [{"kind": "month", "row": month} for month in volume["months"]]
    documents = [{"kind": "document", "row": document} for document in volume["documents"]]
    first = [min((p for one in some for p in one["row"]["pages"]), default=0) for some in (months, documents)]
    return documents + months if first[0] > first[1] else months + documents


def _part(kind: str, row: Mapping[str, Any]) -> dict[str, str]:
    if kind == "month":
        return {"id": row["id"], "title": row["title"], "note": f"{len(row['entries'])}条"}
    if kind == "section":
        return {"id": row["id"], "title": row["title"], "note": f"{row['items']}条"}
    return {"id": row["id"], "title": row["name"], "note": row["number_read"] or ""}


def _back(volume: Mapping[str, Any]) -> list[dict[str, str]]:
    indexes = volume["indexes"]
    parts = [part for section in volume.get("sections", []) for part in section["subsections"]]
    noted = [volume["front_notes"], *(row["notes"] for row in (*volume["months"], *parts, *volume["documents"]))]
    lists = [
        ("announced", "本年公布的文件", volume["announced"]),
        ("person", "人名索引", indexes["person"]),
        ("place", "地名索引", indexes["place"]),
        ("subject", "主题索引", indexes["subject"]),
        ("notes", "校勘记", any(noted)),
    ]
    return [{"id": name, "title": title} for name, title, some in lists if some]


def title_lines(title: str) -> list[str]:
    """A volume's title in lines for the title page: it breaks before a bracket, at a space, before 和."""
    for mark in (" ", "（"):
        head, found, tail = title.partition(mark)
        if found and tail:
            return [head, tail if mark == " " else f"（{tail}"]
    if len(title) <= 14:
        return [title]
    lines, rest = [], title
    while len(rest) > 14:
        cut = next((i for i in range(14, 5, -1) if rest[i] == "第" or rest[i - 1] in "和、"), 12)
        lines.append(rest[:cut])
        rest = rest[cut:]
    return [*lines, rest]


def book_facts(volume: Mapping[str, Any], edition: Edition) -> list[list[str]]:
    """What the copyright and source page of a book says."""
    facts = [
        ["书名", str(volume["title"])],
        ["编者", str(volume["publisher"])],
        ["原出版", "，".join(str(volume[k]) for k in ("place", "published") if volume.get(k))],
        ["本版", edition.said],
        ["网址", edition.where(volume["url"])],
        ["底本", f"{volume['source']}，SHA-256 {volume['sha256']}"],
        ["声明", f"本书未申请书号，不得销售。{LAW}"],
    ]
    return [fact for fact in facts if fact[1]]
