"""The page of a document or of a plan's chapter."""

from __future__ import annotations

from typing import Any

from builder.edition.apparatus import Apparatus
from builder.model import Attachment, Document
from builder.model.address import document_url
from builder.writers.markdown import front
from builder.writers.markdown.blocks import BlockWriter
from builder.writers.markdown.inline import PageWriter
from builder.writers.markdown.linked import OwnerLinks


def document_page(
    document: Document, apparatus: Apparatus, meta: dict[str, Any], links: OwnerLinks, aids: dict[str, Any]
) -> str:
    """The Markdown page of a document.

    `meta` is what the page's template knows of its volume; `aids` what the document leads to.
    """
    page = PageWriter(document_url(document.id), meta["volume"], apparatus)
    writer = BlockWriter(page, links.by_text(document.id, list(document.texts())))
    body = [f"# {page.markdown(document.title)} {{ #top }}"]
    for text, name in (
        (document.issuer, "issuer"),
        (document.number, "number"),
        (document.recipients, "recipients"),
    ):
        if text.s:
            body.append(writer.text(text, None, f"head {name}"))
    for stretch in document.stretches():
        body.extend(_attachment(stretch, writer) if isinstance(stretch, Attachment) else writer.write(stretch))
    lines = [found for text in document.texts() if (found := apparatus.lines(text))]
    facts = {
        "title": document.title.s,
        "kind": "chapter" if document.chapter else "document",
        "id": document.id,
        **meta,
        "number": document.number_read or None,
        "issuer": document.issuer_read or None,
        "date": document.date,
        "recipients": document.recipients.s or None,
        "public": document.public or None,
        "section": document.section,
        "chapter": document.chapter,
        "pages": [p for p in (document.page, document.page_end) if p is not None],
        "lines": f"{min(a for a, _ in lines)}-{max(b for _, b in lines)}" if lines else None,
        "attachments": [_facts(a) for a in document.attachments],
        **aids,
        "notes": page.notes,
    }
    return front.page(facts, "\n\n".join(body))


def _attachment(attachment: Attachment, writer: BlockWriter) -> list[str]:
    if attachment.missing:
        return []
    pieces = []
    if attachment.label_text.s:
        # An annex of several forms has no title of its own: its label bears the anchor then.
        taken = attachment.title.s or any(block.anchor == attachment.anchor for block in attachment.blocks)
        anchor = None if taken else attachment.anchor
        pieces.append(writer.text(attachment.label_text, anchor, "annex-label"))
    if attachment.title.s:
        pieces.append(writer.heading(attachment.title, 0, attachment.anchor))
    return [*pieces, *writer.write(attachment.blocks)]


def _facts(attachment: Attachment) -> dict[str, Any]:
    title = attachment.title.s or attachment.announced
    facts: dict[str, Any] = {"label": attachment.label, "title": title, "anchor": attachment.anchor}
    if attachment.missing:
        facts["missing"] = True
    return facts
