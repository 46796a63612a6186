"""A small volume as an e-book: every kind of block, of note and of link; its parts are kept beside."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

from builder.writers.epub import epub

# What each part is held against; written anew by `python -m tests.writers.epub.small`, and read before it is kept.
KEPT = Path(__file__).parent / "kept"
NOTE = {"n": 1, "said": "校“海州”原作“海洲”。 误字。"}
ENTRY: dict[str, Any] = {
    "id": "gazette-2031-1/2031-01-05-1",
    "label": ["5日"],
    "beside": "星期日",
    "blocks": [
        {"type": "entry", "text": [{"turn": 30}, {"t": "海州", "u": 1, "note": 1}, "开海 <一>。"]},
        {"type": "entry", "text": ["又开市。"]},
    ],
    "see": [
        {"id": "gazette-2031-1/hf-2031-1", "source": "", "item": "《海防办法》", "page": 3},
        {"id": "chronicle-2031/2031-01-05-1", "source": "《大事记》", "item": "1月5日条", "page": 2},
        {"id": "chronicle-2031/2031-01-06-1", "source": "《大事记》", "item": "1月6日条", "page": None},
    ],
}
MONTH: dict[str, Any] = {
    "id": "gazette-2031-1/2031-01",
    "title": "2031年1月",
    "year": 2031,
    "pages": [30, 31],
    "opening": "2031年",
    "headings": [["1月大事记"]],
    "entries": [
        ENTRY,
        {"id": "gazette-2031-1/2031-01-05-2", "further": True, "blocks": [{"type": "entry", "text": ["海晏。"]}]},
        {
            "id": "gazette-2031-1/2031-01-month-1",
            "above": [["是月"]],
            "blocks": [{"type": "entry", "text": ["河清。"]}],
        },
    ],
    "notes": [NOTE, {"n": 2, "said": "不在文中。"}],
    "citation": "海州市人民政府. 2031年1月大事记[J/OL].",
}
CELLS = [
    {"x": 0, "y": 0, "text": ["甲"], "colspan": 2},
    {"x": 0, "y": 1, "text": ["乙"], "rowspan": 2},
    {"x": 1, "y": 1, "text": ["1"]},
    {"x": 1, "y": 2, "text": ["2"]},
]
BLOCKS: list[dict[str, Any]] = [
    {"type": "heading", "level": 1, "depth": 1, "anchor": "n-1", "text": ["一、总则"]},
    {"type": "paragraph", "text": [{"t": "目的。", "b": 1}, "为了", {"t": "海防", "note": 1, "a": "："}]},
    {"type": "heading", "level": 2, "depth": 2, "anchor": "n-1-1", "text": ["（一）范围"]},
    {"type": "item", "level": 3, "anchor": "n-1-1-1", "text": ["1.海"]},
    {"type": "note", "text": ["注：海。"]},
    {"type": "table", "anchor": "table-1", "title": ["表1"], "head": 1, "cells": CELLS, "notes": [["表注。"]]},
    {"type": "table", "title": [], "head": 0, "cells": [{"x": 0, "y": 0, "text": ["丙"]}], "notes": []},
    {"type": "roster", "title": ["名单"], "people": [[["组长："], ["王海"], ["市长"]]]},
    {
        "type": "box",
        "anchor": "box-1",
        "depth": 2,
        "number": 1,
        "title": ["专栏1"],
        "blocks": [{"type": "form", "lines": [["姓名："], ["日期："]]}],
    },
    {"type": "signature", "lines": [["海州市人民政府"], ["2031年1月5日"]]},
    {
        "type": "annex",
        "anchor": "annex-1",
        "name": "海防表",
        "label": ["附件1"],
        "title": ["海防表"],
        "depth": 1,
        "blocks": [{"type": "flow", "text": ["海→防"]}],
    },
    {"type": "annex", "name": "附件2", "label": ["附件2"], "title": [], "blocks": []},
]
NOTICE: dict[str, Any] = {
    "id": "gazette-2031-1/hf-2031-1",
    "name": "海防办法",
    "pages": [3, 9],
    "head": ["issuer", "title", "number"],
    "issuer": ["海州市人民政府"],
    "title": [{"turn": 3}, "海防", {"br": 1}, "办法"],
    "number": ["海政发〔2031〕1号"],
    "recipients": ["各县："],
    "blocks": BLOCKS,
    "see": [{"id": "gazette-2031-1/2031-01-05-1", "source": "本期", "item": "1月5日条", "page": 30}],
    "notes": [NOTE],
    "citation": "海州市人民政府. 海防办法：海政发〔2031〕1号[J/OL].",
}
VOLUME: dict[str, Any] = {
    "id": "gazette-2031-1",
    "title": "海州市公报 2031年第1期",
    "publisher": "海州市人民政府、海州市政府办公室",
    "published": "2031-02",
    "year": 2031,
    "url": "gazette/2031-1/",
    "source": "gazette-2031-1.txt",
    "sha256": "0" * 64,
    "front": [{"id": "cover", "title": "封面", "blocks": [{"type": "paragraph", "text": ["海州市公报"]}]}],
    "front_notes": [],
    "months": [MONTH],
    "documents": [NOTICE],
}


def parts() -> dict[str, str]:
    """The parts of the e-book that are set from its rows, by name, folders left out."""
    with zipfile.ZipFile(io.BytesIO(epub(VOLUME))) as book:
        names = [name for name in book.namelist() if not name.endswith((".css", "container.xml", "mimetype"))]
        return {name.rpartition("/")[2]: book.read(name).decode("utf-8") for name in names}


if __name__ == "__main__":
    KEPT.mkdir(exist_ok=True)
    for name, text in parts().items():
        (KEPT / name).write_text(text, "utf-8")
