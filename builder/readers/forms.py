"""Lines of blank forms: labels to be filled in behind, blank dates and numbers, dots."""

from __future__ import annotations

import re

_BLANK_DATE = r"(?:[0-9]{2,4})?[ \u00a0\u3000]*年[ \u00a0\u3000]+月[ \u00a0\u3000]+日"
_LABEL = (
    r"[^，。；]{0,14}(?:名称|盖章|公章|签字|签名|日期|单位|填报人|联系方式|联系人|负责人|经办人|姓名|编号|类型)[）)]*"
)
_FIELD = r"[（(](?!此件)[\u4e00-\u9fff]{3,8}[）)][：:]?"
_FORM = re.compile(
    rf"(?:{_LABEL}[（(]?[^）)]{{0,4}}[）)]?[：:] *(?:{_BLANK_DATE})?|{_BLANK_DATE}|{_FIELD}"
    r"|[^，。]{0,6}〔[^〕]* ?〕 +(?:第 +)?号)[ \u00a0]*"
)
_DOTS = re.compile(r"[…．. ]+")


def form_line(line: str) -> bool:
    """True for a line that a form leaves to be filled in; its gaps are blanks."""
    return _FORM.fullmatch(line) is not None or _DOTS.fullmatch(line) is not None
