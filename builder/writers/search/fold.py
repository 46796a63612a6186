"""The one folding: what search takes to be "the same text".

The browser has the same function in `theme/search/core/fold.js`; both are held to the vectors in
`tests/search/fold.json`.
"""

from __future__ import annotations

import unicodedata

# Written out because `str.isspace` and the browser's `\s` differ (U+001C, U+0085, U+FEFF).
SPACE = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f\x20\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
)
SAME = {
    "〔": "[", "【": "[", "〕": "]", "】": "]",
    "“": '"', "”": '"', "‘": "'", "’": "'",
    "—": "-", "–": "-", "―": "-",
}  # fmt: skip


class _Table(dict[int, str]):
    """A translation table that learns: code point -> what it is after lower case and mapping."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        # Lower case per character: the whole string's lower case turns a last Σ into ς, so that a
        # cut of a word would not be found in the word.
        new = "" if char in SPACE else SAME.get(char) or char.lower()
        self[code] = new
        return new


_TABLE = _Table()


def fold(text: str) -> str:
    """Return `text` as search compares it: NFKC, lower case, no white space, brackets of one kind.

    Round, square and angle brackets stay apart, and so do 《》 and 〈〉: in titles of documents
    they mean different things. Never raises.
    """
    return unicodedata.normalize("NFKC", text).translate(_TABLE)


def units16(folded: str) -> list[int]:
    """Return the UTF-16 code units of a folded text: the numbers a browser counts positions in."""
    return list(memoryview(folded.encode("utf-16-le", "surrogatepass")).cast("H"))
