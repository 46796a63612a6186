"""Text that Markdown and HTML leave alone: what is written is what is read."""

from __future__ import annotations

import html

import markdown
import pytest

from builder.writers.markdown import escape

# What ends an attribute or an element, begins one, or is read by Markdown first.
HOSTILE = [
    'a"b', "a'b", "<b>", "&amp;", "a & b", "*a*", "**a**", "_a_", "`a`", "[a](b)", "![a](b)", "{: #x }", "a\\*",
    "~a~", "^a^", "a|b", "#a", "$a$", "1. a", "1) a", "- a", "+ a", "= a", ": a", "2024.", "　a", "    a", "\ta",
    "2 - 1", "(a)", "a!",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_a_paragraph_says_its_text(text: str) -> None:
    made = markdown.markdown(escape.markdown(text, head=True), extensions=["attr_list", "md_in_html", "tables"])
    assert made.startswith("<p>")
    assert html.unescape(made.removeprefix("<p>").removesuffix("</p>")) == text


# Markdown itself makes spaces of a tab; published texts have none.
@pytest.mark.parametrize("text", [text for text in HOSTILE if "\t" not in text])
def test_an_attribute_within_markdown_has_its_value_whole(text: str) -> None:
    value = escape.attribute(text)
    assert not set("\"'<>*_`[]{}\\~^|$()!") & set(value)
    assert html.unescape(value) == text
    made = markdown.markdown(f'甲<span data-was="{value}">乙</span>丙', extensions=["attr_list", "md_in_html"])
    assert html.unescape(made.partition('data-was="')[2].partition('"')[0]) == text
    assert made.endswith(">乙</span>丙</p>")


@pytest.mark.parametrize("text", HOSTILE)
def test_raw_html_says_its_text(text: str) -> None:
    assert html.unescape(escape.plain_html(text)) == text
    assert not set("<>\"'") & set(escape.plain_html(text))
