"""The page of a volume (facts, front matter, contents) and the list of all volumes."""

from __future__ import annotations

from typing import Any

from builder.edition.chapter import Chapters
from builder.edition.names import ABOUT, NAME
from builder.model.address import document_url, month_url, volume_folder
from builder.model.volume import Volume
from builder.writers.markdown import front
from builder.writers.markdown.blocks import Blocks
from builder.writers.markdown.inline import Address, Inline

FACTS = ("title", "publisher", "place", "published", "year", "issue", "issue_total", "about")


def volume_page(chapters: Chapters, record: dict[str, Any], counts: dict[str, Any], address: Address) -> str:
    """The Markdown page of a volume: its front matter as printed; its facts are front matter of ours."""
    volume, url = chapters.volume, volume_folder(chapters.volume.id)
    body = [f"# <span data-furniture>{record['title']}</span> {{ #top }}"]
    for part, chapter in chapters.front:
        body.append(f"## <span data-furniture>{part.title}</span> {{ #{part.id} .part }}")
        body.extend(Blocks(Inline(url, address)).write(chapter.nodes))
    facts = {
        "title": record["title"],
        "kind": "volume",
        "id": volume.id,
        "volume_kind": volume.kind,
        **{k: record.get(k) for k in FACTS if k != "title"},
        **counts,
        "months": [_month(volume, m.id) for m in volume.months],
        "documents": [_document(d) for d in volume.documents],
        "printed_contents": [{"title": c.title, "page": c.page} for c in volume.contents],
        "notes": [note.row() for note in chapters.front_notes],
    }
    return front.page(facts, "\n\n".join(body))


def _month(volume: Volume, name: str) -> dict[str, Any]:
    month = next(m for m in volume.months if m.id == name)
    pages = [e.page for e in month.entries if e.page is not None]
    return {
        "title": f"{month.year}年{month.month}月",
        "url": month_url(month.id),
        "entries": len(month.entries),
        "page": min(pages, default=None),
    }


def _document(document: Any) -> dict[str, Any]:
    return {
        "title": document.title.s,
        "number": document.number_read,
        "date": document.date,
        "page": document.page,
        "url": document_url(document.id),
    }


def home_page(volumes: list[tuple[Volume, dict[str, Any]]]) -> str:
    """The home page: its body is the list of volumes, the rest is its template's."""
    facts = {"title": NAME, "kind": "home", "volumes": [_card(v, record) for v, record in volumes]}
    items = [f"- [{record['title']}]({volume_folder(v.id)}index.md)" for v, record in volumes]
    return front.page(facts, "\n".join([f"# {NAME} {{ #top }}", "", ABOUT, "", *items]))


def _card(volume: Volume, record: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": volume.id,
        "kind": volume.kind,
        "title": record["title"],
        "year": record["year"],
        "url": volume_folder(volume.id),
        "months": [{"year": m.year, "month": m.month, "entries": len(m.entries)} for m in volume.months],
    }
