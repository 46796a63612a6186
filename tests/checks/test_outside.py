"""The outside proof reads a page as MkDocs renders it, and what a reader sees of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.checks.outside import extensions, render, visible
from builder.sources.finding import Findings


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<p>甲 乙</p>\n<p>丙</p>", "甲乙丙"),
        ("<p>甲<span data-furniture>乙</span>丙</p>", "甲丙"),
        ("<div data-furniture><p>甲<br>乙<img src='x'></p></div>丙", "丙"),
        ("<p data-furniture>甲</p><p>乙</p>", "乙"),
        ("<p>&lt;甲&gt;&amp;</p>", "<甲>&"),
        ("<p>甲<br>乙</p>", "甲乙"),
    ],
)
def test_what_is_seen(html: str, said: str) -> None:
    assert visible(html) == said


def test_a_page_is_rendered_with_the_extensions_of_mkdocs_yml_and_their_settings(tmp_path: Path) -> None:
    config = tmp_path / "mkdocs.yml"
    config.write_text("markdown_extensions:\n- attr_list\n- toc: {permalink: 链}\n", "utf-8")
    named = extensions(config)
    assert 'id="a"' in render("# 甲 { #a }", named)
    assert visible(render("# 甲 { #a }", named)) == "甲链"
    config.write_text("markdown_extensions: [toc]\n", "utf-8")
    assert visible(render("# 甲 { #a }", extensions(config))) == "甲{#a}"


def test_without_mkdocs_yml_it_cannot_be_said(tmp_path: Path) -> None:
    with pytest.raises(Findings, match=r"mkdocs\.yml:1  mkdocs\.missing  does not exist"):
        extensions(tmp_path / "mkdocs.yml")
