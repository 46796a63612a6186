"""The rules for text layers of PDF files, in their order."""

from __future__ import annotations

from builder.rule import Rule
from builder.rules import page, pdf_bold, pdf_glyph, pdf_moved, pdf_page, pdf_title, pdf_wrap

# Doubled bold goes before lines are joined (金村/村 would look doubled) and before they are measured.
RULES: tuple[Rule, ...] = (
    pdf_page.START,
    pdf_page.HEAD,
    pdf_page.NUMBER,
    page.BLANK,
    pdf_bold.DOUBLED,
    pdf_glyph.UNKNOWN,
    pdf_glyph.CLOSED,
    pdf_moved.TITLE,
    pdf_moved.PLACED,
    pdf_moved.GLUED,
    pdf_glyph.LETTERS,
    pdf_title.JOIN,
    pdf_wrap.SPACE,
    pdf_wrap.JOIN,
    pdf_glyph.LOOSE,
)
