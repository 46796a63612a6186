"""The gate: data that should not spread is found in whatever is about to be published.

Identity card numbers, mobile telephone numbers, passwords. Each find stops the build until someone
has decided: withheld by a correction, or let through by a `[[decided]]` in `source_texts/decided.toml`
(`find` the characters, `why` the reason). Telephones and addresses of offices are not looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from builder.sources.finding import Finding

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"
_CARD = re.compile(r"(?<![0-9A-Za-z])[1-9]\d{5}(?:19|20)\d{2}[01]\d[0-3]\d\d{3}[0-9Xx](?![0-9A-Za-z])")
_MOBILE = re.compile(r"(?<![0-9A-Za-z.])1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\.?\d|[A-Za-z])")
# A word for a password with something typed behind it; 密码 alone (密码管理局) is no secret, nor is markup.
_PASSWORD = re.compile(
    r"(?:密\s*码|口\s*令|password|passwd)\s*(?:为|是)?\s*[:：=]\s*(?P<secret>[!-;=-~]{4,})", re.IGNORECASE
)


def card_number(digits: str) -> bool:
    """True when 18 characters are an identity card number by its check digit (GB 11643)."""
    total = sum(int(d) * w for d, w in zip(digits, _WEIGHTS, strict=False))
    return digits[17].upper() == _CHECK[total % 11]


def private(text: str) -> Iterator[tuple[int, str, str]]:
    """(offset, kind, characters) of everything in a text that should not spread."""
    for found in _CARD.finditer(text):
        if card_number(found[0]):
            yield found.start(), "identity card number", found[0]
    for found in _MOBILE.finditer(text):
        yield found.start(), "mobile number", found[0]
    for found in _PASSWORD.finditer(text):
        yield found.start(), "password", found["secret"]


def gate(files: Mapping[str, str], decided: frozenset[str]) -> Iterator[Finding]:
    """Findings for files (name -> text) that hold what nobody has decided on; the message repeats no digit."""
    for name, text in files.items():
        for at, kind, characters in private(text):
            if characters not in decided:
                hint = "withhold it in corrections/, or decide on it in decided.toml"
                yield Finding(name, text[:at].count("\n") + 1, "gate.private", f"holds a {kind}", hint)
