"""Rows of `documents.json`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from builder.edition.apparatus import Apparatus
from builder.engine.text import Text
from builder.model import Attachment, Document
from builder.model.address import document_url
from builder.writers.data.blocks import block_row, fixes_row


def document_row(document: Document, volume: str, apparatus: Apparatus) -> dict[str, Any]:
    """One document or chapter, without its links."""
    lines = [found for text in document.texts() if (found := apparatus.lines(text))]
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
        "page": document.page,
        "page_end": document.page_end,
        "lines": [min(a for a, _ in lines), max(b for _, b in lines)] if lines else [],
        "url": document_url(document.id),
        "blocks": [block_row(block, apparatus) for block in document.blocks],
        "attachments": [
            {
                "label": one.label,
                "title": one.title.s or one.announced,
                "anchor": one.anchor,
                "blocks": [block_row(block, apparatus) for block in one.blocks],
                "missing": one.missing,
            }
            for one in document.attachments
        ],
        "corrections": fixes_row(anchored_texts(document), apparatus),
    }


def anchored_texts(document: Document) -> Iterator[tuple[str | None, Text]]:
    """Every text of a document with the anchor under which it stands."""
    anchor: str | None = None
    for text in (document.title, document.issuer, document.number, document.recipients):
        yield anchor, text
    for part in document.parts():
        if isinstance(part, Attachment):
            anchor = part.anchor
            yield anchor, part.title
        for block in part.blocks if isinstance(part, Attachment) else [part]:
            anchor = block.anchor or anchor
            for text in block.texts():
                yield anchor, text
