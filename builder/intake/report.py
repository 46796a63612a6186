"""What `yearbook new` says of a raw file, in Chinese."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from builder.intake.signs import Seen

KINDS = {"yearbook": "年鉴", "chronicle": "大事记", "gazette": "公报", "plan": "规划", "document": "单独成册的文件"}
TEXTURES = {"ocr-markdown": "识别软件输出的 Markdown", "pdf-text": "PDF 的文字层", "plain-text": "一段一行的纯文本"}


class Found(NamedTuple):
    """What was found: how it was read, sizes, texture and kind with their signs, years, open questions."""

    file: str
    source: str
    characters: int
    lines: int
    texture: str
    texture_signs: Sequence[Seen]
    kind: str
    kind_signs: Sequence[Seen]
    years: Sequence[int]
    doubts: Sequence[str]
    more: Sequence[Seen]
    left: Sequence[str] = ()


def report(found: Found, unclaimed: Sequence[str], volume: str) -> str:
    """The whole report, the table for the catalogue at its end."""
    years = "、".join(map(str, found.years)) or "不明"
    lines = [
        f"文件  {found.file}：{found.source}，{found.characters} 字符，{found.lines} 行",
        *(f"未取  {one}" for one in found.left),
        f"文本  {found.texture}（{TEXTURES[found.texture]}）",
        *_signs(found.texture_signs),
        f"类别  {found.kind}（{KINDS[found.kind]}）",
        *_signs(found.kind_signs),
        f"年份  {years}",
        *_signs(found.more),
        *(f"疑问  {one}" for one in found.doubts),
        f"没有着落的行  {len(unclaimed) or '无'}",
        *(f"    {one}" for one in unclaimed),
        "",
        "请核对下面这一节，把“待填”填上，再写进 catalogue.toml（或加 --write 由程序写入）：",
        "",
    ]
    return "\n".join(lines) + "\n" + volume


def _signs(signs: Iterable[Seen]) -> Iterator[str]:
    for one in signs:
        shown = "；".join(f"第{n}行 {s}" if n else s for n, s in one.samples)
        yield f"    {one.name} {one.times}" + (f"：{shown}" if shown else "")
