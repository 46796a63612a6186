"""What `yearbook check` reports beside its findings: reports in Chinese, for the people who keep the texts."""

from __future__ import annotations

from collections.abc import Sequence

from builder.checks.doubtful import counted, listed
from builder.checks.growth import odd_growth
from builder.edition.read import Read
from builder.model.doubt import TELLS
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


def built(reads: Sequence[Read]) -> list[str]:
    """What `yearbook build` says: a line a volume with its published characters and its doubts, each told below it."""
    lines = []
    for read in reads:
        accepted, light, told = counted(read)
        doubts = [
            f"{told} 处待定" if told else "",
            f"{light} 处待看" if light else "",
            f"{accepted} 处已认可" * bool(accepted),
        ]
        said = "、".join(one for one in doubts if one) or "无"
        lines.append(f"{read.volume.id}：刊出 {read.sum.published} / {read.sum.raw} 字符；疑处：{said}")
        lines += [f"  {one}" for one in listed(read, TELLS)]
    return lines


def doubts(reads: Sequence[Read]) -> list[str]:
    """All doubts that nobody has accepted, the light ones too, one line each."""
    return [str(one) for read in reads for one in listed(read)]


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
