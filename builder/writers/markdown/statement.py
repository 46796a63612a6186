"""The page 文本说明: what was removed and why, what was joined, corrected, doubtful, and what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from builder.engine.ledger import Balance
from builder.model import Volume
from builder.writers.markdown import escape, front

LEAD = (
    "各卷所据为公开发布的电子文本，原始文件逐字节保存，从不改动。"
    "原始文件的每一个字符，或者刊出，或者依下列有名称、有理由的规则删去；新增的字符也逐一记账。"
    "下表由记账自动生成，各卷合计均为原文字符数的 100 %。逐字的账目见数据文件 ledger。"
)


@dataclass(frozen=True)
class Statement:
    """What is said of one volume: its sums, its rules, its corrections and doubts."""

    volume: Volume
    title: str
    total: Balance
    removed: Counter[str]
    added: Counter[str]
    moved: Counter[str]
    reasons: Mapping[str, str]
    corrections: int
    doubts: int


def statement_page(volumes: Iterable[Statement]) -> str:
    """The Markdown page of the text statement."""
    body = ["# 文本说明 { #top }", LEAD]
    for one in volumes:
        body.append(f"## {escape.markdown(one.title, head=False)} {{ #{one.volume.id} }}")
        body.append(_sum(one))
        body.append("\n".join(_table(one)))
        body.append("\n".join(f"- {line}" for line in completeness(one.volume)))
    return front.page({"title": "文本说明", "kind": "about", "order": 20}, "\n\n".join(body))


def _sum(one: Statement) -> str:
    total = one.total
    share = 100 * (total.published + total.removed) / total.raw
    return (
        f"原文 {total.raw} 字符（含空白与换行）：刊出 {total.published}，依规则删去 {total.removed}，"
        f"合计 {share:.2f} %。改正{one.corrections}处，存疑{one.doubts}处，逐条见"
        f"[校勘记](corrections.md#{one.volume.id})。"
    )


def _table(one: Statement) -> Iterable[str]:
    yield '<div class="table" tabindex="0" role="group" aria-label="规则与字符数"><table class="rules">'
    heads = "".join(f'<th scope="col">{head}</th>' for head in ("规则", "理由", "删去或替换", "新增或换入", "移动"))
    yield f"<thead><tr>{heads}</tr></thead><tbody>"
    for rule in sorted({*one.removed, *one.added, *one.moved}):
        counts = (one.removed[rule], one.added[rule], one.moved[rule])
        numbers = "".join(f'<td class="num">{n or ""}</td>' for n in counts)
        yield f"<tr><td>{rule}</td><td>{escape.plain_html(one.reasons.get(rule, ''))}</td>{numbers}</tr>"
    yield "</tbody></table></div>"


def completeness(volume: Volume) -> list[str]:
    """What the volume's own contents promise, and what is there; what is announced and missing."""
    said = []
    listed = [c for c in volume.contents if "大事记" not in c.title]
    if volume.kind == "chronicle" and volume.contents:
        said.append(f"目录所列 {len(volume.contents)} 个月，刊出 {len(volume.months)} 个月。")
    elif volume.contents:
        said.append(f"目录所列文件 {len(listed)} 件，刊出 {len(volume.documents)} 件。")
    elif volume.documents:
        said.append(f"所据文本无目录；刊出文件 {len([d for d in volume.documents if not d.chapter])} 件。")
    chapters = [d for d in volume.documents if d.chapter]
    if chapters:
        said.append(f"规划正文 {len(chapters)} 章。")
    entries = sum(len(month.entries) for month in volume.months)
    if entries:
        said.append(f"大事记 {len(volume.months)} 个月 {entries} 条。")
    missing = [(d, a) for d in volume.documents for a in d.attachments if a.missing]
    for document, attachment in missing:
        title = escape.markdown(attachment.title.s or attachment.announced, head=False)
        said.append(f"{document.number_read}：{attachment.label}“{title}”未随原书刊出。")
    return said
