"""What stands behind the text of a book: who prints and sells it, who wrote it, the links of a web page."""

from __future__ import annotations

import re

from builder.engine.text import Text
from builder.model.blocks import Paragraph
from builder.model.volume import FrontPage

_PRINTS = re.compile(
    r"(?:主管主办|主管|主办|编辑出版|编辑、出版|编辑|出版|编印|承办|印刷|刊号|国内统一刊号|准印证号|内部准印证号|内部资料|发行范围|发行|邮发代号|定价)"
    r"[\u4e00-\u9fff]{0,4}[ \u3000]*[：:]"
)
# Buttons stand by themselves: 关闭小煤窑十二座 is text.
_WEB = re.compile(
    r"(?:[【\[ \u3000]*(?:打印本页|打印|关闭窗口|关闭|返回顶部|返回列表)[】\] \u3000]*)+"
    r"|(?:[上下]一[篇条]|责任编辑)[：:].*|(?:版权所有|扫一扫|网站标识码|备案号|[\u4e00-\u9fff]ICP备)[^。]*"
)
_NAME = r"[\u4e00-\u9fff](?:[\u4e00-\u9fff]{1,3}|[ \u3000][\u4e00-\u9fff])"
_WROTE = re.compile(
    rf"[（(](?:[^（）()]{{2,20}}[ \u3000]*(?:供稿|整理|辑录|撰稿|提供|编写|撰写)|{_NAME}(?:[ \u3000、]+{_NAME})+"
    r"|[^（）()]{0,20}(?:供稿|撰稿|审稿|整理|责任编辑)[ \u3000]*[：:]?[^（）()。]{2,30}"
    r"|[\u4e00-\u9fff]{2,16}(?:办公室|研究室|档案[局馆]|史志[局办])(?:[ \u3000]+[^（）()。]{2,8})?)[）)]"
)
# Between them: the name of a gazette, a page, whom to ask. By itself that ends a public notice too.
_BETWEEN = re.compile(
    r"[\u4e00-\u9fff \u3000]{2,20}公[ \u3000]*报.{0,16}|[（(]\d{4}年创刊[）)]|[·\-—–（ ]*\d{1,3}[·\-—–） ]*"
    r"|(?:地址|电话|邮编|邮政编码|网址)[ \u3000]*[：:].*"
)
_FEW = 12


def imprint(lines: list[Text]) -> tuple[list[Text], list[FrontPage]]:
    """The lines of the text, and a page of what stands behind it, where something does."""
    at = len(lines)
    while at and len(lines) - at < _FEW and (_is_imprint(lines[at - 1].s) or _BETWEEN.fullmatch(lines[at - 1].s)):
        at -= 1
    if not any(_is_imprint(line.s) for line in lines[at:]):
        return lines, []
    return lines[:at], [FrontPage("imprint", "cover", "文末", [Paragraph(line) for line in lines[at:]])]


def _is_imprint(line: str) -> bool:
    return _PRINTS.match(line) is not None or _WEB.fullmatch(line) is not None or _WROTE.fullmatch(line) is not None
