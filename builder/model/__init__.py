"""What a volume is once it is read: months of entries, documents of blocks. No reading, no writing.

Every `Text` in here keeps its raw offsets, so that each character can say where it came from.
"""

from builder.model.blocks import (
    Block,
    Box,
    Cell,
    Flow,
    Form,
    Heading,
    Item,
    Note,
    Paragraph,
    Person,
    Roster,
    Signature,
    Table,
)
from builder.model.volume import Attachment, Contents, Document, Entry, Month, Page, Volume

__all__ = [
    "Attachment",
    "Block",
    "Box",
    "Cell",
    "Contents",
    "Document",
    "Entry",
    "Flow",
    "Form",
    "Heading",
    "Item",
    "Month",
    "Note",
    "Page",
    "Paragraph",
    "Person",
    "Roster",
    "Signature",
    "Table",
    "Volume",
]
