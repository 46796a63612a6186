"""The page 校勘记: every correction and every doubt, volume by volume, with links to the places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from builder.edition.chapter import Shown
from builder.edition.notes import case_anchor, evidence
from builder.model.address import relative
from builder.writers.markdown import escape, front

URL = "text/corrections/"
HEADS = {
    "fix": ("序", "原文", "改作", "理由", "依据", "原文行与所在"),
    "doubt": ("序", "原文", "或作", "说明", "依据", "原文行与所在"),
}
LEAD = (
    "改正只据确证，逐条列出；存疑之处只加注，不改动。"
    "原文用字见各页“原文”开关；标点全角与半角之别、行的接续、版面附件的删除，见[文本说明](statement.md)。"
)


@dataclass(frozen=True)
class Cases:
    """The corrections and doubts of one volume, and where its pages show them."""

    volume: str
    title: str
    corrections: Sequence[Mapping[str, Any]]
    doubts: Sequence[Mapping[str, Any]]
    shown: Sequence[Shown]


def cases_page(volumes: Sequence[Cases], titles: Mapping[str, str]) -> str:
    """The Markdown page of all corrections and doubts; `titles` of volumes by id."""
    body = ["# 校勘记 { #top }", LEAD]
    for one in volumes:
        body.append(f"## {escape.markdown(one.title, head=False)} {{ #{one.volume} }}")
        body.append(f"改正{_places(one, 'fix')}处，存疑{_places(one, 'doubt')}处。")
        for kind, name, records in (("fix", "改正", one.corrections), ("doubt", "存疑", one.doubts)):
            if records:
                body.append(f"### {name} {{ #{one.volume}-{kind} }}")
                body.append("\n".join(_table(one, kind, records, titles)))
    return front.page({"title": "校勘记", "kind": "about", "order": 30}, "\n\n".join(body))


def _places(one: Cases, kind: str) -> int:
    return sum(1 for shown in one.shown if shown.case.startswith(f"{one.volume}-{kind}-"))


def _table(one: Cases, kind: str, records: Sequence[Mapping[str, Any]], titles: Mapping[str, str]) -> Iterable[str]:
    yield '<div class="table" tabindex="0" role="group" aria-label="校勘表"><table class="cases">'
    heads = "".join(f'<th scope="col">{head}</th>' for head in HEADS[kind])
    yield f"<thead><tr>{heads}</tr></thead><tbody>"
    for number, record in enumerate(records):
        anchor = case_anchor(one.volume, kind, number)
        places = [shown for shown in one.shown if shown.case == anchor]
        cells = [str(number + 1), *_readings(record, kind, titles), _places_cell(places)]
        yield f'<tr id="{anchor}">{"".join(f"<td>{cell}</td>" for cell in cells)}</tr>'
    yield "</tbody></table></div>"


def _readings(record: Mapping[str, Any], kind: str, titles: Mapping[str, str]) -> list[str]:
    if record.get("withheld"):
        return ["■", "不公开", escape.plain_html(str(record.get("note", ""))), ""]
    near, find = str(record["near"]), str(record["find"])
    before, _, behind = (escape.plain_html(part) for part in _around(near, find))
    was = f"{before}<b>{escape.plain_html(str(record.get('base', find)))}</b>{behind}"
    now = str(record["put"] if kind == "fix" else record.get("maybe", ""))
    said = escape.plain_html(now) if now.strip() else "（空格）" if now else "（删）" if kind == "fix" else "—"
    see = escape.plain_html(evidence(record, titles))
    return [was, said, escape.plain_html(str(record["why"])), see]


def _around(near: str, find: str) -> tuple[str, str, str]:
    """What stands before and behind the reading, a few characters of each."""
    before, found, behind = near.partition(find)
    return before[-12:], found, behind[:12]


def _places_cell(places: Sequence[Shown]) -> str:
    return "、".join(f'<a href="{relative(p.url, URL)}">{p.line}</a>' for p in places) or "—"
