"""Months, documents and front pages as content documents of an EPUB."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Any

from builder.writers.epub.inline import Chapter, plain

Row = Mapping[str, Any]


def month_body(month: Row, chapter: Chapter, where: Mapping[str, str]) -> Iterator[str]:
    """A month; `where` gives the address of what stands in the same book."""
    printed = "".join(chapter.inline(one) for one in month["headings"])
    lead = f"{month['year']}年" if printed else month["title"]
    yield f'<h1><span class="aid">{escape(lead)}</span>{printed}</h1>'
    for entry in month["entries"]:
        if entry.get("above"):
            yield f"<h2>{chapter.inline(entry['above'])}</h2>"
        if entry.get("label"):
            day = f' <span class="aid">{entry["weekday"]}</span>' if entry.get("weekday") else ""
            yield f'<p class="label">{chapter.inline(entry["label"])}{day}</p>'
        mark = '<span class="aid">△ </span>' if entry.get("further") else ""
        first, *more = entry["paragraphs"]
        yield f'<p class="entry"{chapter.id(entry_anchor(entry["id"]))}>{mark}{chapter.inline(first)}</p>'
        yield from (f"<p>{chapter.inline(one)}</p>" for one in more)
        yield from _see(entry.get("see", []), where)
    yield from notes(month["notes"], chapter)
    yield _citation(month)


def entry_anchor(entry: str) -> str:
    """An entry's id within its chapter: an XML name does not begin with a digit."""
    return f"e-{entry.rpartition('/')[2]}"


def document_body(document: Row, chapter: Chapter, where: Mapping[str, str]) -> Iterator[str]:
    """A document or a chapter of a plan."""
    for key in document["head"]:
        said = chapter.inline(document[key])
        yield f"<h1>{said}</h1>" if key == "title" else f'<p class="head">{said}</p>'
    if document["recipients"]:
        yield f'<p class="flush">{chapter.inline(document["recipients"])}</p>'
    yield from blocks_body(document["blocks"], chapter)
    yield from _see(document.get("see", []), where)
    yield from notes(document["notes"], chapter)
    yield _citation(document)


def front_body(page: Row, chapter: Chapter, found: list[Row]) -> Iterator[str]:
    """A page of the front matter; `found` are the notes of all of them."""
    yield f'<h1><span class="aid">原书{escape(page["title"])}</span></h1>'
    yield from blocks_body(page["blocks"], chapter)
    yield from notes(found, chapter)


def _citation(row: Row) -> str:
    return f'<p class="aid">引用格式</p><p class="aid citation">{escape(row["citation"], quote=False)}</p>'


def _annex(row: Row, chapter: Chapter, anchor: str) -> Iterator[str]:
    yield f"<section{anchor}>"
    if row["label"]:
        yield f'<p class="flush"><b>{chapter.inline(row["label"])}</b></p>'
    if row["title"]:
        rank = min(1 + row["depth"], 6)
        yield f"<h{rank}>{chapter.inline(row['title'])}</h{rank}>"
        chapter.headings.append((row["anchor"], plain(row["title"])))
    yield from blocks_body(row["blocks"], chapter)
    yield "</section>"


def blocks_body(blocks: Iterable[Row], chapter: Chapter) -> Iterator[str]:
    """Blocks; a heading's rank is its depth below the title."""
    for row in blocks:
        anchor = chapter.id(row["anchor"]) if row.get("anchor") else ""
        kind = row["type"]
        if kind == "annex":
            yield from _annex(row, chapter, anchor)
        elif kind == "heading":
            rank = min(1 + row["depth"], 6)
            yield f"<h{rank}{anchor}>{chapter.inline(row['text'])}</h{rank}>"
            if row["level"] <= 1 and anchor:
                chapter.headings.append((row["anchor"], plain(row["text"])))
        elif kind == "table":
            yield from _table(row, chapter, anchor)
        elif kind == "roster":
            yield f"<table{anchor}>{_caption(row, chapter)}<tbody>"
            for person in row["people"]:
                yield f"<tr>{''.join(f'<td>{chapter.inline(cell)}</td>' for cell in person)}</tr>"
            yield "</tbody></table>"
        elif kind == "box":
            rank = min(1 + row["depth"], 6)
            yield f'<section class="box"{anchor}><h{rank}>{chapter.inline(row["title"])}</h{rank}>'
            yield from blocks_body(row["blocks"], chapter)
            yield "</section>"
        elif "lines" in row:
            said = "<br/>".join(chapter.inline(one) for one in row["lines"])
            yield f'<p class="{kind}"{anchor}>{said}</p>'
        else:
            yield f'<p class="{kind}"{anchor}>{chapter.inline(row["text"])}</p>'


def _caption(row: Row, chapter: Chapter) -> str:
    return f"<caption>{chapter.inline(row['title'])}</caption>" if row["title"] else ""


def _table(row: Row, chapter: Chapter, anchor: str) -> Iterator[str]:
    yield f"<table{anchor}>{_caption(row, chapter)}"
    height = max((c["y"] + c.get("rowspan", 1) for c in row["cells"]), default=0)
    for part, first, last in (("thead", 0, row["head"]), ("tbody", row["head"], height)):
        if last <= first:
            continue
        yield f"<{part}>"
        for y in range(first, last):
            cells = sorted((c for c in row["cells"] if c["y"] == y), key=lambda c: int(c["x"]))
            yield f"<tr>{''.join(_cell(c, chapter, part == 'thead') for c in cells)}</tr>"
        yield f"</{part}>"
    yield "</table>"
    yield from (f'<p class="note">{chapter.inline(one)}</p>' for one in row["notes"])


def _cell(cell: Row, chapter: Chapter, head: bool) -> str:
    tag = "th" if head else "td"
    scope = (' scope="colgroup"' if cell.get("colspan", 1) > 1 else ' scope="col"') if head else ""
    spans = "".join(f' {key}="{cell[key]}"' for key in ("rowspan", "colspan") if cell.get(key, 1) > 1)
    return f"<{tag}{scope}{spans}>{chapter.inline(cell['text'])}</{tag}>"


def _see(places: Iterable[Row], where: Mapping[str, str]) -> Iterator[str]:
    said, source = [], ""
    for one in places:
        name = "" if one["source"] == source else one["source"]
        source = one["source"]
        label = escape(name + one["item"], quote=False)
        target = where.get(one["id"])
        page = f"（第{one['page']}页）" if one.get("page") else ""
        said.append(f'<a href="{target}">{label}</a>' if target else label + page)
    if said:
        yield f'<p class="aid see">另见 {"；".join(said)}</p>'


def notes(some: Iterable[Row], chapter: Chapter) -> Iterator[str]:
    """The notes of a chapter: readers' programs show them where the number is tapped."""
    rows = [note for note in some if note["n"] in chapter.noted]
    if not rows:
        return
    yield '<section class="aid notes"><h2>校勘记</h2>'
    for note in rows:
        n, back = note["n"], f'<a href="#ref-{note["n"]}" role="doc-backlink">{note["n"]}</a>'
        said = escape(note["said"], quote=False)
        yield f'<aside epub:type="footnote" role="doc-footnote" id="note-{n}"><p>{back}　{said}</p></aside>'
    yield "</section>"
