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
    "entry.mark": Structure("表示同日另条的记号（△、※），版面上另行标示。", r"(?:[^\w\s]|是日|同日)[\s,，]*"),
    "entry.comma": Structure("日期后的逗号、冒号或空白，版面上日期单独成栏。", r"[\s,，、:：]+"),
    "cell.tab": Structure("表格各栏之间的制表符，已成为单元格。", r"[\t ]+"),
    "table.head": Structure("表格换页处重印的表头，已并入同一张表。", r"[^\n]+"),
    "table.label": Structure("表格换页处重印的类目名，与前页同一格。", r"[^\n]+"),
    "cell.gap": Structure("被压平的表格中各格之间的空白，已成为单元格。", r" +"),
    "contents.leader": Structure("目录中连接题名与页码的点线和空白。", r"[.．…·\s]+"),
}
