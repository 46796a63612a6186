"""One document of a gazette: metadata, the notice and what it transmits, its annexes."""

from __future__ import annotations

import re

from builder.engine.text import Text
from builder.language.numbering import DATE, cn_value
from builder.model.blocks import Block, Heading, Note, Paragraph, Signature
from builder.model.volume import Attachment, Document
from builder.readers.anchors import Anchors
from builder.readers.gazette_parts import Announced, Part, part_number, parts_of
from builder.readers.head import Head
from builder.readers.outline import read_blocks
from builder.readers.shapes import PUBLIC, person
from builder.readers.source import Source
from builder.readers.titles import SIGNED, org, recipients, signed_date, stated_date


def read_document(head: Head, lines: list[Text], volume: str, source: Source) -> Document:
    """The document whose head is `head`; `lines` are those behind its head."""
    document = Document(f"{volume}/{head.id}", head.title)
    document.number, document.number_read = head.number, head.read
    document.issuer, document.issuer_read = head.issuer, head.issuer_read
    document.column, document.date = head.column, head.date
    if lines and recipients(lines[0].s):
        document.recipients = lines[0]
        lines = lines[1:]
    document.date = document.date or next((day for line in lines[:2] if (day := stated_date(line.s))), None)
    anchors = Anchors()
    parts, announced = parts_of(lines, source)
    present: list[tuple[Part, Attachment]] = []
    places: dict[int, int] = {}
    for part in parts:
        if part.kind == "annex":
            present.append((part, _attachment(part, anchors, source)))
            present[-1][1].at = len(document.blocks)
            continue
        if part.kind == "scheme":
            # Annexes that no list announces are of the first group.
            group = max(part.group, 1)
            if any(one.group == group for one, _ in present):
                places.setdefault(group, len(document.blocks))
            document.blocks.append(Heading(part.title, anchors.next("scheme"), level=0))
        document.blocks.extend(read_blocks(part.lines, source, anchors))
    for _, annex in present:
        annex.at = annex.at if annex.at < len(document.blocks) else -1
    document.attachments = _in_order(present, announced, anchors, places)
    _sign(document)
    return document


def _attachment(part: Part, anchors: Anchors, source: Source) -> Attachment:
    count = part_number(part.label)
    label = f"附件{count}" if count else "附件" if part.label.s else ""
    anchor = anchors.named(_anchor(part.group, count))
    blocks: list[Block] = read_blocks(part.lines, source, anchors.below(anchor))
    return Attachment(label, part.title, anchor, part.label, blocks=blocks)


def _anchor(group: int, count: int) -> str:
    """annex-2; the annexes of a further plan on the same page are p2-annex-1."""
    return f"p{group}-annex-{count or 1}" if group > 1 else f"annex-{count or 1}"


def _in_order(
    present: list[tuple[Part, Attachment]], announced: list[Announced], anchors: Anchors, places: dict[int, int]
) -> list[Attachment]:
    """The annexes in the order of the lists that announce them; those not printed are missing.

    They are matched by label: the title of an annex is not always the one announced. A list that
    names one annex without a number announces the annex whose label bears none. `places` says before
    which block the next scheme begins, where a list's annexes would be printed in front of one.
    """
    found: list[Attachment] = []
    left = list(present)
    for one in announced:
        match = next((p for p in left if p[0].group == one.group and _same(p[0], one)), None)
        if match:
            left.remove(match)
            match[1].announced = one.title
            _several(match[1], one.title)
            found.append(match[1])
        else:
            label = f"附件{one.number}" if one.number else "附件"
            anchor = anchors.named(_anchor(one.group, one.number))
            found.append(Attachment(label, Text.empty(), anchor, announced=one.title, missing=True))
            found[-1].at = places.get(one.group, -1)
    return [*found, *(attachment for _, attachment in left)]


def _several(attachment: Attachment, announced: str) -> None:
    """An annex of several pieces ((一), (二)) bears the name announced; each piece has its own title."""
    piece = re.compile(re.escape(announced) + r"[（(]([一二三四五六])[）)]")
    if not piece.fullmatch(attachment.title.s):
        return
    attachment.blocks.insert(0, Paragraph(attachment.title))
    attachment.title = Text.empty()
    for at, block in enumerate(attachment.blocks):
        found = piece.fullmatch(block.text.s)
        if found and isinstance(block, Paragraph):
            attachment.blocks[at] = Heading(block.text, f"{attachment.anchor}-{cn_value(found[1])}", level=0)


def _same(part: Part, one: Announced) -> bool:
    count = part_number(part.label)
    return bool(part.label.s) and (count == one.number or (count <= 1 and one.number <= 1))


def _issuers(line: str) -> list[str]:
    """The offices of a line: several, or one whose letters are set apart."""
    pieces = line.split()
    return pieces if all(len(piece) > 3 for piece in pieces) else ["".join(pieces)]


def _sign(document: Document) -> None:
    """Take issuer, date and public note from the document's own blocks."""
    signatures = [block for block in document.blocks if isinstance(block, Signature)]
    if signatures:
        lines = signatures[0].text.s.split("\n")
        # A date with the number is the document's own: the block may sign what is passed on.
        own = document.date if DATE.search(document.number.s) else None
        document.date = own or signed_date(lines[-1]) or document.date
        # The issuer may stand in front of its date: 兰浦市人民政府　2019年5月6日.
        last = SIGNED.fullmatch(lines[-1].strip())
        above = [*lines[:-1], *([last["issuer"]] if last else [])]
        named = [name for line in above if not person(line) for name in _issuers(line)]
        document.issuer_read = "、".join(named) or document.issuer_read
    named = [name for name in _issuers(document.issuer.s) if org(name)]
    document.issuer_read = document.issuer_read or "、".join(named)
    document.public = any(isinstance(b, Note) and PUBLIC.fullmatch(b.text.s) for b in document.blocks)
