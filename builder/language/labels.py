"""Signs of chronicles, and what rules and readers do to a line before they look at it."""

from __future__ import annotations

import re
import unicodedata

# What may stand between the two dates of a range, in a class of characters: dashes of any make, tildes.
DASHES = r"—–－\-‐‑‒―─━﹣~～〜"
# Signs that open a further entry of a day, or stand in front of a label.
SIGNS = ("△", "※", "▲", "▽", "◇", "◆", "●", "◎", "☆", "Δ", "∆")
_THE_MONTH = re.compile(r"(?:是|本|当)[ \u00a0\u3000]*月")
# Letters that the names of offices, documents and their numbers are printed with before 1964.
_OLD = (
    "員會轉發鎮財銀衛廳縣區務處辦關於報議條規則頒決號總團學專編構業農電統"
    "計動勞經濟設長機國訓單實產黨歷內術對開領導組織貫徹執備獎勵調劃紀選舉錄"
)
_NOW = (
    "员会转发镇财银卫厅县区务处办关于报议条规则颁决号总团学专编构业农电统"
    "计动劳经济设长机国训单实产党历内术对开领导组织贯彻执备奖励调划纪选举录"
)
_FOLD = str.maketrans(_OLD, _NOW)


def bare(s: str) -> str:
    """The string without white space."""
    return "".join(s.split())


def fold(s: str) -> str:
    """The string with the letters of old print (員會, 發, 號) as they are written now; as long as before."""
    return s.translate(_FOLD)


def squeeze(s: str) -> str:
    """The string in half-width digits and without white space."""
    return "".join(unicodedata.normalize("NFKC", c) if c.isdigit() else c for c in s if not c.isspace())


def the_month(line: str) -> bool:
    """True when a line is nothing but 是月."""
    return _THE_MONTH.fullmatch(line.strip()) is not None
