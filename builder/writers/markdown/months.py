"""The page of a month: day labels as headings, an entry per paragraph."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from builder.edition.chapter import Chapter
from builder.edition.names import month_name, weekday
from builder.edition.printed import pages_of_entry
from builder.edition.walk import Line, Told
from builder.model import Month
from builder.writers.markdown import front
from builder.writers.markdown.blocks import attributes
from builder.writers.markdown.inline import Address, Inline


def month_page(
    month: Month,
    chapter: Chapter,
    meta: dict[str, Any],
    address: Address,
    aids: Callable[[str], dict[str, Any]],
) -> str:
    """The Markdown page of a month.

    `meta` is what the page's template knows of its volume; `aids` gives what an entry leads to.
    """
    inline = Inline(chapter.url, address)
    told = [node for node in chapter.nodes if isinstance(node, Told)]
    facts = {
        "title": month_name(month.year, month.month),
        "kind": "month",
        "id": month.id,
        **meta,
        "year": month.year,
        "month": month.month,
        "pages": chapter.pages.numbers,
        "entries": [_facts(one) | aids(one.entry.id) for one in told],
        "notes": [note.row() for note in chapter.notes],
    }
    body = [_title(month, chapter.heading, inline), *(piece for one in told for piece in _entry(one, inline))]
    return front.page(facts, "\n\n".join(body))


def _title(month: Month, heading: Line | None, inline: Inline) -> str:
    said = month_name(month.year, month.month)
    if heading:
        said = f"{month.year}年" if heading.text.s[0].isdigit() else f"{said} · "
    return f"# <span data-furniture>{said}</span>{inline.markdown(heading) if heading else ''} {{ #top }}"


def _entry(one: Told, inline: Inline) -> Iterator[str]:
    if one.above:
        yield f"## {inline.markdown(one.above)} {{ #the-month .label }}"
    if one.label:
        start = one.entry.start
        day = f' data-day="{start}" data-weekday="{weekday(start)}"' if start else ""
        yield f"## {inline.markdown(one.label)} {{ #{one.label.anchor} .label{day} }}"
    for line in one.paragraphs:
        name = "entry further" if line.kind == "entry" and one.entry.further else line.kind
        yield f"{inline.markdown(line)}\n{{: {attributes(line, name)} }}"


def _facts(one: Told) -> dict[str, Any]:
    entry, pages = one.entry, pages_of_entry(one.entry)
    lines = [line.lines for line in (one.label, *one.paragraphs) if line and line.lines]
    facts: dict[str, Any] = {"id": entry.anchor, "label": entry.label}
    if entry.start:
        facts["start"] = entry.start
        if entry.end != entry.start:
            facts["end"] = entry.end
    if entry.further:
        facts["further"] = True
    if pages.first is not None:
        facts["page"] = pages.first
        if pages.last != pages.first:
            facts["page_end"] = pages.last
    facts["lines"] = f"{lines[0][0]}-{lines[-1][1]}"
    return facts
