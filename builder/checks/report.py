"""What `yearbook check` reports beside its findings: reports in Chinese, for the people who keep the texts."""

from __future__ import annotations

from collections.abc import Sequence

from builder.checks.growth import odd_growth
from builder.edition.read import Read
from builder.model.linkage import Linkage


def summary(reads: list[Read]) -> str:
    """One line a volume: what became of its raw characters, as a sum."""
    lines = []
    for read in reads:
        total = read.sum
        share = 100 * (total.published + total.removed) / total.raw
        kept, gone = f"刊出 {total.published}", f"依规则删去 {total.removed}"
        lines.append(f"{read.volume.id}：原文 {total.raw} 字符 = {kept} + {gone}，合计 {share:.2f} %")
    return "\n".join(lines)


def arithmetic(reads: Sequence[Read]) -> list[str]:
    """Growth rates of tables that do not follow from their own row, one line each: information, no finding.

    The printed number stays; whether it is an error or counted otherwise is for people to say.
    """
    lines = []
    for read in reads:
        for odd in odd_growth(read.volume):
            place = read.apparatus.lines(odd.cell)
            where = f"{read.volume.id}.txt:{place[0]}" if place else odd.document
            one = odd.growth
            said = f"{one.name}所列 {one.printed}，按本行首尾两数算得 {one.computed}"
            lines.append(f"{where}：{odd.title}：{said}；照录，请核")
    return lines


def suggestions(linkage: Linkage) -> list[str]:
    """Names that no list knows, each with the lines to paste into `names.toml`."""
    return [f"# {one.owner}：{one.text}\n{one.stub}" for one in linkage.suggestions]
