"""The gate: data that should not spread is found in whatever is about to be published.

Identity card numbers, mobile telephone numbers, passwords. Each find stops the build until someone
has decided: withheld by a correction, or let through by a `[[decided]]` in `source_texts/decided.toml`
(`find` the characters, `why` the reason). Telephones and addresses of offices are not looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from builder.edition.read import Read
from builder.edition.withheld import Withheld
from builder.engine.ledger import MASK
from builder.engine.text import Text
from builder.sources.finding import Finding, finding

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"
# A mobile number is the shortest thing but passwords that is looked for; a withheld text as short as
# this may stand elsewhere with another meaning (a year, a sum).
_SHORTEST = 10
_TOLD = 6
_CARD = re.compile(r"(?<![0-9A-Za-z])[1-9]\d{5}(?:19|20)\d{2}[01]\d[0-3]\d\d{3}[0-9Xx](?![0-9A-Za-z])")
_MOBILE = re.compile(r"(?<![0-9A-Za-z.])1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\.?\d|[A-Za-z])")
# A word for a password with something typed behind it; 密码 alone (密码管理局) is no secret, nor is markup.
_PASSWORD = re.compile(
    r"(?:密\s*码|口\s*令|password|passwd)\s*(?:为|是)?\s*[:：=]\s*(?P<secret>[!-;=-~]{4,})", re.IGNORECASE
)


# Full-width digits, letters and signs as the printer may have set them; one character for one.
_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0x2014: 0x2D, 0x2013: 0x2D}

_WIDE = re.compile("[\uff10-\uff19]{3}")


def card_number(digits: str) -> bool:
    """True when 18 characters are an identity card number by its check digit (GB 11643)."""
    total = sum(int(d) * w for d, w in zip(digits, _WEIGHTS, strict=False))
    return digits[17].upper() == _CHECK[total % 11]


def private(text: str) -> Iterator[tuple[int, str, str]]:
    """(offset, kind, characters) of everything in a text that should not spread."""
    narrow = text.translate(_NARROW) if _WIDE.search(text) else text
    for found in _CARD.finditer(narrow):
        if card_number(found[0]):
            yield found.start(), "card", text[found.start() : found.end()]
    for found in _MOBILE.finditer(narrow):
        yield found.start(), "mobile", text[found.start() : found.end()]
    for found in _PASSWORD.finditer(narrow):
        yield found.start(), "password", text[found.start("secret") : found.end("secret")]


def masked(text: str) -> str:
    """A text with ■ for each character of it that should not spread."""
    for _, _, characters in private(text):
        text = text.replace(characters, MASK * len(characters))
    return text


def gate(read: Read, decided: frozenset[str]) -> Iterator[Finding]:
    """Findings for raw lines of which something is published, in a text or in the ledger, that nobody has
    decided on."""
    lines = set[tuple[int, str]]()
    for text in (*read.volume.texts(), *_removed(read)):
        for at, kind, characters in private(text.s):
            if characters not in decided:
                raw = next((one for one in text.at[at:] if one >= 0), 0)
                lines.add((read.ledger.line(raw), kind))
    for line, kind in sorted(lines):
        yield _private(read.file, line, kind)


def _removed(read: Read) -> Iterator[Text]:
    """What rules took out of the text stands in the published ledger."""
    for row in read.ledger.rows:
        if len(row.old) > _SHORTEST and row.to < 0 and len(row.gone) == len(row.old):
            yield Text(row.old, row.gone)


def gate_files(files: Mapping[str, str], decided: frozenset[str]) -> Iterator[Finding]:
    """Findings for files (name -> text) that hold what nobody has decided on, wherever it came from."""
    for name, text in files.items():
        for at, kind, characters in private(text):
            if characters not in decided:
                yield _private(name, text[:at].count("\n") + 1, kind)


def _private(file: str, line: int, kind: str) -> Finding:
    """The message repeats no digit."""
    return finding(file, line, f"gate.private/{kind}")


def leaks(reads: Sequence[Read], files: Iterable[Mapping[str, str]]) -> Iterator[Finding]:
    """Withheld texts that stand in a file that is about to be written: another place of the raw text has them,
    or what an editor wrote in the catalogue, a correction or a doubt."""
    kept = [(read, secret) for read in reads for secret in Withheld(read.ledger).secrets if len(secret) >= _TOLD]
    for read, secret in kept:
        for name, text in ((name, text) for some in files for name, text in some.items()):
            if secret in text:
                raw = read.ledger.raw
                line = read.ledger.line(max(raw.find(secret), 0))
                yield finding(read.file, line, "gate.withheld", page=name)
                break
