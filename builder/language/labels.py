"""Signs of chronicles, and what rules and readers do to a line before they look at it."""

from __future__ import annotations

import re
import unicodedata

# What may stand between the two dates of a range, in a class of characters: dashes of any make, tildes.
DASHES = r"—–－\-‐‑‒―─━﹣~～〜"
# Signs that open a further entry of a day, or stand in front of a label.
SIGNS = ("△", "※", "▲", "▽", "◇", "◆", "●", "◎", "☆", "Δ", "∆")
# Signs that are also a zero or a bullet: one opens an entry where a gap parts it from the text.
RINGS = ("○", "■", "□", "★")
_THE_MONTH = re.compile(r"(?:是|本|当)[ \u00a0\u3000]*月")
# Letters that the names of offices, documents and their numbers are printed with before 1964.
_OLD = (
    "員會轉發鎮財銀衛廳縣區務處辦關於報議條規則頒決號總團學專編構業農電統計動勞經濟設長機國訓單實產黨歷內術對開領導"
    "組織貫徹執備獎勵調劃紀選舉錄綱細復講標準預說點讀書請見據進項環優將臨門陳應職資際鐵聯視藥檢監審稅軍隊級屬園場鄭"
)
_NOW = (
    "员会转发镇财银卫厅县区务处办关于报议条规则颁决号总团学专编构业农电统计动劳经济设长机国训单实产党历内术对开领导"
    "组织贯彻执备奖励调划纪选举录纲细复讲标准预说点读书请见据进项环优将临门陈应职资际铁联视药检监审税军队级属园场郑"
)
_FOLD = str.maketrans(_OLD, _NOW)


def bare(s: str) -> str:
    """The string without white space."""
    return "".join(s.split())


def fold(s: str) -> str:
    """The string with the letters of old print (員會, 發, 號) as they are written now; as long as before."""
    return s.translate(_FOLD)


def ringed(sign: str, line: str) -> bool:
    """True for a line that a ring, and a gap behind it, open."""
    return line.startswith(tuple(sign + gap for gap in " \u00a0\u3000"))


def squeeze(s: str) -> str:
    """The string in half-width digits and without white space."""
    return "".join(unicodedata.normalize("NFKC", c) if c.isdigit() else c for c in s if not c.isspace())


def the_month(line: str) -> bool:
    """True when a line is nothing but 是月."""
    return _THE_MONTH.fullmatch(line.strip()) is not None
