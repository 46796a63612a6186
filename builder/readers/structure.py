"""What a reader may leave out of the published text, and why: names, reasons for readers, bounds."""

from __future__ import annotations

from typing import NamedTuple


class Structure(NamedTuple):
    """Why a piece is structure, and the pattern that the whole piece must match."""

    reason: str
    pattern: str


class Unreadable(Exception):
    """A text that cannot be read as its kind: the key of what is wrong, the raw place, what fills the message."""

    def __init__(self, key: str, offset: int = 0, **facts: object) -> None:
        super().__init__(key)
        self.key, self.offset, self.facts = key, offset, facts


STRUCTURE: dict[str, Structure] = {
    "line.end": Structure("段落之间的换行，已成为版面上的段落。", r"\n"),
    "line.space": Structure("行首行尾的空白，与文字无关。", r"[\s\ufeff]+"),
    "entry.mark": Structure(
        "表示同日另条的记号（△、※），版面上另行标示。", r"(?:[^\w\s]|[〇Δ]|是日|同日|当日)*[\s,，|｜:：]*"
    ),
    "entry.number": Structure(
        "条目前的序号，版面上条目自有编号。", r"(?:[（(]?[0-9０-９一二三四五六七八九十]{1,3}[）)、.．]?|[①-⑳])\s*"
    ),
    "entry.comma": Structure("日期后的逗号、冒号或空白，版面上日期单独成栏。", r"[\s,，、:：.．。;；|｜—－–-]+"),
    "item.gap": Structure("条目题名与正文之间的空白，版面上题名另行标示。", r"[\s:：]+"),
    "head.again": Structure("重复印出的类目、分目、条目名（书眉、续题），已在所属的一处之首。", r"[^\n。；]{1,40}"),
    "cell.tab": Structure("表格各栏之间的制表符，已成为单元格。", r"\s+"),
    "table.head": Structure("表格换页处重印的表头，已并入同一张表。", r"[^\n]+"),
    "table.label": Structure("表格换页处重印的类目名，与前页同一格。", r"[^\n]+"),
    "cell.gap": Structure("被压平的表格中各格之间的空白，已成为单元格。", r" +"),
    "line.rule": Structure("文件之间以星号、短横排成的分隔线，版面上各成一页。", r"[*＊\-—–_=~·━═─\s]{3,}"),
    "contents.leader": Structure("目录中连接题名与页码的点线和空白。", r"[.．…·\s/]+"),
}
