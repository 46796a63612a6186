"""Word files (Office Open XML): Mammoth reads them, after the numbers that Word counts were written out as text."""

from __future__ import annotations

import re
from importlib.metadata import version
from io import BytesIO
from xml.etree.ElementTree import ParseError, fromstring, tostring
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile

import mammoth

from builder.intake.original import Converted
from builder.intake.original.html import flat, told
from builder.intake.original.numbers import UnknownNumber, written_out
from builder.sources.finding import only

# What the parts of a file that is damaged are met with, here and in Mammoth.
_BROKEN = (BadZipFile, ParseError, ExpatError, KeyError, ValueError, OSError, AttributeError, IndexError, TypeError)
_DOCUMENT, _NUMBERING, _STYLES = "word/document.xml", "word/numbering.xml", "word/styles.xml"
# Running heads and page numbers: Mammoth gives the text between them.
_AROUND = re.compile(r"word/(?:header|footer)\d*\.xml$")
# Mammoth's way back from a note to its mark.
_BACK = "↑"


def convert(name: str, data: bytes) -> Converted:
    """The text of a .docx: a paragraph a line, a row of a table a line with tabs, notes at the end.

    Raises `Findings` where it is no such file, or has numbers of a form that is not known.
    """
    try:
        with ZipFile(BytesIO(data)) as held:
            parts = {one: held.read(one) for one in held.namelist()}
        if _DOCUMENT not in parts:
            raise only(name, 1, "original.kind/zip")
        if _NUMBERING in parts:
            document, numbering = written_out(parts[_DOCUMENT], parts[_NUMBERING], parts.get(_STYLES))
            parts |= {_DOCUMENT: tostring(document, "utf-8"), _NUMBERING: tostring(numbering, "utf-8")}
        made = mammoth.convert_to_html(BytesIO(_packed(parts)), ignore_empty_paragraphs=True)
    except UnknownNumber as error:
        raise only(name, 1, "original.number", form=error.form, near=error.near) from None
    except _BROKEN:
        raise only(name, 1, "original.broken") from None
    text, left = flat(f"<body>{made.value}</body>")
    around = (
        told(one.split("/")[1], said) for one in sorted(parts) if _AROUND.match(one) and (said := _text(parts[one]))
    )
    return Converted(text.replace(_BACK, ""), f"mammoth {version('mammoth')}", (*left, *around))


def _text(part: bytes) -> str:
    return "".join(one.text or "" for one in fromstring(part).iter() if one.tag.endswith("}t"))


def _packed(parts: dict[str, bytes]) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w") as held:
        for one, content in parts.items():
            held.writestr(one, content)
    return made.getvalue()
