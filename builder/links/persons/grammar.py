"""What is known of names and of the words around them: the grammar by which persons are found."""

from __future__ import annotations

import re
from collections.abc import Iterable

from builder.records.names import Names

CJK = re.compile(r"[\u3400-\u9fff]+")
STOP = "、，。；：！？）)（(”“’》《〉 \n\u3000"


class Words:
    """Words looked up by their last (`ends`) or first (`starts`) character."""

    def __init__(self, words: Iterable[str]) -> None:
        self._last: dict[str, list[str]] = {}
        self._first: dict[str, list[str]] = {}
        for word in sorted(set(words), key=lambda w: (-len(w), w)):
            self._last.setdefault(word[-1], []).append(word)
            self._first.setdefault(word[0], []).append(word)

    def before(self, text: str, at: int) -> str:
        """The longest of the words that ends at `at`, or ''."""
        known = self._last.get(text[at - 1], ()) if at else ()
        return next((w for w in known if text.startswith(w, at - len(w)) and at >= len(w)), "")

    def behind(self, text: str, at: int) -> str:
        """The longest of the words that begins at `at`, or ''."""
        known = self._first.get(text[at], ()) if at < len(text) else ()
        return next((w for w in known if text.startswith(w, at)), "")


class Grammar:
    """What is known of names and of the words around them (data of `names.toml`)."""

    def __init__(self, names: Names, places: Iterable[str] = ()) -> None:
        persons = names.persons
        self.surnames = frozenset("".join(persons.surnames.split()))
        self.compound = frozenset(persons.compound)
        self.offices = Words(names.offices.words)
        self.before = Words(persons.before)
        self.after = Words(persons.after)
        self.after_place = persons.after_place
        self.does = Words(persons.does)
        self.wins = Words(persons.wins)
        self.never_last = frozenset(persons.never_last)
        self.no_names = frozenset([*persons.not_names, *places])
        chars = re.escape("".join(sorted(set(persons.foreign))))
        self.foreign = re.compile(rf"[{chars}]{{1,7}}(?:·[{chars}]{{1,8}})+") if chars else re.compile(r"(?!)")
        single = "".join(sorted(self.surnames))
        name = rf"[{single}][\u3400-\u9fff]{{1,2}}"
        self.run = re.compile(rf"(?<![\u3400-\u9fff·]){name}(?:、{name})+(?=[^、])") if single else re.compile(r"(?!)")

    def boundary(self, text: str, at: int) -> bool:
        """True when a name may end at `at`."""
        return at >= len(text) or text[at] in STOP or bool(self.after.behind(text, at))

    def firm(self, text: str, at: int) -> bool:
        """True when a name that ends at `at` is surely at its end: punctuation or a longer word."""
        return at >= len(text) or text[at] in STOP or len(self.after.behind(text, at)) > 1

    def name_at(self, text: str, at: int) -> int:
        """Where the name that begins at `at` ends; -1 when none does.

        `王成出席` is two characters and `马金秀、` three; where a single word like 和 could also be
        the last character of the name, the longer reading wins only when it ends at a sure place.
        `姚逊对《…》` is two: 对 ends no name (`never_last`).
        """
        if at >= len(text) or (text[at] not in self.surnames and text[at : at + 2] not in self.compound):
            return -1
        head = 2 if text[at : at + 2] in self.compound else 1
        ends = [at + head + more for more in (1, 2) if self._is_name(text, at, at + head + more)]
        if len(ends) == 2:
            return ends[0] if self.firm(text, ends[0]) or not self.firm(text, ends[1]) else ends[1]
        return ends[0] if ends else -1

    def _is_name(self, text: str, at: int, end: int) -> bool:
        name = text[at:end]
        if end > len(text) or not CJK.fullmatch(name) or name in self.no_names:
            return False
        if len(name) > 2 and name[-1] in self.never_last:
            return False
        return name[:2] not in self.no_names and self.boundary(text, end)
