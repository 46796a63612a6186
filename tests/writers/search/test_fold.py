"""The folding, in Python and in the browser, against the same vectors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page

from builder.writers.search.fold import fold, units16

VECTORS: list[list[str]] = json.loads(Path(__file__).with_name("fold.json").read_text("utf-8"))


@pytest.mark.parametrize(("text", "expected"), VECTORS)
def test_fold(text: str, expected: str) -> None:
    assert fold(text) == expected


@given(st.text())
def test_fold_twice_changes_nothing_in_words_of_the_texts(text: str) -> None:
    once = fold("".join(c for c in text if "\u4e00" <= c <= "\u9fff" or c.isascii()))
    assert fold(once) == once


def test_units16_counts_as_a_browser_does() -> None:
    assert units16("𠮷a") == [0xD842, 0xDFB7, 0x61]


@pytest.mark.browser
def test_fold_in_the_browser(page: Page, small_base: str) -> None:
    page.goto(small_base + "index.html")
    folded = page.evaluate("texts => texts.map(yearbook.fold)", [text for text, _ in VECTORS])
    assert folded == [expected for _, expected in VECTORS]


@pytest.mark.browser
def test_every_folded_character_knows_its_source(page: Page, small_base: str) -> None:
    page.goto(small_base + "index.html")
    text = "市 长ｶﾞ𠮷㎡e\u0301"
    found = page.evaluate(
        "t => { const m = yearbook.foldMap(t); return m.start.map((s, i) => t.slice(s, m.end[i])); }", text
    )
    assert found == ["市", "长", "ｶﾞ", "𠮷", "𠮷", "㎡", "㎡", "e\u0301"]
