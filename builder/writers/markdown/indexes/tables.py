"""Indexes that are tables: offices, series, what recurs, and where two books differ."""

from __future__ import annotations

from builder.edition.library import INDEX, Library
from builder.model.linkage import Holder, Series
from builder.writers.markdown import escape
from builder.writers.markdown.indexes.lists import NAMES
from builder.writers.markdown.indexes.parts import link, page


def pages(library: Library) -> dict[str, str]:
    """All table pages."""
    return {
        f"{INDEX}offices.md": _offices(library),
        f"{INDEX}series.md": _series(library),
        f"{INDEX}recurring.md": _recurring(library),
        f"{INDEX}differences.md": _differences(library),
    }


def _table(label: str, heads: tuple[str, ...], rows: list[list[str]]) -> str:
    top = "".join(f'<th scope="col">{head}</th>' for head in heads)
    body = "\n".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>" for cells in rows)
    table = f"<table>\n<thead><tr>{top}</tr></thead>\n<tbody>\n{body}\n</tbody></table>"
    return f'<div class="table" tabindex="0" role="group" aria-label="{escape.plain_html(label)}">{table}</div>'


def _offices(library: Library) -> str:
    here = f"{INDEX}offices/"
    names = {person.id: person.name for person in library.linkage.persons}
    body = ["据条目所见编成：首见、末见为书中所载日期，不是任免日期；任免之事见所列条目。"]
    for office in sorted(library.linkage.offices, key=lambda one: (one.pinyin, one.id)):
        body.append(f"## {escape.markdown(office.title, head=False)} {{ #{office.id} }}")
        rows = [_holder(holder, library, names, here) for holder in office.holders]
        body.append(_table(office.title, ("姓名", "首见", "末见", "任免之事"), rows))
    return page(NAMES["offices"], here, body, count=len(library.linkage.offices))


def _holder(holder: Holder, library: Library, names: dict[str, str], here: str) -> list[str]:
    changes = [one for one in (holder.began, holder.ended) if one]
    first = link(holder.first, library.url(holder.entries[0]), here) if holder.entries else holder.first
    last = link(holder.last, library.url(holder.entries[-1]), here) if holder.entries else holder.last
    name = link(names.get(holder.person, holder.person), f"{INDEX}persons/{holder.person}/", here)
    return [name, first, last, "、".join(link(library.name(one), library.url(one), here) for one in changes) or "—"]


def _series(library: Library) -> str:
    here = f"{INDEX}series/"
    body = ["逐次编号的会议、通告、巡察，依编号排列；书中未载的号数一并说明。"]
    for series in library.linkage.series:
        body.append(f"## {escape.markdown(series.name, head=False)} {{ #{series.id} }}")
        body.append(_gaps(series))
        rows = [
            [
                str(step.number),
                step.date or "是月",
                link(library.name(step.owner), library.url(step.owner), here),
                escape.plain_html(library.snippet(step.owner)),
            ]
            for step in series.steps
        ]
        body.append(_table(series.name, ("号", "日期", "见", "摘录"), rows))
    return page(NAMES["series"], here, body, count=len(library.linkage.series))


def _gaps(series: Series) -> str:
    if not series.gaps:
        return "其间各号皆载。"
    said = [str(a) if a == b else f"{a}–{b}" for a, b in series.gaps]
    return f"{'、'.join(said)} 未载。"


def _recurring(library: Library) -> str:
    here = f"{INDEX}recurring/"
    body = ["同一活动在不同年份的条目。"]
    rows = [
        [
            f'<span id="{one.id}">{escape.plain_html(one.name)}</span>',
            "、".join(link(library.name(entry), library.url(entry), here) for _, entry in one.entries),
        ]
        for one in library.linkage.recurring
    ]
    body.append(_table("两年皆有的活动", ("活动", "条目"), rows))
    return page(NAMES["recurring"], here, body, count=len(rows))


def _differences(library: Library) -> str:
    here = f"{INDEX}differences/"
    body = ["两书记同一事而日期、人名、职务或数字有异者，并列于此，不作取舍。"]
    rows = [
        [
            link(library.name(one.entry), library.url(one.entry), here),
            link(library.name(one.other), library.url(one.other), here),
            one.kind,
            escape.plain_html(one.here),
            escape.plain_html(one.there),
        ]
        for one in library.linkage.differences
    ]
    body.append(_table("两书异同", ("甲", "乙", "异在", "甲作", "乙作"), rows))
    return page(NAMES["differences"], here, body, count=len(rows))
