"""A page of entries: a day is a section, an entry (or an item of a yearbook) a row with its apparatus in the margin."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date
from html import escape
from typing import Any

from builder.edition.marks import DAY, entry_end
from builder.edition.names import month_name
from builder.edition.printed import Pages
from builder.model.address import relative
from builder.site.notes import Margin
from builder.site.site import Page, Site

Meta = dict[str, Any]
_MOST = 6


class MonthPage:
    """Sets the HTML of a month's Markdown in days and rows, at the marks that its writer left."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.margin = Margin(page.meta.get("notes", []))

    def body(self, source: str) -> str:
        """The days of the page; everything in `source` stays, in its order."""
        days = [day.strip() for day in source.split(DAY)]
        entries = iter(self.page.meta.get("entries", []))
        return "\n".join(self._day(day, entries) for day in days if day)

    def _day(self, source: str, entries: Iterator[Meta]) -> str:
        label, found, rest = source.partition("</h2>")
        label, rest = (f"{label}{found}\n", rest) if found else ("", source)
        rows = []
        while rest.strip():
            entry = next(entries, None)
            # A month without entries says so in a line of its own.
            if entry is None:
                return f'<section class="day">\n{label}{rest.strip()}\n</section>'
            row, _, rest = rest.partition(entry_end(entry["id"]))
            rows.append(f'<div class="row">{row.strip()}{_figures(entry)}</div>\n{self._side(entry)}')
        return f'<section class="day">\n{label}{chr(10).join(rows)}\n</section>'

    def _side(self, entry: Meta) -> str:
        first = entry.get("page")
        said = Pages(first, entry.get("page_end", first)).said() or "本条"
        at = f'<p class="at"><a href="#{entry["id"]}">{said}</a></p>'
        lines = [at, *self.margin.lines(entry.get("notes", []))]
        lines += [_aid(said, entry[key], self.page.url) for key, said in _AIDS.items() if entry.get(key)]
        return f'<div class="side" data-furniture>{"".join(lines)}</div>'


_AIDS = {"documents": "文件", "see": "另见", "years": "历年同题", "related": "相关"}


def _aid(said: str, links: list[Meta], url: str) -> str:
    """The margin line for links of one kind: `[{text, url}]`, addresses below the root."""
    items = (f'<a href="{relative(str(one["url"]), url)}">{escape(str(one["text"]))}</a>' for one in links)
    return f'<p class="n"><b class="k">{said}</b>{"<br>".join(items)}</p>'


def _figures(entry: Meta) -> str:
    """The figures of an item's tables over the years, folded under its text."""
    tables = "".join(_table(one) for one in entry.get("figures", ()))
    return f'<details class="figures" data-furniture><summary>历年数字</summary>{tables}</details>' if tables else ""


def _table(one: Meta) -> str:
    head = "".join(f'<th scope="col">{year}年</th>' for year in one["years"])
    body = ""
    for label, *figures in one["rows"]:
        cells = "".join(f"<td>{escape(str(cell))}</td>" for cell in figures)
        body += f'<tr><th scope="row">{escape(str(label))}</th>{cells}</tr>'
    name = escape(str(one["name"]))
    return (
        f'<div class="table" tabindex="0" role="group" aria-label="{name}"><table class="num"><caption>{name}</caption>'
        f"<thead><tr><td></td>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def strip(page: Page) -> list[Meta]:
    """The days of the month for its calendar: number, weekday, how many entries, where they begin."""
    year, month = page.meta["year"], page.meta["month"]
    counts: dict[int, int] = {}
    anchors: dict[int, str] = {}
    for entry in page.meta.get("entries", []):
        if entry.get("start"):
            day = date.fromisoformat(entry["start"]).day
            counts[day] = counts.get(day, 0) + 1
            anchors.setdefault(day, entry.get("day", entry["id"]))
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


def facts(page: Page, site: Site) -> Meta:
    """What the template of a month shows around the days, that of a subsection around its items."""
    entries = page.meta.get("entries", [])
    if page.kind == "subsection":
        heads = [{"id": one["id"], "title": one["label"]} for one in entries]
        return {"entries": len(entries), "heads": heads, "fold": str(page.meta["within"]).rpartition("/")[2]}
    undated = [one for one in entries if not one.get("start")]
    days = strip(page) if page.meta["month"] else []
    others = [{"url": other.url, "text": _other(other, page)} for other in site.same_month(page)]
    return {
        "days": days,
        "days_with": sum(1 for one in days if one["count"]),
        "entries": len(entries),
        "undated": undated[0]["id"] if undated else "",
        "others": others,
    }


def _other(other: Page, page: Page) -> str:
    meta = other.meta
    if meta["volume_kind"] != page.meta["volume_kind"]:
        book = {"gazette": "公报", "yearbook": "年鉴"}.get(meta["volume_kind"], "全年")
        return f"{book}{month_name(meta['year'], meta['month']).partition('年')[2]}大事记"
    return month_name(meta["year"], meta["month"])
