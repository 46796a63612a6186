"""The page of a document or of a plan's chapter."""

from __future__ import annotations

from itertools import islice
from typing import Any

from builder.edition.chapter import Chapter
from builder.edition.marks import HEAD_END
from builder.edition.walk import Line
from builder.model.volume import Attachment, Document
from builder.writers.markdown import front
from builder.writers.markdown.blocks import Blocks
from builder.writers.markdown.contents import contents
from builder.writers.markdown.inline import Address, Inline

# What stands above the text of a page.
_ABOVE = ("column", "issuer", "title", "number")
_DESCRIBED = 120


def document_page(
    document: Document, chapter: Chapter, meta: dict[str, Any], address: Address, aids: dict[str, Any]
) -> str:
    """The Markdown page of a document.

    `meta` is what the page's template knows of its volume; `aids` what the document leads to.
    """
    writer = Blocks(Inline(chapter.url, address), document.id, chapter.url)
    lines = chapter.raw_lines()
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
        "pages": chapter.pages.numbers,
        "lines": f"{lines[0]}-{lines[1]}" if lines else None,
        "description": _description(document, chapter),
        "contents": contents(chapter.nodes, chapter=bool(document.chapter)),
        "attachments": [_facts(one) for one in document.attachments],
        **aids,
        "notes": [note.row() for note in chapter.notes],
    }
    above = [node for node in chapter.nodes if isinstance(node, Line) and node.kind in _ABOVE]
    body = [*writer.write(above), HEAD_END, *writer.write(chapter.nodes[len(above) :])]
    return front.page(facts, "\n\n".join(body))


def _description(document: Document, chapter: Chapter) -> str:
    """The title and the first words of the text, for those who see no more of the page."""
    words = "".join("".join(line.text.s.split()) for line in islice(chapter.lines(), len(document.head()), 40))
    return f"{document.title.s}：{words}"[:_DESCRIBED]


def _facts(attachment: Attachment) -> dict[str, Any]:
    title = attachment.title.s or attachment.announced
    facts: dict[str, Any] = {"label": attachment.label, "title": title, "anchor": attachment.anchor}
    if attachment.missing:
        facts["missing"] = True
    return facts
