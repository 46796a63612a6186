"""The page of a month: a day is a section, an entry a row with its apparatus in the margin."""

from __future__ import annotations

import calendar
import re
from datetime import date
from html import escape
from typing import Any

from builder.edition.names import weekdays
from builder.edition.printed import Pages
from builder.site.address import relative
from builder.site.markup import Element, elements, notes_in, text_of
from builder.site.notes import Margin
from builder.site.site import Page, Site

Meta = dict[str, Any]
_DAY = re.compile(r'\A((?:<span class="turn"[^>]*></span>)?)(\d+)(日)\Z')
_MOST = 6


class MonthPage:
    """Sets the HTML of a month's Markdown in days and rows."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.margin = Margin(page.meta.get("notes", []))
        self.entries: dict[str, Meta] = {one["id"]: one for one in page.meta.get("entries", [])}

    def body(self, source: str) -> str:
        """The days of the page; everything in `source` stays, in its order."""
        out: list[str] = []
        row: list[Element] = []
        opened = False
        for _, _, one in elements(source, "h2|p"):
            if one.tag == "h2":
                out += [*self._row(row), "</section>" if opened else "", self._label(one)]
                row, opened = [], True
                continue
            if one.id in self.entries and row:
                out += self._row(row)
                row = []
            if not opened:
                out.append('<section class="day">')
                opened = True
            row.append(one)
        out += [*self._row(row), "</section>" if opened else ""]
        return "\n".join(piece for piece in out if piece)

    def _label(self, one: Element) -> str:
        entry = self.entries.get(one.id.removeprefix("on-"))
        inner, name = one.inner, "label"
        found = _DAY.match(inner)
        if found:
            inner, name = f"{found[1]}<b>{found[2]}</b>{found[3]}", "label single"
        said = weekdays(entry["start"], entry.get("end")) if entry and entry.get("start") else ""
        small = f"<small data-furniture>{said}</small>" if said else ""
        day = f' data-day="{one.attributes["data-day"]}"' if "data-day" in one.attributes else ""
        head = f'<h2 class="{name}" id="{one.id}"{day}>{inner}{small}</h2>'
        return f'<section class="day" aria-labelledby="{one.id}">\n{head}'

    def _row(self, row: list[Element]) -> list[str]:
        if not row:
            return []
        body = "".join(one.source for one in row)
        entry = self.entries.get(row[0].id)
        side = self._side(entry, notes_in(body)) if entry else ""
        return [f'<div class="row">{body}</div>', side]

    def _side(self, entry: Meta, notes: list[int]) -> str:
        first = entry.get("page")
        said = Pages(first, entry.get("page_end", first)).said() or "本条"
        at = f'<p class="at"><a href="#{entry["id"]}">{said}</a></p>'
        lines = [at, *self.margin.lines(notes)]
        for key, said in AIDS.items():
            lines += aid_lines(said, entry.get(key, []), self.page.url)
        return f'<div class="side" data-furniture>{"".join(lines)}</div>'


AIDS = {
    "announces": "文件",
    "documents": "文件",
    "see": "另见",
    "related": "相关",
    "announced": "大事记",
    "cites": "引用",
    "cited_by": "被引",
}


def aid_lines(said: str, links: list[Meta], url: str) -> list[str]:
    """One margin line for links of one kind: `[{text, url?}]`, addresses below the root."""
    items = []
    for one in links:
        text = escape(str(one.get("text", "")))
        items.append(f'<a href="{relative(str(one["url"]), url)}">{text}</a>' if one.get("url") else text)
    return [f'<p class="n"><b class="k">{said}</b>{"<br>".join(items)}</p>'] if items else []


def strip(page: Page, labels: dict[str, str]) -> list[Meta]:
    """The days of the month for its calendar: number, weekday, how many entries, where they begin.

    `labels` gives the anchor of the day label of an entry.
    """
    year, month = page.meta["year"], page.meta["month"]
    counts: dict[int, int] = {}
    anchors: dict[int, str] = {}
    for entry in page.meta.get("entries", []):
        if entry.get("start"):
            day = date.fromisoformat(entry["start"]).day
            counts[day] = counts.get(day, 0) + 1
            anchors.setdefault(day, labels.get(entry["id"], entry["id"]))
    first, size = calendar.monthrange(year, month)
    return [
        {
            "day": day,
            "weekday": (first + day - 1) % 7 + 1,
            "count": counts.get(day, 0),
            "level": min(counts.get(day, 0), _MOST),
            "anchor": anchors.get(day, ""),
        }
        for day in range(1, size + 1)
    ]


def labels_of(source: str) -> dict[str, str]:
    """entry id -> id of the label that stands over it, where it has one of its own."""
    return {one.id.removeprefix("on-"): one.id for _, _, one in elements(source, "h2") if one.id.startswith("on-")}


def facts(page: Page, site: Site, source: str) -> Meta:
    """What the template of a month shows around the days."""
    entries = page.meta.get("entries", [])
    undated = [one for one in entries if not one.get("start")]
    days = strip(page, labels_of(source))
    others = [
        {"url": other.url, "text": _other(other, page)}
        for other in site.same_month(page)
        if other.meta["year"] == page.meta["year"] or other.meta["volume_kind"] == page.meta["volume_kind"]
    ]
    return {
        "days": days,
        "days_with": sum(1 for one in days if one["count"]),
        "entries": len(entries),
        "undated": undated[0]["id"] if undated else "",
        "others": others,
        "texts": {one.id: text_of(one.inner) for _, _, one in elements(source, "p") if one.id},
    }


def _other(other: Page, page: Page) -> str:
    meta = other.meta
    if meta["volume_kind"] != page.meta["volume_kind"]:
        book = "公报" if meta["volume_kind"] == "gazette" else "全年"
        return f"{book}{meta['month']}月大事记"
    return f"{meta['year']}年{meta['month']}月"
