"""The page of a month: day labels as headings, an entry per paragraph."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from builder.edition.apparatus import Apparatus
from builder.model import Entry, Month
from builder.model.address import month_url
from builder.writers.markdown import front
from builder.writers.markdown.blocks import BlockWriter
from builder.writers.markdown.inline import PageWriter
from builder.writers.markdown.linked import OwnerLinks

WEEKDAYS = "一二三四五六日"


def month_page(
    month: Month,
    apparatus: Apparatus,
    meta: dict[str, Any],
    links: OwnerLinks,
    aids: Callable[[str], dict[str, Any]],
) -> str:
    """The Markdown page of a month.

    `meta` is what the page's template knows of its volume; `aids` gives what an entry leads to.
    """
    url = month_url(month.id)
    page = PageWriter(url, meta["volume"], apparatus)
    writer = BlockWriter(page, lambda text: [])
    body: list[str] = [_title(month, page)]
    later = month.headings[1:]
    for entry in month.entries:
        if entry.start is None and later:
            body.append(f"## {page.markdown(later.pop(0))} {{ #the-month .label }}")
        body.extend(_entry(entry, writer, links))
    facts = {
        "title": f"{month.year}年{month.month}月",
        "kind": "month",
        "id": month.id,
        **meta,
        "year": month.year,
        "month": month.month,
        "pages": _pages(month),
        "entries": [_facts(entry, apparatus) | aids(entry.id) for entry in month.entries],
        "notes": page.notes,
    }
    return front.page(facts, "\n\n".join(body))


def _title(month: Month, page: PageWriter) -> str:
    printed = page.markdown(month.headings[0]) if month.headings else ""
    said = f"{month.year}年" if printed else f"{month.year}年{month.month}月"
    if month.headings and not month.headings[0].s[0].isdigit():
        said = f"{month.year}年{month.month}月 · "
    return f"# <span data-furniture>{said}</span>{printed} {{ #top }}"


def _entry(entry: Entry, writer: BlockWriter, links: OwnerLinks) -> list[str]:
    pieces = []
    if entry.label_text.s:
        day = f' data-day="{entry.start}" data-weekday="星期{_weekday(entry.start)}"' if entry.start else ""
        pieces.append(f"## {writer.page.markdown(entry.label_text)} {{ #on-{entry.anchor} .label{day} }}")
    name = "entry further" if entry.further else "entry"
    for part, text in enumerate(entry.paragraphs):
        writer.links = links.of(entry.id, part)
        pieces.append(writer.text(text, entry.anchor if part == 0 else None, name if part == 0 else "more"))
    return pieces


def _weekday(day: str) -> str:
    return WEEKDAYS[date.fromisoformat(day).weekday()]


def _facts(entry: Entry, apparatus: Apparatus) -> dict[str, Any]:
    lines = [found for text in entry.texts() if (found := apparatus.lines(text))]
    facts: dict[str, Any] = {"id": entry.anchor, "label": entry.label}
    if entry.start:
        facts["start"] = entry.start
        if entry.end != entry.start:
            facts["end"] = entry.end
    if entry.further:
        facts["further"] = True
    if entry.page is not None:
        facts["page"] = entry.page
        if entry.page_end != entry.page:
            facts["page_end"] = entry.page_end
    facts["lines"] = f"{lines[0][0]}-{lines[-1][1]}"
    return facts


def _pages(month: Month) -> list[int]:
    """First and last printed page of a month; the first alone where it is not known how far it goes."""
    pages = [p for e in month.entries for p in (e.page, e.page_end) if p is not None]
    if pages and all(e.page_end is None for e in month.entries):
        return [min(pages)]
    return [min(pages), max(pages)] if pages else []
