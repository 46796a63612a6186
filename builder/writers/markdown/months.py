"""The page of a month: day labels as headings, an entry per paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from builder.edition.chapter import Chapter
from builder.edition.marks import DAY, entry_end
from builder.edition.names import month_name, weekdays
from builder.edition.printed import pages_of
from builder.edition.runs import notes_of
from builder.edition.walk import Line, Told
from builder.model.volume import Month
from builder.writers.markdown import front
from builder.writers.markdown.blocks import attributes
from builder.writers.markdown.inline import Address, Inline

_SINGLE = re.compile(r"(\d+)日")


def month_page(
    month: Month, chapter: Chapter, meta: dict[str, Any], address: Address, aids: Callable[[str], dict[str, Any]]
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
    """The label and the paragraphs of an entry; marks by which the site sets days and rows apart."""
    if one.above:
        yield DAY
        yield f"## {inline.markdown(one.above)} {{ #the-month .label }}"
    if one.label:
        yield DAY
        yield _label(one, one.label, inline)
    for line in one.paragraphs:
        name = "entry further" if line.kind == "entry" and one.entry.further else line.kind
        yield f"{inline.markdown(line)}\n{{: {attributes(line, name)} }}"
    yield entry_end(one.entry.anchor)


def _label(one: Told, label: Line, inline: Inline) -> str:
    said, name, day, week = inline.markdown(label), "label", "", ""
    single = _SINGLE.fullmatch(label.text.s)
    if single and label.text.s in said:
        said, name = said.replace(label.text.s, f"<b>{single[1]}</b>日"), "label single"
    if one.entry.start:
        day = f' data-day="{one.entry.start}"'
        week = f"<small data-furniture>{weekdays(one.entry.start, one.entry.end)}</small>"
    return f"## {said}{week} {{ #{label.anchor} .{name.replace(' ', ' .')}{day} }}"


def _facts(one: Told) -> dict[str, Any]:
    entry, pages = one.entry, pages_of(one.entry)
    lines = [line.lines for line in (one.label, *one.paragraphs) if line and line.lines]
    facts: dict[str, Any] = {
        "id": entry.anchor,
        "label": entry.label,
        "start": entry.start,
        "end": entry.end if entry.end != entry.start else None,
        "further": entry.further or None,
        "page": pages.first,
        "page_end": pages.last if pages.last != pages.first else None,
        "day": one.label.anchor if one.label else None,
        "notes": [note.n for line in one.paragraphs for note in notes_of(line.runs)] or None,
        "lines": f"{lines[0][0]}-{lines[-1][1]}",
    }
    # An empty `page_end` says that the last page is not known.
    return {name: said for name, said in facts.items() if said is not None or (name == "page_end" and pages.is_open)}
