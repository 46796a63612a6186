"""A site of a city that does not exist: one page of every kind, rendered by MkDocs with our plugin and templates."""

from __future__ import annotations

import re
from pathlib import Path

from builder.sources.settings import settings
from tests.project import ROOT, rendered

# What each page of the site is held against; written anew by `python -m tests.site.small`, and read before it is kept.
KEPT = Path(__file__).parent / "pages"
_FRAME = re.compile(r"<header class=\"top\".*?</header>\n|<footer.*?</footer>\n", re.DOTALL)
_FRAMED = ("index.html", "chronicle/2031/01/index.html")
_DIGEST = re.compile(r"(?<=assets/)(\w+)\.[0-9a-f]{8}(?=\.)")
_FRONT = {
    "index.md": "title: 年鉴\nkind: home",
    "search.md": "title: 搜索\nkind: search\ndescription: 逐字搜索。",
    "today.md": "title: 历史上的今天\nkind: today\ndescription: 各年同日。",
    "about/index.md": "title: 关于\nkind: about\norder: 1\nabout: 说明。",
    "about/download.md": "title: 下载\nkind: about\norder: 2\ndownloads: true",
    "index/index.md": "title: 索引\nkind: index\nurl: index/\ndescription: 索引。",
    "index/places.md": "title: 地名索引\nkind: index\nurl: index/places/\ncount: 1",
    "chronicle/2030/old.md": "title: 编号 chronicle-2030/old 已改为 chronicle-2031\nkind: moved",
    "chronicle/2031/index.md": """title: 海州市大事记（2031）
kind: volume
id: chronicle-2031
volume_kind: chronicle
publisher: 海州市档案馆、海州市史志室
place: 海州
published: 2032-02
year: 2031
about: 全年大事。
counts: {months: 2, entries: 3}
months:
- {title: 2031年1月, url: chronicle/2031/01/, entries: 2, page: 1}
- {title: 2031年2月, url: chronicle/2031/02/, entries: 1, page: 4}
documents: []
moved:
- anchor: old-1
  id: chronicle-2030
  said: 已改为
  links:
  - {text: chronicle-2031, url: chronicle/2031/}""",
    "chronicle/2031/01.md": """title: 2031年1月
kind: month
id: chronicle-2031/2031-01
volume: chronicle-2031
volume_title: 海州市大事记（2031）
volume_kind: chronicle
year: 2031
month: 1
pages: [1, 3]
entries:
- id: 2031-01-05-1
  label: 5日
  start: '2031-01-05'
  page: 1
  page_end: 2
  day: on-2031-01-05-1
  notes: [1, 2]
  lines: 3-3
  documents:
  - {text: 海政发〔2031〕1号 海防办法, url: gazette/2031-1/hf-2031-1/}
  see:
  - {text: 公报大事记2031年1月5日, url: gazette/2031-1/chronicle-2031-01/#2031-01-05-1}
- {id: 2031-01-month-1, label: 是月, page: 3, lines: 7-7}
notes:
- {n: 1, kind: fix, was: 海洲, now: 海州, why: 误字。, see: chronicle-2031 第1行, line: 3}
- {n: 2, kind: fix, was: 海洲, now: 海州, why: 误字。, see: chronicle-2031 第1行, line: 4}""",
    "chronicle/2031/02.md": """title: 2031年2月
kind: month
id: chronicle-2031/2031-02
volume: chronicle-2031
volume_title: 海州市大事记（2031）
volume_kind: chronicle
year: 2031
month: 2
entries:
- {id: 2031-02-01-1, label: 1日, start: '2031-02-01', day: on-2031-02-01-1, lines: 9-9}""",
    "gazette/2031-1/index.md": """title: 海州市公报 2031年第1期
kind: volume
id: gazette-2031-1
volume_kind: gazette
publisher: 海州市人民政府
published: '2031'
year: 2031
issue: 1
issue_total: 88
about: 文件一件。
counts: {documents: 1}
months:
- {title: 2031年1月, url: gazette/2031-1/chronicle-2031-01/, entries: 1, page: 30}
documents:
- {title: 海防办法, number: 海政发〔2031〕1号, date: '2031-01-05', page: 3, url: gazette/2031-1/hf-2031-1/}""",
    "gazette/2031-1/chronicle-2031-01.md": """title: 2031年1月
kind: month
id: gazette-2031-1/2031-01
volume: gazette-2031-1
volume_title: 海州市公报 2031年第1期
volume_kind: gazette
year: 2031
month: 1
pages: [30]
entries:
- {id: 2031-01-05-1, label: 5日, start: '2031-01-05', page: 30, page_end: null, day: on-2031-01-05-1, lines: 5-5}""",
    "gazette/2031-1/hf-2031-1.md": """title: 海防办法
kind: document
id: gazette-2031-1/hf-2031-1
volume: gazette-2031-1
volume_title: 海州市公报 2031年第1期
volume_kind: gazette
number: 海政发〔2031〕1号
issuer: 海州市人民政府
date: '2031-01-05'
recipients: 各县人民政府：
public: true
section: 市政府文件
pages: [3, 9]
description: 海防办法：为了海防。
contents:
- {id: n-1, depth: 0, text: 一、总则}
- {id: n-2, depth: 1, text: 二、附则}
attachments:
- {label: 附件1, title: 海防表, anchor: annex-1}
- {label: 附件2, title: 海图, anchor: annex-2, missing: true}
announced:
- {text: 大事记2031年1月5日, url: chronicle/2031/01/#2031-01-05-1}
cites:
- {text: 海政发〔2030〕9号}
cited_by:
- {text: 海防办法, url: gazette/2031-1/hf-2031-1/}""",
    "plan/30/index.md": """title: 海州市规划纲要
kind: volume
id: plan-30
volume_kind: plan
publisher: 海州市人民政府
published: '2031'
year: 2031
about: 规划。
counts: {documents: 1, sections: 2, boxes: 1, tables: 1}
months: []
documents:
- {title: 第一章 海, number: '', date: null, page: 1, url: plan/30/ch-01/}""",
    "plan/30/ch-01.md": """title: 第一章 海
kind: chapter
id: plan-30/ch-01
volume: plan-30
volume_title: 海州市规划纲要
volume_kind: plan
chapter: 1
pages: [1, 1]""",
}
_BODY = {
    "chronicle/2031/01.md": """<!-- day -->

## <b>5</b>日<small data-furniture>星期日</small> { #on-2031-01-05-1 .label .single data-day="2031-01-05" }

<span class="fix" id="note-1" data-was="海洲">海州</span>开海，
<span class="fix" id="note-2" data-was="海洲">海州</span>开市。
{: #2031-01-05-1 .entry data-l="3" }

<!-- 2031-01-05-1 -->

<!-- day -->

## 是月 { #the-month .label }

海晏。
{: #2031-01-month-1 .entry data-l="7" }

<!-- 2031-01-month-1 -->""",
    "gazette/2031-1/hf-2031-1.md": """海州市人民政府
{: .head .issuer }

# 海防办法 { #top }

<!-- text -->

## 一、总则 { #n-1 .level-1 }

为了海防。
{: .p data-l="5" }""",
}


def _page(name: str) -> str:
    title = _FRONT[name].partition("title: ")[2].partition("\n")[0]
    body = _BODY.get(name, "正文。")
    head = "" if "# 海防办法" in body else f"# {title} {{ #top }}\n\n"
    return f"---\n{_FRONT[name]}\n---\n\n{head}{body}\n"


def pages(root: Path) -> dict[str, str]:
    """Every page that MkDocs makes of the small site in the folder `root`, by its path; digests of assets left out.

    The frame (header and footer) is that of all pages: it stays on one at the top and one deep below.
    """
    made = root / "build" / "data" / "citations"
    made.mkdir(parents=True)
    (root / "build" / "prints.json").write_text('["download/pdf/chronicle-2031.pdf", "download/epub/plan-30.epub"]')
    (made / "chronicle-2031.json").write_text('[{"id": "chronicle-2031/2031-01", "gbt": "海州市档案馆. 大事记."}]')
    entries = '[{"id": "chronicle-2031/2031-01-05-1", "text": "海州开海，海州开市。"}]'
    (root / "build" / "data" / "entries.json").write_text(entries, "utf-8")
    site = rendered(root, {name: _page(name) for name in _FRONT}, "https://yearbook.example/")
    said = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in sorted(site.rglob("*.html"))}
    return {name: _kept(text, framed=name in _FRAMED) for name, text in said.items()}


def _kept(text: str, *, framed: bool) -> str:
    # What this edition is called may change any day.
    text = _DIGEST.sub(r"\1", text).replace(settings(ROOT).yearbook.edition, "")
    return text if framed else _FRAME.sub("", text)


def kept_name(page: str) -> str:
    """The file that a page is held against: `gazette/2031-1/index.html` -> `gazette-2031-1.html`."""
    return (page.removesuffix("index.html").rstrip("/").replace("/", "-") or "home").removesuffix(".html") + ".html"


if __name__ == "__main__":
    import tempfile

    KEPT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for page, text in pages(Path(folder)).items():
            (KEPT / kept_name(page)).write_text(text, "utf-8")
