"""The apparatus finds what stands in a text, even where a piece of the text came from elsewhere."""

from __future__ import annotations

from builder.commands.build import Product


def test_a_correction_in_a_paragraph_whose_tail_was_moved(made: Product) -> None:
    page = made.docs["gazette/2020-1/jszb-2020-4.md"]
    # One in the recipients, one in the paragraph that ends with the tail of the recipients' line.
    assert page.count('data-was="府"') == 2
    assert "已经市人民政府<span" in page
