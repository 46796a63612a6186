"""The pages of entries: a month with day labels as headings, a subsection with titles of items."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from builder.edition.chapter import Chapter
from builder.edition.marks import DAY, entry_end
from builder.edition.names import beside, opening, part_name
from builder.edition.printed import pages_of
from builder.edition.runs import notes_of
from builder.edition.walk import Line, Told, lines_of
from builder.language.labels import the_month
from builder.model.volume import Part, Subsection
from builder.writers.markdown import front
from builder.writers.markdown.blocks import Blocks, attributes
from builder.writers.markdown.inline import Address, Inline

_SINGLE = re.compile(r"(\d+)日")
EMPTY = "本月无条目。"
# The paragraph of an entry that is nothing but its label: an attribute list alone would be read as text.
NOTHING = "<span></span>"


def part_page(
    part: Part, chapter: Chapter, meta: dict[str, Any], address: Address, aids: Callable[[str], dict[str, Any]]
) -> str:
    """The Markdown page of a month or a subsection.

    `meta` is what the page's template knows of its volume; `aids` gives what an entry leads to.
    """
    inline = Inline(chapter.url, address)
    told = [node for node in chapter.nodes if isinstance(node, Told)]
    facts = {
        "title": part_name(part),
        "kind": "subsection" if isinstance(part, Subsection) else "month",
        "id": part.id,
        **meta,
        "year": part.year,
        **_place(part),
        "pages": chapter.pages.numbers,
        "entries": [_facts(one) | aids(one.entry.id) for one in told],
        "notes": [note.row() for note in chapter.notes],
    }
    body = [_title(part, chapter.headings, inline), *_body(chapter, inline)]
    return front.page(facts, "\n\n".join(body))


def _place(part: Part) -> dict[str, Any]:
    """The month; the section of a subsection, and the id of that section."""
    if isinstance(part, Subsection):
        return {"section": part.section, "subsection": part.name or None, "within": part.within}
    return {"month": part.month}


def _title(month: Part, headings: list[Line], inline: Inline) -> str:
    """The printed headings, with what they leave unsaid of year and month in front of them."""
    said = opening(month, [line.text.s for line in headings])
    shown = f"<span data-furniture>{said}</span>" if said else ""
    return f"# {shown}{' '.join(inline.markdown(line) for line in headings)} {{ #top }}"


def _body(chapter: Chapter, inline: Inline) -> Iterator[str]:
    for node in chapter.nodes:
        if isinstance(node, Told):
            yield from _entry(node, inline, chapter.id)
        elif isinstance(node, Line):
            yield from (DAY, f"## {inline.markdown(node)} {{ .label }}")
    if not any(isinstance(node, Told) for node in chapter.nodes):
        yield f"<p data-furniture>{EMPTY}</p>"


def _entry(one: Told, inline: Inline, part: str) -> Iterator[str]:
    """The label and the text of an entry; marks by which the site sets days and rows apart."""
    for line in one.above:
        name = "#the-month .label" if the_month(line.text.s) else ".label"
        yield from (DAY, f"## {inline.markdown(line)} {{ {name} }}")
    for line in one.head():
        if line.kind == "label":
            yield from (DAY, _label(one, line, inline))
        elif one.entry.named:
            yield from (DAY, f"## {inline.markdown(line)} {{ #{line.anchor} .item-title }}")
        else:
            yield f"{inline.markdown(line)}\n{{: {attributes(line, line.kind)} }}"
    for node in one.nodes:
        if isinstance(node, Line):
            name = "entry further" if node.kind == "entry" and one.entry.further else node.kind
            yield f"{inline.markdown(node) or NOTHING}\n{{: {attributes(node, name)} }}"
        else:
            yield from Blocks(inline, part, inline.page).write([node])
    yield entry_end(one.entry.anchor)


def _label(one: Told, label: Line, inline: Inline) -> str:
    said, name, day, aid = inline.markdown(label), "label", "", beside(one.entry)
    single = _SINGLE.fullmatch(label.text.s)
    if single and label.text.s in said:
        said, name = said.replace(label.text.s, f"<b>{single[1]}</b>日"), "label single"
    if one.entry.start:
        day = f' data-day="{one.entry.start}"'
    aid = f"<small data-furniture>{aid}</small>" if aid else ""
    return f"## {said}{aid} {{ #{label.anchor} .{name.replace(' ', ' .')}{day} }}"


def _facts(one: Told) -> dict[str, Any]:
    entry, pages = one.entry, pages_of(one.entry)
    texts = list(lines_of(one.nodes))
    lines = [line.lines for line in (*one.head(), *texts) if line.lines]
    facts: dict[str, Any] = {
        "id": entry.anchor,
        "label": entry.label,
        "named": entry.named or None,
        "start": entry.start,
        "end": entry.end if entry.end != entry.start else None,
        "further": entry.further or None,
        "page": pages.first,
        "page_end": pages.last if pages.last != pages.first else None,
        "day": one.label.anchor if one.label else None,
        "notes": [note.n for line in texts for note in notes_of(line.runs)] or None,
        "lines": f"{lines[0][0]}-{lines[-1][1]}",
    }
    # An empty `page_end` says that the last page is not known.
    return {name: said for name, said in facts.items() if said is not None or (name == "page_end" and pages.is_open)}
