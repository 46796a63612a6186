"""A small site for the tests of search: made-up units, and pages that hold their texts."""

from __future__ import annotations

import random
from html import escape
from pathlib import Path
from typing import Any

from builder.site import assets
from builder.writers.search import write_search

POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'"
WORDS = [
    "市委书记",
    "市长",
    "王震",
    "张志川",
    "丹河新城",
    "金村",
    "会议",
    "召开",
    "2021年",
    "3月15日",
    "（试行）",
    "〔2021〕1号",
    "5G基站",
    "“十四五”",
    "《方案》",
    "——非煤矿山：",
    "98.5%",
    "𠮷田",
    "été",
    "Ｗｉｆｉ",
    "㎡",
    "，",
    "。",
    "、",
    "的",
    "工作",
    "晋城市",
    "沁水县",
    "-",
]
ODD = [
    ("2021年3月15日", "市长王震到丹河新城金村调研，强调2020-2021年度5G基站建设。"),
    ("2021年3月 是月", "“十四五”规划编制完成。\n第二段落在这里，晋市政发〔2021〕1号印发。"),
    ("<img src=x onerror=alert(1)>", "标题里有标签：<b>粗</b> & “引号” 'single' \"double\" \\ 反斜杠"),
    ("一", "一"),
    ("空文", ""),
    ("晋城市人民政府关于做好工作的通知 一、总则", "𠮷野家𠮷 が がΣΑΣ ½ … ㈠ №"),
]


def small_units(count: int = 120) -> list[dict[str, Any]]:
    """Return odd units by hand and random ones, whose pairs are rare, common and very common."""
    rng = random.Random(7)
    rows = list(ODD)
    while len(rows) < count:
        title = f"{2020 + len(rows) % 2}年{len(rows) % 12 + 1}月{len(rows) % 28 + 1}日"
        rows.append((title, "".join(rng.choice(WORDS) for _ in range(rng.randint(1, 90)))))
    return [
        {
            "id": f"volume-{i % 2}/{i:03}",
            "kind": "table" if i % 7 == 3 else "entry",
            "volume": f"volume-{i % 2}",
            "document": None,
            "title": title,
            "date": f"{2020 + i % 2}-{i % 12 + 1:02}-{i % 28 + 1:02}" if i % 5 else None,
            "url": f"volume/{i % 2}/#u-{i:03}",
            "text": text,
        }
        for i, (title, text) in enumerate(sorted(rows[: len(ODD)]) + rows[len(ODD) :])
    ]


def small_facets(units: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return further fields as the build gives them."""
    out: dict[str, dict[str, Any]] = {}
    for i, unit in enumerate(units):
        people = [name for name in ("王震", "张志川") if name in unit["text"]]
        row: dict[str, Any] = {"year": 2020 + i % 2, "month": i % 12 + 1, "page": i, "persons": people}
        if "〔2021〕1号" in unit["text"]:
            row["number"] = "晋市政发〔2021〕1号"
        out[unit["id"]] = row
    return out


DIRECT = [
    {"kind": "month", "label": "2021年3月", "keys": ["2021-03"], "url": "volume/1/"},
    {"kind": "person", "label": "王震", "keys": [], "url": "volume/1/#wang-zhen"},
    {"kind": "document", "label": "关于做好工作的通知", "keys": ["晋市政发〔2021〕1号"], "url": "volume/0/"},
]

PAGE = """<!doctype html>
<html lang="zh-Hans"><head><meta charset="utf-8"><title>{title}</title>
<meta http-equiv="Content-Security-Policy" content="{policy}">
<link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="{base}search/search.css">
<script defer src="{base}search/engine.js"></script>
<script defer src="{base}search/data/directory.js"></script>
<script defer src="{base}search/page.js"></script>{more}</head>
<body><header><form role="search" data-yearbook-search action="{base}search/">
<input type="search" name="q" aria-label="查找"></form></header>
<main>{body}</main></body></html>
"""


def _page(path: Path, base: str, title: str, body: str, more: str = "") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = PAGE.format(title=title, policy=POLICY, base=base, body=body, more=more)
    path.write_text(text, encoding="utf-8")


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{escape(part)}</p>" for part in text.split("\n"))


def write_scripts(folder: Path) -> None:
    """Write the scripts of search, as MkDocs does."""
    for name, content in assets.search().items():
        (folder / name).write_text(content, encoding="utf-8")


def write_site(out: Path, units: list[dict[str, Any]]) -> None:
    """Write the index, the results page and one page for each volume."""
    labels = {"volume": {"volume-0": "第一卷", "volume-1": "第二卷"}, "example": {"title": "in:title 第"}}
    write_search(units, small_facets(units), out / "search", DIRECT, labels)
    write_scripts(out / "search")
    _page(out / "index.html", "./", "首页", "<h1>首页</h1>")
    script = '<script defer src="../search/results.js"></script>'
    _page(out / "search" / "index.html", "../", "查找", "<h1>查找</h1><div data-yearbook-results></div>", script)
    for number in (0, 1):
        rows = [
            f'<div id="u-{u["id"][-3:]}"><h3 data-furniture>{escape(u["title"])}</h3>{_paragraphs(u["text"])}</div>'
            for u in units
            if u["volume"] == f"volume-{number}"
        ]
        _page(out / "volume" / str(number) / "index.html", "../../", "卷", "".join(rows))
    _page(out / "marks" / "index.html", "../", "标记", MARKS)


MARKS = """
<article id="a"><h3>标题</h3>
<p>市长<a href="../">王</a>震到丹河<span data-furniture>[第12页]</span>新城调研。</p>
<p>会议由<span data-fix><span data-reading>王震</span><span data-base hidden>王霞</span></span>主持。</p></article>
<article id="b"><p>王震出席。<ruby>沁<rt>qìn</rt></ruby>水</p></article>
<article id="c"><p>上文王</p></article><article id="d"><p>震下文</p></article>
"""
