"""THE ordered table of rules: what runs on a text of each texture, and in which order.

Corrections come first (they are written against the raw text), widths last.
"""

from __future__ import annotations

from builder.rule import Rule
from builder.rules import correction, ocr, ocr_space, page, pdf, punct

TABLE: dict[str, tuple[Rule, ...]] = {
    "plain-text": (*correction.RULES, ocr_space.SPACED, page.TURN, ocr_space.DIGIT, page.BLANK, punct.WIDTH),
    "ocr-markdown": (*correction.RULES, *ocr.RULES, punct.WIDTH),
    "pdf-text": (*correction.RULES, *pdf.RULES, punct.WIDTH),
}
