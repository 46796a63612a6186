"""The pages: `docs/` is what the raw texts make, and a page shows what was written."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.checks.outside import differences, extensions, render, visible
from builder.commands.build import OWNED_DOCS, Product
from builder.writers.markdown import escape
from tests.conftest import ROOT

EXTENSIONS = extensions(ROOT / "mkdocs.yml")


def test_docs_are_up_to_date(root: Path, made: Product) -> None:
    for name, content in made.docs.items():
        assert (root / "docs" / name).read_text("utf-8") == content, name
    docs = root / "docs"
    on_disk = {p.relative_to(docs).as_posix() for top in OWNED_DOCS for p in (docs / top).rglob("*.md")}
    assert on_disk <= set(made.docs)


def test_pages_show_exactly_what_was_written(made: Product) -> None:
    problems = [str(f) for some in made.chapters for f in differences(some, made.docs, EXTENSIONS)]
    assert not problems


def test_ids_on_a_page_are_unique(made: Product) -> None:
    for name, content in made.docs.items():
        ids = re.findall(r'\bid="([^"]+)"|\{:? #([^\s}]+)', content)
        doubled = [one for one, n in Counter(a or b for a, b in ids).items() if n > 1]
        assert not doubled, (name, doubled)


TRAPS = [
    "2024. 年份在句首",
    "1) 括号",
    "- 起头",
    "+ 起头",
    "# 3#煤层",
    "> 引用",
    "各县<市、区>人民政府",
    "<script>alert(1)</script>",
    "*月*日 _下划线_ `代码`",
    "[链接](http://a) ![图](b) [注]: c",
    "a\\*b \\_ \\",
    "&lt; &amp; &copy",
    "{: .class } {#id}",
    "=== --- ***",
    ": 定义",
    "表|格|线",
    "    四个空格",
    "~~删~~ ^上^ $x$",
    "http://www.jcgov.gov.cn/ jcszfgb@126.com",
    "*[HTML]: abbr",
    "1\\. 转义",
    "“引号”'单'\"双\"",
]


@pytest.mark.parametrize("text", TRAPS)
def test_what_is_written_is_what_is_read(text: str) -> None:
    assert visible(render(escape.markdown(text, head=True) + "\n{: #x .entry }", EXTENSIONS)) == "".join(text.split())
    assert visible(render(f"## {escape.markdown(text, head=False)} {{ #y }}", EXTENSIONS)) == "".join(text.split())


@given(st.text(alphabet="一二。，0123456789.)(-+*_#>&<>[]{}|\\`~^$:=!/ab'\" ", min_size=1, max_size=40))
def test_any_text_is_read_as_written(text: str) -> None:
    bare = "".join(text.split())
    if bare:
        assert visible(render(escape.markdown(text.strip(), head=True) + "\n{: .p }", EXTENSIONS)) == bare


def test_nothing_in_docs_runs(made: Product) -> None:
    for name, content in made.docs.items():
        assert not re.search(r"<script|javascript:|\son\w+=", content), name
