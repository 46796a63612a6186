"""Rows of `documents.json`."""

from __future__ import annotations

from typing import Any

from builder.edition.apparatus import Apparatus
from builder.edition.chapter import Chapter
from builder.edition.walk import Annex, Node
from builder.model.volume import Document
from builder.writers.data.blocks import BlockRows, fixes

_HEAD = ("column", "issuer", "title", "number", "recipients")


def document_row(document: Document, chapter: Chapter, volume: str, apparatus: Apparatus) -> dict[str, Any]:
    """One document or chapter, without its links."""
    writer = BlockRows(apparatus)
    annexes = {node.annex.anchor: node for node in chapter.nodes if isinstance(node, Annex)}
    return {
        "id": document.id,
        "volume": volume,
        "title": document.title.s,
        "number": document.number_read or None,
        "issuer": document.issuer_read or None,
        "date": document.date,
        "recipients": document.recipients.s.rstrip("：:") or None,
        "public": document.public,
        "section": document.section,
        **({"column": document.column.s} if document.column.s else {}),
        "page": chapter.pages.first,
        "page_end": chapter.pages.last,
        "lines": list(chapter.raw_lines() or ()),
        "url": chapter.url,
        "blocks": writer.rows(node for node in chapter.nodes if _is_own(node)),
        "attachments": [
            {
                "label": one.label,
                "title": one.title.s or one.announced,
                "anchor": one.anchor,
                "blocks": writer.rows(annexes[one.anchor].nodes) if one.anchor in annexes else [],
                "missing": one.missing,
            }
            | ({"at": one.at} if one.at >= 0 else {})
            for one in document.attachments
        ],
        "corrections": fixes(chapter.lines(), apparatus),
    }


def _is_own(node: Node) -> bool:
    """True for what is neither in the head, which has fields of its own, nor an annex."""
    return not isinstance(node, Annex) and getattr(node, "kind", "") not in _HEAD
