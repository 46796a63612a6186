"""What was withheld from a volume: it is shown nowhere, whatever refers to it."""

from __future__ import annotations

import re
from functools import cached_property

from builder.engine.ledger import MASK, WITHHELD, Ledger

_INK = re.compile(r"\S")


class Withheld:
    """The raw characters of one volume that no output may show."""

    def __init__(self, ledger: Ledger) -> None:
        self._raw = ledger.raw
        self._hidden = {at for row in ledger.rows if row.rule == WITHHELD for at in row.gone}
        self.secrets = sorted(set(self._stretches()), key=lambda one: (-len(one), one))

    @cached_property
    def _ink(self) -> list[int]:
        return [found.start() for found in _INK.finditer(self._raw)]

    @cached_property
    def _tight(self) -> str:
        return "".join(self._raw.split())

    def _stretches(self) -> list[str]:
        """Each withheld stretch of the raw text, with and without the white space inside."""
        found, last = list[str](), -2
        for at in sorted(self._hidden):
            if self._raw[last + 1 : at].strip() or last < 0:
                found.append("")
            found[-1] += self._raw[last + 1 : at + 1] if found[-1] else self._raw[at]
            last = at
        return [*found, *("".join(one.split()) for one in found)]

    def shown(self, said: str) -> str:
        """A passage that an editor copied from the raw text, with ■ for each character that is withheld.

        It may begin or end within what is withheld: it is looked up in the raw text.
        """
        if not self._hidden:
            return said
        masked = list(said)
        places = [found.start() for found in _INK.finditer(said)]
        wanted = "".join(said.split())
        for found in re.finditer(f"(?={re.escape(wanted)})", self._tight) if wanted else ():
            raw = self._ink[found.start() : found.start() + len(wanted)]
            for place, at in zip(places, raw, strict=True):
                masked[place] = MASK if at in self._hidden else masked[place]
        text = "".join(masked)
        for secret in self.secrets:
            text = text.replace(secret, MASK * len(secret))
        return text
