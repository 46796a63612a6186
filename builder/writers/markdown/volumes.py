"""The page of a volume (facts, front matter, contents) and the list of all volumes."""

from __future__ import annotations

from typing import Any

from builder.edition.chapter import Chapter, Chapters
from builder.edition.names import part_name
from builder.model.address import document_url, volume_folder
from builder.model.volume import Document, Month, Part, Subsection, Volume
from builder.records.volume import VolumeRecord
from builder.records.yearbook import Yearbook
from builder.writers.markdown import escape, front
from builder.writers.markdown.blocks import Blocks
from builder.writers.markdown.inline import Address, Inline

# Facts that a volume's page names though they are not known.
_ALWAYS = ("place", "published", "issue", "issue_total", "about")
FACTS = ("title", "publisher", "place", "published", "year", "volume_year", "issue", "issue_total", "about")


def volume_page(chapters: Chapters, record: VolumeRecord, counts: dict[str, Any], address: Address) -> str:
    """The Markdown page of a volume: its front matter as printed; its facts are front matter of ours."""
    volume, url = chapters.volume, volume_folder(chapters.volume.id)
    body = [f"# <span data-furniture>{escape.markdown(record.title, head=False)}</span> {{ #top }}"]
    for part, chapter in chapters.front:
        body.append(f"## <span data-furniture>{escape.markdown(part.title, head=False)}</span> {{ #{part.id} .part }}")
        body.extend(Blocks(Inline(url, address)).write(chapter.nodes))
    subsections = [_item_part(part, chapter) for part, chapter in chapters.parts if isinstance(part, Subsection)]
    months = [_part(part, chapter) for part, chapter in chapters.parts if isinstance(part, Month)]
    documents = [_document(d) for d in volume.documents]
    if subsections:
        # In a yearbook chronicle and documents are sections like the others.
        months = [row | _fold(month) for row, month in zip(months, volume.months, strict=True)]
        documents = [row | _fold(one) for row, one in zip(documents, volume.documents, strict=True)]
    facts = {
        "title": record.title,
        "kind": "volume",
        "id": volume.id,
        "volume_kind": volume.kind,
        **{k: said for k in FACTS if k != "title" and ((said := getattr(record, k)) is not None or k in _ALWAYS)},
        **counts,
        "months": months,
        **({"subsections": subsections, "order": _order(chapters)} if subsections else {}),
        "documents": documents,
        "printed_contents": [{"title": c.title, "page": c.page} for c in volume.contents],
        "notes": [note.row() for note in chapters.front_notes],
    }
    return front.page(facts, "\n\n".join(body))


def _part(part: Part, chapter: Chapter) -> dict[str, Any]:
    return {"title": part_name(part), "url": chapter.url, "entries": len(part.entries), "page": chapter.pages.first}


def _item_part(part: Subsection, chapter: Chapter) -> dict[str, Any]:
    return _part(part, chapter) | {"section": part.section, "within": part.within, "name": part.title}


def _fold(part: Month | Document) -> dict[str, Any]:
    name = part_name(part) if isinstance(part, Month) else part.title.s
    return {"section": part.section, "within": part.within, "name": name} if part.section else {}


def _order(chapters: Chapters) -> list[str]:
    """The addresses of all pages of a yearbook in printed order, in which all kinds of them stand."""
    all_ = [chapter for _, chapter in (*chapters.parts, *chapters.documents)]
    return [one.url for one in sorted(all_, key=lambda one: (one.raw_lines() or (0, 0))[0])]


def _document(document: Document) -> dict[str, Any]:
    return {
        "title": document.title.s,
        "number": document.number_read,
        "date": document.date,
        "page": document.page,
        "url": document_url(document.id),
    }


def home_page(volumes: list[tuple[Volume, VolumeRecord]], yearbook: Yearbook) -> str:
    """The home page: its body is the list of volumes, the rest is its template's."""
    facts = {"title": yearbook.name, "kind": "home", "volumes": [_card(v, record) for v, record in volumes]}
    name = escape.markdown(yearbook.name, head=False)
    about = [escape.markdown(yearbook.about, head=False), ""] if yearbook.about else []
    items = [f"- [{escape.markdown(record.title, head=False)}]({volume_folder(v.id)}index.md)" for v, record in volumes]
    return front.page(facts, "\n".join([f"# {name} {{ #top }}", "", *about, *items]))


def _card(volume: Volume, record: VolumeRecord) -> dict[str, Any]:
    return {
        "id": volume.id,
        "kind": volume.kind,
        "title": record.title,
        "year": record.year,
        "url": volume_folder(volume.id),
        "months": [{"year": m.year, "month": m.month, "entries": len(m.entries)} for m in volume.months if m.month],
    }
