"""Signs that a text layer could not name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.engine.rule import Facts, Proposal
from builder.engine.text import Edit, Text

_MARK = r"，。、；：！？（）［］【】《》〈〉“”‘’"


def unknown(text: Text, facts: Facts) -> Iterator[Proposal]:
    """无法识别的字符，原处是空格（如“第六条”之后），无须空处删去。

    It stands for the wide space behind 第X条; behind a punctuation mark or beside a space for nothing.
    """
    for found in re.finditer("\ufffd", text.s):
        at = found.start()
        around = text.s[max(0, at - 1) : at] + text.s[at + 1 : at + 2]
        bare = not around.strip() or " " in around or "\n" in around or re.search(rf"[{_MARK}]", around)
        yield Edit(at, at + 1, "" if bare else " ")
