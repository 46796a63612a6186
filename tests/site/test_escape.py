"""A text that looks like markup is read as text wherever a page's frame says it: title, contents, facts, links."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from tests.project import rendered

TITLE = "关于<i>各县</i>“A&B”的通知"
VOLUME = f"""---
title: {TITLE}
kind: volume
id: gazette-1999-1
volume_kind: gazette
publisher: <b>某市</b>
year: 1999
about: <b>甲&乙</b>
documents:
- {{title: "{TITLE}", number: "<b>1</b>号", date: "1999-03-01", page: 1, url: gazette/1999-1/a/}}
months: []
counts: {{documents: 1}}
---

# 公报 {{ #top }}
"""
DOCUMENT = f"""---
title: {TITLE}
kind: document
id: gazette-1999-1/a
volume: gazette-1999-1
volume_title: {TITLE}
volume_kind: gazette
number: <b>1</b>号
issuer: <b>某局</b>
date: '1999-03-01'
recipients: <b>各局</b>：
section: <b>文件</b>
pages: [1, 2]
contents:
- {{id: n-1, depth: 1, text: "<b>一</b>"}}
- {{id: n-2, depth: 1, text: "二&三"}}
attachments:
- {{label: "附件1", title: "<b>表</b>", anchor: n-1}}
cites:
- {{text: "<b>某令</b>"}}
related:
- {{text: "<b>某事</b>", url: gazette/1999-1/a/}}
notes:
- {{n: 1, kind: fix, was: "<b>a</b>", now: "<i>b</i>", why: "<b>误</b>", see: "<b>书</b>", line: 3}}
---

# 公报 {{ #top }}

<!-- text -->

一 {{: #n-1 }}
"""


class Tags(HTMLParser):
    """How often each tag stands in a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.met: list[str] = []
        self.texts: list[str] = []
        self.fields: list[tuple[str | None, bool]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.met.append(tag)
        if tag == "input":
            self.fields.append((dict(attrs)["id"], "autofocus" in dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Tags]:
    """The pages of a site of one volume and one document."""
    root = tmp_path_factory.mktemp("escape")
    search = "---\ntitle: 搜索\nkind: search\n---\n\n# 搜索 { #top }\n"
    files = {
        "search.md": search,
        "index.md": "---\ntitle: 年鉴\nkind: home\n---\n\n# 年鉴 { #top }\n",
        "gazette/1999-1/index.md": VOLUME,
    }
    site = rendered(root, {**files, "gazette/1999-1/a.md": DOCUMENT})
    names = ("", "gazette/1999-1/", "gazette/1999-1/a/")
    return {name: Tags((site / name / "index.html").read_text("utf-8")) for name in names}


def test_no_text_becomes_a_tag(pages: dict[str, Tags]) -> None:
    # The site's own <b class="k"> names the kind of a note; <i> it has none.
    assert {name: page.met.count("i") for name, page in pages.items()} == dict.fromkeys(pages, 0)
    assert {name: page.met.count("b") for name, page in pages.items()} == {
        **dict.fromkeys(pages, 0),
        "gazette/1999-1/a/": 1,
    }


@pytest.mark.parametrize(
    "said",
    [
        "<b>一</b>",
        "二&三",
        "<b>1</b>号",
        "<b>某局</b>",
        "<b>各局</b>",
        "<b>文件</b>",
        "附件1 <b>表</b>",
        "<b>某令</b>",
        "<b>某事</b>",
    ],
)
def test_what_is_said_of_a_document_is_read_as_it_is_written(pages: dict[str, Tags], said: str) -> None:
    assert said in pages["gazette/1999-1/a/"].texts


def test_the_title_of_a_page_and_a_volume_are_read_as_they_are_written(pages: dict[str, Tags]) -> None:
    assert any(text.startswith(f"{TITLE} - {TITLE} - ") for text in pages["gazette/1999-1/a/"].texts)
    assert {"<b>甲&乙</b>", "<b>某市</b>"} <= set(pages["gazette/1999-1/"].texts)
    assert TITLE in pages[""].texts


def test_the_field_of_the_home_page_waits_for_words_and_has_a_button(pages: dict[str, Tags]) -> None:
    """On other pages it stands in the header, where Enter does, and the text comes first."""
    assert pages[""].fields == [("q-home", True)]
    assert pages["gazette/1999-1/a/"].fields == [("q-top", False)]
    assert (pages[""].met.count("button"), pages["gazette/1999-1/a/"].met.count("button")) == (1, 0)


def test_a_note_is_read_as_it_is_written(pages: dict[str, Tags]) -> None:
    said = "".join(pages["gazette/1999-1/a/"].texts)
    assert "“<i>b</i>”原作“<b>a</b>”。 <b>误</b> 据 <b>书</b>" in said
