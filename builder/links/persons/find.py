"""Persons in running text, found from offices and names: every rule here names its evidence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from builder.language.lexicon import Lexicon
from builder.links.persons.grammar import STOP, Grammar

_PLACE = "市县区乡镇村局校院"
_SHARE = re.compile(r"、[\u3400-\u9fff]{1,4}[县市区]")
# What is said of the holder of an office behind his name: （市应急管理局调研员）, （兼）.
_NOTED = re.compile(r"（(?:兼|[^（）]{2,30})）")
_QUOTED = re.compile(r"《[^》]*》")


class Found(NamedTuple):
    """A person's name at `start:end`; `rule` says what found it, `why` on which words."""

    start: int
    end: int
    name: str
    rule: str
    why: str


def strong(grammar: Grammar, text: str) -> list[Found]:
    """Names that their own place in the sentence proves, in order; none inside 《》."""
    taken: dict[int, Found] = {}
    for found in (*_foreign(grammar, text), *_by_place(grammar, text), *_runs(grammar, text)):
        if found.start not in taken:
            taken[found.start] = found
            for more in _list(grammar, text, found):
                taken.setdefault(more.start, more)
    quoted = [(m.start(), m.end()) for m in _QUOTED.finditer(text)]
    kept = [f for f in taken.values() if not any(a < f.start < b for a, b in quoted)]
    return sorted(kept)


def _by_place(grammar: Grammar, text: str) -> Iterator[Found]:
    for at, char in enumerate(text):
        if char not in grammar.surnames and text[at : at + 2] not in grammar.compound:
            continue
        evidence = _evidence(grammar, text, at)
        if evidence:
            end, rule, why = evidence
            yield Found(at, end, text[at:end], rule, why)


def _evidence(grammar: Grammar, text: str, at: int) -> tuple[int, str, str] | None:
    end = grammar.name_at(text, at)
    if end < 0:
        return _removed(grammar, text, at)
    office = grammar.offices.before(text, at)
    if office and not _inside_office(grammar, text, at):
        return end, "person.office", office
    word = grammar.before.before(text, at)
    if word:
        return end, "person.word", word
    if at == 0 or text[at - 1] in STOP:
        heads = _heads_clause(grammar, text, at, end)
        if heads:
            return end, *heads
    elif text[at - 1] in _PLACE:
        wins = grammar.wins.behind(text, end)
        if wins or text[end : end + 1] == "、":
            return (end, "person.wins", wins) if wins else _in_row(grammar, text, at, end)
    if text.startswith("总书记", end) and end - at == 3:
        return end, "person.title", "总书记"
    if text.startswith("家庭", end) and (text[at - 1] in STOP or text[at - 1] in _PLACE):
        return end, "person.family", "家庭"
    return None


def _heads_clause(grammar: Grammar, text: str, at: int, end: int) -> tuple[str, str] | None:
    """Rule and evidence of a name with which a clause begins: by what goes on behind it.

    办公室主任：申红卫（市应急管理局调研员） names a person; 组长：分管副市长 alone could be any words.
    """
    office = grammar.offices.before(text, at - 1) if text[at - 1 : at] == "：" and _NOTED.match(text, end) else ""
    if office:
        return "person.colon", office
    does = grammar.does.behind(text, end)
    if does:
        return "person.does", does
    wins = grammar.wins.behind(text, end)
    if wins in ("获", "入选", "荣获", "被表彰", "被评") and end - at == 3:
        return "person.wins", wins
    if end - at == 3 and re.match(r"等\d+[人名]", text[end:]):
        return "person.wins", text[end : end + 4]
    return None


def _removed(grammar: Grammar, text: str, at: int) -> tuple[int, str, str] | None:
    """免去窦三马西河县委书记职务: only behind such a verb may a place follow the name directly."""
    word = grammar.before.before(text, at)
    for end in (at + 2, at + 3):
        name = text[at:end]
        if word and text.startswith(grammar.after_place, end) and name not in grammar.no_names:
            return end, "person.word", word
    return None


def _inside_office(grammar: Grammar, text: str, at: int) -> bool:
    """董事|长孙波 is 董事长 and 孙波: an office goes over the place where the name would begin."""
    return any(len(grammar.offices.before(text, at + more)) > more for more in (1, 2) if at + more <= len(text))


def _in_row(grammar: Grammar, text: str, at: int, end: int) -> tuple[int, str, str] | None:
    """西河县郎淑妮、原伟鹤参加: a place, then names in a row; 北江市陈区镇、… is none."""
    last, place = end, end
    while text[place : place + 1] == "、":
        here = _SHARE.match(text, place)
        last = grammar.name_at(text, here.end() if here else place + 1)
        if last < 0:
            return None
        place = last
    wins = grammar.wins.behind(text, last)
    return (end, "person.row", text[at:last]) if wins else None


def _list(grammar: Grammar, text: str, first: Found) -> Iterator[Found]:
    """Names that go on behind an accepted one: 梁丽萍、武健鹏、冯志亮; 高星和李英."""
    place = first.end
    while place < len(text) and text[place] in "、和与":
        end = grammar.name_at(text, place + 1)
        if end < 0:
            return
        yield Found(place + 1, end, text[place + 1 : end], "person.list", f"{first.name}{text[place]}")
        place = end


def _runs(grammar: Grammar, text: str) -> Iterator[Found]:
    """Three or more names in a row, or two that win or act: 张帆、王文勇、李雪鹏…6人获."""
    for run in grammar.run.finditer(text):
        place, row = run.start(), []
        while True:
            end = grammar.name_at(text, place)
            if end < 0:
                break
            row.append((place, end))
            if text[end : end + 1] != "、":
                break
            place = end + 1
        proved = len(row) > 1 and _proved(grammar, text, row[-1][1])
        if proved and (len(row) > 2 or all(b - a == 3 for a, b in row)):
            for start, end in row:
                yield Found(start, end, text[start:end], "person.row", text[row[0][0] : row[-1][1]][:20])


def _proved(grammar: Grammar, text: str, end: int) -> bool:
    return bool(
        grammar.wins.behind(text, end) or re.match(r"等?\d+[名人位]|等|举行|参加|当选|任|出席|参与", text[end:])
    )


def _foreign(grammar: Grammar, text: str) -> Iterator[Found]:
    """尤尔根·施泰格: an office in front, · inside, characters that transcribe; not 山青·水秀·某市."""
    for found in grammar.foreign.finditer(text):
        office = grammar.offices.before(text, found.start())
        if office:
            yield Found(found.start(), found.end(), found[0], "person.foreign", office)


class Known:
    """Names met somewhere with proof, looked for again where they stand bare."""

    def __init__(self, grammar: Grammar, counts: Counter[str]) -> None:
        self._grammar, self._counts = grammar, counts
        self._names = Lexicon(counts)

    def find(self, text: str, here: set[str]) -> Iterator[Found]:
        """Bare mentions in `text`; `here` are names proved in the same unit."""
        for hit in self._names.find(text, lambda hit: self._stands(text, *hit, proved=hit.name in here)):
            yield Found(hit.start, hit.end, hit.name, "person.again", hit.name)

    def _stands(self, text: str, start: int, end: int, name: str, *, proved: bool) -> bool:
        """A name of two characters could be part of a word (常青, 原野): it needs a boundary on both sides."""
        if re.match(r"[^，。；、]{0,12}思想", text[end:]):
            return False
        if len(name) > 2:
            return True
        if not proved and self._counts[name] < 3:
            return False
        left = start == 0 or text[start - 1] in STOP or bool(self._grammar.before.before(text, start))
        left = left or text[start - 1] in "与和由对受致代举补" or bool(self._grammar.offices.before(text, start))
        return left and self._grammar.boundary(text, end)
