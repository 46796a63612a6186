"""The page of a volume (facts, front matter, contents) and the list of all volumes."""

from __future__ import annotations

from typing import Any

from builder.edition.chapter import Chapter, Chapters
from builder.edition.names import ABOUT, NAME, month_name
from builder.model.address import document_url, volume_folder
from builder.model.volume import Month, Volume
from builder.records.volume import VolumeRecord
from builder.writers.markdown import escape, front
from builder.writers.markdown.blocks import Blocks
from builder.writers.markdown.inline import Address, Inline

FACTS = ("title", "publisher", "place", "published", "year", "issue", "issue_total", "about")


def volume_page(chapters: Chapters, record: VolumeRecord, counts: dict[str, Any], address: Address) -> str:
    """The Markdown page of a volume: its front matter as printed; its facts are front matter of ours."""
    volume, url = chapters.volume, volume_folder(chapters.volume.id)
    body = [f"# <span data-furniture>{escape.markdown(record.title, head=False)}</span> {{ #top }}"]
    for part, chapter in chapters.front:
        body.append(f"## <span data-furniture>{escape.markdown(part.title, head=False)}</span> {{ #{part.id} .part }}")
        body.extend(Blocks(Inline(url, address)).write(chapter.nodes))
    facts = {
        "title": record.title,
        "kind": "volume",
        "id": volume.id,
        "volume_kind": volume.kind,
        **{k: getattr(record, k) for k in FACTS if k != "title"},
        **counts,
        "months": [_month(month, chapter) for month, chapter in chapters.months],
        "documents": [_document(d) for d in volume.documents],
        "printed_contents": [{"title": c.title, "page": c.page} for c in volume.contents],
        "notes": [note.row() for note in chapters.front_notes],
    }
    return front.page(facts, "\n\n".join(body))


def _month(month: Month, chapter: Chapter) -> dict[str, Any]:
    title = month_name(month.year, month.month)
    return {"title": title, "url": chapter.url, "entries": len(month.entries), "page": chapter.pages.first}


def _document(document: Any) -> dict[str, Any]:
    return {
        "title": document.title.s,
        "number": document.number_read,
        "date": document.date,
        "page": document.page,
        "url": document_url(document.id),
    }


def home_page(volumes: list[tuple[Volume, VolumeRecord]]) -> str:
    """The home page: its body is the list of volumes, the rest is its template's."""
    facts = {"title": NAME, "kind": "home", "volumes": [_card(v, record) for v, record in volumes]}
    items = [f"- [{escape.markdown(record.title, head=False)}]({volume_folder(v.id)}index.md)" for v, record in volumes]
    return front.page(facts, "\n".join([f"# {NAME} {{ #top }}", "", ABOUT, "", *items]))


def _card(volume: Volume, record: VolumeRecord) -> dict[str, Any]:
    return {
        "id": volume.id,
        "kind": volume.kind,
        "title": record.title,
        "year": record.year,
        "url": volume_folder(volume.id),
        "months": [{"year": m.year, "month": m.month, "entries": len(m.entries)} for m in volume.months if m.month],
    }
