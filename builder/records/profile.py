"""The habits of a book as the catalogue may declare them, in the words of the editor."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from builder.records.base import Listed, Record, Said

Label = Literal["5日", "1月5日", "上旬", "同日", "1月", "春", "是年", "1949年", "十九年", "农历", "1.5"]
Lines = Literal["一行一条", "一行多条", "标目独行", "题名独行"]
Items = Literal["括号", "黑体", "独行", "行首"]
# How a label is written, by an example -> its form in the grammar of dates.
LABELS: dict[str, str] = dict(
    zip(
        get_args(Label),
        ("day", "dated", "third", "same-day", "month", "season", "year", "figures", "reign", "lunar", "dotted"),
        strict=True,
    )
)
LINES: tuple[str, ...] = get_args(Lines)
ITEMS: tuple[str, ...] = get_args(Items)


class Profile(Record):
    """Habits of a volume that are to hold whatever the reader would find; None leaves them to it.

    Of a chronicle: `labels` by their examples; `marks` of further entries; `lines` how entries stand in lines;
    `marked`: every label has a sign in front of it; `titled`: entries have titles in 【】; `behind`: dates close their
    entries, in brackets. Of a gazette: `documents` are titles that begin a document wherever they stand, `passages`
    those that begin none.
    Of a yearbook: `sections` (类目) and `subsections` (分目) by their names, `items` how the titles of items are told
    from their text: in brackets, in bold, on a line of their own, by the gap behind them; `passages` are lines that
    head nothing.
    """

    labels: Annotated[tuple[Label, ...], Listed] | None = None
    marks: Annotated[tuple[Said, ...], Listed] | None = None
    lines: Lines | None = None
    marked: bool | None = None
    titled: bool | None = None
    behind: bool | None = None
    documents: Annotated[tuple[Said, ...], Listed] | None = None
    passages: Annotated[tuple[Said, ...], Listed] | None = None
    sections: Annotated[tuple[Said, ...], Listed] | None = None
    subsections: Annotated[tuple[Said, ...], Listed] | None = None
    items: Items | None = None
